# Resources: what people share, found by words and shown under answers.

menu-find-resources = Search the shared resources

# $words may be empty: then these are the newest.
resources-found = { $words ->
        [none] <b>The latest shared resources</b>
       *[other] <b>Resources for { $words }</b>
    }
    { $lines }{ $more ->
        [0] {""}
        [one] {""}
    … and one more. Add a word to narrow it down.
       *[other] {""}
    … and { $more } more. Add a word to narrow it down.
    }

resources-none = { $words ->
        [none] Nobody has shared a resource yet.
       *[other] I found nothing for { $words }.
    }
    Do you know one? /propose, with its address and a few words.

# $by may be empty.
resource-line = <a href="{ $link }"><b>{ $title }</b></a>
    { $kind ->
        [article] Article
        [video] Video
        [method] Method
       *[link] Link
    }{ $tags ->
        [none] {""}
       *[other] {" — "}{ $tags }
    }{ $by ->
        [none] {""}
       *[other] {" — "}shared by { $by }
    }

resource-card = <b>{ $proposer } proposes a resource</b>
    { $resource }

propose-resource-ask-what = What is its address? Paste the link, it begins with https://.
propose-resource-ask-title = What is it called? Say in a few words what one finds there.
resource-to-send = { $resource }

    Is this right? The team will look at it, then everybody can find it.
resource-proposed = Thank you! The team will look at this resource. I will tell you what they decide.
resource-approved = Good news, { $title } is among the shared resources. Thank you!
resource-refused = { $title } was not chosen for the shared resources.
    To know why, ask the team: /ask

rename-resource-ask-title = What is the new title?

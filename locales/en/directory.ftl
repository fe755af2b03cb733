# The directory: whoever is looked for, with what each shows.

menu-search-directory = Find an ally

choice-ask-for-help = Ask for a hand
choice-back-to-list = Back to the list
choice-directory = The directory
choice-directory-csv = Table (CSV)
choice-directory-vcard = Address book (vCard)

# $lines are people; $count is how many there are in all.
directory-all = <b>The directory</b> — { $count ->
        [one] one person
       *[other] { $count } people
    }{ $pages ->
        [1] {""}
       *[other] {" "}(page { $page } of { $pages })
    }
    { $lines }

    <i>To search: /directory bookkeeping Saint-Étienne</i>

directory-found = { $count ->
        [one] One person for { $words }:
       *[other] { $count } people for { $words }{ $pages ->
            [1] {""}
           *[other] {" "}(page { $page } of { $pages })
        }:
    }
    { $lines }

directory-part = Nobody quite matches { $words }. These come closest{ $pages ->
        [1] {""}
       *[other] {" "}(page { $page } of { $pages })
    }:
    { $lines }

directory-none = I find nobody for { $words }. Try one word less, the name of a commune or a département, or a skill: /directory bookkeeping Loire

    Or say what you need with /need: I will also ask those who are not in the directory.

directory-empty = Nobody can be seen here yet. To be the first: /profile

directory-only-unnamed = For { $words }, nobody shows their name.

directory-unnamed = { $listed ->
        [0] { $count } people match. Say what you need with /need: I will ask them.
       *[other] And { $count } others who do not show their name: /need reaches them too.
    }

directory-group = <i>Here, only what is shown to everyone. In private I can say more: /directory</i>

# $place and $organisations begin with what separates them, or are empty.
directory-line = • <b>{ $name }</b>{ $place }{ $organisations }{ $does ->
        [no] {""}
       *[yes] : { $skills }
    }
directory-at = , { $place }
directory-for = , for { $names }
directory-can = { $skills }{ $more ->
        [0] {""}
       *[other] … (+{ $more })
    }

refusal-not-listed = This person can no longer be seen here. If you need a hand, say so with /need.
refusal-directory-unread = Write a name, a place, a skill or a language, for example: /directory bookkeeping Saint-Étienne

directory-exported = { $count ->
        [0] Nobody lets the team see them yet: the file is empty.
        [one] One person, with what they show to the team and nothing else.
       *[other] { $count } people, with what they show to the team and nothing else.
    } { $form ->
        [csv] A spreadsheet opens this file.
       *[vcard] An address book opens this file.
    } The export is noted in the log.

directory-stem = directory
directory-title = Directory
directory-heading = { $column ->
        [name] Name
        [skills] Skills
        [place] Place
        [departement] Département
        [languages] Languages
        [hours] Hours a month
       *[organisations] Organisations
    }

# The directory: whoever is looked for, with what each shows.

menu-search-directory = Find an ally

choice-ask-for-help = Ask for a hand
choice-back-to-list = Back to the list
choice-search-directory = Search the directory
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

directory-all-unnamed = Nobody shows their name here yet. To be the first: /profile

directory-unnamed = { $listed ->
        [0] { $count } people match. Say what you need with /need: I will ask them.
       *[other] And { $count } others who do not show their name: /need reaches them too.
    }

directory-group = <i>Here, only what is shown to everyone. In private I can say more: /directory</i>

directory-no-ally = <i>Only what is shown to everyone is here. Allies see more: those who write in a group with the team, act for an organisation, have exchanged time or come to a workshop, or whom the team knows.</i>

choice-ask-let-in = Ask the team
choice-let-in = An ally
choice-leave-out = Not yet

ally-team-asked = The team is asked. I write to you as soon as it answers.
ally-card = <b>{ $name }</b> asks to see what allies show one another: the directory, the map, profiles. Do you know this person?
ally-card-let-in = { $name } now sees what allies show one another. { $by } said so.
ally-card-already = { $name } is among the allies already.
ally-card-left-out = { $name } sees only what is shown to everyone. { $by } said so.
ally-let-in = You are among the allies: you see what they show one another. To look for somebody: /directory
ally-left-out = The team does not know you yet. Introduce yourself in a sentence with /ask, or come to the next meeting: /agenda

# $place and $organisations begin with what separates them, or are empty.
directory-line = • <b>{ $name }</b>{ $place }{ $organisations }{ $does ->
        [no] {""}
       *[yes] : { $skills }
    }
directory-at = , { $near ->
        [yes] nearby, in { $place }
       *[no] { $place }
    }
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

# The skills map: three pictures, with what each shows in words.

menu-show-map = See the map of skills

choice-map-who = Who can do what
choice-map-where = By territory
choice-map-rare = Rare skills

map-people = people
map-unnamed = unnamed
map-step = { $step ->
        [1] one dot: one person
       *[other] one dot: { $step } people
    }
map-note = Only what each person chose to show.{ $more ->
        [0] {""}
        [one] {" "}One more offer is not drawn.
       *[other] {" "}{ $more } more offers are not drawn.
    }

map-who = This is who can do or lend what, among those who show their name. Look for somebody with /directory, add yourself with /offer and /profile.
map-who-stem = map who
map-who-title = Who can do or lend what
map-who-alt = { $skills ->
        [one] One skill or resource
       *[other] { $skills } skills and resources
    }, { $people ->
        [one] one person
       *[other] { $people } people
    }. For example: { $most }.
map-held = { $skill } ({ $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } others
    })

map-most = This is how many people can do or lend what. To find out who: /directory
map-most-title = What we can do and lend
map-most-alt = { $skills } skills and resources. First: { $most }.
map-count = { $skill } ({ $count })

map-where = { $territories ->
        [one] One territory
       *[other] { $territories } territories
    }, and what people can do there. An empty square does not mean nobody, only fewer than three people.
map-where-stem = map territories
map-where-title = Skills and resources by territory
map-where-alt = Number of people by family of offers and by { $level ->
        [epci] group of communes
       *[departement] département
    }. The most: { $most }.
map-there = { $group }, { $place } ({ $count })
map-where-note = Numbers below three people are not shown.{ $more ->
        [0] {""}
        [one] {" "}One more territory is not drawn.
       *[other] {" "}{ $more } more territories are not drawn.
    }

map-rare = { $few ->
        [0] Good news: at least three people offer everything that I can show.
       *[other] { $alone ->
            [0] Nothing rests on a single person, but some things on two
            [one] One thing rests on a single person
           *[other] { $alone } things rest on a single person
        }{ $all ->
            [yes] :
           *[no] , for example
        } { $most }. Who would like to learn, or to lend too?
    }
map-rare-stem = map rare
map-rare-title = Rare skills and resources
map-rare-alt = Skills and resources, from the rarest to the most shared. { $few ->
        [0] None is offered by fewer than three people.
        [one] One is ringed: only one or two people offer it.
       *[other] { $few } are ringed: only one or two people offer them.
    }
map-rare-note = Ringed: one or two people, all of whom show their name.{ $more ->
        [0] {""}
        [one] {" "}One more is not drawn.
       *[other] {" "}{ $more } more are not drawn.
    }

map-nothing = { $view ->
        [where] Not enough people yet to draw the territories: it takes three people of one place who show where they are and what they can do.
        [rare] Nothing rare to show for now: it takes people who show their name and what they can do.
       *[who] The map is still empty. Say what you can do with /offer, and show your name with /profile: it will begin with you.
    }

refusal-map-unread = I draw three maps: /map who, /map territories and /map rare

skill-group = { $group ->
        [argent] Funding and managing money
        [communication] Getting the word out
        [connaitre] Studying and evaluating
        [culture] Creating and celebrating
        [droit] Law and rules
        [energie] Energy and mobility
        [facilitation] Facilitating
        [formation] Passing on
        [habitat] Building and living
        [langues] Languages
        [lieux-et-materiel] Rooms and equipment
        [numerique] Digital
        [organisation] Organising and governing
        [ressources] Repairing and reusing
        [solidarite] Caring and welcoming
        [terre] Food and nature
        [territoire] Working with places
       *[own] Other skills
    }

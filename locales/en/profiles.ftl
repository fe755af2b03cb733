# Profiles: where one is, how much one may be asked, and who sees which of it.

menu-show-profile = Your profile, and a break if need be

choice-place = Place
choice-languages = Languages
choice-hours = Time to give
choice-how-often = How often
choice-pause = Take a break
choice-resume = Be back
choice-skills = What I can do
choice-list-me = Be in the directory
choice-unlist-me = Leave the directory
choice-who-sees = Who sees what
choice-erase-profile = Erase my profile
choice-my-profile = Back to my profile
choice-leave-place = Leave it as it was
choice-keep-words = Keep “{ $words }”
choice-no-hours = I’d rather not say
choice-never-ask = Never
choice-erase = Yes, erase it all
choice-asks = { $count } a month
choice-pause-days = { $days ->
        [7] A week
        [30] A month
       *[other] Three months
    }
choice-field = { $field ->
        [name] Being in the directory
        [skills] Skills
        [place] Place
        [languages] Languages
        [hours] Time to give
        [organisations] Organisations
        [circles] Circles
       *[contact] How to reach me
    }
choice-audience = { $audience ->
        [0] Nobody
        [1] The team
        [2] Allies
       *[3] Everyone
    }

# $lines are lines about the person; $audience is who finds them in the directory; $asked is yes or
# no.
my-profile = <b>Your profile</b>
    { $lines }

    { $audience ->
        [0] Nobody finds you in the directory.
        [1] Only the team finds you in the directory, with what you say here.
        [2] You are in the directory: allies see what you show them.
       *[3] You are in the directory, seen by everyone, in groups too.
    }{ $asked ->
        [yes] {" "}You may be asked for a hand, and are free to say no.
       *[no] {""}
    }
    <i>To say it all at once: /profile I am in Firminy, 3h a month, English and Arabic</i>

their-profile = <b>{ $name }</b>
    { $count ->
        [0] They are in the directory, and say no more.
       *[other] { $lines }
    }

profile-not-shown = { $name } is not in the directory. For a hand, describe it with /need: I will ask the right people.

profile-line = { $field ->
        [place] Place: { $value }
        [languages] Languages: { $value }
        [hours] Time to give: { $value }
        [skills] Skills: { $value }
        [organisations] Organisations: { $value }
       *[circles] Circles: { $value }
    }
profile-unsaid = not said yet
profile-hours = { $hours ->
        [0] not at the moment
       *[other] { $hours } h a month
    }
profile-asks = { $count ->
        [0] Asking you for a hand: never
        [one] Asking you for a hand: once a month at most
        [2] Asking you for a hand: twice a month at most
       *[other] Asking you for a hand: { $count } times a month at most
    }
profile-paused = On a break: back on { $until }

# A place with the département that it is in.
place = { $kind ->
        [departement] { $name } (département)
        [region] { $name } (région)
        [within] { $name } ({ $within })
       *[alone] { $name }
    }

circle = { $circle ->
        [supporting] supporting
        [contributing] contributing
        [producing] co-producing
       *[member] member
    }

spoken-language = { $code ->
        [ar] Arabic
        [bm] Bambara
        [bn] Bengali
        [br] Breton
        [ca] Catalan
        [ckb] Sorani
        [co] Corsican
        [cs] Czech
        [de] German
        [el] Greek
        [en] English
        [es] Spanish
        [eu] Basque
        [fa] Persian
        [ff] Fula
        [fr] French
        [fsl] French Sign Language
        [he] Hebrew
        [hi] Hindi
        [hu] Hungarian
        [hy] Armenian
        [it] Italian
        [ja] Japanese
        [ka] Georgian
        [kab] Kabyle
        [ku] Kurdish
        [ln] Lingala
        [mg] Malagasy
        [nl] Dutch
        [oc] Occitan
        [pl] Polish
        [ps] Pashto
        [pt] Portuguese
        [ro] Romanian
        [ru] Russian
        [snk] Soninke
        [sq] Albanian
        [sr] Serbian
        [sw] Swahili
        [ta] Tamil
        [tr] Turkish
        [uk] Ukrainian
        [ur] Urdu
        [vi] Vietnamese
        [wo] Wolof
        [zh] Chinese
       *[other] { $code }
    }

set-place-ask-where = Where are you? A commune, a group of communes, a département: for example Firminy.
which-place = I found several places for “{ $typed }”. Which one is yours?
which-of-many-places = { $count } places are called “{ $typed }”. Choose yours, or write it with its département: Sainte-Colombe, Yonne.
unknown-place = I cannot find “{ $typed }” among the places of France. I can keep it as it is.

set-languages-ask-spoken = Which languages do you speak? For example: English, Arabic and sign language.
set-hours-ask-hours = How many hours a month can you give? Roughly is fine.
set-asks-ask-asks = How many times a month may you be asked for a hand? You can always say no.
pause-ask-until = Until when? Choose, or write for example March or 12 March.
pause-over = Welcome back: I will ask you for a hand again from time to time.

# Each field, with who sees it.
who-sees = <b>Who sees what of you</b>
    In the directory: { $name }
    Skills: { $skills }
    Place: { $place }
    Languages: { $languages }
    Time to give: { $hours }
    Organisations: { $organisations }
    Circles: { $circles }
    How to reach you: { $contact }

    Nothing is seen unless your name is in the directory. What shall change?

audience = { $audience ->
        [0] nobody
        [1] the team
        [2] allies
       *[3] everyone
    }

show-to-ask-audience = { $field ->
        [name] Who may find you in the directory?
        [skills] Who may see what you can do?
        [place] Who may see where you are?
        [languages] Who may see your languages?
        [hours] Who may see the time you give?
        [organisations] Who may see whom you act for?
        [circles] Who may see your circles?
       *[contact] Who may see how to reach you?
    }

erase-profile-ask-sure = I erase your place, your languages, your time and your settings. Your offers and your time account stay. Is that right?
profile-erased = Erased. To begin again: /profile

refusal-profile-unread = I did not understand. Write for example: /profile I am in Firminy, 3h a month, English and Arabic
refusal-place-unread = Write the name of a commune or a département, for example Firminy.
refusal-languages-unread = I do not know that language. Write for example: English, Arabic and sign language
refusal-hours-unread = Write a number of hours, for example 3h a month.
refusal-hours-many = That is a lot for a month: { $most } hours at most. Write for example 8h a month.
refusal-asks-unread = Write a number of times a month, for example 2.
refusal-asks-many = That is generous! Let us say { $most } times a month at most.
refusal-pause-unread = Until when? Write for example March, 12 March or 2 months.
refusal-pause-far = A break lasts from tomorrow to a year at most. Write for example March, 12 March or 2 months.

menu-set-member = Note a membership, or take it back

member-set = { $joins ->
        [yes] Noted: { $name } is a member of the association.
       *[no] Taken back: { $name } is no longer a member of the association.
    } To undo this, give the same command again.
member-told = { $joins ->
        [yes] The team noted that you are a member of the association. Thank you! Your profile says so: /profile
       *[no] Your profile no longer says that you are a member of the association. If that is a mistake, tell the team: /ask
    }

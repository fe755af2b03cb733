# Organisations: in whose name one acts, and who may.

menu-my-organisations = Act in an organisation’s name

choice-in-name-of = In the name of { $name }
choice-in-own-name = In my own name
choice-leave = Leave { $name }
choice-other-organisation = Another organisation
choice-new-organisation = Propose it to the team
choice-yes = Yes
choice-no = No

my-organisations = <b>Your organisations</b>
    { $lines }

    When you note time with /hours, you choose in whose name.

organisation-line = • { $name }: { $balance }
organisation-line-asked = • { $name }: the team will answer you

speak-for-ask-name = In which organisation’s name do you act? Write its everyday name.
speak-for-ask-which = Is it one of these? If not, propose “{ $name }”.
speak-for-ask-new = I do not know “{ $name }” yet. Should it be proposed to the team?

organisation-asked = Passed on. As soon as the team has said yes, you can act in the name of <b>{ $name }</b>.

organisation-allowed = Good news! You can now act in the name of <b>{ $name }</b>.
    { $waiting ->
        [0] To note time in its name: /hours
        [one] One exchange waits for its word: /pending
       *[other] { $waiting } exchanges wait for its word: /pending
    }

organisation-refused = The team could not confirm that you act in the name of { $name }.
    To talk about it: /ask

organisation-left = Done. You no longer act in the name of { $name }. Thank you for what you gave there!

# In the team's chat.
speaker-card = <b>{ $person } would like to act in the name of { $name }</b>
    { $new ->
        [yes] This organisation is new here.
       *[no] { $count ->
            [0] Nobody does so far.
           *[other] Already acting in its name: { $others }.
        }
    }
    Is that right?

organisation-alone = Nobody acts in the name of <b>{ $name }</b> any more. Its exchanges will wait here for you to answer for it.

organisation-waits = Nobody acts in the name of <b>{ $name }</b> so far: could you answer for it?

refusal-organisation-empty = Write the organisation’s name. For example: /organisation La Fabrique du Pilat
refusal-organisation-too-long = That is a little long: { $most } characters at most. The everyday name is enough.
refusal-organisation-not-yours = You do not act in this organisation’s name. To ask for it: /organisation
refusal-organisation-already = You already act in this organisation’s name.
refusal-organisation-asked = You have asked for it already: the team will answer you.

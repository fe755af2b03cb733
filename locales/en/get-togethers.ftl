# Monthly get-togethers in twos or threes.

menu-show-meetups = Meet somebody of the alliance each month

meetups = ☕ <b>One get-together a month</b>
    Each month but August I draw twos, or one three when the count is odd: never the same people twice in a year, and rather from another organisation than yours. You get a name, ways to write to them and a question to begin with; the rest is up to you.

    To take part is to agree that your name and your accounts here are given to whoever is drawn with you. Next draw: { $day }.
meetups-in = ☕ <b>You take part in the get-togethers</b>
    { $how ->
        [near] Rather near you.
        [remote] Rather at a distance.
       *[any] Near or at a distance, either way.
    } Next draw: { $day }. To skip a month, take a pause: /profile
meetups-latest = Last time: { $names }.

choice-how-to-meet = { $how ->
        [near] Rather near me
        [remote] Rather at a distance
       *[any] I take part, wherever it is
    }
choice-stop-meetups = Stop the get-togethers
choice-host = I will host one

# $people are lines, one a person; $count is how many.
meetup = ☕ <b>{ $count ->
        [one] Your get-together of the month
       *[other] Your get-together of the month, in three
    }</b>
    { $people }

    Write soon: suggesting the first date is the hardest part.
meetup-relayed = Reply to this message: I pass on your words and files, both ways, for four weeks.
meetup-person = <b>{ $name }</b>: { $ways }
meetup-question = To break the ice: { $question }
ice-breaker = { $number ->
        [0] what brought you here?
        [1] which place near you would you show first?
        [2] which small victory are you proud of this year?
        [3] what did you stop doing that did you good?
        [4] who taught you what you do best?
        [5] which question would you like to be asked more often?
        [6] what works where you are that nobody talks about?
        [7] what do you need this month, however small?
        [8] which failure taught you most?
        [9] what does a good day of work look like to you?
        [10] which book, film or podcast changed your mind?
       *[other] what could you do together that you would not do alone?
    }
meetup-left-over = This time I found nobody you have not met in the last months. You will come first at the next draw: { $day }.

meetup-asked = Did you meet { $names }?
choice-met = We met
choice-not-met = Not yet
meetup-met-noted = Good to hear!
meetup-not-met-noted = Noted. It is never too late.
meetups-left = Noted: you no longer take part in the get-togethers. To come back: /meetups

# For the team: how many, never who.
meetups-team = ☕ <b>Get-togethers in twos or threes</b>
    Taking part: { $guests }. Get-togethers drawn since the beginning: { $drawn }. Of which somebody says they took place: { $met }.

# The monthly letter, as members read it.

menu-show-letter = Read the latest letter of the month

letter-none = There has been no letter yet. Any news for the first one? /propose

# $title is the team's own, or none.
letter-title = ✉️ <b>The alliance’s letter, { $month }</b>{ $title ->
        [none] {""}
       *[other] {""}
    <b>{ $title }</b>
    }

letter-editorial = <i>{ $text }</i>

letter-part = <b>{ letter-heading }</b>
    { $lines }

letter-item = • { $text }
letter-said = { $text }

letter-heading = { $section ->
        [initiative] Initiatives
        [call] Calls
        [chantier] Working together
        [experience] Lessons learnt
        [resource] Resources
        [campaign] A helping hand
        [figures] In figures
        [podcast] Worth a listen
       *[meeting] Coming up
    }

letter-at = The same as a web page, easy to share: { $address }
letter-printed = The letter, { $month }, to print or pass on.
letter-older = Which letter would you like to read again?

letter-stem = letter { $month }
letter-head = The alliance’s letter, { $month }

choice-letter-pdf = PDF
choice-letter-older = Earlier letters

refusal-letter-no-older = There is no earlier letter.
refusal-letter-which = I did not understand { $typed }. To read a letter again: /letter October, or /letter 2026-10. To get it by e-mail: /letter email
refusal-letter-that-month = There was no letter that month. The latest: { $latest }. To read it: /letter

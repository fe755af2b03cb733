# Reading one’s time.

menu-balance = See my time account

balance = <b>Your balance: { $balance }</b>
    Time given: { $given }
    Time received: { $received }
    { $waiting ->
        [0] Nothing waits for an answer.
        [one] One exchange waits for an answer: /pending
       *[other] { $waiting } exchanges wait for an answer: /pending
    }

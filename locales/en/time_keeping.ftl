# What the team does with the time bank, in its chat.

## The nightly look at the ledger

# $lines are ledger-fault; $code stands in the operator's log.
ledger-broken = <b>The time accounts need somebody to look at them</b>
    I read them from beginning to end each night. This is what I found:
    { $lines }

    It is nobody’s fault. Before noting other exchanges, tell the person who looks after the server, with this code: <code>{ $code }</code>

# The numbers are those of entries or, for what is missing, of exchanges.
ledger-fault = • { $kind ->
        [unbalanced] the two sides of an entry are not zero together
        [gap] an entry is missing in the row
        [broken] an entry is no longer as it was sealed
        [alone] an entry lacks its confirmed exchange, or one of its sides
        [missing] a confirmed exchange was not entered
        [different] an entry says something else than its exchange
       *[sum] all balances together are not zero, but { $minutes }
    }{ $kind ->
        [sum] {""}
        [missing] {" "}(exchange { ledger-places })
       *[other] {" "}({ ledger-places })
    }

ledger-places = { $places }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }

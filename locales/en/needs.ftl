# Needs: what somebody looks for, read from one message, and what becomes of it.

refusal-need-draft = This request is not confirmed yet, and nobody was asked. Your requests: /needs
refusal-need-open = This request is open already: I am looking. Your requests: /needs
refusal-need-closed = This request is closed, nobody is looked for any more. A new one: /need
refusal-need-unmet = The team is looking for this request already. Your requests: /needs
refusal-need-expired = The day of this request has gone by. A new one: /need

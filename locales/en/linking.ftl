# The same person on two platforms: a code, a yes on each side, and how to part again.

menu-link = Be the same person on Telegram and Matrix
menu-unlink = Separate my two accounts
menu-unlink-somebody = Separate somebody’s two accounts

# Who stands across in what one exchanged with oneself, before one was known to be one.
holder-oneself = your other account

## Asking for a code, typing it

# $platform is where the code was asked for.
link-code = Your code: <code>{ $code }</code>

    Open { $platform ->
        [telegram] Matrix
        [matrix] Telegram
       *[other] your other messenger
    } and send me this code, alone, in private. It is good for ten minutes, and for one use.

    Keep it to yourself: send it to nobody, not even to somebody on the team.

link-unknown = This code is not, or no longer, good for anything. Ask for a new one with /link on your other account.

link-is-it-you = This code comes from { $platform }: <b>{ $name }</b> (<code>{ $account }</code>).

    Is that really you? The two accounts will be one: on both sides you will see the same balance, exchanges, offers and questions.

    If somebody sent you this code, say no: they would see all that.

# Said to whoever typed the code, once they agreed.
link-one-more = One last step: I have written to you on { $platform }. Answer me there.

link-confirm = On { $platform }, <b>{ $name }</b> (<code>{ $account }</code>) typed your code.

    Is that really you? The two accounts will be one, and all that is yours here can be read there too. If in doubt, say no.

linked = Done. Here and on { $platform } you are the same person from now on: your balance, exchanges, offers, questions and sign-ups follow you.

    I tell you things where you last wrote to me. To go back: /unlink

linked-balance = Your balance: { $balance }, made of { $mine } on one side and { $theirs } on the other.

link-refused = All right, nothing is linked. This code is good for nothing any more.
link-refused-there = Nothing is linked: the answer on { $platform } is no. The code is good for nothing any more. If somebody asked you for it, do not give them another.

link-burnt-here = Others have just read this code: it is good for nothing any more. Ask for a new one in private with /link, and send it to me in private.
link-burnt = Your code was written in a group: it is good for nothing any more, and nothing is linked. For another one: /link

## Once linked

# $where ends the sentence: see told-on-short.
link-shown = { $first } and { $second }: both are you. I tell you things { $where }.

told-on-short = { $name ->
        [telegram] always on Telegram
        [matrix] always on Matrix
       *[last] where you last wrote to me
    }

tell-me-on-ask-platform = Where shall I tell you things?
told-on = All right, I always tell you things on { $platform }.
told-where-last = All right, I tell you things where you last wrote to me.

## Parting

unlink = Separate your { $here } and { $there } accounts?

    <b>Each takes its own back</b>: each account has again what it had before. What was done since is not cut in two, and stays with the older one.

    <b>Leave all to { $there }</b>: this account begins anew, without balance or exchanges.

unlink-not = All right, nothing changes.

unlinked = Done, they are two people again. { $how ->
        [left] Here you begin anew; all the rest is on the other account.
       *[apart] Each account has again what it had.
    } To bring them together: /link

# Said on the other account. $by is other or team; $how says what this account keeps.
unlinked-told = { $by ->
        [team] The team has separated this account from yours on { $platform }.
       *[other] From { $platform }, these two accounts were separated.
    } { $how ->
        [kept] All that was yours stays here.
        [anew] Here you begin anew.
       *[apart] Here you have again what this account had.
    } A mistake? Write to the team with /ask.

unlink-somebody-ask-how = How shall they part? Each account can take back what it had; or all stays on one side, for instance when the other was stolen.

unlinked-by-team = Done: the two accounts of <b>{ $name }</b> are separated, and told.

## Choices

choice-link-agree = Yes, that is me
choice-link = Yes, link them
choice-link-refuse = No, that is not me
choice-tell-where = Where to tell me
choice-tell-on = Always on { $platform }
choice-tell-last = Where I write
choice-unlink = Separate my accounts
choice-unlink-apart = Each takes its own back
choice-unlink-leave = Leave all to { $platform }
choice-unlink-keep = All stays on { $platform }

## Refusals

refusal-code-unread = A code has eight signs, for example KX7P-9MTR. To get one: /link
refusal-link-codes = That makes { $most } codes in an hour. Try again a little later, or ask the team with /ask.
refusal-link-tries = That makes { $most } codes that were none. Wait an hour, or ask the team with /ask.
refusal-link-own-code = This is where you asked for it. Send it to me from your other account.
refusal-link-same-platform = This code comes from the same messenger. One links a Telegram account and a Matrix account.
refusal-link-taken = One of these accounts is linked with another already. Separate them first with /unlink.
refusal-link-over = This code is good for nothing any more. Ask for a new one with /link.
refusal-not-linked = This account is linked with no other. To link it: /link
refusal-unlink-nothing = This person’s accounts are not linked.

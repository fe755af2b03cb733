# Help: what one can do here, and how to step back or out of a question.

menu-show-help = See all that I can do
menu-go-back = Go back to the question before
menu-give-up = Stop without noting anything

help-private = <b>Ask a question</b>
    Just write it here.
    /anonymous — to the team, without saying who you are

    <b>Note time given or received</b>
    /hours 2h30 with @name for proofreading the application
    /balance — your time account
    /statement — what counted, line by line
    /pending — what waits for an answer
    /session — a workshop or a working day, together
    /gift, /pot — give hours away, ask the common pot for some
    /mobilise — ask the team for some of its time
    /organization — act in an organisation’s name

    <b>Help each other</b>
    /offer — say what you can do
    /need — look for a hand
    /directory, /map — find an ally
    /needs — your requests, and what next
    /profile — your profile, a break
    /support — when your organisation is struggling
    /calls — answer a call, write a bid together
    /buddy — a buddy to get you started
    /meetups — meet somebody each month

    <b>Follow the life of the alliance</b>
    /permanence — the monthly meeting, by video
    /agenda — the next seven days
    /agenda Sunday, /agenda bike — a day, a subject, a place
    /agenda subscribe Thursday 6pm — receive it every week
    /settings — choose what you receive
    /calendar — the agenda in your calendar
    /letter — the latest monthly letter
    /letter email — receive it by e-mail
    /resources — links, articles, videos, methods
    /propose — an event, some news, a resource
    /proposals — what you proposed
    /event — cancel or change one of your events

    <b>During a question</b>
    /back — return to the one before
    /cancel — stop it all

    /language — français, English
    /link — be the same person on Telegram and Matrix

help-group = <b>In this group</b>
    /ask — ask a question
    /permanence — the monthly meeting, by video
    /agenda — the next seven days
    /letter — the latest monthly letter
    /propose — an event, some news
    /hours — note time given or received
    /session — count a workshop or a working day
    /offer, /need — offer or look for a hand
    /settings, /language — for this group’s admins

    In private, plain words are enough.

help-team = <b>In the team’s chat</b>
    To answer a question, reply to its message: I pass it on.

    /queue — what waits for a decision
    /events — cancel or change an event to come
    /venues — the places of the agenda, and who speaks for them
    /feeds — the calendars and sites that I read
    /support — requests for support, and where they stand
    /entry — find, write or correct an entry
    /permanence — the next meeting, and who comes
    /letter — the next letter, as it stands
    /agenda — the next seven days
    /call — launch a call, choose among the answers
    /time — the time bank, and its figures
    /correct — correct an exchange that counts already
    /import, /partners — a former book, the other communities
    /directory — the allies, and their export
    /buddy, /meetups — suggest pairs, follow the get-togethers
    /membership, /leaver — note a membership, a departure
    /block, /separate — in case of abuse, or of accounts linked by mistake
    /log — the latest decisions
    /language — the language of this chat

# Before help-team, where somebody wrote plain words there.
help-nothing-passed-on = I have passed nothing of this message on to anybody.

given-up = All right, let us stop here. Nothing was noted.
asked-by-reply = Please reply to this message, so that I can read you.

# Links that open the bot at one thing.

menu-invite-here = Invite somebody to write to the bot

# The reader passes the second paragraph on.
invite-link = Here is how to invite people. Send this link, or print it on a poster: it opens a conversation with me.

    <a href="{ $link }">{ $link }</a>

    <i>There one speaks to <b>{ $fabrique }</b>.</i>

invite-no-link = There is no link to send here. Give my address: whoever writes to me in private speaks to <b>{ $fabrique }</b>.

question-follow-link = <a href="{ $link }">Follow it in private</a>

answer-open-private = { $name }, <a href="{ $link }">open this link</a>: we go on in private.

# One's own question, opened by its link. $state is open, taken, answered, closed or merged.
question-linked = <b>Your question</b>, asked on { $at }
    <blockquote>{ $question }</blockquote>
    { $state ->
        [open] It waits for the team.
        [taken] Somebody on the team looks after it.
        [answered] The team has answered it.
       *[closed] The team has closed it.
    } To add a detail, reply to this message.

question-linked-answer = <b>Their answer</b>
    { $answer }

refusal-link-unknown = This link leads nowhere, or no longer does. Write your question to me, or type /help.
refusal-link-not-yours = This link leads to somebody else’s question. To ask one, write it here.

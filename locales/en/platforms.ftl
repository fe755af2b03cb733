# Platforms: what the team is told of them, and whom the bot does not follow into a group.

# How a platform is called.
platform = { $platform ->
        [telegram] Telegram
        [matrix] Matrix
       *[other] the terminal
    }

platform-refuses = ⚠️ <b>{ platform } no longer lets me in</b>
    My account is refused there: I read nothing and answer nobody there. What I had to say is waiting, nothing is lost.
    Whoever looks after the server will see what to do with <code>python -m bot check</code>. I’ll tell you here as soon as it works again.

platform-works = ✅ <b>{ platform } lets me in again</b>
    I’m answering what was waiting.

# $name is whoever brought the bot into a group that they do not administer.
brought-farewell = Hello { $name }, and thank you for the invitation! I only join a group when one of its admins asks: they can invite me, if you all would like that. Until then I’m leaving again, without having read anything.
    If you have a question of your own, write to me in private: I answer everybody.

# $chat is the platform's own id of the team's new room.
moved-team = This room has moved, and I came along: nothing is lost.
    So that I find you again after a restart, whoever looks after the server replaces the team’s former id in the settings by this one: <code>{ $chat }</code>

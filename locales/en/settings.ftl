# What a group receives, and when.

menu-settings = Choose what is received here

# $agenda and $letter are yes or no, $day a day of the week, $at an hour.
settings = <b>What this group receives</b>
    Agenda: { $agenda ->
        [yes] every { $day } at { $at }
       *[no] no
    }
    Letter: { $letter ->
        [yes] each month
       *[no] no
    }

settings-own = <b>What you receive</b>
    Agenda: { $agenda ->
        [yes] every { $day } at { $at }
       *[no] no
    }
    Letter: { $letter ->
        [yes] each month
       *[no] no
    }

# The operator needs it.
settings-chat = <i>Technical id of this group:</i> <code>{ $chat }</code>

set-time-ask-weekday = On which day { $private ->
        [true] would you like to receive the agenda?
       *[false] shall I post the agenda?
    }
set-time-ask-hour = At what time? Choose, or write for example 18:30.

# Days are numbered from Monday, 0.
weekday = { $number ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }

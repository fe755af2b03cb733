# Get-togethers that allies host.

menu-host = Host a get-together of allies

host-ask-when = Thank you for hosting! A table and a few chairs are enough, or a video call. Which day, at what time? For example: 12 May at 6:30pm.
host-ask-place = Where is it? A place everybody may read: a town, a café, “by video”. The exact address comes next.
host-ask-seats = How many people can come? Write a number.
host-ask-details = What does one need to know to get there: an address, a code, a link? I will tell only those who sign up.
# $line is hosting-line; $details may be nothing.
host-ask-sure = <b>To check</b>
    { $line }
    { $seats ->
        [one] One seat
       *[other] { $seats } seats
    }{ $details ->
        [none] {""}
       *[other] , and for those who sign up: { $details }
    }

    If the team agrees, the day and the place go into the agenda, and allies are shown your name.
choice-nothing-more = Nothing more

hosting-line = { $when }, { $place } — with { $host }
hosting-offered = Thank you! The team looks at it, and I will answer here.
hosting-card = <b>A get-together to host</b>
    { $line }
    { $seats ->
        [one] One seat
       *[other] { $seats } seats
    }
hosting-approved = Agreed, it is in the agenda:
    { $line }

    I tell people near there who like to meet, and I write to you at each sign-up. Something came up? /meetups
hosting-refused = The team does not keep this get-together:
    { $line }

    To talk about it with them, write me your question here. Another date? /host

hostings-to-come = <b>Hosted by allies</b>
    { $lines }
choice-come-on = I will come { $day }
choice-cancel-hosting = Call off { $day }
hosting-none-to-come = To what? I see no get-together of allies ahead. See also /agenda and /permanence
agenda-hosted = <i>To come to a get-together of allies, write to me in private: /meetups</i>
hosting-near = 🏡 A get-together near you:
    { $line }
hosting-guest = 🏡 You are signed up:
    { $line }

    Your host knows your name. I will remind you the day before.
hosting-details = To get there: { $details }
hosting-not-coming = Noted, your seat is free for somebody else.
hosting-one-more = { $name } is coming to your get-together. { $left ->
        [0] It is full!
        [one] One seat is left.
       *[other] { $left } seats are left.
    }
hosting-one-less = { $name } is no longer coming to your get-together.
hosting-tomorrow = 🏡 It is tomorrow:
    { $line }
hosting-eve = 🏡 Your get-together is on { $day }. { $count ->
        [one] One person is coming: { $names }.
       *[other] { $count } people are coming: { $names }.
    }
hosting-cancelled = This get-together will not take place:
    { $line }
hosting-cancel-noted = It is called off, and those who had signed up are told. Another time, perhaps!

hosting-call = 🏡 Who hosts a get-together in { $month }? A café, a workshop, a room, a video call: the place matters less than the open door.

hosting-held-asked = Did your get-together on { $day } take place?
choice-held = It took place
choice-not-held = It did not
hosting-thanks = Thank you for opening the door! It is noted in your profile.
hosting-not-held-noted = Noted, it happens. Another time: /host
hosting-came-asked = Were you at the get-together on { $day }?
hosting-came-noted = Thank you!
hosting-not-came-noted = Noted.
hosting-directory = Would you like to be found again? Say in your profile what you can do, and who may see it.
choice-my-card = See my profile

refusal-hosting-place = A place in a few words, please, { $most } characters at most: “Firminy, station café”.
refusal-hosting-details = In a few words, { $most } characters at most: an address, a code, a link.
refusal-hosting-seats = A number from { $least } to { $most }, for example 10.
refusal-hosting-twice = You already offered a get-together that day. Another date? /host
refusal-hosting-over = This get-together is over. The next ones: /meetups
refusal-hosting-yours = It is your get-together: you are there already!
refusal-hosting-full = It is full. Other get-togethers: /meetups

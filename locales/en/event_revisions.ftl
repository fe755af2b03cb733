# What a source says otherwise of an event that the team approved: words for the team.

# $lines are the phrases event-revision-line.
event-revision = <b>{ $name } words this event otherwise:</b>
    { $event }
    { $lines }
    The agenda keeps what you approved until you agree.

# $old and $new are empty where nothing is said.
event-revision-line = { $part ->
        [when] When
        [status] State
        [title] Title
        [place] Place
        [link] Link
        [text] Description
        [cost] Cost
        [price] Price
        [conditions] Conditions
        [access] Access
        [tags] Subjects
        [families] For families
        [volunteers] Volunteers
        [district] District
        [commune] Town
       *[other] Picture
    }: { $old ->
        [none] (nothing)
       *[other] { $old }
    } → { $new ->
        [none] (nothing)
       *[other] { $new }
    }

event-revision-value = { $value ->
        [scheduled] takes place
        [cancelled] cancelled
        [moved] new place
        [rescheduled] new time
        [postponed] postponed
        [full] full
        [free] free
        [open] pay what you can
        [paid] paid
       *[other] yes
    }

event-revisions-more = { $name } words { $count ->
        [one] one more event
       *[other] { $count } more events
    } of the agenda otherwise. See them all with /queue.

news-event-known = This event is known already: { $title }. There is nothing to add.

refusal-feeds-enough = Thank you, you have given me { $most } addresses to read, which is the most I take from one person. For one more, write to the team.

refusal-feeds-today = Thank you! I have taken { $most } addresses from you since yesterday. Give me this one again tomorrow, or write to the team.

choice-keep-old-words = Keep the old words

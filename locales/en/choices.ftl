# Labels of what one may press or type: a few words each.

choice-named = { $name }
choice-value = { $value }

# Put in place of the choices, once one was taken.
choice-taken = ✓ { $label }
choice-taken-by = ✓ { $label } — { $name }

choice-help = All that I can do

choice-exact = That is right
choice-cancel = Cancel
choice-spoken = They agreed, by word of mouth
choice-turn-round = Swap
choice-part-minutes = How long
choice-part-day = The day
choice-part-direction = Who gave
choice-part-partner = The person
choice-part-subject = What for
choice-paid = It is a paid mission
choice-not-paid = It is not paid
choice-keep-draft = Change nothing
choice-invite = Invite them
choice-offline = They have no phone
choice-same-one = It is the same
choice-another-one = It is another one
choice-me = Me
choice-confirm = Confirm
choice-contest = Dispute
choice-take-back = Take this exchange back

choice-right = 👍 That is it
choice-not-quite = Not quite
choice-to-team = Ask the team
choice-none = None of these
choice-in-private = Go on in private
choice-write-team = Write to the team
choice-write-unnamed = Write without my name
choice-send-beginning = Send the team the start
choice-propose-link = Propose it
choice-ask-about = Ask a question
choice-answer = Answer
choice-take = I will look after it
choice-give-back = Give it back
choice-same = Same question as…
choice-not-for-us = Not for us
choice-send-entry = Send this entry
choice-reopen = Open again
choice-keep-answer = Add to the base
choice-entry = Entry: { $title }
choice-retitle = Change the title
choice-reword = Change the answer
choice-mask = Mask it and send
choice-send-as-is = Send it as it is
choice-hide-name = Hide my name

choice-ask-helper = Ask { $name }
choice-accept = Gladly
choice-decline = Not this time
choice-withdraw-offers = Take my offers back

choice-event = An event
choice-news = Some news
choice-resource = A resource
choice-calendar = An online calendar
choice-send-to-team = Send to the team
choice-other-title = Change the title
choice-edit-title = Edit the title
choice-approve = Approve
choice-refuse = Refuse
choice-approve-all = Approve all
choice-one-by-one = One by one
choice-refuse-all = Refuse all
choice-it-arrived = It arrived
choice-send-again = Send again
choice-settled = Close

choice-edit = Edit
choice-add-wording = Add a wording
choice-retire = Retire
choice-restore = Restore
choice-merge = Merge with…
choice-history = History
choice-undo = Take the last change back
choice-write-entry = Write a new entry
choice-no-wording = No other
choice-publish = Publish
choice-still-true = Still true
choice-part-title = The title
choice-part-body = The answer
choice-part-wordings = The wordings
choice-part-source = The source
choice-part-date = The source’s date
choice-part-review = The day of review
choice-part-tags = The tags
choice-in-a-year = In a year
choice-no-review = Never
choice-today = Today

choice-agenda-on = Receive the agenda
choice-agenda-off = Stop the agenda
choice-letter-on = Receive the letter
choice-letter-off = Stop the letter
choice-other-time = Change the day or the time

choice-statement = My statement in detail
choice-lines-older = Older ones
choice-lines-newer = Newer ones
choice-csv = CSV file
choice-pdf = PDF file
choice-year = My year as a picture
choice-year-before = The year before
choice-monthly-on = My statement each month
choice-monthly-off = No longer send it
choice-way-shared = Shared
choice-way-offered = Offered by the pot
choice-way-common = Working day
choice-was-there = I was there
choice-was-not-there = I was not there
choice-close-session = Close the session
choice-cancel-session = Cancel the session
choice-see-session = See again: { $subject }
choice-add-people = Add people
choice-not-yet = Not yet
choice-let-pot-offer = Let the pot offer it
choice-not-right = This is not right

choice-the-pot = The common pot
choice-accept-gift = Accept
choice-decline-gift = Decline kindly
choice-grant = Grant it
choice-not-this-time = Not this time

choice-take-on = I take it on
choice-next-month = Next month
choice-cannot = Not possible
choice-was-done = It is done
choice-withdraw-request = Withdraw my request

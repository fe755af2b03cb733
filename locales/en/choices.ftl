# Labels of what one may press or type: a few words each.

choice-named = { $name }
choice-value = { $value }

# Put in place of the choices, once one was taken.
choice-taken = ✓ { $label }
choice-taken-by = ✓ { $label } — { $name }

choice-help = All that I can do

choice-exact = That is right
choice-cancel = Cancel
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
choice-send-beginning = Send the team the start
choice-propose-link = Propose it
choice-ask-about = Ask a question
choice-answer = Answer
choice-take = I will look after it
choice-not-for-us = Not for us

choice-ask-helper = Ask { $name }
choice-accept = Gladly
choice-decline = Not this time
choice-withdraw-offers = Take my offers back

choice-event = An event
choice-news = Some news
choice-approve = Approve
choice-refuse = Refuse
choice-approve-all = Approve all
choice-one-by-one = One by one
choice-refuse-all = Refuse all
choice-it-arrived = It arrived
choice-send-again = Send again
choice-settled = Close

choice-agenda-on = Receive the agenda
choice-agenda-off = Stop the agenda
choice-letter-on = Receive the letter
choice-letter-off = Stop the letter
choice-other-time = Change the day or the time

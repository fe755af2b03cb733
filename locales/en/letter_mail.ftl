# The letter by e-mail: in the chat, in the mail itself, and on the pages that its links open.

letter-ways = The letter of the month comes { $private ->
        [true] here
       *[other] to this group
    } if the settings say so: /settings{ $mails ->
        [true] {"\u000A"}It comes by e-mail too, if you give me your address{ $private ->
            [true] {""}
           *[other] {" "}in private
        }: /letter email
       *[other] {""}
    }
letter-subscribed = Noted: I will send you the letter of the month here. The next one is planned for { $due }. To stop it: /letter stop{ $mails ->
        [true] {"\u000A"}It comes by e-mail too, if you give me your address: /letter email
       *[other] {""}
    }
letter-unsubscribed = Noted: no more letter { $private ->
        [true] in private
       *[false] in this group
    }. To receive it again: /letter subscribe
letter-not-received = You do not receive the letter: there is nothing to stop. To receive it: /letter subscribe
choice-letter-by-mail = By e-mail
mail-none = I can send you the letter of the month by e-mail.
mail-set = The letter of the month reaches you at { $address }. To stop it: /letter stop
mail-waits = I wrote to { $address }. The code in that mail confirms that you want the letter.
mail-refused = The server of { $address } does not take our mails. Another address?
mail-confirmed = Done: the next letter will arrive at { $address }. To stop it: /letter stop
mail-stopped = Done, your address is forgotten. You can still read the letter here: /letter
mail-not-set = You do not get the letter by e-mail. To get it: /letter email

mail-me-ask-address = At which address? For example: ada@exemple.org

# $link is yes where the mail has a link too.
confirm-mail-ask-code = I have just written to that address. { $link ->
        [yes] Open the link in that mail, or copy its code here.
       *[no] Copy the code in that mail here.
    } If nothing comes within a quarter of an hour, look among your spam.

choice-mail-set = Give my address
choice-mail-other = Another address
choice-mail-stop = Stop it
choice-mail-code = I have the code

refusal-mail-private = E-mail addresses are between you and me: write this to me in private. Here, delete your message if it holds an address.
refusal-mail-off = I do not send e-mails here yet. The letter can always be read in this chat: /letter
refusal-mail-address = That does not look like an e-mail address. For example: /letter email ada@exemple.org
refusal-mail-often = You have asked three times today. Try again tomorrow, and look among your spam.
refusal-mail-code = This code belongs to no recent request. Check it in the latest mail, or ask for another one: /letter email
refusal-mail-code-form = A code has ten letters and digits, such as K7QPM-3XW9T.

# What somebody is told whose address is refused.
mail-bounced = The letter could not be delivered to { $address }: its server no longer knows that address. I no longer write to it. Another address? /letter email

# What somebody is told who typed an address that does not exist.
mail-nobody = My message could not get to { $address }: there is nobody at that address. Is it spelled right? To give another one: /letter email

# The mail itself. Plain words.
mail-ask-subject = Do you want the alliance’s letter?
mail-ask-hello = Hello,
mail-ask-why = Somebody asked for the monthly letter of { $fabrique } to come to this address. If it was you, say so:
mail-ask-button = Yes, I want the letter
mail-ask-code = Or copy this code into your conversation with the bot:
mail-ask-code-only = Copy this code into your conversation with the bot:
mail-ask-else = If it was not you, do nothing: nothing will be sent, and this address will be forgotten in three days.
mail-ask-known = Somebody asked for the monthly letter of { $fabrique } to come to this address. It gets it already: there is nothing to do.
mail-ask-known-code = If it was you, and you want to manage it from your chat with the bot, copy this code there:

mail-letter-subject = { $title ->
        [none] { $head }
       *[other] { $title } — { $head }
    }
mail-why = You get this mail because this address asked for the letter of { $fabrique }.
mail-web = Read it online
mail-leave = Stop getting it
mail-leave-chat = To stop getting it: /letter stop, in your conversation with the bot.

# Pages.
page-letters = The letters of { $fabrique }
page-letters-none = The first letter is yet to come.
page-letters-all = All letters
page-pdf = Download as PDF
page-other-language = Français
page-missing = This page does not exist, or no longer.
page-confirm = Do you want the letter of { $fabrique }?
page-confirm-button = Yes, I want the letter
page-confirmed = Done: the next letter will come to your address.
page-confirm-over = This request is more than three days old. Ask the bot for the letter again: /letter email
page-leave = Stop getting the letter of { $fabrique }?
page-leave-button = Stop getting it
page-left = Done: your address is forgotten.

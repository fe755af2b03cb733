"""All commands, in the order in which help and menus show them.

The order decides which command a plain sentence means: asking a question takes whatever is left.
"""

from __future__ import annotations

from chat.command import Commands
from handlers import (
    agenda,
    help,
    joining,
    language,
    letter,
    matching,
    moderation,
    permanence,
    questions,
    settings,
    timebank,
)


def all_commands() -> Commands:
    """Every command of the bot."""
    return Commands(
        [
            timebank.note_exchange,
            timebank.confirm_exchange,
            timebank.contest_exchange,
            timebank.cancel_exchange,
            timebank.balance,
            timebank.pending,
            matching.offer,
            matching.withdraw_offers,
            matching.ask_for_help,
            matching.ask_helper,
            matching.accept,
            matching.decline,
            agenda.show_agenda,
            agenda.propose,
            agenda.propose_event,
            agenda.propose_item,
            agenda.take_file,
            letter.show_letter,
            permanence.ask,
            permanence.show_entry,
            permanence.answer_is_right,
            questions.hand_over,
            questions.answer_question,
            permanence.follow_up,
            questions.take_question,
            questions.dismiss_question,
            questions.edited,
            questions.deleted,
            moderation.queue,
            moderation.show_log,
            moderation.approve_event,
            moderation.refuse_event,
            moderation.approve_batch,
            moderation.refuse_batch,
            moderation.see_batch,
            moderation.approve_item,
            moderation.refuse_item,
            moderation.it_arrived,
            moderation.send_again,
            moderation.settle_contest,
            joining.begin,
            joining.joined_group,
            joining.left_group,
            joining.moved_group,
            language.set_language,
            settings.settings,
            settings.toggle_agenda,
            settings.toggle_letter,
            settings.set_time,
            help.show_help,
            help.go_back,
            help.give_up,
        ]
    )

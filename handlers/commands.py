"""All commands, in the order in which help and menus show them.

The order decides which command a plain sentence means: asking a question takes whatever is left.
"""

from __future__ import annotations

from chat.command import Commands
from handlers import (
    agenda,
    answers_kept,
    handed_over,
    help,
    joining,
    language,
    letter,
    matching,
    moderation,
    permanence,
    questions,
    same_questions,
    settings,
    timebank,
)

QUESTIONS = (
    questions.ask_anonymously,
    questions.hand_over,
    questions.hide_name,
    questions.pass_on,
    questions.keep_to_oneself,
    handed_over.answer_question,
    handed_over.send_entry,
    handed_over.take_question,
    handed_over.give_back_question,
    handed_over.dismiss_question,
    handed_over.reopen_question,
    same_questions.merge_question,
    answers_kept.keep_answer,
    answers_kept.retitle_draft,
    answers_kept.reword_draft,
    answers_kept.publish_draft,
    answers_kept.drop_draft,
    questions.edited,
    questions.deleted,
)
"""Questions before the team, from both sides."""


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
            *QUESTIONS,
            permanence.follow_up,
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

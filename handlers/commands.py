"""All commands, in the order in which help and menus show them.

The order decides which command a plain sentence means: asking a question takes whatever is left.
"""

from __future__ import annotations

from chat.command import Commands
from handlers import (
    agenda,
    answers,
    answers_kept,
    brought,
    entries,
    entry_words,
    handed_over,
    help,
    joining,
    language,
    letter,
    matching,
    meeting_dates,
    meeting_questions,
    meeting_review,
    meetings,
    moderation,
    permanence,
    questions,
    resources,
    same_questions,
    settings,
    small_talk,
    timebank,
    touched,
)

_MEETING = (
    meetings.show_meeting,
    meetings.sign_up,
    meetings.sign_up_here,
    meetings.sign_off,
    meetings.meeting_file,
    meeting_questions.bring_question,
    meeting_questions.keep_for_meeting,
    meeting_questions.ask_team_now,
    meeting_questions.answer_brought,
    meeting_questions.answered_aloud,
    meeting_dates.other_months,
    meeting_dates.see_month,
    meeting_dates.change_day,
    meeting_dates.change_hour,
    meeting_dates.change_link,
    meeting_dates.keep_day,
    meeting_dates.skip_month,
    meeting_dates.restore_month,
    meeting_review.review_meeting,
    meeting_review.see_guests,
    meeting_review.tick,
    meeting_review.tick_all,
    meeting_review.draft_summary,
    meeting_review.print_summary,
    meeting_review.write_summary,
)

ASKING = (
    permanence.ask,
    permanence.ask_about,
    permanence.ask_further,
    answers.show_entry,
    answers.answer_is_right,
    answers.not_quite,
    answers.to_team,
    answers.continue_in_private,
    small_talk.write_to_team,
    permanence.follow_up,
    permanence.reworded,  # before the team's: it hands on what waits there
)
"""Asking, and being answered by the base."""

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
    touched.edited,
    touched.deleted,
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
            *matching.COMMANDS,
            agenda.show_agenda,
            agenda.propose,
            agenda.propose_event,
            agenda.propose_item,
            agenda.follow_calendar,
            *resources.COMMANDS,
            brought.take_file,
            letter.show_letter,
            *_MEETING,
            *ASKING,
            *QUESTIONS,
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
            *entries.COMMANDS,
            *entry_words.COMMANDS,
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

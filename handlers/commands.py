"""All commands, in the order in which help and menus show them.

The order decides which command a plain sentence means: what is left is mostly a question.
"""

from __future__ import annotations

from chat.command import Commands
from handlers import (
    agenda,
    agenda_questions,
    agenda_readers,
    agreeing,
    allies,
    answers,
    answers_kept,
    between,
    bids,
    brought,
    calendars_out,
    call_answers,
    call_drafts,
    call_selection,
    calls,
    changing,
    confirming,
    contests,
    corrections,
    deep_links,
    directory,
    entries,
    entry_words,
    event_approval,
    event_corrections,
    event_edits,
    event_posters,
    event_prices,
    event_proposals,
    event_review,
    event_revisions,
    events_desk,
    feeds,
    free_words,
    get_togethers,
    gifts,
    handed_over,
    help,
    helped,
    hosts,
    introducing,
    joining,
    journal,
    language,
    letter,
    letter_desk,
    letter_issues,
    letter_items,
    letter_mail,
    letter_time,
    linking,
    meeting_dates,
    meeting_questions,
    meeting_review,
    meeting_vote,
    meetings,
    memberships,
    mobilising,
    moderation,
    need_calls,
    need_changes,
    need_desk,
    needs,
    news_events,
    noting,
    offering,
    organisations,
    own_events,
    pairs,
    pending,
    permanence,
    profiles,
    questions,
    reading,
    relaying,
    resources,
    same_questions,
    session_closing,
    sessions,
    set_up,
    settings,
    settings_manners,
    settings_tastes,
    skill_map,
    skill_names,
    small_talk,
    support,
    support_desk,
    support_follow,
    support_relay,
    time_figures,
    time_import,
    time_keeping,
    time_leavers,
    touched,
    unlinking,
    unsubscribing,
    venues,
    who_sees,
)

_AGREEING = (
    confirming.confirm_exchange,
    confirming.agree_after_all,
    confirming.cancel_exchange,
    changing.change_exchange,
    changing.restate_minutes,
    changing.restate_day,
    changing.restate_subject,
    contests.contest_exchange,
    contests.say_why,
    contests.say_about_exchange,
    contests.write_to_both,
    contests.uphold_exchange,
    contests.settle_as,
    contests.settle_contest,
    pending.turn_pending,
)
"""What becomes of an exchange that was noted."""

_CALLS = (
    *call_drafts.COMMANDS,
    *calls.COMMANDS,
    *call_answers.COMMANDS,
    *call_selection.COMMANDS,
    *bids.COMMANDS,
)
"""Calls for interest, and funding calls answered together."""

_TOGETHER = (*pairs.COMMANDS, *get_togethers.COMMANDS, *hosts.COMMANDS)
"""Allies who meet."""

_NEEDING = (
    *needs.COMMANDS,
    *need_changes.COMMANDS,
    *need_calls.COMMANDS,
    *need_desk.COMMANDS,
)
"""Asking allies for a hand."""

_INTRODUCING = (
    *introducing.COMMANDS,
    *agreeing.COMMANDS,
    *relaying.COMMANDS,
    *helped.COMMANDS,
)
"""Two people brought together, and all that follows."""

_LINKING = (*linking.COMMANDS, *unlinking.COMMANDS)
"""The same person on two platforms."""

_SUPPORT = (
    *support.COMMANDS,
    *support_follow.COMMANDS,
    *support_desk.COMMANDS,
    *support_relay.COMMANDS,
)
"""A structure in difficulty, from all sides."""

_AGENDA = (
    *agenda.COMMANDS,
    *event_edits.COMMANDS,  # before all others that hear an edit
    *event_proposals.COMMANDS,
    *event_posters.COMMANDS,
    *own_events.COMMANDS,
    *event_corrections.COMMANDS,
    *events_desk.COMMANDS,
    *calendars_out.COMMANDS,
)
"""What happens, as it is proposed, read and corrected."""

_LETTER = (
    *letter.COMMANDS,
    *letter_items.COMMANDS,
    *letter_desk.COMMANDS,
    *letter_issues.COMMANDS,
    *letter_time.COMMANDS,
    *letter_mail.COMMANDS,
)
"""The monthly letter, as it is gathered, released and read."""

_MEETING = (
    meetings.show_meeting,
    meetings.sign_up,
    meetings.sign_up_here,
    meetings.sign_off,
    meetings.sign_off_here,
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
    *meeting_vote.COMMANDS,
    meeting_review.review_meeting,
    meeting_review.see_guests,
    meeting_review.tick,
    meeting_review.tick_all,
    meeting_review.draft_summary,
    meeting_review.print_summary,
    meeting_review.write_summary,
)

ASKING = (
    *free_words.COMMANDS,
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
    touched.take_back,
)
"""Questions before the team, from both sides."""


_PLACES = (
    joining.begin,
    joining.joined_group,
    joining.brought_to_group,
    joining.left_group,
    joining.moved_group,
    language.set_language,
    *set_up.COMMANDS,
    *deep_links.COMMANDS,
    *settings.COMMANDS,
    *settings_tastes.COMMANDS,
    *settings_manners.COMMANDS,
)
"""Meeting the bot, and what a person or a group decides about it."""


def all_commands() -> Commands:
    """Every command of the bot."""
    return Commands(
        [
            *unsubscribing.COMMANDS,
            *agenda_readers.COMMANDS,
            *agenda_questions.COMMANDS,  # before what asks for help, and the base
            *noting.COMMANDS,
            *reading.COMMANDS,
            pending.pending,
            corrections.correct,
            *sessions.COMMANDS,
            *session_closing.COMMANDS,
            *gifts.COMMANDS,
            *mobilising.COMMANDS,
            *organisations.COMMANDS,
            *_AGREEING,
            *offering.COMMANDS,
            *skill_names.COMMANDS,
            *_NEEDING,
            *_INTRODUCING,
            *_CALLS,
            *profiles.COMMANDS,
            *who_sees.COMMANDS,
            *allies.COMMANDS,
            *directory.COMMANDS,
            *skill_map.COMMANDS,
            *_SUPPORT,
            *_TOGETHER,
            *_AGENDA,
            *resources.COMMANDS,
            brought.take_file,
            *_LETTER,
            *_LINKING,
            *_MEETING,
            *ASKING,
            *QUESTIONS,
            *between.COMMANDS,
            *moderation.COMMANDS,
            *feeds.COMMANDS,
            *news_events.COMMANDS,
            *event_review.COMMANDS,
            *event_prices.COMMANDS,
            *event_revisions.COMMANDS,
            *event_approval.COMMANDS,
            *venues.COMMANDS,
            *journal.COMMANDS,
            *time_keeping.COMMANDS,
            *time_figures.COMMANDS,
            *time_leavers.COMMANDS,
            memberships.set_member,
            *time_import.COMMANDS,
            *entries.COMMANDS,
            *entry_words.COMMANDS,
            *_PLACES,
            *help.COMMANDS,
        ]
    )

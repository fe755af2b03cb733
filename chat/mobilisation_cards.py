"""Time asked of the team, as the team and its asker see it."""

from __future__ import annotations

from collections.abc import Sequence

from chat.cards import choice
from chat.words import Choice, Reply, say
from domain.mobilising import Case, Mobilisation, MobilisationState
from domain.values import Minutes, Month, Phrase


def mobilisation_card(case: Case) -> Reply:
    """A request before the team, as it stands."""
    request = case.request
    reply = say(
        "mobilisation-card",
        asker=case.asker,
        duration=Minutes(request.minutes),
        what=request.what,
        balance=Minutes(case.balance),
    )
    if request.state is MobilisationState.ASKED:
        reply = reply.then("mobilisation-capacity", **_capacity(case))
    state = (
        "postponed"
        if case.postponed and request.state is MobilisationState.ASKED
        else request.state.value
    )
    reply = reply.then(
        "mobilisation-state", state=state, name=case.taker, month=Month(request.month)
    )
    return reply.choose(*_choices(request)).on("mobilisation", request.id)


def capacity_phrase(announced: int | None, left: int | None, minutes: int) -> Phrase:
    """What the team announced for the month, and whether a request fits into the rest."""
    return Phrase("mobilisation-capacity", _of_month(announced, left, minutes))


def _capacity(case: Case) -> dict[str, object]:
    return _of_month(case.announced, case.left, case.request.minutes)


def _of_month(announced: int | None, left: int | None, minutes: int) -> dict[str, object]:
    return {
        "told": announced is not None,
        "announced": Minutes(announced or 0),
        "left": Minutes(left or 0),
        "enough": left is None or minutes <= left,
    }


def _choices(request: Mobilisation) -> Sequence[Choice]:
    given = {"mobilisation": request.id}
    if request.state is MobilisationState.ASKED:
        return (
            choice("choice-take-on", "take_mobilisation", **given),
            choice("choice-next-month", "put_mobilisation_off", **given),
            choice("choice-cannot", "decline_mobilisation", **given),
        )
    if request.state is MobilisationState.TAKEN:
        return (
            choice("choice-was-done", "mobilisation_done", **given),
            choice("choice-give-back", "give_mobilisation_back", **given),
        )
    return ()


def withdraw_choice(request: Mobilisation) -> Choice:
    """The asker's way out, as long as it was not done."""
    return choice("choice-withdraw-request", "withdraw_mobilisation", mobilisation=request.id)

"""What is heard in a Matrix event, and what no event can do."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.transports.matrix.draw import POLL, POLL_RESPONSE, poll
from bot.transports.matrix.receive import heard, refers_to
from bot.transports.matrix.rooms import Origin, Room, arrival, origin_of, predecessor, rank_of
from chat.transport import Act, Attachment, Heard, Page, Place, Rank, Speaker

Json = dict[str, Any]

ME = "@fabrique:exemple.test"
ADA = "@ada:exemple.test"
BASILE = "@basile:exemple.test"
NAMES = {ME: "La Fabrique", ADA: "Ada Exemple", BASILE: "Basile Fictif"}
ALONE = Room("!seule:exemple.test", ME, {ME: "La Fabrique", ADA: "Ada Exemple"}, "Ada")
GROUP = Room("!lilas:exemple.test", ME, NAMES, "Les Lilas")

ADA_SPEAKS = Speaker(ADA, "Ada Exemple", "ada")
BASILE_NAMED = Speaker(BASILE, "Basile Fictif", "basile")
IN_GROUP = Place("matrix", GROUP.id, private=False, title="Les Lilas")
IN_PRIVATE = Place("matrix", ALONE.id, private=True)
NOON = 1_750_000_000_000
MOMENT = datetime(2025, 6, 15, 15, 6, 40, tzinfo=UTC)
OURS = {"$ours": Origin(ME, "m.room.message"), "$hers": Origin(ADA, "m.room.message")}


def _event(content: Json, kind: str = "m.room.message", **more: Any) -> Json:
    event = {"type": kind, "event_id": "$dit", "sender": ADA, "origin_server_ts": NOON}
    return event | {"content": content} | more


def _text(body: str, **more: Any) -> Json:
    return _event({"msgtype": "m.text", "body": body} | more)


def _member(before: str | None, now: str, account: str = ME, **more: Any) -> Json:
    unsigned: Json = {"prev_sender": ADA}
    if before is not None:
        unsigned["prev_content"] = {"membership": before} | more
    return _event({"membership": now}, "m.room.member", state_key=account, unsigned=unsigned)


def _said(event: Json, room: Room = GROUP) -> Heard:
    update = heard(event, room, OURS)
    assert update is not None
    return update


def test_a_private_text_is_heard_whole() -> None:
    """Two members make a room private, whatever its name."""
    assert heard(_text("Bonjour"), ALONE, {}) == Heard(
        update="$dit",
        act=Act.SAID,
        place=IN_PRIVATE,
        speaker=ADA_SPEAKS,
        sent_at=MOMENT,
        text="Bonjour",
        message="$dit",
    )


def test_a_text_between_others_is_heard_but_not_addressed() -> None:
    """The group's name and its members come with it."""
    update = _said(_text("On y va ?"))
    assert (update.place, update.speaker, update.addressed) == (IN_GROUP, ADA_SPEAKS, False)


@pytest.mark.parametrize(
    "event",
    [
        _event({"msgtype": "m.notice", "body": "Je suis un robot"}),
        _event({"msgtype": "m.key.verification.request", "body": "Vérifier ?"}),
        _text("C’est moi") | {"sender": ME},
        _event({}, "m.room.topic", state_key=""),
        _event({"algorithm": "m.megolm.v1.aes-sha2"}, "m.room.encrypted"),
        _text("   "),
    ],
)
def test_what_is_not_for_a_bot_is_not_heard(event: Json) -> None:
    """Notices above all: two bots that answer each other never stop."""
    assert heard(event, ALONE, OURS) is None


@pytest.mark.parametrize("typed", ["!aide jardin", "/aide jardin"])
def test_a_command_has_one_form(typed: str) -> None:
    """Many clients keep the slash for themselves."""
    update = _said(_text(typed))
    assert (update.text, update.addressed) == ("/aide jardin", True)


@pytest.mark.parametrize("typed", ["!!!", "! oui", "/ 3", "!1"])
def test_a_sign_alone_is_no_command(typed: str) -> None:
    """A command begins with a letter."""
    update = _said(_text(typed))
    assert (update.text, update.addressed) == (typed, False)


@pytest.mark.parametrize(
    "typed",
    ["La Fabrique : aide", "la fabrique, aide", f"{ME} aide", f"{ME}: aide", "@fabrique aide"],
)
def test_the_bots_name_before_a_text_is_a_call(typed: str) -> None:
    """The name is no part of what is asked."""
    update = _said(_text(typed))
    assert (update.text, update.addressed) == ("aide", True)


@pytest.mark.parametrize("typed", ["La Fabrique est belle", "Fabriquer, oui", "@fabrique2 aide"])
def test_a_sentence_about_the_bot_is_no_call(typed: str) -> None:
    """Without a sign or a mention, its name is a word like another."""
    update = _said(_text(typed))
    assert (update.text, update.addressed) == (typed, False)


@pytest.mark.parametrize(
    "proof",
    [
        {"m.mentions": {"user_ids": [ME]}},
        {"formatted_body": '<a href="https://matrix.to/#/%40fabrique%3Aexemple.test">La F</a>'},
    ],
)
def test_a_mention_makes_the_bare_name_a_call(proof: Json) -> None:
    """Clients write the shown name in the text, and the account beside it."""
    update = _said(_text("La Fabrique !aide", **proof))
    assert (update.text, update.addressed) == ("/aide", True)


def test_mentions_are_accounts_that_the_text_names() -> None:
    """A reply lists whom it answers too; nothing in the text says that person's name."""
    update = _said(_text("2 h avec Basile Fictif", **{"m.mentions": {"user_ids": [ADA, BASILE]}}))
    assert update.mentions == (BASILE_NAMED,)


def test_a_reply_to_the_bot_is_addressed_and_loses_the_quotation() -> None:
    """Old clients repeat the message they answer before their own words."""
    relation = {"m.in_reply_to": {"event_id": "$ours"}}
    update = _said(_text("> <@fabrique:x> Quand ?\n> Où ?\n\nDemain", **{"m.relates_to": relation}))
    assert (update.text, update.reply_to, update.addressed) == ("Demain", "$ours", True)


def test_a_reply_to_somebody_else_is_not_addressed() -> None:
    """Who wrote the message answered decides."""
    relation = {"m.in_reply_to": {"event_id": "$hers"}}
    update = _said(
        _text("> Une citation voulue", **{"m.relates_to": relation}) | {"sender": BASILE}
    )
    assert (update.reply_to, update.addressed) == ("$hers", False)


@pytest.mark.parametrize(("falls_back", "reply_to"), [(True, None), (False, "$hers")])
def test_a_thread_is_part_of_the_place(falls_back: bool, reply_to: str | None) -> None:
    """What old clients show as an answer is none."""
    relation = {
        "rel_type": "m.thread",
        "event_id": "$fil",
        "is_falling_back": falls_back,
        "m.in_reply_to": {"event_id": "$hers"},
    }
    update = _said(_text("Ici", **{"m.relates_to": relation}))
    assert (update.place.thread, update.reply_to) == ("$fil", reply_to)


def _edit(by: str = ADA) -> Json:
    relation = {"rel_type": "m.replace", "event_id": "$hers"}
    new = {"msgtype": "m.text", "body": "!aide"}
    return _text("* !aide", **{"m.new_content": new, "m.relates_to": relation}) | {"sender": by}


def test_an_edit_is_the_new_text_of_the_old_message() -> None:
    """Its own id is the update's, so that two edits are two updates."""
    update = _said(_edit())
    assert (update.update, update.act, update.message) == ("$dit", Act.EDITED, "$hers")
    assert (update.text, update.addressed) == ("/aide", True)


def test_nobody_edits_for_another() -> None:
    """Servers let any member send an event that claims to replace another's."""
    assert heard(_edit(by=BASILE), GROUP, OURS) is None


@pytest.mark.parametrize(
    "redaction",
    [
        _event({"redacts": "$hers"}, "m.room.redaction"),
        _event({}, "m.room.redaction", redacts="$hers"),
    ],
)
def test_a_message_taken_back_is_deleted(redaction: Json) -> None:
    """Room version 11 moved the id into the content."""
    update = _said(redaction)
    assert (update.act, update.message) == (Act.DELETED, "$hers")
    assert refers_to(redaction, GROUP) == "$hers"


def test_a_press_taken_back_is_named_by_its_own_id() -> None:
    """What it chose is gone from the event, for the homeserver empties it."""
    redaction = _event({"redacts": "$r"}, "m.room.redaction")
    update = heard(redaction, GROUP, {"$r": Origin(ADA, "m.reaction")})
    assert update is not None
    assert (update.act, update.press, update.message) == (Act.RELEASED, "$r", None)
    assert not update.is_for_us


def test_a_moderator_takes_back_no_press_of_somebody_else() -> None:
    """Ada tidies up a room; Basile still said that he comes."""
    redaction = _event({"redacts": "$r"}, "m.room.redaction")
    assert heard(redaction, GROUP, {"$r": Origin(BASILE, "m.reaction")}) is None


def test_any_other_event_taken_back_is_nothing() -> None:
    """A topic, a widget."""
    redaction = _event({"redacts": "$r"}, "m.room.redaction")
    assert heard(redaction, GROUP, {"$r": Origin(ADA, "m.room.topic")}) is None


@pytest.mark.parametrize(("key", "choice"), [("1️⃣", 0), ("9⃣", 8), ("🔟", 9)])
def test_a_keycap_is_a_choice(key: str, choice: int) -> None:
    """With the variation selector or without: clients differ."""
    relation = {"rel_type": "m.annotation", "event_id": "$ours", "key": key}
    update = _said(_event({"m.relates_to": relation}, "m.reaction"))
    assert (update.act, update.message, update.choice) == (Act.PRESSED, "$ours", choice)
    assert update.press == "$dit"


@pytest.mark.parametrize("message", ["$hers", "$unknown"])
def test_a_keycap_under_what_the_bot_did_not_say_is_no_choice(message: str) -> None:
    """People count with keycaps among themselves too."""
    relation = {"rel_type": "m.annotation", "event_id": message, "key": "1️⃣"}
    reaction = _event({"m.relates_to": relation}, "m.reaction")
    assert heard(reaction, GROUP, OURS) is None
    assert refers_to(reaction, GROUP) == message


def test_what_is_pressed_or_edited_stands_in_its_thread() -> None:
    """Neither event names the thread, so the answer would go astray."""
    known = {
        "$ours": Origin(ME, "m.room.message", "$fil"),
        "$hers": Origin(ADA, "m.room.message", "$fil"),
    }
    relation = {"rel_type": "m.annotation", "event_id": "$ours", "key": "1️⃣"}
    pressed = heard(_event({"m.relates_to": relation}, "m.reaction"), GROUP, known)
    edited = heard(_edit(), GROUP, known)
    assert pressed is not None
    assert edited is not None
    assert (pressed.place.thread, edited.place.thread) == ("$fil", "$fil")
    relation = {"rel_type": "m.thread", "event_id": "$fil"}
    assert origin_of(_text("?", **{"m.relates_to": relation})).thread == "$fil"


def _voice(*answers: object, message: str = "$ours") -> Json:
    relation = {"rel_type": "m.reference", "event_id": message}
    return _event(
        {"m.relates_to": relation, POLL_RESPONSE: {"answers": list(answers)}}, POLL_RESPONSE
    )


@pytest.mark.parametrize(("answers", "choice"), [(("0",), 0), (("9", "1"), 9)])
def test_a_voice_in_a_poll_takes_a_choice(answers: tuple[str, ...], choice: int) -> None:
    """The first answer counts: the poll asked for one."""
    update = _said(_voice(*answers))
    assert (update.act, update.message, update.choice) == (Act.PRESSED, "$ours", choice)
    assert update.press == "$dit"


def test_a_voice_carries_the_mark_of_the_answer_drawn() -> None:
    """A poll's words stay as they were, whatever its message offers by then."""
    update = _said(_voice("1:0a1b2c3d"))
    assert (update.choice, update.mark) == (1, "0a1b2c3d")
    answers = poll(Page("Quand ?", ("Lundi", "Mardi"), ("aa", "bb")), IN_GROUP)
    assert [one["id"] for one in answers[POLL]["answers"]] == ["0:aa", "1:bb"]


def test_a_voice_without_an_answer_is_taken_back() -> None:
    """By the poll's message, for it says nothing else."""
    update = _said(_voice())
    assert (update.act, update.message, update.press) == (Act.RELEASED, "$ours", None)


@pytest.mark.parametrize(
    "voice", [_voice("-1"), _voice("a"), _voice("²"), _voice("0", message="$hers")]
)
def test_what_is_no_answer_of_the_poll_is_not_heard(voice: Json) -> None:
    """Nor a voice in a poll of somebody else."""
    assert heard(voice, GROUP, OURS) is None


def test_any_other_reaction_is_not_heard() -> None:
    """Thanks are not answered; nor are the bot's own keycaps."""
    relation = {"rel_type": "m.annotation", "event_id": "$ours", "key": "👍"}
    own = _event({"m.relates_to": relation | {"key": "1️⃣"}}, "m.reaction") | {"sender": ME}
    assert heard(_event({"m.relates_to": relation}, "m.reaction"), GROUP, OURS) is None
    assert heard(own, GROUP, OURS) is None


@pytest.mark.parametrize(
    ("msgtype", "kind"), [("m.file", "document"), ("m.image", "photo"), ("m.audio", "voice")]
)
def test_a_file_is_announced_without_words(msgtype: str, kind: str) -> None:
    """A body that is only the file's name says nothing."""
    content = {"msgtype": msgtype, "body": "a.bin", "url": "mxc://exemple.test/a"}
    update = _said(_event(content | {"info": {"size": 12, "mimetype": "text/plain"}}))
    ref = json.dumps({"url": "mxc://exemple.test/a"})
    assert update.attachment == Attachment(kind, "a.bin", "text/plain", 12, ref)
    assert update.text == ""


def test_an_encrypted_file_carries_its_key_and_its_caption() -> None:
    """What is needed to read it later is in the reference."""
    url = "mxc://exemple.test/b"
    secret = {"url": url, "iv": "A", "key": {"k": "B"}, "hashes": {"sha256": "C"}}
    content = {"msgtype": "m.file", "filename": "b.pdf", "body": "La lettre", "file": secret}
    update = _said(_event(content))
    assert update.attachment is not None
    assert (update.text, update.attachment.name) == ("La lettre", "b.pdf")
    kept = {"url": url, "key": "B", "sha256": "C", "iv": "A"}
    assert json.loads(update.attachment.ref) == kept


def test_a_sticker_is_an_attachment() -> None:
    """Its body describes it, and is not what the person says."""
    sticker = {"body": "Bravo", "url": "mxc://exemple.test/c", "info": {}}
    update = _said(_event(sticker, "m.sticker"))
    assert update.attachment is not None
    assert (update.attachment.kind, update.text) == ("sticker", "")


def test_an_invitation_to_a_group_is_told_with_its_author() -> None:
    """The bot joins by itself, so the join names who invited it."""
    update = _said(_member("invite", "join") | {"sender": ME})
    assert (update.act, update.speaker, update.place) == (Act.JOINED, ADA_SPEAKS, IN_GROUP)


@pytest.mark.parametrize(
    ("event", "room"),
    [
        (_member("invite", "join"), ALONE),
        (_member("invite", "join", is_direct=True), GROUP),
        (_member("join", "join"), GROUP),
        (_member("invite", "leave"), GROUP),
        (_member(None, "leave", BASILE), GROUP),
        (_member("join", "leave") | {"sender": ME}, GROUP),
    ],
)
def test_other_steps_are_not_told(event: Json, room: Room) -> None:
    """A private room, a change of name, an invitation withdrawn, others, the bot's own leaving."""
    assert heard(event, room, {}) is None


@pytest.mark.parametrize("how", ["leave", "ban"])
def test_a_kick_is_told(how: str) -> None:
    """The speaker is who did it."""
    update = _said(_member("join", how))
    assert (update.act, update.speaker) == (Act.LEFT, ADA_SPEAKS)


def test_a_person_who_leaves_a_private_room_blocked_the_bot() -> None:
    """Nothing said there is read any more."""
    deserted = Room("!seule:exemple.test", ME, {ME: "La Fabrique"})
    update = _said(_member("join", "leave", ADA), deserted)
    assert (update.act, update.speaker.account) == (Act.LEFT, ADA)


def test_arriving_where_a_room_goes_on_is_the_move_of_that_room() -> None:
    """The tombstone alone is no news: there may be no way into what it names."""
    tombstone = _event({"replacement_room": "!neuve"}, "m.room.tombstone", state_key="")
    created = _event({"predecessor": {"room_id": "!vieille"}}, "m.room.create", state_key="")
    new = Room("!neuve", ME, NAMES, continues="!vieille", creator=BASILE)
    update = _said(_member("invite", "join"), new)
    assert heard(tombstone, GROUP, {}) is None
    assert (update.act, update.place.chat, update.moved_to) == (Act.MIGRATED, "!vieille", "!neuve")
    assert update.speaker == BASILE_NAMED
    assert predecessor(created) == "!vieille"


@pytest.mark.parametrize("direct", [False, True])
def test_an_invitation_by_somebody_who_does_not_count_there_is_told_apart(*, direct: bool) -> None:
    """Whatever the invitation calls the group."""
    group = Room(GROUP.id, ME, NAMES, "Les Lilas", unheeded=frozenset({ADA}))
    update = _said(_member("invite", "join", is_direct=direct), group)
    assert (update.act, update.speaker) == (Act.BROUGHT, ADA_SPEAKS)


def test_what_a_group_said_before_the_bot_came_is_not_for_it() -> None:
    """Hearing begins with its own arrival."""
    events = [_text("avant"), _member(None, "invite"), _text("entre"), _member("invite", "join")]
    assert arrival([*events, _text("après")], GROUP) == 3


def test_what_a_person_said_since_the_invitation_is_for_the_bot() -> None:
    """People write at once, before the bot is there; further back is asked for when needed."""
    events = [_member(None, "invite"), _text("Bonjour"), _member("invite", "join")]
    assert [arrival(events, ALONE), arrival(events[1:], ALONE)] == [0, None]


@pytest.mark.parametrize(
    ("level", "rank"),
    [
        (0, Rank.MEMBER),
        (49, Rank.MEMBER),
        (50, Rank.ADMIN),
        ("100", Rank.OWNER),
        (None, Rank.ADMIN),
    ],
)
def test_power_levels_are_ranks(level: object, rank: Rank) -> None:
    """Without a level of their own, people have the room's default."""
    users = {} if level is None else {ADA: level}
    levels = {"users": users, "users_default": 50}
    assert rank_of(ADA, {"membership": "join"}, levels, _created("11")) is rank


def _created(version: str, **more: Any) -> Json:
    return _event({"room_version": version} | more, "m.room.create", state_key="") | {"sender": ME}


@pytest.mark.parametrize(("version", "rank"), [("11", Rank.MEMBER), ("12", Rank.OWNER)])
def test_creators_stand_above_all_levels_since_version_12(version: str, rank: Rank) -> None:
    """They are in no list of levels."""
    created = _created(version, additional_creators=[ADA])
    assert rank_of(ADA, {"membership": "join"}, {"users": {}}, created) is rank


@pytest.mark.parametrize("membership", ["leave", "ban", "invite", "knock", None])
def test_who_has_not_joined_is_gone(membership: str | None) -> None:
    """Whatever level is still written for them."""
    levels = {"users": {ADA: 100}}
    assert rank_of(ADA, {"membership": membership}, levels, _created("12")) is Rank.GONE


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
FIELDS = (
    "msgtype body formatted_body m.mentions m.relates_to m.new_content url file info filename"
    " membership replacement_room redacts predecessor"
).split()
KINDS = (
    "m.room.message m.sticker m.reaction m.room.redaction m.room.member m.room.tombstone"
    f" m.room.create m.room.encrypted {POLL_RESPONSE}"
).split()


@given(
    kind=st.sampled_from(KINDS),
    content=st.dictionaries(st.sampled_from(FIELDS), JSON) | JSON,
    unsigned=JSON,
    moment=JSON,
)
def test_no_event_breaks_the_bot(kind: str, content: Any, unsigned: Any, moment: Any) -> None:
    """An exception would stop the room there for ever, for the event comes again."""
    event = _event(content, kind, unsigned=unsigned, origin_server_ts=moment, state_key=ME)
    arrival([event], GROUP)
    origin_of(event)
    predecessor(event)
    refers_to(event, GROUP)
    heard(event, GROUP, OURS)
    rank_of(ADA, {"membership": "join"}, {"users": {ADA: content}}, event)


def test_text_that_no_database_takes_is_mended() -> None:
    """A NUL and half a surrogate pair can both be written in JSON."""
    assert _said(_text("a\0b\ud800")).text == "ab?"

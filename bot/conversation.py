"""One update's conversation: which command is meant, what it still has to ask, what is answered.

Works inside one open transaction and knows no platform: it reads what was heard and writes rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.asking import asked_by_reply, beginning, begun_on
from bot.composer import Composer, Letterhead
from bot.offered import Offered, chosen, gone, mark, nearly, page_of, pressed
from bot.presses import remember, taken_back
from bot.subjects import subject_of
from bot.typed import let_be, named, offered_here
from chat.command import Command, Commands, Partly, Several, Where, act
from chat.desk import Desk
from chat.kept import given_from_json, given_to_json
from chat.transport import Act, Page
from chat.words import Reply, Words
from domain.errors import Refusal
from storage import Store
from storage.prompts import Prompt

SIGNS = "/!"
"""What a command begins with: the sign of Telegram, and that of Matrix."""

WAYS_OUT = ("give_up", "go_back")
"""Commands that lead out of a question; typed alone, any other name may be its answer."""


@dataclass
class Conversation:
    """The conversation of one update. `answer` carries it out, `refuse` explains why not.

    `turned` is a message of whose choices others are asked for.
    """

    desk: Desk[Store]
    commands: Commands
    composer: Composer
    numbered: bool
    toast: Words | None = None
    thread: str | None = None
    turned: Page | None = None

    async def answer(self) -> None:
        """Carry out what was heard, and write what is said about it."""
        self.thread = self.desk.heard.place.thread
        if self.desk.heard.act is Act.SAID:
            await self._said()
        elif self.desk.heard.act is Act.PRESSED:
            await self._pressed()
        elif self.desk.heard.act is Act.RELEASED:
            await self._released()
        elif command := self.commands.on(self.desk.heard.act):
            await self._carry_out(command, {})
        desk = self.desk
        await self.composer.tell(desk.store, desk.notices, desk.fabrique.zone, desk.now)

    async def refuse(self, refusal: Refusal) -> None:
        """Say no, by a toast to a press; the question still stands, so it is put again."""
        words = Words(refusal.name, refusal.values)
        prompt = await self._prompt()
        if prompt is None or self.desk.heard.act is Act.PRESSED:
            await self.say_shortly(words)
        else:
            await self._ask(prompt.command, prompt, first=Reply(words=(words,)))

    async def give_up(self, refusal: Refusal) -> None:
        """Say no, and drop a question that nothing can answer any more."""
        await self.desk.store.prompts.drop(self.desk.chat.id, self.desk.person.id)
        await self.say_shortly(Words(refusal.name, refusal.values))

    async def say_shortly(self, words: Words) -> None:
        """Say one line: as a toast to a press, else as a message."""
        if self.desk.heard.act is Act.PRESSED:
            self.toast = words
        else:
            await self.say_words(words)

    async def say_words(self, words: Words) -> None:
        """Say a short line as a message, where a press cannot be answered otherwise."""
        await self._say(Reply(words=(words,)))

    async def _said(self) -> None:
        text = self.desk.heard.text.strip()
        if text[:1] in SIGNS and text[1:2].isalpha():
            await self._ordered(text[1:])
        elif self.desk.heard.attachment is not None:
            await self._brought_file(text)
        elif not (
            await self._about(text) or await self._bare_word(text) or await self._answered(text)
        ):
            await self._sentence(text)

    async def _ordered(self, text: str) -> None:
        word, rest = (*text.split(maxsplit=1), "")[:2]
        command = self.commands.typed(word)
        if command is None or not self._listed(command):
            if not self.desk.chat.private:
                return  # in a group it may be another bot's
            raise Refusal("refusal-unknown-command", command=f"/{word[:40]}")
        if not await self._given_outside(command, rest.strip()):
            self._allow(command)
            await self._begin(command, rest.strip())

    async def _given_outside(self, command: Command, text: str) -> bool:
        """Whether a private command says something where others read along."""
        if command.outside is None or self.desk.chat.private:
            return False
        await self._deliver(await command.outside(self.desk, text), None)
        return True

    async def _bare_word(self, text: str) -> bool:
        """In private a command's name alone gives it; within a question, only to get out of it."""
        command = self.commands.typed(text) if self.desk.chat.private else None
        if command is None or not self._listed(command):
            return False
        if command.name not in WAYS_OUT and await self._prompt() is not None:
            return False
        await self._begin(command, "")
        return True

    async def _begin(self, command: Command, text: str) -> None:
        way_out = await let_be(self.desk) if command.name == "give_up" else None
        if way_out is not None:
            await self._choose(way_out)
            return
        line = await command.read_line(self.desk, text)
        if line.refusal is None:
            await self._carry_out(command, line.given)
        elif command.missing(line.given) is None:
            raise line.refusal
        else:
            first = Reply(words=(Words(line.refusal.name, line.refusal.values),))
            await self._carry_out(command, line.given, first=first)

    async def _brought_file(self, text: str) -> None:
        if await self._about(text) or await self._answered_by_file(text):
            return
        command = self.commands.called("take_file")
        if command is not None and (self.desk.chat.private or self.desk.heard.addressed):
            await self._carry_out(command, {})

    async def _about(self, text: str) -> bool:
        """A plain reply to a message about a thing speaks of that thing, and so do plain words in
        the thread of a question, unless something was asked there.
        """
        desk = self.desk
        subject = await subject_of(desk.store, desk.heard, desk.chat.id, now=desk.now)
        if subject is None:
            return False
        if await self._labelled(text):
            return True
        command = self.commands.about(subject.kind, team=desk.chat.team)
        if command is None:
            return False
        prompt = await self._prompt()
        if subject.implied and prompt is not None and self._stands_here(prompt):
            return False
        if subject.implied and await self._chose_on_the_card(subject.number, text):
            return True
        given: dict[str, object] = {subject.kind: subject.number}
        answers = prompt is not None and _asks_for(prompt, command, given)
        await self._carry_out(command, {**given, "text": text}, answers=answers)
        return True

    async def _chose_on_the_card(self, question: int, text: str) -> bool:
        """In a question's thread, a number or a label alone takes a choice of its card."""
        store = self.desk.store
        beside = await store.threads.of(question, self.desk.chat.id)
        card = await store.outbox.row(beside.card_row) if beside else None
        choice = chosen(card, text, by_number=self.numbered) if card else None
        if choice is None or self.desk.heard.attachment is not None:
            return False
        await self._choose(choice)
        return True

    async def _answered_by_file(self, text: str) -> bool:
        """A file answers the waiting question when that asks for words about a thing."""
        prompt = await self._prompt()
        command = self.commands.called(prompt.command) if prompt else None
        if prompt is None or command is None or command.about is None:
            return False
        given = given_from_json(prompt.given)
        if command.missing(given) != "text":
            return False
        await self._carry_out(command, {**given, "text": text}, answers=True)
        return True

    def _stands_here(self, prompt: Prompt) -> bool:
        """Whether a question was put in this thread of the team's chat."""
        return self.desk.chat.team and prompt.thread is not None and prompt.thread == self.thread

    async def _labelled(self, text: str) -> bool:
        """Whether a reply names a choice of what it replies to; the team's words are for askers."""
        heard, chat = self.desk.heard, self.desk.chat
        posted = heard.reply_to and await self.desk.store.said.posted(chat.id, heard.reply_to)
        if not posted or chat.team or posted.prompt is not None or heard.attachment is not None:
            return False
        mine = posted.person in (None, self.desk.person.id)
        choice = chosen(posted, text, by_number=True) if mine else None
        if choice is not None:
            await self._choose(choice)
        return choice is not None

    async def _answered(self, text: str) -> bool:
        """What was typed answers the waiting question, or names a choice still offered."""
        prompt = await self._prompt()
        here = prompt is not None and self._stands_here(prompt)
        addressed = self.desk.heard.addressed or here
        if prompt is None and not addressed:
            return False
        command = self.commands.called(prompt.command) if prompt else None
        parameter = command.missing(given_from_json(prompt.given)) if command and prompt else None
        reads = command is not None and parameter in command.readers
        choice = await named(self.desk, text, prompt, reads=reads, numbered=self.numbered)
        if choice is not None:
            await self._choose(choice)
            return True
        if prompt is None or command is None or parameter is None or not addressed:
            return False  # in a group, free words count as an answer only when they are one
        await self._typed(command, prompt, parameter, text)
        return True

    async def _typed(self, command: Command, prompt: Prompt, parameter: str, text: str) -> None:
        given = given_from_json(prompt.given)
        try:
            value = await command.read(self.desk, parameter, text, given)
        except Refusal:
            asking = await offered_here(self.desk, prompt)
            choice = nearly(asking, text) if asking else None
            if choice is None:
                raise
            await self._choose(choice)
            return
        if isinstance(value, Several):
            await self._ask(command.name, prompt, several=value)
            return
        if isinstance(value, Partly):
            await self._ask(command.name, self._anew(command, prompt, parameter, value))
            return
        asked = [*prompt.asked, parameter]
        await self._carry_out(command, {**given, parameter: value}, asked=asked, answers=True)

    def _anew(self, command: Command, prompt: Prompt, parameter: str, said: Partly) -> Prompt:
        """The question with more known; what was drawn before a correction is chosen no more."""
        given = {**given_from_json(prompt.given), **said.known}
        left = {name: value for name, value in given.items() if name not in said.without}
        token = self.desk.token() if parameter in command.correctors else prompt.token
        return replace(prompt, given=given_to_json(left), token=token)

    async def _sentence(self, text: str) -> None:
        if not self.desk.heard.addressed:
            return
        team = self.desk.chat.team  # where questions are answered, not asked
        command = self.commands.called("show_help") if team else self.commands.meant(text)
        if command is not None and not await self._given_outside(command, text):
            await self._begin(command, text)

    async def _pressed(self) -> None:
        heard, store = self.desk.heard, self.desk.store
        posted = heard.message and await store.said.posted(self.desk.chat.id, heard.message)
        place = heard.turn if heard.choice is None else heard.choice
        if not posted or place is None:
            raise Refusal("refusal-choice-stale")
        self.thread = self.thread or posted.thread
        if self.thread is None and posted.question is not None:
            beside = await store.threads.of(posted.question, self.desk.chat.id)
            self.thread = beside.topic if beside else None
        if posted.person not in (None, self.desk.person.id):
            raise Refusal("refusal-choice-not-yours")
        if heard.choice is None and place < len(posted.choices):
            self.turned = page_of(posted)
            return
        choice = await pressed(store, heard, posted, numbered=self.numbered)
        if choice is None:
            raise await gone(store, posted, team=self.desk.chat.team)
        await self._choose(choice)

    async def _released(self) -> None:
        undo = await taken_back(self.desk, self.commands)
        if undo is not None:
            await self._carry_out(undo.command, undo.given, pressed=undo.offered)

    async def _choose(self, offered: Offered) -> None:
        command = self.commands.called(offered.command)
        prompt = await self._prompt()
        asking = offered.row.prompt
        if command is None or (asking and (prompt is None or prompt.token != asking)):
            raise Refusal("refusal-choice-stale")
        await remember(self.desk, command, offered)
        given = offered.given
        if not asking and not self.desk.chat.private and command.missing(given) is not None:
            given = begun_on(offered)
        elif not command.keeps_choices:
            await mark(self.desk, self.composer, offered)
        asked = [*prompt.asked, *_new(offered, prompt)] if asking and prompt else []
        answers = prompt is not None and bool(asking) and command.name == prompt.command
        await self._carry_out(command, given, asked=asked, answers=answers, pressed=offered)

    async def _carry_out(
        self,
        command: Command,
        given: Mapping[str, object],
        *,
        asked: list[str] | None = None,
        answers: bool = False,
        first: Reply | None = None,
        pressed: Offered | None = None,
    ) -> None:
        """Run a command, or ask for what it misses; whoever may not give it here is told."""
        self._allow(command)
        if command.missing(given) is not None:
            prompt = self._new_prompt(command, given, asked or [])
            await self._ask(command.name, prompt, first=first)
            return
        begun = await beginning(self.desk.store, command, given)
        if begun is not None:
            await mark(self.desk, self.composer, begun)
        if answers:
            await self.desk.store.prompts.drop(self.desk.chat.id, self.desk.person.id)
        reply = await command.run(self.desk, given)
        await self._deliver(reply, pressed)

    async def _deliver(self, reply: Reply, pressed: Offered | None) -> None:
        self.toast = reply.toast or self.toast
        if reply.resumes:
            prompt = await self._prompt()
            if prompt is not None:
                await self._ask(prompt.command, prompt, first=reply)
        elif reply.redraws and pressed is not None:
            await mark(self.desk, self.composer, pressed, redrawn=reply)
        elif reply.words or reply.file:
            await self._say(reply)

    async def _ask(
        self,
        name: str,
        prompt: Prompt,
        *,
        first: Reply | None = None,
        several: Several | None = None,
    ) -> None:
        """Put the question that comes next, after the words of `first`."""
        command = self.commands.called(name)
        given = given_from_json(prompt.given)
        parameter = command.missing(given) if command else None
        if command is None or parameter is None:
            await self.desk.store.prompts.drop(self.desk.chat.id, self.desk.person.id)
            return
        question = await command.question(self.desk, parameter, given)
        values = (
            several.values if several else await command.choices_for(self.desk, parameter, given)
        )
        words = (several.words,) if several and several.words else question.words
        reply = Reply(words=(*(first.words if first else ()), *words), about=question.about)
        reply = reply.choose(*(act(command, given, parameter, value) for value in values))
        if not self.desk.chat.private and parameter in command.readers:
            reply = asked_by_reply(reply)
        await self.desk.store.prompts.ask(prompt)
        await self._say(reply.choose(*question.choices), prompt=prompt.token)

    async def _say(self, reply: Reply, *, prompt: str | None = None) -> None:
        desk = self.desk
        group = not desk.chat.private
        head = Letterhead(
            chat=desk.chat,
            language=desk.language,
            zone=desk.fabrique.zone,
            now=desk.now,
            reply_to=self._replied_to(),
            thread=self.thread,
            person=desk.person.id if prompt or (group and not desk.chat.team) else None,
            prompt=prompt,
        )
        await self.composer.write(desk.store, reply, head)

    def _replied_to(self) -> str | None:
        """In a group what was said is answered under it; so are new words of an old message."""
        act_, group = self.desk.heard.act, not self.desk.chat.private
        replies = act_ is Act.EDITED or (group and act_ is Act.SAID)
        return self.desk.heard.message if replies else None

    def _listed(self, command: Command) -> bool:
        return command.where is not Where.TEAM or self.desk.chat.team

    def _allow(self, command: Command) -> None:
        desk = self.desk
        if command.where is Where.PRIVATE and not desk.chat.private:
            raise Refusal("refusal-private-only")
        if command.where is Where.TEAM and not (desk.chat.team and desk.rank.belongs):
            raise Refusal("refusal-team-only")
        if command.where is Where.GROUP_ADMIN and desk.chat.private:
            raise Refusal("refusal-group-only")
        administered = command.where in (Where.GROUP_ADMIN, Where.OWN_CHAT)
        if administered and not (desk.chat.private or desk.rank.administers):
            raise Refusal("refusal-admin-only")

    async def _prompt(self) -> Prompt | None:
        desk = self.desk
        return await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)

    def _new_prompt(
        self, command: Command, given: Mapping[str, object], asked: list[str]
    ) -> Prompt:
        return Prompt(
            chat=self.desk.chat.id,
            person=self.desk.person.id,
            token=self.desk.token(),
            command=command.name,
            given=given_to_json(given),
            asked=asked,
            at=self.desk.now,
            thread=self.thread,
        )


def _new(offered: Offered, prompt: Prompt) -> list[str]:
    """The parameter that a choice answers, so that one may go back behind it."""
    return [name for name in offered.given if name not in prompt.given]


def _asks_for(prompt: Prompt, command: Command, given: Mapping[str, object]) -> bool:
    """Whether what a waiting question asks for is what was just given."""
    known = given_from_json(prompt.given)
    return prompt.command == command.name and given.items() <= known.items()

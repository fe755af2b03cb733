"""A client that excludes insecure devices, as Element does, and the real program beside it.

An unsigned bot is the counter-proof: what a member then sees would not pass for an answer.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.journeys.matrix_people import PASSWORD, fresh, until
from tests.journeys.matrix_stage import PICKLE_KEY
from tests.journeys.program import Program, program
from tests.journeys.stage import opening
from tests.journeys.strict_member import StrictMember, strict_member
from tests.servers.synapse import Synapse

pytestmark = pytest.mark.servers


def environment(synapse: Synapse, bot: str) -> dict[str, str]:
    """The settings of a program on an account."""
    return {
        "FABRIQUE_MATRIX__HOMESERVER": synapse.url,
        "FABRIQUE_MATRIX__USER": bot,
        "FABRIQUE_MATRIX__PASSWORD": PASSWORD,
        "FABRIQUE_MATRIX__PICKLE_KEY": PICKLE_KEY,
        "FABRIQUE_TEAM__MATRIX": "!equipe:fabrique.test",
    }


async def says(running: Program, *words: str) -> list[str]:
    """What a verb of the command line says beside the running program."""
    return await asyncio.to_thread(running.says, *words)


async def is_signed(member: StrictMember, account: str, device: str) -> bool:
    """Whether a device is signed by its owner by now."""
    return (await member.devices(account))[device]


async def test_a_strict_client_trusts_the_bot(synapse: Synapse, tmp_path: Path) -> None:
    """It is answered, sees the device signed by its owner and no shield, and so after a restart;
    `check` says the same of the device, and signs in nowhere.
    """
    bot, ada = (synapse.register(fresh(name), PASSWORD) for name in ("fabrique", "ada"))
    with program(tmp_path, environment(synapse, bot)) as running:
        async with strict_member(synapse, ada) as member:
            running.start()
            await running.ready()
            room = await member.room(bot)
            await member.meets(room, bot)
            shown = await member.asks(room, bot, "!aide")
            assert shown.is_trusted, shown
            assert opening("help-private") in (shown.text or "")
            ((device, signed),) = (await member.devices(bot)).items()
            assert signed
            await running.stop()
            running.start()
            await running.ready()
            shown = await member.asks(room, bot, "!agenda")
            assert shown.is_trusted, shown
            *_, trusted, well = await says(running, "check")
            assert trusted.startswith(f"✓ matrix: device {device} is signed by its owner, {bot}")
            assert well == "✓ All is well."
            assert list(await member.devices(bot)) == [device]


async def test_a_strict_client_believes_no_unsigned_bot(synapse: Synapse, tmp_path: Path) -> None:
    """Such as one whose account got its identity from an application of the operator's: `check`
    says so, and a replacement cures it while the bot runs.
    """
    bot, ada, basile = (
        synapse.register(fresh(name), PASSWORD) for name in ("fabrique", "ada", "basile")
    )
    with program(tmp_path, environment(synapse, bot)) as running:
        async with strict_member(synapse, bot), strict_member(synapse, ada) as member:
            room = await member.room(bot, basile, name="Lilas")
            running.start()
            await running.ready()
            shown = await member.reads(room, bot)
            assert (shown.text, shown.failure) == (None, "UNSIGNED_SENDER_DEVICE")
            devices = await member.devices(bot)
            (unsigned,) = [device for device, signed in devices.items() if not signed]
            assert len(devices) == 2
            (lost,) = [line for line in await says(running, "check") if "matrix" in line]
            assert "identity that is not in the store" in lost

            (done,) = await says(running, "identity", "--replace")
            assert done.startswith(f"✓ matrix: {bot} shows the identity whose key is ")
            await until(lambda: is_signed(member, bot, unsigned))
            shown = await member.asks(room, bot, "!aide")
            assert shown.is_trusted, shown
            assert opening("help-group") in (shown.text or "")
            (other,) = [line for line in await says(running, "check") if "matrix" in line]
            assert "is also signed in on the device" in other

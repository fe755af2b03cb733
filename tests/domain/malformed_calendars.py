"""Calendars as broken as programs and people make them, each with what can still be found in it.

All are made here; none is anybody's. November 2026 is asked for, in Paris.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.calendar_lines import RULE_REFUSED, UNREADABLE, ZONE_GUESSED

GOOD = (
    "BEGIN:VEVENT",
    "UID:bon@exemple.invalid",
    "DTSTART;TZID=Europe/Paris:20261118T183000",
    "SUMMARY:Atelier vélo",
    "END:VEVENT",
)
"""An event that any program reads: whatever stands beside it, it is found."""

FOUND = "18/11 18:30 Atelier vélo"


@dataclass(frozen=True)
class Malformed:
    """A calendar, and what is found in it: local starts with titles, and the problems told."""

    name: str
    content: bytes
    found: tuple[str, ...] = (FOUND,)
    problems: tuple[str, ...] = ()


def calendar(*lines: str, good: bool = True) -> bytes:
    """A calendar with these lines, before an event that is good."""
    inside = (*lines, *(GOOD if good else ()))
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *inside, "END:VCALENDAR", "")).encode()


def event(*lines: str, title: str = "Chorale") -> tuple[str, ...]:
    """A VEVENT with a title and a UID."""
    uid = f"UID:{title}@exemple.invalid"
    return ("BEGIN:VEVENT", uid, f"SUMMARY:{title}", *lines, "END:VEVENT")


START = "DTSTART:20261112T190000Z"
CHOIR = "12/11 20:00 Chorale"
BOTH = (CHOIR, FOUND)

MALFORMED = (
    Malformed("no start", calendar(*event("DTEND:20261112T200000Z")), problems=(UNREADABLE,)),
    Malformed("an empty start", calendar(*event("DTSTART:")), problems=(UNREADABLE,)),
    Malformed("a start in words", calendar(*event("DTSTART:jeudi soir")), problems=(UNREADABLE,)),
    Malformed("30 February", calendar(*event("DTSTART:20270230")), problems=(UNREADABLE,)),
    Malformed("25 o'clock", calendar(*event("DTSTART:20261112T250000")), problems=(UNREADABLE,)),
    Malformed("year zero", calendar(*event("DTSTART:00000101T000000Z")), problems=(UNREADABLE,)),
    Malformed(
        "two different starts",
        calendar(*event(START, "DTSTART:20261113T190000Z")),
        problems=(UNREADABLE,),
    ),
    Malformed("the same start twice", calendar(*event(START, START)), found=BOTH),
    Malformed(
        "digits of another script",
        calendar(*event("DTSTART:٢٠٢٦١١١٢T190000Z")),
        problems=(UNREADABLE,),
    ),
    Malformed("an end in words", calendar(*event(START, "DTEND:tard")), found=BOTH),
    Malformed("an end before the start", calendar(*event(START, "DTEND:20261101")), found=BOTH),
    Malformed("a duration in weeks and time", calendar(*event(START, "DURATION:P1WT2H")), BOTH),
    Malformed("a duration of nonsense", calendar(*event(START, "DURATION:2 heures")), found=BOTH),
    Malformed("a negative duration", calendar(*event(START, "DURATION:-PT2H")), found=BOTH),
    Malformed("an endless duration", calendar(*event(START, "DURATION:P9999999999D")), found=BOTH),
    Malformed("each second", calendar(*event(START, "RRULE:FREQ=SECONDLY")), BOTH, (RULE_REFUSED,)),
    Malformed("each minute", calendar(*event(START, "RRULE:FREQ=MINUTELY")), BOTH, (RULE_REFUSED,)),
    Malformed("each hour", calendar(*event(START, "RRULE:FREQ=HOURLY")), BOTH, (RULE_REFUSED,)),
    Malformed(
        "each second of a day",
        calendar(
            *event(
                START,
                "RRULE:FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=0,30",
            )
        ),
        BOTH,
        (RULE_REFUSED,),
    ),
    Malformed(
        "a rule that does not move on",
        calendar(*event(START, "RRULE:FREQ=DAILY;INTERVAL=0")),
        BOTH,
        (RULE_REFUSED,),
    ),
    Malformed(
        "a rule with a slip of the pen",
        calendar(*event(START, "RRULE:FREQ=WEEKLY;UNTL=20261201")),
        BOTH,
        (RULE_REFUSED,),
    ),
    Malformed("an empty rule", calendar(*event(START, "RRULE:")), BOTH, (RULE_REFUSED,)),
    Malformed(
        "an end of a rule in words",
        calendar(*event(START, "RRULE:FREQ=WEEKLY;UNTIL=bientôt")),
        BOTH,
        (RULE_REFUSED,),
    ),
    Malformed(
        "an end of a rule of another kind than its start",
        calendar(*event(START, "RRULE:FREQ=WEEKLY;UNTIL=20261119")),
        ("12/11 20:00 Chorale", FOUND, "19/11 20:00 Chorale"),
    ),
    Malformed("left-out days in words", calendar(*event(START, "EXDATE:Noël,20261113Z")), BOTH),
    Malformed(
        "one bad day among more",
        calendar(*event(START, "RDATE:20261113T190000Z,demain,20261114T190000Z")),
        (CHOIR, "13/11 20:00 Chorale", "14/11 20:00 Chorale", FOUND),
    ),
    Malformed(
        "a change of a date that no series has",
        calendar(*event(START, "RECURRENCE-ID:20261111T190000Z")),
        BOTH,
    ),
    Malformed(
        "a zone of nowhere",
        calendar(*event("DTSTART;TZID=Nulle/Part:20261112T200000")),
        BOTH,
        (ZONE_GUESSED,),
    ),
    Malformed(
        "a zone for the eye",
        calendar(*event('DTSTART;TZID="(UTC+01:00) Brussels, Paris":20261112T200000')),
        BOTH,
        (ZONE_GUESSED,),
    ),
    Malformed(
        "a Windows zone",
        calendar(*event("DTSTART;TZID=Romance Standard Time:20261112T200000")),
        BOTH,
    ),
    Malformed(
        "a zone behind a vendor's name",
        calendar(*event("DTSTART;TZID=/exemple.org/2026/Europe/Paris:20261112T200000")),
        BOTH,
    ),
    Malformed(
        "a zone that climbs out of its folder",
        calendar(*event("DTSTART;TZID=../../../etc/passwd:20261112T200000")),
        BOTH,
        (ZONE_GUESSED,),
    ),
    Malformed(
        "a described zone without an offset",
        calendar(
            "BEGIN:VTIMEZONE",
            "TZID:Maison",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "END:STANDARD",
            "END:VTIMEZONE",
            *event("DTSTART;TZID=Maison:20261112T200000"),
        ),
        BOTH,
        (ZONE_GUESSED,),
    ),
    Malformed(
        "a described zone that changes each second",
        calendar(
            "BEGIN:VTIMEZONE",
            "TZID:Bombe",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "RRULE:FREQ=SECONDLY",
            "END:STANDARD",
            "END:VTIMEZONE",
            *event("DTSTART;TZID=Bombe:20261112T200000"),
        ),
        BOTH,
        (ZONE_GUESSED,),
    ),
    Malformed(
        "an event that is never closed", calendar("BEGIN:VEVENT", START, "SUMMARY:Chorale"), BOTH
    ),
    Malformed("an end of nothing", calendar("END:VEVENT", "END:VALARM", "END:VTODO")),
    Malformed(
        "an alarm with a start and a title of its own",
        calendar(*event(START, "BEGIN:VALARM", "DTSTART:19990101", "SUMMARY:Bip", "END:VALARM")),
        BOTH,
    ),
    Malformed(
        "an alarm that is never closed",
        calendar(*event(START, "BEGIN:VALARM", "TRIGGER:-PT15M")),
        BOTH,
    ),
    Malformed("lines that are none", calendar(*event("X", "===", ":", ";;;:::", START)), BOTH),
    Malformed(
        "a parameter that is never closed",
        calendar(*event('DTSTART;TZID="Europe/Paris:20261112T200000')),
        problems=(UNREADABLE,),
    ),
    Malformed(
        "names in small letters",
        calendar(*[one.lower() for one in GOOD], good=False),
        ("18/11 18:30 atelier vélo",),
        (ZONE_GUESSED,),
    ),
    Malformed("blank lines between all lines", calendar().replace(b"\r\n", b"\r\n\r\n")),
    Malformed("line ends of an old Mac", calendar().replace(b"\r\n", b"\r")),
    Malformed("line ends doubled by a mailer", calendar().replace(b"\r\n", b"\r\r\n")),
    Malformed("no end at all", calendar().partition(b"END:VEVENT")[0]),
    Malformed(
        "a warning of the server's before it", b"<br />\n<b>Warning</b>: oups\n" + calendar()
    ),
    Malformed("a mark of byte order", b"\xef\xbb\xbf" + calendar()),
    Malformed("UTF-16", calendar().decode().encode("utf-16")),
    Malformed("Windows' letters", calendar().decode().encode("cp1252")),
    Malformed("a letter cut in two by a fold", calendar().replace(b"\xc3", b"\xc3\r\n ")),
    Malformed("bytes of no letter", calendar(*event(START, "LOCATION:\x00\x01\x7f")), BOTH),
    Malformed("two calendars in one file", calendar(*event(START), good=False) + calendar(), BOTH),
    Malformed("a title of a megabyte", calendar(*event("DTSTART:19990101", title="a" * 1_000_000))),
    Malformed("a sequence of letters", calendar(*event(START, "SEQUENCE:douze")), BOTH),
    Malformed("a status of its own", calendar(*event(START, "STATUS:PEUT-ÊTRE")), BOTH),
    Malformed("no id", calendar("BEGIN:VEVENT", START, "SUMMARY:Chorale", "END:VEVENT"), BOTH),
)

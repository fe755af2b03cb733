"""Proposing an event: one message, a card to check, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)
"""One platform is enough here: `everywhere.txt` proposes on each."""

WHOLE = (
    "Atelier vélo samedi 17 janvier à 18h30 à la Roue Libre, prix libre, accès PMR,"
    " https://exemple.org/velo"
)
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 64


def photo(talk: Talk, folder: Path, content: bytes = JPEG, **more: object) -> dict[str, object]:
    """A picture as Ada sends it."""
    path = folder / "affiche.jpg"
    path.write_bytes(content)
    sent = {"do": "send_file", "chat": "@ada", "from": "@ada", "name": "affiche.jpg"}
    return {**sent, "path": str(path), "kind": "photo", **more}


async def test_one_message_becomes_a_card_to_check(talk: Talk) -> None:
    """One tap proposes it; the team reads all of it, and the proposer what it decides."""
    await talk.goes(
        f"""
        Ada: /proposer {WHOLE}
        Bot: Est-ce juste ? … Atelier vélo … samedi 17 janvier à 18 h 30 … Roue Libre … prix libre
        Bot: Accès : plain-pied … Sujets : [C’est juste, proposer] [Le jour ou l’heure] [Le lieu]
        Ada: [C’est juste, proposer]
        Bot: L’équipe va regarder … Atelier vélo [Corriger] [Retirer]
        Bot → #equipe: Ada Exemple propose … plain-pied [Approuver] [Refuser] [Modifier]
        Driss #equipe: [Approuver]
        Bot → Ada: Bonne nouvelle … Atelier vélo
        """
    )
    (event,) = await talk.dump("events")
    assert (event["place"], event["state"]) == ("La Roue Libre", "approved")


async def test_parts_are_changed_before_it_is_proposed(talk: Talk) -> None:
    """Each keeps what the others say."""
    await talk.goes(
        f"""
        Ada: /proposer {WHOLE}
        Ada: [Le jour ou l’heure]
        Bot: Quel jour, à quelle heure
        Ada: dimanche 18 janvier de 14h à 17h
        Bot: Est-ce juste ? … dimanche 18 janvier de 14 h à 17 h … prix libre
        Ada: [Le prix]
        Bot: Combien [gratuit] [prix libre]
        Ada: 5 €, sur adhésion
        Bot: Est-ce juste ? … dimanche 18 janvier … 5 €, sur adhésion
        Ada: [Ajouter…]
        Ada: [L’aide recherchée]
        Bot: De quelle aide
        Ada: 4 bénévoles pour le rangement
        Bot: Est-ce juste ? … 5 € … On cherche : 4 bénévoles pour le rangement
        Ada: [Ajouter…]
        Ada: [C’est juste, proposer]
        Bot: L’équipe va regarder
        Bot → #equipe: dimanche 18 janvier de 14 h à 17 h … 5 €, sur adhésion … 4 bénévoles
        """
    )


async def test_what_is_missing_is_asked_one_question_at_a_time(talk: Talk) -> None:
    """The day was said: only the hour is asked; then the place, which may come later."""
    await talk.goes(
        """
        Ada: /proposer Bal des exemples samedi 17 janvier, prix libre
        Bot: Est-ce un événement [Un événement]
        Ada: [Un événement]
        Bot: C’est noté pour samedi 17 janvier 2026. À quelle heure
        Ada: 20h
        Bot: Où cela se passe-t-il [Lieu à préciser]
        Ada: [Lieu à préciser]
        Bot: Est-ce juste ? … Bal des exemples … samedi 17 janvier à 20 h … prix libre
        """
    )


async def test_a_plain_announcement_is_offered_as_one(talk: Talk) -> None:
    """A question about the agenda is not; and whoever meant another thing says so."""
    await talk.goes(
        """
        Ada: Repas partagé samedi 17 janvier à 12h à la Maison Modèle, gratuit
        Bot: On dirait un événement … Repas partagé … Maison Modèle [C’est juste, proposer]
        Ada: [Ce n’est pas un événement]
        Bot: …
        """
    )
    assert await talk.dump("events") == []
    said = await talk.say("Ada", "y a quoi dimanche ?")
    assert not any("On dirait" in one for one in said)


async def test_in_english(talk: Talk) -> None:
    """Hours, prices and places of another language."""
    await talk.goes(
        """
        Ada: /language English
        Ada: /propose Bike workshop, Sat 17 at 6.30pm at Model House, pay what you can, step-free
        Bot: Is it right? … Bike workshop … Saturday 17 January at 18:30 … pay what you can
        Bot: Access: step-free [Right, propose it]
        Ada: [Right, propose it]
        Bot: Thank you [Correct it] [Take it back]
        Ada: [Take it back]
        Bot: …
        """
    )
    assert [row["state"] for row in await talk.dump("events")] == ["withdrawn"]


async def test_a_series_is_approved_in_one_tap_and_one_date_refused_alone(talk: Talk) -> None:
    """Each date is a row of its own."""
    await talk.goes(
        """
        Ada: /proposer Repair café tous les mardis de 14h à 16h jusqu’au 10 février, Maison Modèle
        Bot: Est-ce juste ? … 6 dates de 14 h à 16 h … jusqu’au mardi 10 février … d’un coup
        Ada: [C’est juste, proposer]
        Bot → #equipe: 6 dates [Tout approuver] [Un par un] [Tout refuser] [Modifier]
        """
    )
    series = talk.last(TEAM)["id"]
    await talk.press("Driss", "Un par un", chat=TEAM, message=series)
    await talk.press("Driss", "Refuser", chat=TEAM)
    await talk.tap("Driss", "Tout approuver", series, chat=TEAM)
    states = [row["state"] for row in await talk.dump("events")]
    assert sorted(states) == ["approved"] * 5 + ["refused"]


async def test_a_series_that_lasts_a_year_says_of_which_its_end_is(talk: Talk) -> None:
    """« Jusqu’au lundi 4 janvier » could be this one."""
    said = "/proposer Vélo-école tous les lundis à 18h jusqu’au 4 janvier 2027, Maison Modèle"
    assert "jusqu’au lundi 4 janvier 2027" in (await talk.say("Ada", said))[-1]


async def test_a_proposer_sees_corrects_and_takes_back(talk: Talk) -> None:
    """While it waits the team reads the new words; the old card approves nothing unseen."""
    await talk.say("Ada", f"/proposer {WHOLE}")
    await talk.press("Ada", "C’est juste, proposer")
    old = talk.last(TEAM)["id"]
    await talk.goes(
        """
        Ada: /propositions
        Bot: Ce que vous avez proposé … En attente — Atelier vélo [Atelier vélo, samedi 17 janvier]
        Ada: [Atelier vélo, samedi 17 janvier]
        Bot: pas encore regardé … Atelier vélo [Corriger] [Retirer]
        Ada: [Corriger]
        Bot: Que faut-il corriger [Le titre]
        Ada: [Le titre]
        Bot: Quel est le titre
        Ada: Atelier remorque
        Bot: pas encore regardé … Atelier remorque
        Bot → #equipe: Corrigé avant votre décision … Atelier remorque [Approuver]
        """
    )
    await talk.tap("Driss", "Approuver", old, chat=TEAM)
    assert [row["state"] for row in await talk.dump("events")] == ["proposed"]
    await talk.goes(
        """
        Ada: /attente
        Bot: attend l’équipe : /propositions
        Driss #equipe: /file
        Driss #equipe: [Approuver]
        Ada: /propositions
        Bot: À l’agenda — Atelier remorque
        Ada: [Atelier remorque, samedi 17 janvier]
        Bot: à l’agenda [Retirer]
        Ada: [Retirer]
        Bot: …
        Bot → #equipe: Ada Exemple retire de l’agenda … Atelier remorque
        """
    )
    assert [row["state"] for row in await talk.dump("events")] == ["withdrawn"]


async def test_a_poster_with_words_keeps_its_picture(talk: Talk, tmp_path: Path) -> None:
    """What was understood comes first, with the way to say whose the picture is."""
    caption = "Concert samedi 17 janvier à 20h à la Maison Modèle, prix libre"
    await talk.do(photo(talk, tmp_path, caption=caption))
    assert "Avec votre image. De qui est-elle" in talk.last("@ada")["text"]
    await talk.goes(
        """
        Ada: [Le crédit de l’image]
        Bot: De qui est l’image [Ne rien écrire]
        Ada: Basile Fictif
        Bot: Est-ce juste ? … Concert … Image : « Basile Fictif » … Avec votre image
        Ada: [C’est juste, proposer]
        Bot → #equipe: Concert … Image [Approuver]
        """
    )
    assert JPEG in talk.received(TEAM)
    await talk.press("Driss", "Refuser", chat=TEAM)
    assert "n’a pas été retenu" in talk.last("@ada")["text"]


async def test_a_poster_without_words_is_asked_what_it_says(talk: Talk, tmp_path: Path) -> None:
    """Title, day, place; then the card."""
    await talk.do(photo(talk, tmp_path))
    await talk.goes(
        """
        Ada: [C’est une affiche]
        Bot: Quel est le titre
        Ada: Bal des exemples
        Bot: Quel jour
        Ada: samedi 17 janvier 20h
        Bot: Où
        Ada: Place du Modèle
        Bot: Est-ce juste ? … Bal des exemples … Avec votre image
        Ada: [C’est juste, proposer]
        Bot: L’équipe va regarder
        """
    )
    assert JPEG in talk.received(TEAM)


async def test_a_picture_that_is_none_or_too_heavy_is_left_out(talk: Talk, tmp_path: Path) -> None:
    """Told kindly; the event is offered all the same."""
    caption = "Concert samedi 17 janvier à 20h à la Maison Modèle"
    for content, words in ((b"MZ not a picture", "JPEG"), (JPEG + b"\0" * 20_000_000, "lourd")):
        said = await talk.do(photo(talk, tmp_path, content, caption=caption))
        text = " ".join(one.get("text", "") for one in said)
        assert words in text
        assert "Est-ce juste" in text
        await talk.say("Ada", "/annuler")

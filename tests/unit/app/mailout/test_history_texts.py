"""What the history of a case tells of its letters."""

from datetime import date

from kiosk.app.nonchoice.event_texts import rule_event_text
from kiosk.app.paper_history_texts import paper_made_text
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.mail_events import LetterNotMade
from kiosk.domain.nonchoice.silence import LetterKind
from tests.unit.app import factory as make


def test_why_a_letter_was_not_made_stands_with_its_field():
    body = LetterNotMade("utsending-1", field="Navn", character="\u10a0")

    said = make.plain(paper_made_text(body, make.municipality(), make.words()))

    assert said == (
        "Brevet i utsendingen utsending-1 ble ikke laget. "
        "«Navn» har tegnet \u10a0 (U+10A0), som ikke kan skrives ut."
    )


def test_a_letter_that_only_somebody_else_got_is_told_as_such():
    body = LetterPosted(LetterKind.INVITATION, date(2026, 11, 23), is_copy_only=True)

    said = make.plain(rule_event_text(body, make.municipality(), make.words()))

    assert "bare til en annen" in said

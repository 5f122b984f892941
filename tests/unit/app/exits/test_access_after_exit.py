"""Whoever asks what is stored reads of exits, of places that were offered, and of the letters."""

import json
from dataclasses import replace

import pytest

from kiosk.app.access_json import access_json
from kiosk.app.compose_access import AccessPlan, compose_access
from kiosk.domain.event import DocumentChannel, DocumentIssued, DocumentKind
from kiosk.domain.language import Language
from tests.unit.app import factory as make
from tests.unit.app.exits.test_provider_exits import FIRST, PLAN, exits, person, record_of
from tests.unit.app.factory import ACTOR, NURSING, plain
from tests.unit.app.nonchoice.people import told
from tests.unit.app.test_place_letter import OfferingQueue
from tests.unit.app.test_room_at_a_provider import SECOND


def plan_of(record, case):
    events = [event for _, event in record.history(case)]
    return AccessPlan(make.municipality(), record.case_file(case).case, events, make.NOW)


def text_of(plan, language=Language.BOKMAL):
    sheet = compose_access(plan, make.words(language))
    return plain(" ".join(line.value for part in sheet.sections for line in part.lines))


@pytest.mark.parametrize(
    ("language", "stops", "printed"),
    [
        (
            Language.BOKMAL,
            "Lind AS slutter.",
            "Brevet om leverandøren som slutter, ble skrevet ut.",
        ),
        (
            Language.NYNORSK,
            "Lind AS sluttar.",
            "Brevet om leverandøren som sluttar, vart skrive ut.",
        ),
    ],
)
def test_an_exit_and_its_letter(language, stops, printed):
    record = record_of(person(FIRST))
    exits(record).announce(replace(PLAN, services=(NURSING,)), ACTOR)
    told(record, FIRST, DocumentIssued(DocumentKind.EXIT, language, DocumentChannel.PRINTER))

    said = text_of(plan_of(record, FIRST), language)

    assert stops in said
    assert printed in said


def test_an_offered_place_and_its_letter():
    queue = OfferingQueue()
    issued = DocumentIssued(DocumentKind.PLACE, Language.BOKMAL, DocumentChannel.FILE)
    told(queue.record, SECOND, issued)
    plan = plan_of(queue.record, SECOND)

    said = text_of(plan)
    kinds = [each["kind"] for each in json.loads(access_json(plan))["events"]]

    assert "Brevet om ledig plass ble lagret som fil." in said
    assert "Stiftelsen Fjordheim" in said
    assert {"place_offered", "document_issued"} <= set(kinds)

"""Exits as staff look at them: one look for all of them, and one before anything is stored."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.app.exits.exit_overview import ExitOverview
from kiosk.app.exits.exit_texts import summary_text
from kiosk.app.exits.preview_texts import preview_lines, preview_warnings
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.choice import Chooses
from kiosk.domain.errors import RefusedError
from kiosk.domain.nonchoice.silence import LetterKind
from tests.unit.app import factory as make
from tests.unit.app.exits.test_provider_exits import (
    FIRST,
    PLAN,
    SECOND,
    THIRD,
    answered,
    exits,
    person,
    record_of,
)
from tests.unit.app.factory import ACTOR, FJORDHEIM, FULL, LIND, NURSING, TODAY, plain
from tests.unit.app.nonchoice.people import told

BOTH = replace(PLAN, services=(NURSING,))


def overview(record, content=None):
    return ExitOverview(exits(record, content))


def said(lines):
    return [plain(line) for line in lines]


def test_those_that_hold_come_first_and_called_off_ones_have_no_status():
    record = record_of(person(FIRST), person(SECOND, FJORDHEIM))
    use = exits(record)
    off = use.announce(PLAN, ACTOR)
    use.call_off(off.id, "Avtalen er forlenget.", ACTOR)
    first = use.announce(replace(PLAN, provider=FJORDHEIM), ACTOR)
    second = use.announce(PLAN, ACTOR)

    seen = overview(record).look(ACTOR)

    assert [each.known.exit.id for each in seen] == [second.id, first.id, off.id]
    assert seen[-1].status is None
    assert [[each.case for each in s.status.people] for s in seen if s.status] == [
        [FIRST],
        [SECOND],
    ]


def test_one_look_reads_each_case_once_however_many_exits_hold(monkeypatch):
    record = record_of(person(FIRST), person(SECOND, FJORDHEIM))
    use = exits(record)
    use.announce(PLAN, ACTOR)
    use.announce(replace(PLAN, provider=FJORDHEIM), ACTOR)
    read, case_file = [], record.case_file

    def counted(case):
        read.append(case)
        return case_file(case)

    monkeypatch.setattr(record, "case_file", counted)

    overview(record).look(ACTOR)

    assert read == [FIRST, SECOND]


def test_a_look_can_be_stopped_and_tells_how_far_it_is():
    record = record_of(person(FIRST), person(SECOND))
    exits(record).announce(PLAN, ACTOR)
    heard = []

    overview(record).look(ACTOR, Watch(lambda *far: heard.append(far)))
    with pytest.raises(CancelledError):
        overview(record).look(ACTOR, Watch(is_cancelled=lambda: True))

    assert heard == [(1, 2), (2, 2)]


def test_only_those_who_may_announce_look():
    with pytest.raises(RefusedError):
        overview(record_of()).look("Nobody")
    with pytest.raises(RefusedError):
        overview(record_of()).preview(PLAN, "Nobody")


def test_a_preview_says_whom_it_concerns_and_who_takes_over_and_stores_nothing():
    record = record_of(person(FIRST), person(SECOND), person(THIRD, FJORDHEIM))

    status = overview(record).preview(BOTH, ACTOR)
    lines = said(preview_lines(status, make.municipality(), make.words()))

    assert [each.case for each in status.people] == [FIRST, SECOND]
    assert (
        "Nord, Hjemmesykepleie: Det gjelder 2 personer. Eksempelvik kommune, "
        "hjemmetjenesten tar over fra 1. februar 2027."
    ) in lines
    assert record.exits() == ()
    assert said(preview_warnings(status, make.municipality(), make.words())) == []


def test_it_warns_when_who_takes_over_has_no_room_stated():
    record = record_of(person(FIRST), person(SECOND))

    status = overview(record).preview(replace(BOTH, backup=FULL), ACTOR)
    warned = said(preview_warnings(status, make.municipality(), make.words()))

    assert len(warned) == 1
    assert "2 personer" in warned[0]
    assert "Nordvik" in warned[0]


def test_it_warns_of_those_who_wait_for_a_place_there():
    record = record_of(person(FIRST))
    answered(record, Chooses(FULL))

    status = overview(record).preview(replace(BOTH, provider=FULL), ACTOR)

    assert said(preview_warnings(status, make.municipality(), make.words())) == [
        "1 person som venter på plass der, går ut av ventelisten."
    ]


def test_the_summary_counts_people_by_how_far_they_have_come():
    record = record_of(person(FIRST), person(SECOND), person(THIRD))
    exits(record).announce(PLAN, ACTOR)
    told(record, FIRST, LetterPosted(LetterKind.EXIT, TODAY))

    (seen,) = overview(record).look(ACTOR)

    assert seen.status is not None
    assert summary_text(seen.status, make.words()) == "2 brev å sende · 1 brev sendt"


def test_many_people_are_seen_to_and_taken_back_in_portions(monkeypatch):
    monkeypatch.setattr("kiosk.app.exits.provider_exits.AT_ONCE", 2)
    record = record_of(*(person(each) for each in (FIRST, SECOND, THIRD)))
    use = exits(record)
    stored, append = [], record.append

    def counted(events):
        stored.append(len(events))
        return append(events)

    monkeypatch.setattr(record, "append", counted)

    made = use.announce(replace(PLAN, last_day=TODAY - timedelta(days=1)), ACTOR)
    use.call_off(made.id, "Avtalen er forlenget.", ACTOR)

    assert stored == [1, 2, 1, 1, 2, 1]
    assert {record.case_file(each).helps[NURSING].on(TODAY) for each in (FIRST, THIRD)} == {LIND}

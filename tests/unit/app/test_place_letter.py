"""The letter about a free place: what each answer and silence means, and that help goes on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.app.compose_place import compose_place
from kiosk.app.exits.provider_exits import Planned, ProviderExits
from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.issue_place_letter import IssuePlaceLetter
from kiosk.domain.event import DocumentKind
from kiosk.domain.exits.exit import ExitCause
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.language import Language
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NURSING, TODAY, plain
from tests.unit.app.nonchoice.test_allocation_letter import KeptLetters
from tests.unit.app.test_plain_language import (
    HIGHEST_LIX,
    LONGEST_SENTENCE,
    NORWEGIAN,
    lix,
    sentences,
    words_in,
)
from tests.unit.app.test_room_at_a_provider import SECOND, THIRD
from tests.unit.app.test_waiting_lists import Queue, code_of

MONTH = timedelta(days=30)


class OfferingQueue(Queue):
    """One place is free, and offered to the second."""

    def __init__(self):
        super().__init__()
        self.frees()
        self.offer(SECOND)

    @property
    def letters(self):
        return IssuePlaceLetter(
            self.municipality,
            self.record,
            self.clock,
            KeptLetters(),  # type: ignore[arg-type]  # only letters are made here
            make.words,
        )

    def stops(self, provider, backup=None):
        exits = ProviderExits(
            self.municipality, self.record, self.clock, make.CountingIds(), make.WORKING
        )
        wanted = Planned(
            provider, TODAY + MONTH, ExitCause.CONTRACT_ENDS, (NURSING,), backup=backup
        )
        exits.announce(wanted, ACTOR)
        self.municipality = with_exits(self.municipality, standing_exits(self.record))

    def sheet(self, language=Language.BOKMAL):
        return compose_place(self.letters.plan(SECOND), TODAY, make.words(language))

    def lines(self):
        return {line.label: plain(line.value) for s in self.sheet().sections for line in s.lines}


@pytest.fixture
def queue():
    return OfferingQueue()


def test_it_says_which_place_and_by_when_to_answer(queue):
    told = queue.lines()

    assert told["Tilbudet"] == "En plass hos Stiftelsen Fjordheim."
    assert told["Slik svarer du"].startswith("Svar innen fredag 4. desember 2026.")
    assert told["Hvis du sier ja"].startswith("Stiftelsen Fjordheim begynner å hjelpe deg.")
    assert "14 dager" in told["Hvis du sier ja"]


def test_it_says_what_a_no_and_silence_mean_as_they_are_carried_out(queue):
    leaves = queue.lines()
    queue.municipality = replace(queue.municipality, declined_place_stays=True)
    stays = queue.lines()

    assert leaves["Hvis du sier nei"].endswith("Du går ut av ventelisten. Du kan velge på nytt.")
    assert stays["Hvis du sier nei"].endswith("Du venter videre, sist i køen.")
    assert leaves["Hvis du ikke svarer"] == stays["Hvis du ikke svarer"]
    assert leaves["Hvis du ikke svarer"].endswith("Du venter videre, sist i køen.")


def test_it_names_who_helps_meanwhile(queue):
    helps = queue.lines()["Hvem som hjelper deg"]

    assert helps == (
        "Eksempelvik kommune, hjemmetjenesten hjelper deg som nå, til Stiftelsen Fjordheim "
        "begynner. Hjelpen fortsetter uansett hva du svarer."
    )


def test_it_names_nobody_who_stops_before_the_place_begins(queue):
    queue.stops(MUNICIPAL, backup=LIND)

    assert queue.lines()["Hvem som hjelper deg"].startswith(
        "Du får hjelp som nå, til Stiftelsen Fjordheim begynner."
    )


def test_only_who_has_an_offer_that_can_be_taken_gets_it(queue):
    assert code_of(lambda: queue.letters.letter(THIRD)) == ["letter.no_place"]

    queue.wait(12)
    assert code_of(lambda: queue.letters.letter(SECOND)) == ["letter.no_place"]


def test_nobody_is_offered_a_place_with_a_provider_that_stops(queue):
    queue.stops(FJORDHEIM)

    assert code_of(lambda: queue.letters.letter(SECOND)) == ["letter.no_place"]


def test_it_is_issued_as_a_letter_of_its_own_kind_and_its_title_tells_nothing(queue):
    document = queue.letters.letter(SECOND, Language.NYNORSK)

    assert (document.kind, document.language) == (DocumentKind.PLACE, Language.NYNORSK)
    assert "Fjordheim" not in queue.sheet().title


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("stays", [True, False])
def test_the_letter_is_easy_to_read(queue, stays, language):
    queue.municipality = replace(queue.municipality, declined_place_stays=stays)
    sheet = queue.sheet(language)

    values = [line.value for part in sheet.sections for line in part.lines if "." in line.value]
    text = " ".join([sheet.lead, *values])
    assert lix(text) <= HIGHEST_LIX
    longest = max(sentences(text), key=lambda each: len(words_in(each)))
    assert len(words_in(longest)) <= LONGEST_SENTENCE, longest

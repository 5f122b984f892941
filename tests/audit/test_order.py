"""The order on the screen is the dealt one, for good (neutrality N11, N12, N13, N21, N27)."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.choice import RecordedChoice
from kiosk.domain.event import Medium
from kiosk.domain.language import Language
from kiosk.domain.provider import ProviderKind
from kiosk.domain.service import ProviderId
from tests.audit.programs import steady_program
from tests.audit.setups import NB, NN
from tests.audit.walk import Visitor, read_on, whole_visit
from tests.stage import OFFICER, SOLVEIG, Stage, example, open_stage

ROOT = Path(__file__).parents[2]
# Three cases of Sentrum with the same six providers of home nursing or practical help.
CASES = tuple(CaseRef(f"EV-{number}") for number in (1042, 1060, 1078))
SORTS = {"sorted", "sort", "reverse", "reversed", "shuffle"}
ROOMS = (
    "kiosk/ui/viewmodels/overview.py",
    "kiosk/ui/viewmodels/answer_page.py",
    "kiosk/ui/visit_state.py",
    "kiosk/app/present_providers.py",
    "kiosk/app/compose_provider.py",
)
MATCHING = ("passer", "passar", "best for deg", "anbefalt", "tilrådd", "mest valgt")


@pytest.fixture
def stage(qapp) -> Iterator[Stage]:
    """A window of the ordinary laptop."""
    with open_stage(steady_program()) as opened:
        yield opened


def test_n12_cards_stand_in_the_order_that_was_dealt(stage):
    names = shown_names(stage, SOLVEIG, NB)

    dealt = stage.program.record.case_file(SOLVEIG).order
    assert dealt is not None
    offered = {provider.name for provider in Visitor(stage, NB).sections()[0].providers}
    by_id = {provider.id: provider for provider in example().providers}
    words = stage.program.words_for(NB)
    in_order = [words.local(by_id[each].name) for each in dealt.order]
    assert names == [name for name in in_order if name in offered]


def test_n13_the_order_is_the_same_at_the_next_visit(stage):
    first = shown_names(stage, SOLVEIG, NB)
    shown_names(stage, CASES[1], NB)

    assert shown_names(stage, SOLVEIG, NB) == first


def test_n13_the_order_is_the_same_in_another_language(stage):
    first = shown_names(stage, SOLVEIG, NB)

    second = shown_names(stage, SOLVEIG, NN)

    # The municipality's own service is the one name that differs by language.
    own = [name for name in first if name.startswith("Eksempelvik")]
    assert [name for name in second if not name.startswith("Eksempelvik")] == [
        name for name in first if name not in own
    ]


def test_n13_both_services_show_one_order(stage):
    stage.visit()
    visitor = Visitor(stage, NB)
    for _ in read_on(visitor):
        pass
    first = card_names(stage)
    visitor.forward()

    second = card_names(stage)

    shared = set(first) & set(second)
    assert shared
    assert [name for name in first if name in shared] == [name for name in second if name in shared]


@pytest.mark.parametrize("kind", list(ProviderKind))
def test_n11_no_kind_of_provider_is_pinned_to_a_place(qapp, kind):
    own = {provider.id for provider in example().providers if provider.kind is kind}
    places: Counter[int] = Counter()

    for lot in range(24):
        program = steady_program(lot=f"lot {lot}")
        order = program.present.order_for_case(
            program.record.case_file(SOLVEIG).case, Medium.SCREEN, OFFICER
        )
        places.update(index for index, provider in enumerate(order) if provider in own)

    assert len(places) == 6


def test_n11_the_municipalitys_own_card_looks_like_every_other(walked):
    """Also N10: its kind stands in the support line, as that of every other."""
    cards = [card for page in walked.named("overview") for card in page.cards]
    own = [card for card in cards if card.name.startswith("Eksempelvik")]

    assert len(own) == 1
    assert {(card.rect.width(), card.rect.height()) for card in cards} == {
        (own[0].rect.width(), own[0].rect.height())
    }


def test_n11_the_present_provider_is_not_marked_among_the_others(walked):
    present = [
        card.name
        for page in walked.named("overview")
        for card in page.cards
        if card.name.startswith("Lind")
    ]

    (name,) = present
    assert walked.say("Your answer") not in name


@pytest.mark.parametrize("room", ROOMS)
def test_n21_nothing_that_presents_providers_sorts_them(room):
    tree = ast.parse((ROOT / room).read_text("utf-8"))

    called = {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    }

    assert called & SORTS == set()


def test_n21_no_page_says_which_provider_suits(walked):
    texts = {ink.text.lower() for page in walked.pages for ink in page.inks}

    assert [text for text in texts for phrase in MATCHING if phrase in text] == []


def test_n27_the_version_that_was_seen_is_stored_with_the_choice(stage):
    choice = _stored(stage)

    assert choice.content_version == example().version


def test_n27_the_order_that_was_seen_is_stored_with_the_choice(stage):
    stage.visit()
    sections = stage.open.state.sections
    seen: dict[str, tuple[ProviderId, ...]] = {
        section.service: tuple(provider.id for provider in section.providers)
        for section in sections
    }

    assert dict(_stored(stage).shown) == seen


def _stored(stage: Stage) -> RecordedChoice:
    """Go through the visit and store it."""
    stage.visit()
    for _ in whole_visit(Visitor(stage, NB)):
        pass
    choice = stage.program.record.case_file(SOLVEIG).choice
    assert choice is not None
    return choice


def shown_names(stage: Stage, case: CaseRef, language: Language) -> list[str]:
    """Names of the providers' cards of the first service of a case, order of reading."""
    stage.visit(case, language)
    for _ in read_on(Visitor(stage, language)):
        pass
    return card_names(stage)


def card_names(stage: Stage) -> list[str]:
    """Names of the providers on the page that is shown, order of reading."""
    known = [
        stage.open.shell.words.local(provider.name)
        for provider in stage.program.municipality.providers
    ]
    starts = [name.partition(". ")[0] for name in stage.reader.names()]
    return [start for start in starts if start in known]

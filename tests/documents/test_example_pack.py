"""Every brochure and every receipt of the example municipality can be laid out and reads well."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from kiosk.app.compose_receipt import ReceiptPlan, compose_receipt
from kiosk.domain.case import Case, CaseRef, GrantedService
from kiosk.domain.choice import (
    Answer,
    Cannot,
    Channel,
    Chooses,
    DoesNotWish,
    EventId,
    Keeps,
    NamedService,
    Outcome,
    Postpones,
    RecordedChoice,
)
from kiosk.domain.consequence import Situation, follow
from kiosk.domain.decider import QUESTIONS, Decider, DeciderRole, Reply
from kiosk.domain.language import Language
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from tests.documents.reading import plain
from tests.stage import NOW, example, memory_program

LANGUAGES = (Language.BOKMAL, Language.NYNORSK)
ZONES = tuple(zone.id for zone in example().zones)
TODAY = NOW.date()
LEAST_FILL = 0.45
"""How far down a page of a brochure its text reaches at least."""


def editions(zone: ZoneId) -> Iterator[tuple[ServiceId, ...]]:
    """All services of a zone together, and each alone."""
    offered = tuple(
        service.id for service in example().services if example().offered(service.id, zone, TODAY)
    )
    yield offered
    if len(offered) > 1:
        yield from ((service,) for service in offered)


def page_fills(pdf: bytes) -> list[float]:
    """Per page where the last line above the foot stands, as a part of the page's height."""
    fills = []
    for page in pdfium.PdfDocument(pdf):
        height = page.get_height()
        text = page.get_textpage()
        bottoms = [text.get_rect(n)[1] for n in range(text.count_rects())]
        above_foot = [bottom for bottom in bottoms if bottom > 18 / 25.4 * 72]
        fills.append(1 - min(above_foot, default=height) / height)
    return fills


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.value)
@pytest.mark.parametrize("zone", ZONES)
def test_every_brochure_fits_and_has_no_page_that_is_nearly_blank(zone, language):
    documents = memory_program().documents

    fills = {
        services: page_fills(documents.brochure_for_zone(zone, services, language, "test").pdf)
        for services in editions(zone)
    }

    assert fills
    assert {services: each for services, each in fills.items() if min(each) < LEAST_FILL} == {}


def case_in(zone: ZoneId, services: tuple[ServiceId, ...], present: ProviderId | None) -> Case:
    granted = tuple(
        GrantedService(service, TODAY, present_provider=present) for service in services
    )
    born = TODAY.replace(year=1941)
    return Case(CaseRef("EV-1042"), "Solveig", "Strand", born, zone, granted)


def choices(zone: ZoneId) -> Iterator[tuple[Case, RecordedChoice]]:
    """One choice per kind of answer, for a new service and for one that is running."""
    municipality = example()
    (services, *_) = editions(zone)
    for service in services:
        offered = tuple(municipality.offered(service, zone, TODAY))
        answers: list[Answer] = [Chooses(each) for each in offered]
        answers += [DoesNotWish(), Cannot("sak 47/26"), Postpones(TODAY + timedelta(days=14))]
        for present in (None, offered[0]):
            keeps: list[Answer] = [Keeps()] if present else []
            case = case_in(zone, (service,), present)
            for answer in [*answers, *keeps]:
                yield case, recorded(case, {service: answer})
    case = case_in(zone, services, None)
    yield case, recorded(case, dict(zip(services, itertools.repeat(DoesNotWish()), strict=False)))
    yield case, recorded(case, {services[0]: DoesNotWish()})


def recorded(case: Case, answers: dict[ServiceId, Answer]) -> RecordedChoice:
    municipality = example()
    working = memory_program().working
    followed = tuple(
        follow(
            answer,
            Situation(
                municipality, granted.service, case.zone, granted.present_provider, TODAY, working
            ),
        )
        for granted in case.services
        if (answer := answers.get(granted.service)) is not None
    )
    named = tuple(
        NamedService(each.service, municipality.service(each.service).name)
        for each in case.services
    )
    return RecordedChoice(
        EventId("018f"),
        case.reference,
        followed,
        Decider(DeciderRole.SELF),
        (),
        {},
        "2026.11",
        Language.BOKMAL,
        Channel.HOME_VISIT,
        NOW,
        "Kari Eksempel",
        "EV-2026-FGCY-000023",
        case.name,
        named,
    )


def printed(case: Case, choice: RecordedChoice, language: Language) -> list[str]:
    """The pages of a receipt as text."""
    program = memory_program()
    plan = ReceiptPlan(example(), case, choice)
    receipt = compose_receipt(plan, TODAY, program.words_for(language))
    pdf = pdfium.PdfDocument(program.documents.documents.receipt(receipt, NOW))
    return [plain(page.get_textpage().get_text_range()) for page in pdf]


FROM = {Language.BOKMAL: "Gjelder fra", Language.NYNORSK: "Gjeld frå"}
BY = {Language.BOKMAL: "Svar innen", Language.NYNORSK: "Svar innan"}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.value)
@pytest.mark.parametrize("zone", ZONES)
def test_every_receipt_is_one_page_and_says_from_when(zone, language):
    odd = []
    for case, choice in choices(zone):
        pages = printed(case, choice, language)
        says = [
            (BY if answer.outcome is Outcome.POSTPONED else FROM)[language]
            for answer in choice.answers
        ]
        if len(pages) > 1 or not all(label in pages[0] for label in says):
            odd.append((choice.answers, pages))

    assert odd == []


DECIDERS = [
    Decider(role, "Ola Prøve Eksempelsen", dict.fromkeys(QUESTIONS.get(role, ()), Reply.YES))
    for role in DeciderRole
]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.value)
@pytest.mark.parametrize("decider", DECIDERS, ids=lambda each: each.role.value)
def test_the_receipt_of_whoever_decided_is_one_page(decider, language):
    (services, *_) = editions(ZONES[0])
    two = services[:2]
    case = case_in(ZONES[0], two, None)
    choice = recorded(case, dict.fromkeys(two, DoesNotWish()))
    everybody = ("next_of_kin", "support", "interpreter", "other")

    pages = printed(case, replace(choice, decider=decider, participants=everybody), language)

    assert len(pages) == 1

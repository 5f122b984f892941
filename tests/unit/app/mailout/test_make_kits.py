"""What one person gets in the envelope."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.present_providers import shown_orders
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.choice import Chooses, DoesNotWish, Keeps, Postpones
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.edition import Edition
from kiosk.domain.event import Event, Medium, OrderDealt, SlipCodeDealt
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.language import Language
from kiosk.domain.municipality import EasyKey, ProseKind, ProsePart
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.slip_code import read_slip
from tests.unit.app import factory as make
from tests.unit.app.exits.test_letter_between import announced
from tests.unit.app.exits.test_provider_exits import FIRST as EXIT_CASE
from tests.unit.app.exits.test_provider_exits import IDS, PLAN, exits, person, record_of
from tests.unit.app.factory import ACTOR, CASE, FJORDHEIM, LIND, NURSING, PRACTICAL, TODAY, plain
from tests.unit.app.flow import choice_of
from tests.unit.app.mailout.desk import KARI, POSTING, VERGE, Desk


@pytest.fixture
def desk():
    return Desk(make.record_with(make.case(make.granted(NURSING), make.granted(PRACTICAL))))


def test_letter_brochure_and_slip_have_the_order_of_the_screen(desk):
    (kit,) = desk.make(CASE).kits

    sections = desk.kits.writers.present.sections(CASE, make.words(), Medium.SCREEN, ACTOR)
    for service, section in zip(kit.slip.services, sections, strict=True):
        names = tuple(each.name for each in section.providers)
        assert service.answers[: len(names)] == names
    shown = shown_orders(sections)
    pages = [each.id for each in kit.brochure.providers]
    for order in shown.values():
        assert [each for each in pages if each in order] == list(order)


def test_an_easy_brochure_has_the_order_of_slip_and_screen(desk):
    texts = {(key, Language.BOKMAL): (ProsePart(ProseKind.PARAGRAPH, "Kort."),) for key in EasyKey}
    easy = Desk(desk.record, replace(desk.municipality, easy=texts))
    (kit,) = easy.make(CASE, edition=Edition.EASY_READ).kits
    (ordinary,) = desk.make(CASE).kits

    assert isinstance(kit.brochure, EasyBrochure)
    shown, known = kit.brochure.providers, ordinary.brochure.providers
    assert [each.id for each in shown] == [each.id for each in known]
    assert replace(kit, brochure=None) == replace(ordinary, brochure=None)


def test_easy_texts_that_nobody_has_written_are_refused(desk):
    assert desk.refused(CASE, edition=Edition.EASY_READ) == ["document.no_easy_texts"]


def test_the_case_gets_one_order_and_one_code_however_often_it_is_written_to(desk):
    first, second = desk.make(CASE), desk.make(CASE)

    assert first == second
    bodies = [event.body for _, event in desk.record.history(CASE)]
    assert sum(isinstance(each, OrderDealt) for each in bodies) == 1
    assert sum(isinstance(each, SlipCodeDealt) for each in bodies) == 1
    mark = read_slip(first.kits[0].slip.scanned)
    assert mark is not None
    assert mark.code == first.code


def test_a_letter_about_one_service_deals_the_order_of_all(desk):
    (kit,) = desk.make(CASE, services=(PRACTICAL,)).kits

    assert [each.name for each in kit.slip.services] == ["Praktisk bistand"]
    dealt = desk.record.case_file(CASE).order
    whole = desk.municipality.offered(NURSING, make.NORTH, make.TODAY)
    assert whole <= set(dealt.order)
    assert {each.id for each in kit.brochure.providers} == desk.municipality.offered(
        PRACTICAL, make.NORTH, make.TODAY
    )


def test_two_recipients_get_the_same_but_that_one_reads_whom_it_is_about(desk):
    own, other = desk.make(CASE, recipients=(KARI, VERGE)).kits

    assert own.letter.post.lines == KARI.lines
    assert other.letter.post.lines == VERGE.lines
    ((_, *rest),) = other.letter.parts
    *references, about = other.letter.references
    assert about.value == desk.record.case_file(CASE).case.name
    same = replace(
        other.letter, post=own.letter.post, parts=(tuple(rest),), references=tuple(references)
    )
    assert same == own.letter
    assert (own.brochure, own.slip) == (other.brochure, other.slip)


def test_the_last_day_counts_from_the_day_of_posting(desk):
    later = POSTING + timedelta(days=30)
    patience = desk.municipality.patience

    days = [desk.make(CASE, posting_on=day).reply_by for day in (POSTING, later)]

    assert days[1] == patience.last(later + timedelta(days=patience.postal + patience.reply))
    assert days[0] <= days[1]


def test_the_letter_and_the_slip_tell_the_same_last_day(desk):
    made = desk.make(CASE)
    (kit,) = made.kits

    told = make.words().weekday_and_date(made.reply_by)
    assert kit.letter.strong == (told,)
    assert kit.slip.reply_by.value == told


def test_a_reminder_gives_more_days_and_says_when_we_asked(desk):
    desk.posted(CASE, LetterKind.INVITATION, date(2026, 11, 20))
    patience = desk.municipality.patience
    asked_by = patience.last(date(2026, 11, 24) + timedelta(days=patience.reply))
    posting = asked_by + timedelta(days=1)

    made = desk.make(CASE, LetterKind.REMINDER, posting_on=posting, has_brochure=False)

    (kit,) = made.kits
    (prose,) = kit.letter.parts
    assert "20. november 2026" in plain(prose[0].text)
    assert kit.brochure is None
    assert made.reply_by == patience.last(
        posting + timedelta(days=patience.postal + patience.reminder)
    )


def test_nobody_is_reminded_before_the_last_day_that_the_letter_gave(desk):
    desk.posted(CASE, LetterKind.INVITATION, date(2026, 11, 20))
    patience = desk.municipality.patience
    asked_by = patience.last(date(2026, 11, 24) + timedelta(days=patience.reply))

    refused = [
        desk.refused(CASE, LetterKind.REMINDER, posting_on=asked_by + timedelta(days=days))
        for days in (-1, 0, 1)
    ]

    assert refused == [["letters.reminder_early"], ["letters.reminder_early"], []]


def test_a_reminder_is_about_what_is_due_only(desk):
    desk.posted(CASE, LetterKind.INVITATION, date(2026, 11, 3))
    services = NURSING, PRACTICAL
    later = LetterPosted(LetterKind.INVITATION, date(2026, 11, 20), services=(PRACTICAL,))
    desk.record.append([Event(desk.ids.event_id(), desk.clock.now(), ACTOR, CASE, later)])

    made = desk.make(CASE, LetterKind.REMINDER, services, posting_on=date(2026, 12, 2))

    assert made.services == (NURSING,)


@pytest.mark.parametrize(
    ("answers", "refused"),
    [
        ({NURSING: Chooses(LIND)}, []),
        ({NURSING: Postpones(TODAY + timedelta(days=9)), PRACTICAL: DoesNotWish()}, []),
        ({NURSING: Chooses(LIND), PRACTICAL: DoesNotWish()}, ["letters.answered"]),
    ],
)
def test_nobody_is_reminded_of_what_is_answered(desk, answers, refused):
    case = desk.record.case_file(CASE).case
    taken = desk.ids.event_id()
    choice = choice_of(answers, case=case, municipality=desk.municipality, record=desk.record)
    assert choice.id == taken
    desk.posted(CASE, LetterKind.INVITATION, date(2026, 11, 3))
    late = date(2027, 3, 1)

    assert desk.refused(CASE, LetterKind.REMINDER, posting_on=late) == refused


def test_nobody_is_reminded_of_a_letter_that_was_never_posted(desk):
    assert desk.refused(CASE, LetterKind.REMINDER) == ["letters.no_letter"]


def test_nothing_is_sent_about_services_without_a_choice(desk):
    assert desk.refused(CASE, services=()) == ["document.nothing_offered"]


def test_who_wants_nynorsk_gets_all_of_it_in_nynorsk():
    case = replace(make.case(), written_language=Language.NYNORSK)
    made = Desk(make.record_with(case)).make(CASE)

    (kit,) = made.kits
    languages = {made.language, kit.letter.language, kit.slip.language, kit.brochure.language}
    assert languages == {Language.NYNORSK}


def test_there_is_nothing_to_tell_where_the_rule_gave_nothing(desk):
    assert desk.refused(CASE, LetterKind.ALLOCATION) == ["letter.nothing_allocated"]


def exit_desk():
    record = record_of(person(EXIT_CASE))
    content = make.municipality()
    exits(record, content).announce(replace(PLAN, services=(NURSING,)), ACTOR)
    return Desk(record, with_exits(content, standing_exits(record)), IDS)


def test_the_letter_about_a_provider_that_stops_comes_with_slip_and_the_same_last_day():
    desk = exit_desk()
    made = desk.make(EXIT_CASE, LetterKind.EXIT, services=(NURSING,))

    (kit,) = made.kits
    (exit_,) = standing_exits(desk.record)
    assert made.reply_by == exit_.answer_by
    assert kit.slip.reply_by.value == make.words().weekday_and_date(exit_.answer_by)
    assert [each.name for each in kit.slip.services] == ["Hjemmesykepleie"]
    assert kit.brochure is not None
    assert kit.letter.parts[1].heading
    beside = {each.label: each.value for each in kit.letter.references}
    assert beside["Svarfrist"] == make.words().full_date(exit_.answer_by)


def test_who_has_chosen_another_is_told_by_a_letter_alone_whatever_was_posted_before():
    content, record = announced(Chooses(FJORDHEIM))
    desk = Desk(record, content, IDS)
    desk.posted(EXIT_CASE, LetterKind.INVITATION, TODAY)

    made = desk.make(EXIT_CASE, LetterKind.EXIT, services=(NURSING,))

    (kit,) = made.kits
    assert (made.reply_by, kit.slip, kit.brochure) == (None, None, None)


def both_leaving_desk(*plans, answers=None):
    """Somebody has both services from Lind, which stops with them."""
    case = person(EXIT_CASE)
    granted = (
        replace(make.granted(each), present_provider=make.LIND) for each in (NURSING, PRACTICAL)
    )
    record = record_of(replace(case, services=tuple(granted)))
    content = make.municipality()
    if answers:
        found = record.case_file(EXIT_CASE).case_on(TODAY)
        choice_of(answers, case=found, municipality=content, record=record)
    for each in plans:
        exits(record, content).announce(each, ACTOR)
    return Desk(record, with_exits(content, standing_exits(record)), IDS)


def test_the_slip_of_an_exit_asks_only_where_the_letter_does():
    answers = {NURSING: Chooses(FJORDHEIM), PRACTICAL: Keeps()}
    desk = both_leaving_desk(PLAN, answers=answers)

    made = desk.make(EXIT_CASE, LetterKind.EXIT)

    (kit,) = made.kits
    headings = [part.heading for part in kit.letter.parts[1:]]
    assert [each.name for each in kit.slip.services] == ["Praktisk bistand"]
    assert any("praktisk bistand" in each for each in headings)
    assert not any("hjemmesykepleie" in each for each in headings)
    assert {each.id for each in kit.brochure.providers} <= desk.municipality.offered(
        PRACTICAL, make.NORTH, make.TODAY
    )


def test_letter_and_slip_of_an_exit_have_the_last_day_of_what_they_ask():
    soon = replace(PLAN, services=(NURSING,), last_day=TODAY + timedelta(days=28))
    desk = both_leaving_desk(soon, replace(PLAN, services=(PRACTICAL,)))
    nursing, practical = standing_exits(desk.record)
    assert nursing.answer_by < practical.answer_by

    whole = desk.make(EXIT_CASE, LetterKind.EXIT)
    part = desk.make(EXIT_CASE, LetterKind.EXIT, services=(PRACTICAL,))

    for made, day in ((whole, nursing.answer_by), (part, practical.answer_by)):
        (kit,) = made.kits
        told = make.words().weekday_and_date(day)
        assert made.reply_by == day
        assert kit.slip.reply_by.value == told
        assert any(told in line.value for line in kit.letter.parts[-1].lines)
    headings = [each.heading for each in part.kits[0].letter.parts[1:]]
    assert headings[0] == "Praktisk bistand"
    assert "Hjemmesykepleie" not in headings


@pytest.mark.parametrize(
    ("language", "has_brochure", "comes", "how"),
    [
        (
            Language.BOKMAL,
            True,
            "En brosjyre om leverandørene og en svarslipp følger med.",
            "Sett kryss på svarslippen",
        ),
        (
            Language.NYNORSK,
            False,
            "Saman med dette brevet får du ein svarslipp.",
            "Set kryss på svarslippen",
        ),
    ],
)
def test_the_letter_of_an_exit_says_what_comes_with_it(language, has_brochure, comes, how):
    made = exit_desk().make(
        EXIT_CASE,
        LetterKind.EXIT,
        services=(NURSING,),
        language=language,
        has_brochure=has_brochure,
    )

    (kit,) = made.kits
    lead = kit.letter.parts[0][0].text
    lines = [plain(line.value) for part in kit.letter.parts[1:] for line in part.lines]
    assert comes in plain(lead)
    assert any(how in each for each in lines)
    assert (kit.brochure is not None) is has_brochure


def test_a_letter_that_only_tells_speaks_of_nothing_that_comes_with_it():
    content, record = announced(Chooses(FJORDHEIM))

    (kit,) = Desk(record, content, IDS).make(EXIT_CASE, LetterKind.EXIT, (NURSING,)).kits

    assert "svarslipp" not in str(kit.letter)


def test_there_is_nothing_to_tell_where_no_provider_stops(desk):
    assert desk.refused(CASE, LetterKind.EXIT) == ["letter.no_exit"]

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.read_rules import read_rules
from kiosk.domain.choice import DoesNotWish
from kiosk.domain.document.nonchoice_block import NonchoiceKey
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import Office
from kiosk.domain.nonchoice.parts import (
    ChooseFirst,
    MunicipalDefault,
    NonchoiceState,
    PoliticalDecision,
)
from kiosk.domain.notice import DaysNotice, FirstOfNextMonth, MonthsNotice, NoticeRule
from kiosk.domain.provider import Contact
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    AAS,
    FJORDHEIM,
    FULL,
    LIND,
    MUNICIPAL,
    NORTH,
    NURSING,
    PRACTICAL,
    plain,
)
from tests.unit.app.flow import choice_of

KEYS = list(NonchoiceKey)


def explain(case=None, municipality=None, language=Language.BOKMAL):
    use_case = ExplainNonchoice(municipality or make.municipality(), make.FixedClock())
    return use_case.for_case(case or make.case(), make.words(language))


def texts(key, **changes):
    return [plain(row.text) for row in explain(**changes).rows if row.key is key]


@pytest.mark.parametrize("language", Language)
def test_all_five_parts_are_told_in_order(language):
    keys = [row.key for row in explain(language=language).rows]

    assert list(dict.fromkeys(keys)) == KEYS


def test_who_is_told_once_per_service_under_its_name():
    rows = [row for row in explain().rows if row.key is NonchoiceKey.WHO]

    assert [(row.service, row.service_name) for row in rows] == [
        (NURSING, "Hjemmesykepleie"),
        (PRACTICAL, "Praktisk bistand"),
    ]


def test_the_words_for_keeping():
    assert texts(NonchoiceKey.WHO)[0] == "Du får fortsatt hjelp fra Lind AS."


def test_the_words_for_the_municipal_default():
    case = make.case(make.granted(NURSING))

    assert texts(NonchoiceKey.WHO, case=case) == [
        "Hvis du ikke velger, får du hjelp fra Eksempelvik kommune, hjemmetjenesten."
    ]


def test_the_words_for_choosing_first_always_name_who_helps_meanwhile():
    assert texts(NonchoiceKey.WHO)[1] == (
        "Hjelpen fra leverandøren starter når du har valgt. Til da får du hjelp fra Ås AS. "
        "For den som ikke kan velge, finner vi ut hvem som kan hjelpe."
    )


def test_the_model_sentences_in_nynorsk():
    found = [plain(row.text) for row in explain(language=Language.NYNORSK).rows]

    assert found == [
        "Du får framleis hjelp frå Lind AS.",
        "Hjelpa frå leverandøren startar når du har valt. Til då får du hjelp frå Ås AS. "
        "For den som ikkje kan velje, finn vi ut kven som kan hjelpe.",
        "Kommunestyret bestemte dette 18. juni 2026, sak 47/26. "
        "Det er regelen i kommunen. Det er ikkje ei tilråding.",
        "Vedtaket og talet på timar er dei same hos alle. Heimesjukepleie er gratis. "
        "Eigendelen for praktisk hjelp er lik hos alle.",
        "Du kan velje eller byte seinare. Sei frå til tildelingskontoret, telefon 00 00 12 00. "
        "Det tek 14 dagar før den nye leverandøren byrjar.",
        "Spør oss gjerne. Du kan òg ringje 00 00 12 00, kvardagar kl. 9–15.",
    ]


def test_the_rule_is_told_with_organ_date_and_case_and_recommends_nothing():
    assert texts(NonchoiceKey.WHY) == [
        "Kommunestyret bestemte dette 18. juni 2026, sak 47/26. "
        "Det er regelen i kommunen. Det er ikke en anbefaling."
    ]


def test_services_with_decisions_of_their_own_each_say_why():
    other = PoliticalDecision(LocalText.same("utvalget"), date(2026, 9, 2), "8/26")
    rules = make.rules()
    rules[PRACTICAL, NORTH] = (replace(rules[PRACTICAL, NORTH][0], decision=other),)

    rows = explain(municipality=make.municipality(rules=rules)).rows

    why = [(row.service, plain(row.text)[:22]) for row in rows if row.key is NonchoiceKey.WHY]
    assert why == [(NURSING, "Kommunestyret bestemte"), (PRACTICAL, "Utvalget bestemte dett")]


def test_fees_are_told_in_the_municipality_s_words_and_nothing_else_about_price():
    (same,) = texts(NonchoiceKey.SAME)

    assert same == (
        "Vedtaket og antall timer er de samme hos alle. Hjemmesykepleie er gratis. "
        "Egenandelen for praktisk bistand er lik hos alle."
    )


def test_a_fee_that_services_share_is_told_once():
    base = make.municipality()
    shared = LocalText("Du betaler egenandel.", "Du betaler eigendel.")
    services = tuple(replace(each, fee=shared) for each in base.services)

    (same,) = texts(NonchoiceKey.SAME, municipality=replace(base, services=services))

    assert same.count("Du betaler egenandel.") == 1


@pytest.mark.parametrize(
    ("period", "told"),
    [
        (DaysNotice(0), "Den nye leverandøren kan begynne samme dag."),
        (DaysNotice(1), "Det tar 1 dag før den nye leverandøren begynner."),
        (DaysNotice(14), "Det tar 14 dager før den nye leverandøren begynner."),
        (MonthsNotice(1), "Det tar 1 måned før den nye leverandøren begynner."),
        (MonthsNotice(3), "Det tar 3 måneder før den nye leverandøren begynner."),
        (
            FirstOfNextMonth(),
            "Den nye leverandøren begynner den første dagen i neste måned.",
        ),
    ],
)
def test_the_notice_rule_is_told_in_words(period, told):
    municipality = make.municipality(notice=NoticeRule("r", period))

    (later,) = texts(NonchoiceKey.LATER, municipality=municipality)

    assert later == (
        "Du kan velge eller bytte senere. Si fra til tildelingskontoret, telefon 00 00 12 00. "
        + told
    )


def test_an_office_without_a_telephone_is_still_told():
    base = make.municipality()
    office = Office(base.office.name, base.office.phrase, Contact())

    found = [plain(row.text) for row in explain(municipality=replace(base, office=office)).rows]

    assert "Si fra til tildelingskontoret." in found[-2]
    assert found[-1] == "Spør oss gjerne. Du kan også spørre senere."


def test_numbers_never_stand_alone_on_a_line():
    later = next(row for row in explain().rows if row.key is NonchoiceKey.LATER)

    assert "14\u00a0dager" in later.text
    assert "00\u00a000\u00a012\u00a000" in later.text


def test_an_english_page_marks_the_text_that_has_no_english():
    rows = explain(language=Language.ENGLISH).rows

    assert [row.language for row in rows if row.key is NonchoiceKey.SAME] == [Language.BOKMAL]


def test_nobody_in_particular_is_told_that_help_is_kept():
    use_case = ExplainNonchoice(make.municipality(), make.FixedClock())

    block = use_case.for_zone(NORTH, [NURSING], make.words())

    assert plain(block.rows[0].text) == (
        "Har du hjelp fra før, beholder du leverandøren du har. "
        "Har du ikke hjelp, og velger du ikke, får du hjelp fra Eksempelvik kommune, "
        "hjemmetjenesten."
    )


def test_nobody_in_particular_is_not_promised_to_keep_where_the_rule_does_not():
    moving = make.municipality(rules=make.rules(keeps_present=False))

    block = ExplainNonchoice(moving, make.FixedClock()).for_zone(NORTH, [NURSING], make.words())

    assert "fortsatt" not in block.rows[0].text


@given(
    present=st.sampled_from([None, LIND, FULL, MUNICIPAL, FJORDHEIM]),
    keeps=st.booleans(),
    fallback=st.sampled_from(
        [MunicipalDefault(MUNICIPAL), ChooseFirst(AAS), ChooseFirst(FJORDHEIM)]
    ),
    language=st.sampled_from(Language),
)
def test_who_is_announced_is_who_helps_when_not_choosing_is_stored(
    present, keeps, fallback, language
):
    municipality = make.municipality(rules=make.rules(keeps, fallback))
    case = make.case(make.granted(NURSING, present))
    words = make.words(language)
    announced = ExplainNonchoice(municipality, make.FixedClock()).for_case(case, words).rows[0]

    stored = choice_of(
        {NURSING: DoesNotWish()}, case=case, municipality=municipality, language=language
    )

    (answer,) = stored.answers
    helper = answer.provider or answer.interim
    assert helper is not None
    assert words.local(municipality.provider(helper).name) in announced.text


def test_those_who_do_not_reply_are_told_first_and_those_who_cannot_last():
    states = [NonchoiceState.CANNOT, NonchoiceState.DOES_NOT_WISH, NonchoiceState.NO_REPLY]
    content = make.municipality()
    (one,) = content.rules[NURSING, NORTH]
    apart = tuple(replace(one, id=state.value, states=frozenset({state})) for state in states)
    content = replace(content, rules={**content.rules, (NURSING, NORTH): apart})
    explain = ExplainNonchoice(content, make.FixedClock())

    texts = [plain(row.text) for row in explain.for_zone(NORTH, [NURSING], make.words()).rows[:3]]

    assert texts[0].startswith("Dette gjelder hvis du ikke svarer.")
    assert texts[2].startswith("Den som ikke kan velge, ")
    read = [each.rule.id for each in read_rules(content, make.TODAY, [make.words()])]
    assert read[:3] == ["no_reply", "does_not_wish", "cannot"]

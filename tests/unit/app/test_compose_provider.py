from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.compose_provider import ProviderScope, compose_provider
from kiosk.domain.document.provider_block import FactKey
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import (
    Capacity,
    CapacityState,
    Competence,
    Contact,
    Continuity,
    Coverage,
    Extras,
    Measured,
    Offer,
)
from kiosk.domain.service import DayPart, Zone, ZoneId
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    AAS,
    ALL_DAY,
    ASSISTANCE,
    FJORDHEIM,
    FULL,
    LIND,
    MUNICIPAL,
    NO_NIGHT,
    NORTH,
    NURSING,
    PRACTICAL,
    SOUTH,
    plain,
)

DAY, EVENING, NIGHT, WEEKEND = DayPart
YES, NO, UNKNOWN = Coverage


def block(
    provider, *services, municipality=None, language=Language.BOKMAL, zone=NORTH, today=make.TODAY
):
    scope = ProviderScope(municipality or make.municipality(), zone, services or (NURSING,), today)
    return compose_provider(provider, scope, make.words(language))


def fact(key, provider=LIND, *services, **changes):
    found = next(each for each in block(provider, *services, **changes).facts if each.key is key)
    return plain(found.value)


def with_provider(provider, **changes) -> Municipality:
    base = make.municipality()
    changed = (replace(each, **changes) if each.id == provider else each for each in base.providers)
    return replace(base, providers=tuple(changed))


def with_offer(*offers):
    return with_provider(LIND, offers=offers)


def lind(coverage, **changes):
    return with_offer(Offer(NURSING, frozenset({NORTH}), coverage, **changes))


def with_outside(*parts):
    base = make.municipality()
    changed = (
        replace(each, outside_choice=frozenset(parts), outside_provider=MUNICIPAL)
        if each.id == NURSING
        else each
        for each in base.services
    )
    return replace(base, services=tuple(changed))


@pytest.mark.parametrize("language", Language)
def test_all_providers_have_the_same_labels_in_the_same_order(language):
    labels = {
        tuple((each.key, each.label) for each in block(provider, language=language).facts)
        for provider in (MUNICIPAL, LIND, FJORDHEIM, AAS, FULL)
    }

    (same,) = labels
    assert [key for key, _ in same] == list(FactKey)


@pytest.mark.parametrize(
    ("language", "missing"),
    [
        (Language.BOKMAL, "Ikke oppgitt"),
        (Language.NYNORSK, "Ikkje oppgjeve"),
        (Language.ENGLISH, "Not stated"),
    ],
)
def test_a_missing_value_is_said_in_words(language, missing):
    empty = {key for key in FactKey if fact(key, AAS, PRACTICAL, language=language) == missing}

    assert empty == set(FactKey) - {FactKey.OTHERWISE, FactKey.ZONES}


@given(st.sampled_from([MUNICIPAL, LIND, FJORDHEIM, AAS, FULL]), st.sampled_from(Language))
def test_no_field_is_ever_empty(provider, language):
    told = block(provider, NURSING, PRACTICAL, ASSISTANCE, language=language)

    assert all(each.label and each.value for each in told.facts)
    assert all((told.name, told.support, told.kind_line, told.owner, told.approval))


def test_a_provider_that_gives_none_of_the_services_keeps_its_rows():
    told = block(AAS, NURSING)

    assert len(told.facts) == len(FactKey)
    assert told.strips[0].absent == "Gir ikke denne tjenesten"


def test_a_service_given_elsewhere_is_told_with_the_zone():
    told = block(FJORDHEIM, PRACTICAL, zone=SOUTH)

    assert plain(told.strips[0].absent) == "Gir ikke denne tjenesten i sone Sør"


def test_the_strip_has_four_cells_in_reading_order():
    cells = block(LIND).strips[0].cells

    assert [(cell.label, cell.words, cell.short) for cell in cells] == [
        ("Dag", "Kommer", "Ja"),
        ("Kveld", "Kommer", "Ja"),
        ("Natt", "Kommer ikke", "Nei"),
        ("Helg", "Kommer", "Ja"),
    ]


def test_a_part_that_is_not_stated_says_so_in_the_strip():
    cells = block(AAS, PRACTICAL).strips[0].cells

    assert {cell.words for cell in cells} == {"Ikke oppgitt"}


@pytest.mark.parametrize("provider", [MUNICIPAL, LIND])
def test_a_part_outside_the_choice_reads_alike_for_everybody(provider):
    cell = block(provider, municipality=with_outside(NIGHT)).strips[0].cells[2]

    assert (cell.comes, cell.words, cell.short) == (Coverage.NO, "Utenfor valget", "Utenfor")


@pytest.mark.parametrize("provider", [MUNICIPAL, LIND])
def test_who_comes_outside_the_choice_is_told_for_everybody(provider):
    told = fact(FactKey.OTHERWISE, provider, municipality=with_outside(NIGHT))

    assert told == "Om natten kommer Eksempelvik kommune, hjemmetjenesten."


@pytest.mark.parametrize(
    ("coverage", "told"),
    [
        (NO_NIGHT, "Om natten kommer Ås AS."),
        ({**ALL_DAY, EVENING: NO, NIGHT: NO}, "Om kvelden og natten kommer Ås AS."),
        ({**ALL_DAY, NIGHT: NO, WEEKEND: NO}, "Om natten og i helgen kommer Ås AS."),
        (dict.fromkeys(DayPart, NO), "Om dagen, om kvelden, om natten og i helgen kommer Ås AS."),
        (ALL_DAY, "Leverandøren kommer til alle disse tidene."),
        (
            {**NO_NIGHT, WEEKEND: UNKNOWN},
            "Om natten kommer Ås AS. Spør tildelingskontoret om hjelp i helgen.",
        ),
    ],
)
def test_who_comes_otherwise_is_told_for_every_part(coverage, told):
    assert fact(FactKey.OTHERWISE, municipality=lind(coverage, otherwise_provider=AAS)) == told


def test_nobody_coming_is_told_too():
    assert fact(FactKey.OTHERWISE, municipality=lind(NO_NIGHT)) == "Ingen kommer om natten."


def test_the_municipality_s_own_sentence_goes_before_the_made_one():
    own = LocalText("Om natten kommer en vakt.", "Om natta kjem ei vakt.")

    assert fact(FactKey.OTHERWISE, municipality=lind(NO_NIGHT, otherwise=own)) == own.nb


@given(st.dictionaries(st.sampled_from(DayPart), st.sampled_from(Coverage)), st.booleans())
def test_no_part_is_without_an_answer_to_who_comes(coverage, has_helper):
    municipality = lind(coverage, otherwise_provider=AAS if has_helper else None)

    told = fact(FactKey.OTHERWISE, municipality=municipality).lower()

    nouns = {DAY: "dagen", EVENING: "kvelden", NIGHT: "natten", WEEKEND: "helgen"}
    for part, noun in nouns.items():
        assert (noun in told) is (coverage.get(part, UNKNOWN) is not YES)


def test_services_with_other_gaps_are_named_helper_by_helper():
    told = fact(
        FactKey.OTHERWISE,
        LIND,
        NURSING,
        PRACTICAL,
        municipality=with_offer(
            make.offer(NURSING, coverage=NO_NIGHT, otherwise=MUNICIPAL),
            make.offer(PRACTICAL, coverage={**ALL_DAY, WEEKEND: NO}, otherwise=AAS),
        ),
    )

    assert told == (
        "Eksempelvik kommune, hjemmetjenesten: hjemmesykepleie om natten. "
        "Ås AS: praktisk bistand i helgen."
    )


def test_a_part_that_is_not_stated_is_asked_about_under_its_service():
    told = fact(
        FactKey.OTHERWISE,
        LIND,
        NURSING,
        PRACTICAL,
        municipality=with_offer(
            make.offer(NURSING, coverage=NO_NIGHT, otherwise=AAS),
            make.offer(PRACTICAL, coverage={**ALL_DAY, WEEKEND: UNKNOWN}),
        ),
    )

    assert told == ("Ås AS: hjemmesykepleie om natten. Spør kommunen om praktisk bistand i helgen.")


def test_services_with_the_same_gap_are_told_together():
    offers = [
        make.offer(each, coverage=NO_NIGHT, otherwise=MUNICIPAL) for each in (NURSING, PRACTICAL)
    ]

    told = fact(FactKey.OTHERWISE, LIND, NURSING, PRACTICAL, municipality=with_offer(*offers))

    assert told == "Om natten kommer Eksempelvik kommune, hjemmetjenesten."


def test_exceptions_of_one_service_name_it_and_say_that_the_rest_is_missing():
    offers = (make.offer(NURSING), replace(make.offer(PRACTICAL), exceptions=None))

    told = fact(FactKey.EXCEPTIONS, LIND, NURSING, PRACTICAL, municipality=with_offer(*offers))

    assert told == "Hjemmesykepleie: Smertepumpe. Ellers ikke oppgitt."


@pytest.mark.parametrize(
    ("state", "support", "told"),
    [
        (CapacityState.OPEN, "Kommersiell, har plass", "Ja, per 20. november 2026"),
        (CapacityState.FULL, "Kommersiell, full nå", "Fullt per 20. november 2026. Venteliste."),
        (
            CapacityState.PAUSED,
            "Kommersiell, tar ikke nye nå",
            "Tar ikke imot nye per 20. november 2026",
        ),
        (CapacityState.NOT_STATED, "Kommersiell, plass ukjent", "Ikke oppgitt"),
    ],
)
def test_room_is_told_on_the_card_and_with_its_date(state, support, told):
    municipality = with_offer(make.offer(NURSING, state=state))

    assert block(LIND, municipality=municipality).support == support
    assert fact(FactKey.CAPACITY, municipality=municipality) == told


def test_room_without_a_date_says_that_the_date_is_missing():
    undated = replace(make.offer(NURSING), capacity=Capacity(CapacityState.OPEN))

    assert fact(FactKey.CAPACITY, municipality=with_offer(undated)) == "Ja. Dato: ikke oppgitt."


def test_room_that_differs_is_told_per_service():
    offers = (make.offer(NURSING, state=CapacityState.FULL), make.offer(PRACTICAL))

    told = fact(FactKey.CAPACITY, LIND, NURSING, PRACTICAL, municipality=with_offer(*offers))

    assert told == (
        "Hjemmesykepleie: fullt, venteliste. Praktisk bistand: ja. Per 20. november 2026."
    )


@pytest.mark.parametrize(
    ("days", "told"), [(1, "Innen 1 dag"), (14, "Innen 14 dager"), (None, "Ikke oppgitt")]
)
def test_start_is_told_in_days(days, told):
    offer = replace(make.offer(NURSING), start_days=days)

    assert fact(FactKey.START, municipality=with_offer(offer)) == told


def test_a_full_provider_starts_when_there_is_room():
    assert fact(FactKey.START, FULL) == "Når det blir ledig plass"


def test_competence_names_the_part_that_is_missing():
    part = with_provider(LIND, competence=Competence(trained_percent=71))

    assert fact(FactKey.COMPETENCE, municipality=part) == (
        "71 % har helseutdanning. Sykepleier på vakt: ikke oppgitt. "
        "Leder: ikke oppgitt. Dato: ikke oppgitt."
    )


def test_no_nurse_on_duty_is_a_stated_fact():
    none = with_provider(LIND, competence=Competence(nurse_on_duty=()))

    assert "Ingen sykepleier på vakt." in fact(FactKey.COMPETENCE, municipality=none)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((DayPart.DAY,), "Sykepleier på vakt: dag."),
        ((DayPart.EVENING, DayPart.DAY), "Sykepleier på vakt: dag og kveld."),
        (tuple(DayPart), "Sykepleier på vakt: dag, kveld, natt og helg."),
    ],
)
def test_the_nurses_hours_are_a_list_in_the_order_of_the_week(parts, told):
    stated = with_provider(LIND, competence=Competence(nurse_on_duty=parts))

    assert told in fact(FactKey.COMPETENCE, municipality=stated)


def test_competence_ends_with_the_day_that_it_holds_for():
    dated = with_provider(LIND, competence=Competence(71, as_of=date(2026, 9, 1)))

    assert fact(FactKey.COMPETENCE, municipality=dated).endswith("Per 1. september 2026.")


def test_continuity_names_the_part_that_is_missing():
    part = with_provider(LIND, continuity=Continuity(fixed_contact=True))

    assert fact(FactKey.CONTINUITY, municipality=part) == (
        "Fast kontaktperson: ja. Antall ulike hjelpere: ikke oppgitt."
    )


def test_continuity_says_how_and_when_it_was_counted():
    assert fact(FactKey.CONTINUITY) == (
        "Fast kontaktperson: ja. Vanligvis 9 ulike hjelpere på 4 uker. Målt 1. halvår 2026."
    )


def test_a_figure_without_source_says_so():
    bare = with_provider(LIND, continuity=Continuity(helpers_per_4_weeks=3))

    told = fact(FactKey.CONTINUITY, municipality=bare)

    assert told.endswith("Målt eller anslått: ikke oppgitt.")


def test_a_figure_without_its_time_says_so():
    continuity = Continuity(True, 3, Measured.ESTIMATED)

    told = fact(FactKey.CONTINUITY, municipality=with_provider(LIND, continuity=continuity))

    assert told.endswith("Anslått, tidsrom ikke oppgitt.")


def test_phone_without_hours_says_so():
    contact = with_provider(LIND, contact=Contact(phone="00001300"))

    assert fact(FactKey.PHONE, municipality=contact) == ("00 00 13 00. Telefontid: ikke oppgitt.")


@pytest.mark.parametrize(
    ("extras", "told"),
    [
        (Extras(True), "Ja, mot betaling. Egen avtale."),
        (Extras(True, LocalText.same("Hagearbeid")), "Ja, mot betaling. Egen avtale."),
        (Extras(False), "Nei"),
        (None, "Ikke oppgitt"),
    ],
)
def test_extras_are_told_apart_and_not_advertised(extras, told):
    assert fact(FactKey.EXTRAS, municipality=with_provider(LIND, extras=extras)) == told


def test_languages_have_names():
    assert fact(FactKey.LANGUAGES) == "Norsk, engelsk og tegnspråk"


def test_the_head_tells_kind_owner_and_approval():
    told = block(LIND)

    assert told.kind_line == "Privat kommersiell leverandør, i kommunen siden 2019"
    assert plain(told.owner_line) == "Eier: Eksempel Holding AS. Org.nr. 000 000 019"
    assert plain(told.approval) == (
        "Kilde: leverandøren. Godkjent av Eksempelvik kommune 1. oktober 2026."
    )


@pytest.mark.parametrize("language", list(Language))
def test_n36_a_name_is_shown_as_it_is_registered(language):
    loaded = with_provider(LIND, name=LocalText.same("Best Omsorg AS"))
    for municipality in (make.municipality(), loaded):
        for provider in municipality.providers:
            told = block(provider.id, municipality=municipality, language=language)
            assert plain(told.name) == provider.name.in_(language)


def approvals(municipality, language, today=make.TODAY):
    """What is told of each approval, without its day and office."""
    words = make.words(language)
    return {
        provider.id: plain(
            block(provider.id, municipality=municipality, language=language, today=today).approval
        )
        .replace(plain(words.full_date(provider.approved_on)), "DAY")
        .replace(provider.approved_by, "OFFICE")
        for provider in municipality.providers
    }


@pytest.mark.parametrize("language", list(Language))
def test_n26_every_approval_of_the_last_year_is_told_in_the_same_words(language):
    told = set(approvals(make.municipality(), language).values())

    assert len(told) == 1
    assert all("DAY" in each and "OFFICE" in each for each in told)


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        (Language.BOKMAL, " DAY, for over et år siden."),
        (Language.NYNORSK, " DAY, for over eitt år sidan."),
        (Language.ENGLISH, " DAY, over a year ago."),
    ],
)
def test_n26_an_approval_of_more_than_a_year_is_marked_there_and_nowhere_else(language, mark):
    base = make.municipality()
    marked = with_provider(LIND, approved_on=date(2023, 1, 2))

    fresh, told = approvals(base, language), approvals(marked, language)

    assert told.pop(LIND) == fresh.pop(LIND).replace(" DAY.", mark)
    assert told == fresh
    assert (
        replace(block(LIND, municipality=marked), approval="")
        == replace(block(LIND, municipality=base), approval="")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("approved", "today", "is_old"),
    [
        (date(2025, 11, 23), date(2026, 11, 23), False),
        (date(2025, 11, 22), date(2026, 11, 23), True),
        (date(2024, 1, 2), date(2025, 1, 1), False),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
    ],
)
def test_n26_a_year_has_passed_the_day_after_the_same_day(approved, today, is_old):
    marked = with_provider(LIND, approved_on=approved)

    told = block(LIND, municipality=marked, today=today).approval

    assert ("for over et år siden" in plain(told)) is is_old


def test_a_head_with_holes_says_what_is_missing():
    told = block(AAS, PRACTICAL)

    assert told.kind_line == "Privat kommersiell leverandør. Startår: ikke oppgitt."
    assert told.owner == "Eier: Ikke oppgitt"


def test_a_text_that_has_no_english_is_marked_with_its_language():
    marked = {each.key: each.language for each in block(LIND, language=Language.ENGLISH).facts}

    assert marked[FactKey.WISHES] is Language.BOKMAL
    assert marked[FactKey.ACCESSIBILITY] is None


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_norwegian_pages_mark_no_text(language):
    assert {each.language for each in block(LIND, language=language).facts} == {None}


def in_zones(count: int, covered: int) -> str:
    """What is said of where a provider gives help that covers so many of so many zones."""
    base = with_provider(LIND, offers=())
    zones = tuple(
        Zone(ZoneId(f"z{at}"), f"Sone {at}", LocalText.same(f"sone {at}")) for at in range(count)
    )
    keys = frozenset(zone.id for zone in zones)
    services = tuple(replace(each, zones=keys) for each in base.services)
    offer = Offer(NURSING, frozenset(zone.id for zone in zones[:covered]), ALL_DAY)
    changed = tuple(
        replace(each, offers=(offer,)) if each.id == LIND else each for each in base.providers
    )
    pack = replace(base, zones=zones, services=services, providers=changed)
    return str(fact(FactKey.ZONES, municipality=pack, zone=zones[0].id))


@pytest.mark.parametrize(
    ("count", "covered", "said"),
    [
        (3, 3, "Sone 0, Sone 1 og Sone 2"),
        (6, 6, "Hele kommunen"),
        (6, 2, "Sone 0 og Sone 1"),
    ],
)
def test_all_of_many_zones_are_the_whole_municipality(count, covered, said):
    assert in_zones(count, covered) == said

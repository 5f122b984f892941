import pytest

GRANLY, LIND, HAGEN = "providers/granly.toml", "providers/lind.toml", "providers/hagen.toml"
NORDVIK, FJORDHEIM = "providers/nordvik.toml", "providers/fjordheim.toml"
MUNICIPAL = "providers/eksempelvik-hjemmetjenesten.toml"
NURSING = "offers[hjemmesykepleie]"
HELPER = 'otherwise_provider = "eksempelvik-hjemmetjenesten"\n'


def test_a_provider_that_does_not_come_at_night_needs_somebody_who_does(pack):
    pack.change(GRANLY, HELPER, "")

    assert pack.faults() == [(GRANLY, f"{NURSING}.otherwise_provider", "who_comes_otherwise")]


def test_an_unstated_part_of_the_week_needs_somebody_too(pack):
    pack.change(GRANLY, HELPER, "")
    pack.change(GRANLY, 'night = "no"', 'night = "not_stated"')

    assert pack.faults() == [(GRANLY, f"{NURSING}.otherwise_provider", "who_comes_otherwise")]


def test_a_sentence_may_say_who_comes(pack):
    pack.change(GRANLY, HELPER, 'otherwise = { nb = "Naboen kommer.", nn = "Naboen kjem." }\n')

    assert pack.faults() == []


def test_nobody_is_needed_in_parts_outside_the_choice(pack):
    pack.change(LIND, 'night = "no", weekend = "not_stated"', 'night = "no", weekend = "yes"')
    pack.change(LIND, 'evening = "no"', 'evening = "yes"')
    text = (pack.folder / LIND).read_text(encoding="utf-8")
    head, middle, tail = text.partition('service = "praktisk-bistand"')
    pack.write(LIND, head + middle + tail.replace(HELPER, "", 1))

    assert pack.faults() == []


def test_who_comes_must_give_the_service(pack):
    pack.change(GRANLY, HELPER, 'otherwise_provider = "hagen"\n')

    assert (GRANLY, f"{NURSING}.otherwise_provider", "does_not_give") in pack.faults()


def test_who_comes_must_come_then(pack):
    pack.change(HAGEN, HELPER, 'otherwise_provider = "granly"\n')

    assert pack.faults() == [(HAGEN, f"{NURSING}.otherwise_provider", "does_not_come")]


def test_a_provider_is_not_its_own_helper(pack):
    pack.change(GRANLY, HELPER, 'otherwise_provider = "granly"\n')

    assert pack.faults() == [(GRANLY, f"{NURSING}.otherwise_provider", "names_itself")]


def test_an_offer_outside_the_zones_of_its_service_is_a_fault(pack):
    pack.change(
        LIND, 'service = "bpa"\nzones = ["sentrum"]', 'service = "bpa"\nzones = ["fjordbyen"]'
    )

    assert (LIND, "offers[bpa].zones", "not_offered_there") in pack.faults()


def test_two_offers_for_one_service_are_a_fault(pack):
    pack.change(HAGEN, 'service = "praktisk-bistand"', 'service = "hjemmesykepleie"')

    assert pack.faults() == [(HAGEN, "offers[hjemmesykepleie, 2].service", "used_twice")]


def test_a_provider_cannot_come_outside_the_choice(pack):
    pack.change(FJORDHEIM, 'evening = "no", night = "no"', 'evening = "no", night = "yes"')

    assert pack.faults() == [
        (FJORDHEIM, "offers[praktisk-bistand].coverage.night", "outside_the_choice")
    ]


def test_parts_outside_the_choice_need_a_provider(pack):
    pack.change("services.toml", 'outside_provider = "eksempelvik-hjemmetjenesten"', "")

    found = [(file, code) for file, _, code in pack.faults()]

    assert ("services.toml", "who_comes") in found


def test_a_provider_outside_the_choice_needs_such_parts(pack):
    pack.change("services.toml", 'outside_choice = ["night"]', "")

    assert (
        "services.toml",
        "services[praktisk-bistand].outside_provider",
        "nothing_outside",
    ) in pack.faults()


@pytest.mark.parametrize(
    ("helper", "code"), [("nordvik", "does_not_give"), ("granly", "does_not_come")]
)
def test_who_comes_outside_the_choice_must_be_able_to(pack, helper, code):
    pack.change(
        "services.toml",
        'outside_provider = "eksempelvik-hjemmetjenesten"',
        f'outside_provider = "{helper}"',
    )

    assert ("services.toml", "services[praktisk-bistand].outside_provider", code) in pack.faults()


def test_a_service_that_nobody_gives_in_a_zone_is_a_fault(pack):
    pack.change("services.toml", 'zones = ["sentrum", "nordsida"]', 'zones = "all"')
    pack.change(NORDVIK, 'service = "bpa"\nzones = "all"', 'service = "bpa"\nzones = ["sentrum"]')
    pack.change(
        FJORDHEIM,
        'service = "bpa"\nzones = "all"',
        'service = "bpa"\nzones = ["sentrum", "nordsida"]',
    )

    assert ("services.toml", "services[bpa].zones", "nobody_gives") in pack.faults()


def test_where_an_offer_is_faulty_nobody_is_accused_of_not_giving_the_service(pack):
    pack.change(MUNICIPAL, 'zones = "all"', 'zones = "alle"')

    assert pack.faults() == [(MUNICIPAL, f"{NURSING}.zones", "not_one_of")]


def test_where_an_offer_is_faulty_no_service_is_said_to_lack_providers(pack):
    pack.change(NORDVIK, 'service = "bpa"\nzones = "all"', 'service = "bpa"\nzones = ["sentrum"]')
    pack.change(FJORDHEIM, 'service = "bpa"\nzones = "all"', 'service = "bpa"\nzones = "alle"')

    assert pack.faults() == [(FJORDHEIM, "offers[bpa].zones", "not_one_of")]


def test_an_unknown_helper_is_not_also_a_missing_one(pack):
    pack.change(GRANLY, HELPER, 'otherwise_provider = "nabo"\n')

    assert pack.faults() == [(GRANLY, f"{NURSING}.otherwise_provider", "unknown_provider")]


def the_municipality_ends(pack, day):
    pack.change(MUNICIPAL, "started_on = 1998-01-01", f"valid_to = {day}")


def test_whoever_comes_otherwise_or_outside_the_choice_must_be_under_contract(pack):
    the_municipality_ends(pack, "2026-11-22")

    found = {(file, field) for file, field, code in pack.faults() if code == "not_valid"}

    assert ("services.toml", "services[praktisk-bistand].outside_provider") in found
    assert (GRANLY, f"{NURSING}.otherwise_provider") in found


def test_the_end_of_such_a_contract_is_noted_in_time(pack):
    the_municipality_ends(pack, "2027-02-21")

    found = {(file, field) for file, field, code in pack.warnings() if code == "helper_ends"}

    assert pack.faults() == []
    assert ("services.toml", "services[praktisk-bistand].outside_provider") in found
    assert (GRANLY, f"{NURSING}.otherwise_provider") in found


def test_nobody_needs_to_come_for_a_provider_that_is_not_shown(pack):
    the_municipality_ends(pack, "2026-11-22")
    pack.change(GRANLY, "contract_until = 2029-03-31", "contract_until = 2026-11-22")

    assert not [fault for fault in pack.faults() if fault[0] == GRANLY]

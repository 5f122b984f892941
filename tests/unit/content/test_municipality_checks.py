import pytest

from kiosk.content import check_pack

FILE = "municipality.toml"


def test_documents_have_a_norwegian_language(pack):
    pack.change(FILE, 'default_language = "nb"', 'default_language = "en"')

    assert pack.faults() == [(FILE, "default_language", "not_one_of")]


def test_only_an_example_pack_holds_staff_codes(pack):
    pack.change(FILE, "example = true", "example = false")

    assert pack.faults() == [(FILE, "example_staff", "staff_in_a_real_pack")]


def test_two_staff_members_have_two_names(pack):
    pack.change(FILE, "Ola Eksempel", "Kari Eksempel")

    assert pack.faults() == [(FILE, "example_staff[Kari Eksempel, 2].name", "used_twice")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("count = 14", "", "missing"),
        ('kind = "days"\ncount = 14', 'kind = "months"\ncount = 0', "out_of_range"),
        ('kind = "days"', 'kind = "first_of_next_month"', "count_not_used"),
    ],
)
def test_a_notice_rule_is_complete(pack, old, new, code):
    text = (pack.folder / FILE).read_text(encoding="utf-8")
    head, mark, tail = text.partition("[notice]")
    pack.write(FILE, head + mark + tail.replace(old, new, 1))

    assert pack.faults() == [(FILE, "notice.count", code)]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("zones.toml", 'id = "nordsida"', 'id = "sentrum"', "zones[sentrum, 3].id"),
        ("services.toml", 'id = "praktisk-bistand"', 'id = "bpa"', "services[bpa, 3].id"),
        ("rules.toml", 'id = "bpa-uten', 'id = "hjemmesykepleie-uten', "rules[hjemmesykepleie-uten-valg, 3].id"),
        ("providers/lind.toml", 'id = "lind"', 'id = "hagen"', "id"),
        ("providers/lind.toml", "000000051", "000000078", "org_number"),
    ],
)  # fmt: skip
def test_a_key_stands_once_only(pack, file, old, new, fault):
    pack.change(file, old, new)

    assert (file, fault, "used_twice") in pack.faults()


@pytest.mark.parametrize(
    ("file", "old", "new", "field"),
    [
        ("zones.toml", 'name = "Nordsida"', 'name = "sentrum"', "zones[nordsida].name"),
        ("services.toml", '"Heimehjelp"', '"Sykepleie i Hjemmet"', "services[praktisk-bistand].aliases[Sykepleie i Hjemmet]"),
        ("services.toml", 'nn = "Praktisk hjelp"', 'nn = "Heimesjukepleie"', "services[praktisk-bistand].name"),
    ],
)  # fmt: skip
def test_a_name_in_a_case_list_means_one_thing(pack, file, old, new, field):
    pack.change(file, old, new)

    assert pack.faults() == [(file, field, "ambiguous_name")]


def test_both_places_of_a_key_are_named(pack):
    pack.change("providers/lind.toml", 'id = "lind"', 'id = "hagen"')

    found = [item for item in check_pack(pack.folder) if item.code == "used_twice"]

    assert [(item.file, item.values["other"]) for item in found] == [
        ("providers/lind.toml", "providers/hagen.toml: id")
    ]


def test_the_other_thing_with_a_name_is_named(pack):
    pack.change("zones.toml", 'name = "Nordsida"', 'name = "Sentrum"')

    found = [item for item in check_pack(pack.folder) if item.code == "ambiguous_name"]

    assert [item.values["other"] for item in found] == ["zones.toml: zones[sentrum].name"]


@pytest.mark.parametrize("day", ["2026-11-24", "2062-11-02"])
def test_nothing_is_approved_in_the_future(pack, day):
    pack.change(FILE, "approved_on = 2026-11-02", f"approved_on = {day}")

    assert pack.faults() == [(FILE, "approved_on", "in_the_future")]


def test_an_approval_of_today_is_fine(pack):
    pack.change(FILE, "approved_on = 2026-11-02", "approved_on = 2026-11-23")

    assert pack.faults() == []

import pytest

from kiosk.content import check_pack, load_pack
from kiosk.domain.notice import (
    AgreedDate,
    CutOff,
    FirstOfNextMonth,
    MonthsNotice,
    NoticeRule,
    Told,
)
from kiosk.domain.service import ServiceId

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
    ("example", "line", "months"),
    [
        ("true", "", 0),
        ("true", "interests_months = 6", 6),
        ("false", "", 12),
        ("false", "interests_months = 0", 0),
    ],
)
def test_n34_real_staff_are_asked_for_ties_each_year_unless_decided_otherwise(
    pack, example, line, months
):
    pack.change(FILE, "example = true", f"example = {example}")
    pack.change(FILE, "# interests_months = 12", line)
    if example == "false":
        file = pack.folder / FILE
        text = file.read_text(encoding="utf-8").partition("[[example_staff]]")[0]
        file.write_text(text, encoding="utf-8")

    assert load_pack(pack.folder).interests_months == months


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("count = 14", "", "missing"),
        ('kind = "days"\ncount = 14', 'kind = "months"\ncount = 0', "out_of_range"),
        ('kind = "days"', 'kind = "first_of_next_month"', "not_used_here"),
    ],
)
def test_a_notice_rule_is_complete(pack, old, new, code):
    text = (pack.folder / FILE).read_text(encoding="utf-8")
    head, mark, tail = text.partition("[notice]")
    pack.write(FILE, head + mark + tail.replace(old, new, 1))

    assert pack.faults() == [(FILE, "notice.count", code)]


@pytest.mark.parametrize(
    ("written", "field", "code"),
    [
        ('kind = "cut_off"', "notice.day", "missing"),
        ('kind = "cut_off"\nday = 29', "notice.day", "out_of_range"),
        ('kind = "cut_off"\nday = 20\ncount = 0', "notice.count", "out_of_range"),
        ('kind = "agreed"\ncount = 3', "notice.count", "not_used_here"),
        ('kind = "months"\ncount = 3\nday = 20', "notice.day", "not_used_here"),
        ('kind = "agreed"\nmax_per_year = 0', "notice.max_per_year", "out_of_range"),
        ('kind = "agreed"\nnotifies = ["nabo"]', "notice.notifies[1]", "not_one_of"),
    ],
)
def test_a_notice_rule_of_a_service_is_complete(pack, written, field, code):
    pack.append("services.toml", f'\n[services.notice]\nid = "bpa"\n{written}\n')

    assert pack.faults() == [("services.toml", f"services[bpa].{field}", code)]


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ('kind = "cut_off"\nday = 20', CutOff(20)),
        ('kind = "cut_off"\nday = 20\ncount = 2', CutOff(20, 2)),
        ('kind = "agreed"', AgreedDate()),
        ('kind = "months"\ncount = 3', MonthsNotice(3)),
        ('kind = "first_of_next_month"', FirstOfNextMonth()),
    ],
)
def test_a_service_may_have_a_notice_rule_of_its_own(pack, written, period):
    head = '\n[services.notice]\nid = "bpa"\nmax_per_year = 2\nnotifies = ["new_provider"]\n'
    pack.append("services.toml", f"{head}{written}\n")

    municipality = load_pack(pack.folder)

    told = frozenset({Told.NEW_PROVIDER})
    assert municipality.notice_of(ServiceId("bpa")) == NoticeRule("bpa", period, True, 2, told)
    assert municipality.notice_of(ServiceId("praktisk-bistand")) == municipality.notice


def test_one_key_does_not_stand_for_two_notice_rules(pack):
    pack.append("services.toml", '\n[services.notice]\nid = "14-dager"\nkind = "agreed"\n')

    assert pack.faults() == [("services.toml", "services[bpa].notice.id", "used_twice")]


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

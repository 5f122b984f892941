import shutil
from datetime import date
from pathlib import Path

import pytest

from kiosk.content import check_pack, load_pack
from kiosk.domain.errors import ContentError
from kiosk.domain.language import Language
from kiosk.domain.municipality import ProseKey
from kiosk.domain.nonchoice.parts import ChooseFirst, MunicipalDefault
from kiosk.domain.nonchoice.silence import LetterForm
from kiosk.domain.notice import DaysNotice
from kiosk.domain.provider import CapacityState, Coverage
from kiosk.domain.service import DayPart, ProviderId, ServiceId, ZoneId

TODAY = date(2026, 11, 23)
SENTRUM, FJORDBYEN = ZoneId("sentrum"), ZoneId("fjordbyen")
NURSING, BPA = ServiceId("hjemmesykepleie"), ServiceId("bpa")

PLANTED = (
    ("municipality.toml", 'id = "eksempelvik"', 'id = "Eksempelvik!"', "id"),
    ("municipality.toml", "reply_days = 14", 'reply_days = "14"', "reply_days"),
    ("zones.toml", 'name = "Nordsida"', 'name = ""', "zones[nordsida].name"),
    ("services.toml", 'zones = ["sentrum",', 'zones = ["sentrom",', "services[bpa].zones[1]"),
    ("services.toml", 'day = "07.00–15.00"\n', "", "services[bpa].hours.day"),
    ("rules.toml", "2026-03-12", '"12. mars"', "rules[hjemmesykepleie-uten-valg].decision.decided_on"),
    ("rules.toml", 'helper = "fjordheim"', 'helper = "fjordhei"', "rules[bpa-uten-valg].helper"),
    ("providers/granly.toml", '"000000027"', '"000000028"', "org_number"),
    ("providers/granly.toml", 'kind = "commercial"', 'kind = "private"', "kind"),
    ("providers/granly.toml", 'evening = "yes"', 'evening = "ja"', "offers[hjemmesykepleie].coverage.evening"),
    ("providers/lind.toml", 'phone = "12 34 56 50"', 'phone = "ring oss"', "contact.phone"),
    ("prose/nn/what.md", "har du eit vedtak", "har du eit **vedtak**", ""),
)  # fmt: skip


def test_opens_the_example_with_three_zones_three_services_and_six_providers(example):
    pack = load_pack(example, TODAY)

    assert (len(pack.zones), len(pack.services), len(pack.providers)) == (3, 3, 6)


def test_finds_nothing_wrong_and_nothing_to_warn_of_in_the_example(example):
    assert check_pack(example, TODAY) == ()


def test_the_example_is_marked_as_one(example):
    assert load_pack(example).is_example


def test_a_pack_is_real_unless_it_says_otherwise(pack):
    pack.change("municipality.toml", "example = true", "")
    text = (pack.folder / "municipality.toml").read_text(encoding="utf-8")
    pack.write("municipality.toml", text[: text.index("[[example_staff]]")])

    assert not load_pack(pack.folder).is_example


def test_reads_the_rule_of_each_service_and_zone(example):
    pack = load_pack(example)

    assert pack.rule(NURSING, FJORDBYEN).fallback == MunicipalDefault(
        ProviderId("eksempelvik-hjemmetjenesten")
    )
    assert pack.rule(BPA, SENTRUM).fallback == ChooseFirst(ProviderId("fjordheim"))


def test_reads_the_notice_rule(example):
    assert load_pack(example).notice.period == DaysNotice(14)


def test_reads_the_coverage_of_an_offer(example):
    offer = load_pack(example).provider(ProviderId("granly")).offer_for(NURSING, SENTRUM)

    assert offer is not None
    assert offer.coverage[DayPart.NIGHT] is Coverage.NO


def test_a_full_provider_stays_on_offer(example):
    pack = load_pack(example)
    offer = pack.provider(ProviderId("nordvik")).offer_for(NURSING, SENTRUM)

    assert offer is not None
    assert offer.capacity.state is CapacityState.FULL
    assert ProviderId("nordvik") in pack.offered(NURSING, SENTRUM, TODAY)


def test_all_six_providers_are_on_offer_for_home_nursing_in_the_centre(example):
    assert len(load_pack(example).offered(NURSING, SENTRUM, TODAY)) == 6


def test_what_a_provider_leaves_out_is_not_stated(example):
    lind = load_pack(example).provider(ProviderId("lind"))

    assert lind.languages is None
    assert lind.competence.trained_percent is None


def test_prose_that_lacks_english_is_shown_in_bokmal(example):
    language, _ = load_pack(example).prose_in(ProseKey.QUESTIONS, Language.ENGLISH)

    assert language is Language.BOKMAL


def test_phone_numbers_lose_their_blanks(example):
    assert load_pack(example).office.contact.phone == "12345678"


def test_the_version_holds_the_number_and_a_fingerprint(example):
    number, _, fingerprint = load_pack(example).version.partition("-")

    assert number == "2026.11"
    assert len(fingerprint) == 12


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [("providers/lind.toml", "12 34 56 50", "12 34 56 51"), ("prose/en/what.md", "help", "Help")],
)
def test_one_changed_byte_changes_the_version(pack, file, old, new):
    before = load_pack(pack.folder).version

    pack.change(file, old, new)

    assert load_pack(pack.folder).version != before


def test_a_renamed_file_changes_the_version(pack):
    before = load_pack(pack.folder).version

    (pack.folder / "prose/en/same.md").rename(pack.folder / "prose/en/questions.md")

    assert load_pack(pack.folder).version != before


def test_the_case_list_beside_the_pack_is_no_part_of_its_version(pack):
    before = load_pack(pack.folder).version

    pack.append("cases.csv", "\n")

    assert load_pack(pack.folder).version == before


def test_reports_twelve_planted_faults_at_once_and_no_thirteenth(pack):
    for file, old, new, _ in PLANTED:
        pack.change(file, old, new)

    found = [(file, field) for file, field, _ in pack.faults()]

    assert sorted(found) == sorted((file, field) for file, _, _, field in PLANTED)


def test_a_pack_with_a_fault_does_not_open_and_the_error_holds_them_all(pack):
    for file, old, new, _ in PLANTED:
        pack.change(file, old, new)

    with pytest.raises(ContentError) as caught:
        load_pack(pack.folder)

    assert len(caught.value.problems) == len(PLANTED)


@pytest.mark.parametrize(("file", "old", "new", "_field"), PLANTED)
def test_no_single_fault_lets_a_pack_open_halfway(pack, file, old, new, _field):
    pack.change(file, old, new)

    with pytest.raises(ContentError):
        load_pack(pack.folder)


def test_a_warning_lets_the_pack_open(pack):
    pack.write("notes.txt", "hei")

    assert load_pack(pack.folder).id == "eksempelvik"


def test_a_seventh_provider_needs_no_more_than_its_file(pack):
    text = (pack.folder / "providers/hagen.toml").read_text(encoding="utf-8")
    text = text.replace('id = "hagen"', 'id = "solbakken"')
    text = text.replace("000000078", "000000086")
    pack.write("providers/solbakken.toml", text)

    assert len(load_pack(pack.folder).offered(NURSING, SENTRUM, TODAY)) == 7


def test_a_fourth_service_needs_no_more_than_its_entries(pack):
    for file in ("services.toml", "rules.toml", "providers/fjordheim.toml"):
        text = (pack.folder / file).read_text(encoding="utf-8")
        start = max(text.rfind(mark) for mark in ("[[services]]", "[[rules]]", "[[offers]]"))
        copied = text[start:].replace("bpa", "avlastning").replace("BPA", "Avlastning")
        for alias in ("Brukerstyrt personlig assistanse", "Brukarstyrt personleg assistanse"):
            copied = copied.replace(alias, f"Annen {alias}")
        pack.append(file, "\n" + copied)

    assert load_pack(pack.folder).offered(ServiceId("avlastning"), SENTRUM, TODAY) == {"fjordheim"}


def test_opens_from_a_relative_path_and_through_a_linked_folder(pack, monkeypatch):
    (pack.folder.parent / "link").symlink_to(pack.folder, target_is_directory=True)
    monkeypatch.chdir(pack.folder.parent)

    assert load_pack(Path("link")).version == load_pack(Path("pack")).version


def test_is_the_same_pack_wherever_the_folder_lies(pack, tmp_path):
    moved = Path(shutil.copytree(pack.folder, tmp_path / "elsewhere"))

    assert load_pack(moved) == load_pack(pack.folder)


def test_reads_how_long_the_municipality_waits_and_what_its_letter_is(pack):
    waits = load_pack(pack.folder).patience
    pack.change("municipality.toml", "reminder_days = 10", "reminder_days = 7")
    pack.change("municipality.toml", "postal_days = 4", "postal_days = 2")
    pack.change("municipality.toml", 'letter = "information"', 'letter = "decision"')

    changed = load_pack(pack.folder)

    assert (waits.reply, waits.reminder, waits.postal) == (14, 10, 4)
    assert (changed.patience.reminder, changed.patience.postal) == (7, 2)
    assert changed.allocation_letter is LetterForm.DECISION

import re
import shutil

import pdfplumber
import pytest

from tests.unit.cli.conftest import EXAMPLE


@pytest.fixture
def out(folder):
    return folder / "document.pdf"


def text_of(file):
    with pdfplumber.open(file) as pdf:
        return " ".join(page.extract_text() for page in pdf.pages)


def test_a_brochure_for_a_zone_is_written(kiosk, out):
    said = kiosk("brochure", "--zone", "sentrum", "--service", "bpa", "--out", out)

    assert (said.code, said.err) == (0, "")
    assert out.read_bytes().startswith(b"%PDF-")


def test_zone_and_service_may_be_named_as_people_call_them(kiosk, out):
    said = kiosk(
        "brochure",
        "--zone",
        "Nordsida",
        "--service",
        "heimesjukepleie",
        "--language",
        "nn",
        "--out",
        out,
    )

    assert (said.code, said.err) == (0, "")


def test_an_unknown_zone_is_answered_with_the_known_ones(kiosk, out):
    said = kiosk("brochure", "--zone", "sørsida", "--service", "bpa", "--out", out)

    assert said.code == 2
    assert "sentrum, fjordbyen, nordsida" in said.err


def test_a_brochure_for_a_case_is_written(kiosk, out):
    kiosk("cases", "import", EXAMPLE / "cases.csv", "--yes")

    said = kiosk("brochure", "--case", "EV-1060", "--out", out)

    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize(
    "arguments",
    [[], ["--case", "EV-1", "--zone", "sentrum"], ["--zone", "sentrum"], ["--service", "bpa"]],
)
def test_a_brochure_is_for_a_case_or_for_a_zone(kiosk, out, arguments):
    assert kiosk("brochure", *arguments, "--out", out).code == 2


def test_an_unknown_case_is_refused_in_words(kiosk, out):
    said = kiosk("brochure", "--case", "EV-1", "--out", out)

    assert (said.code, said.err) == (
        1,
        "Det finnes ingen sak med dette saksnummeret i registeret.\n",
    )


def test_an_unknown_receipt_is_refused_in_words(kiosk, out):
    said = kiosk("receipt", "EV-1", "--out", out)

    assert said.code == 1
    assert "ingen kvittering" in said.err


def test_a_file_in_no_folder_is_refused_before_an_order_is_dealt(kiosk, folder):
    said = kiosk(
        "brochure", "--zone", "sentrum", "--service", "bpa", "--out", folder / "none" / "b.pdf"
    )

    assert (said.code, said.out) == (1, "")
    assert said.err == f"Mappen {folder / 'none'} finnes ikke. Skriv en annen.\n"
    assert not (folder / "data").exists()


def test_a_receipt_in_no_folder_is_refused_in_words(kiosk, folder):
    said = kiosk("receipt", "EV-1", "--out", folder / "none" / "r.pdf")

    assert said.code == 1
    assert said.err == f"Mappen {folder / 'none'} finnes ikke. Skriv en annen.\n"


def test_a_service_that_is_named_twice_stands_once(kiosk, out):
    named = ["--zone", "sentrum", "--service", "bpa"]
    kiosk("brochure", *named, "--out", out)
    once = text_of(out)

    kiosk("brochure", *named, "--service", "BPA", "--out", out)

    assert text_of(out).count("BPA") == once.count("BPA")


@pytest.mark.parametrize("name", ["brochure.docx", "brochure", "brochure.pdf.txt"])
def test_a_name_that_promises_another_kind_of_file_is_wrong_use(kiosk, folder, name):
    said = kiosk("brochure", "--zone", "sentrum", "--service", "bpa", "--out", folder / name)

    assert (said.code, said.out) == (2, "")
    assert ".pdf" in said.err
    assert list(folder.iterdir()) == []


def test_capitals_in_the_name_are_no_fault(kiosk, folder):
    out = folder / "BROCHURE.PDF"

    assert kiosk("brochure", "--zone", "sentrum", "--service", "bpa", "--out", out).code == 0


@pytest.mark.parametrize("arguments", [["receipt", "EV-1"], ["brochure", "--case", "EV-1"]])
def test_a_device_is_not_replaced(kiosk, arguments):
    said = kiosk(*arguments, "--out", "/dev/full")

    assert said.code == 1
    assert said.err == (
        "En mappe eller en enhet har dette navnet, og den blir som den er. Skriv et annet navn.\n"
    )


def test_a_zone_without_the_service_is_told_about_the_zone(kiosk, out):
    said = kiosk("brochure", "--zone", "fjordbyen", "--service", "bpa", "--out", out)

    assert said.code in {0, 1}
    assert "i saken" not in said.err


def test_a_brochure_for_a_zone_opens_no_record(kiosk, out, folder, real_pack):
    named = ["--zone", "sentrum", "--service", "bpa", "--content", real_pack]

    said = kiosk("brochure", *named, "--out", out)

    assert (said.code, said.err) == (0, "")
    assert out.read_bytes().startswith(b"%PDF-")
    assert not (folder / "data").exists()


def test_each_brochure_for_a_zone_draws_its_own_order(kiosk, folder):
    named = ["--zone", "sentrum", "--service", "hjemmesykepleie", "--out"]
    names = ("Lind AS", "Nordvik omsorg AS", "Hagen hjemmetjenester SA", "Granly hjemmehjelp AS")

    orders: set[tuple[str, ...]] = set()
    for number in range(12):
        if len(orders) > 1:
            break
        kiosk("brochure", *named, folder / f"{number}.pdf")
        text = text_of(folder / f"{number}.pdf")
        orders.add(tuple(sorted(names, key=text.index)))

    assert len(orders) > 1


ZONE = ("--zone", "nordsida", "--service", "hjemmesykepleie")


def page_sizes_mm(file):
    with pdfplumber.open(file) as pdf:
        return {(round(p.width / 72 * 25.4), round(p.height / 72 * 25.4)) for p in pdf.pages}


def test_a_booklet_is_written_as_it_is_read(kiosk, out):
    said = kiosk("brochure", *ZONE, "--edition", "booklet", "--out", out)

    assert said.code == 0
    assert page_sizes_mm(out) == {(148, 210)}


def test_a_booklet_is_imposed_on_sheets_that_lie_across(kiosk, out):
    said = kiosk("brochure", *ZONE, "--edition", "booklet", "--impose", "--out", out)

    assert said.code == 0
    assert page_sizes_mm(out) == {(297, 210)}


def test_a_thick_booklet_is_told(kiosk, out):
    said = kiosk("brochure", *ZONE, "--edition", "booklet", "--out", out)

    assert re.search(r"Heftet tar \d+ ark.*C5", said.err)


def test_only_a_booklet_can_be_imposed(kiosk, out):
    said = kiosk("brochure", *ZONE, "--impose", "--out", out)

    assert said.code == 2
    assert "--edition booklet" in said.err
    assert not out.exists()


@pytest.mark.parametrize(("language", "title"), [("nb", "Hva skjer"), ("nn", "Kva skjer")])
def test_an_easy_read_brochure_is_written(kiosk, out, language, title):
    said = kiosk("brochure", *ZONE, "--edition", "easy-read", "--language", language, "--out", out)

    assert (said.code, said.err) == (0, "")
    text = text_of(out)
    assert "Lett å lese" in text
    assert title in text


def test_a_pack_without_easy_texts_names_the_files_that_are_missing(kiosk, out, tmp_path):
    pack = tmp_path / "pack"
    shutil.copytree(EXAMPLE, pack, ignore=shutil.ignore_patterns("easy"))

    said = kiosk("--content", pack, "brochure", *ZONE, "--edition", "easy-read", "--out", out)

    assert said.code == 1
    assert "prose/nb/easy/what.md" in said.err
    assert not out.exists()


def test_an_easy_read_brochure_of_a_case_is_written(kiosk, out):
    kiosk("cases", "import", EXAMPLE / "cases.csv", "--yes")

    said = kiosk("brochure", "--case", "EV-1060", "--edition", "easy-read", "--out", out)

    assert (said.code, said.err) == (0, "")

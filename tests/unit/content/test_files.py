import pytest

from kiosk.content import check_pack, load_pack
from kiosk.domain.errors import ContentError
from kiosk.domain.municipality import ProseKey


@pytest.mark.parametrize(
    "file", ["municipality.toml", "zones.toml", "services.toml", "rules.toml", "prose/nn/same.md"]
)
def test_a_missing_file_is_a_fault(pack, file):
    pack.remove(file)

    assert (file, "", "file_missing") in pack.faults()


def test_missing_english_prose_is_none(pack):
    pack.remove("prose/en/same.md")

    assert pack.faults() == []


@pytest.mark.parametrize("file", ["municipality.toml", "zones.toml", "services.toml", "rules.toml"])
def test_a_missing_file_is_reported_once_and_not_by_all_who_name_its_entries(pack, file):
    pack.remove(file)

    assert pack.faults() == [(file, "", "file_missing")]


def test_a_pack_without_providers_is_a_fault(pack):
    for path in (pack.folder / "providers").iterdir():
        path.unlink()

    assert ("providers", "", "no_providers") in pack.faults()


def test_a_folder_that_does_not_exist_is_one_fault(tmp_path):
    folder = tmp_path / "nowhere"

    problems = check_pack(folder)

    assert [(item.file, item.code) for item in problems] == [(str(folder), "no_such_folder")]


def test_a_file_in_place_of_the_folder_is_one_fault(pack):
    file = pack.folder / "zones.toml"

    problems = check_pack(file)

    assert [(item.file, item.code) for item in problems] == [(str(file), "not_a_folder")]


def test_a_folder_that_does_not_exist_does_not_open(tmp_path):
    with pytest.raises(ContentError):
        load_pack(tmp_path / "nowhere")


def test_a_folder_that_is_no_pack_is_told_in_one_line(tmp_path):
    (tmp_path / "notater.txt").write_text("EKSEMPEL", encoding="utf-8")

    assert [(item.file, item.code) for item in check_pack(tmp_path)] == [
        (str(tmp_path), "no_pack_here")
    ]


def test_a_pack_that_is_begun_is_told_all_that_it_lacks(tmp_path):
    (tmp_path / "zones.toml").write_text("", encoding="utf-8")

    found = {(item.file, item.code) for item in check_pack(tmp_path) if item.code != "missing"}

    prose = {f"prose/{language}/{key.value}.md" for language in ("nb", "nn") for key in ProseKey}
    files = {"municipality.toml", "services.toml", "rules.toml", *prose}
    assert found == {("providers", "no_providers"), *((file, "file_missing") for file in files)}


def test_a_folder_in_place_of_a_file_is_a_missing_file(pack):
    pack.remove("zones.toml")
    (pack.folder / "zones.toml").mkdir()

    assert ("zones.toml", "", "file_missing") in pack.faults()


def test_a_file_in_place_of_the_provider_folder_leaves_no_providers(pack):
    for path in (pack.folder / "providers").iterdir():
        path.unlink()
    (pack.folder / "providers").rmdir()
    pack.write("providers", "")

    assert ("providers", "", "no_providers") in pack.faults()


@pytest.mark.parametrize("file", ["providers/lind.toml", "prose/nb/what.md"])
def test_another_encoding_is_reported_with_its_line(pack, file):
    text = (pack.folder / file).read_text(encoding="utf-8")
    (pack.folder / file).write_bytes(text.encode("cp1252"))

    problem = next(item for item in check_pack(pack.folder) if item.code == "not_utf8")

    first = next(number for number, line in enumerate(text.split("\n"), 1) if not line.isascii())
    assert (problem.file, problem.values["line"]) == (file, str(first))


def test_a_byte_order_mark_is_no_fault(pack):
    path = pack.folder / "zones.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert pack.faults() == []


def test_windows_line_ends_are_no_fault(pack):
    for path in pack.folder.rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert pack.faults() == []


def test_broken_toml_is_reported_with_its_line(pack):
    pack.write("zones.toml", '[[zones]]\nid = "sentrum"\nname = Sentrum\n')

    problem = next(item for item in check_pack(pack.folder) if item.code == "broken_toml")

    assert (problem.file, problem.values["line"]) == ("zones.toml", "3")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2029-02-31", "no_such_date"),
        ("31.02.2029 # the end", "no_such_date"),
        ("2026-13-01", "no_such_date"),
        ("0000-01-01", "no_such_date"),
        ("30.11.2026", "date_form"),
        ("2026-1-5", "date_form"),
    ],
)
def test_a_date_that_toml_does_not_know_is_named_with_its_line(pack, written, code):
    pack.change("providers/lind.toml", "2023-02-01", written)

    problem = next(item for item in check_pack(pack.folder) if item.file == "providers/lind.toml")

    lines = (pack.folder / "providers/lind.toml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if written in text)
    assert (problem.code, problem.values) == (
        code,
        {"line": str(line), "value": written.split(" ")[0]},
    )


def test_a_date_in_an_inline_table_is_named(pack):
    pack.change("providers/lind.toml", "as_of = 2026-11-20", "as_of = 2026-11-31")

    assert pack.faults() == [("providers/lind.toml", "", "no_such_date")]


def test_a_right_date_is_not_blamed_for_what_follows(pack):
    pack.change("providers/lind.toml", "as_of = 2026-11-20 }", "as_of = 2026-11-20, }")

    assert pack.faults() == [("providers/lind.toml", "", "broken_toml")]


def test_toml_that_ends_too_early_is_reported_with_its_last_line(pack):
    pack.write("zones.toml", '[[zones]]\nid = "sentrum"\nname = {')

    problem = next(item for item in check_pack(pack.folder) if item.code == "broken_toml")

    assert problem.values["line"] == "3"


def test_a_broken_provider_file_is_reported_once_and_not_by_all_who_name_it(pack):
    pack.append("providers/eksempelvik-hjemmetjenesten.toml", "\n===\n")

    assert pack.faults() == [("providers/eksempelvik-hjemmetjenesten.toml", "", "broken_toml")]


def test_a_link_out_of_the_pack_is_a_fault(pack, tmp_path):
    (pack.folder / "zones.toml").rename(tmp_path / "zones.toml")
    (pack.folder / "zones.toml").symlink_to(tmp_path / "zones.toml")

    assert pack.faults() == [("zones.toml", "", "outside_the_pack")]


def test_a_link_inside_the_pack_is_fine(pack):
    (pack.folder / "zones.toml").rename(pack.folder / ".zones")
    (pack.folder / "zones.toml").symlink_to(pack.folder / ".zones")

    assert pack.faults() == []


@pytest.mark.parametrize("target", ["nowhere", "zones.toml"])
def test_a_link_that_leads_nowhere_is_a_fault(pack, target):
    pack.remove("zones.toml")
    (pack.folder / "zones.toml").symlink_to(pack.folder / target)

    assert ("zones.toml", "", "unreadable") in pack.faults()


def test_a_linked_provider_folder_is_not_followed(pack, tmp_path):
    (pack.folder / "providers").rename(tmp_path / "providers")
    (pack.folder / "providers").symlink_to(tmp_path / "providers", target_is_directory=True)

    assert ("providers", "", "no_providers") in pack.faults()


@pytest.mark.parametrize(
    "file", ["zone.toml", "providers/lind.txt", "prose/nb/whta.md", "prose/se/what.md"]
)
def test_a_file_that_is_not_read_is_a_warning(pack, file):
    pack.write(file, "# Hei\n\nHei.\n")

    assert pack.warnings() == [(file, "", "file_not_read")]


@pytest.mark.parametrize("file", [".DS_Store", ".git/config", "Thumbs.db", "README.md"])
def test_files_that_systems_leave_behind_are_no_warning(pack, file):
    pack.write(file, "")

    assert pack.warnings() == []

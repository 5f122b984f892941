from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from kiosk.devtools import catalogue_files, catalogues

QML = """
Item {
    text: qsTr("Your answer") + qsTr("No", "button")
    // i18n: %1 is a name
    label: qsTr("Hand over to %1")
}
"""
PYTHON = """
def text(words, count):
    words.pgettext("button", "Save")
    return words.ngettext("{count} case", "{count} cases", count)
"""


@pytest.fixture
def root(tmp_path) -> Path:
    folder = Path(tmp_path)
    (folder / "brochures").mkdir()
    (folder / "kiosk" / "ui").mkdir(parents=True)
    (folder / "kiosk" / "ui" / "Page.qml").write_text(QML, encoding="utf-8")
    (folder / "kiosk" / "words.py").write_text(PYTHON, encoding="utf-8")
    return folder


def translate(root: Path, text: str, translation: str) -> Path:
    path = catalogue_files.catalogue_path(root / "locales", "nb", "kiosk")
    old = path.read_text(encoding="utf-8")
    new = old.replace(f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{translation}"')
    path.write_text(new, encoding="utf-8")
    return path


def keys(catalogue: Catalog) -> set[tuple[object, object]]:
    return {(message.id, message.context) for message in catalogue if message.id}


def test_finds_texts_in_python_and_in_qml_with_their_contexts(root):
    assert keys(catalogue_files.extract(root, "kiosk")) == {
        ("Your answer", None),
        ("No", "button"),
        ("Hand over to %1", None),
        ("Save", "button"),
        (("{count} case", "{count} cases"), None),
    }


def test_keeps_notes_for_translators(root):
    message = catalogue_files.extract(root, "kiosk").get("Hand over to %1")

    assert message is not None
    assert message.auto_comments == ["%1 is a name"]


def test_an_update_keeps_translations(root):
    catalogues.update(root, prune=False)
    path = translate(root, "Your answer", "Svaret ditt")

    catalogues.update(root, prune=False)

    assert 'msgstr "Svaret ditt"' in path.read_text(encoding="utf-8")


def test_an_update_twice_writes_the_same_files(root):
    catalogues.update(root, prune=False)
    before = {path: path.read_bytes() for path in root.rglob("*.po*")}

    catalogues.update(root, prune=False)

    assert {path: path.read_bytes() for path in root.rglob("*.po*")} == before


def test_files_carry_no_dates_and_no_line_numbers(root):
    catalogues.update(root, prune=False)

    text = catalogue_files.catalogue_path(root / "locales", "nb", "kiosk").read_text(
        encoding="utf-8"
    )

    assert "Date:" not in text
    assert "#: kiosk/ui/Page.qml\n" in text


def test_a_text_that_comes_back_gets_its_translation_back(root):
    catalogues.update(root, prune=False)
    path = translate(root, "Your answer", "Svaret ditt")
    page = root / "kiosk" / "ui" / "Page.qml"
    page.write_text("Item {}", encoding="utf-8")
    catalogues.update(root, prune=False)
    page.write_text(QML, encoding="utf-8")

    catalogues.update(root, prune=False)

    assert '\nmsgid "Your answer"\nmsgstr "Svaret ditt"' in path.read_text(encoding="utf-8")


def test_pruning_drops_what_is_gone(root):
    catalogues.update(root, prune=False)
    path = translate(root, "Your answer", "Svaret ditt")
    (root / "kiosk" / "ui" / "Page.qml").write_text("Item {}", encoding="utf-8")

    catalogues.update(root, prune=True)

    assert "Svaret ditt" not in path.read_text(encoding="utf-8")


def test_compiles_what_gettext_reads(root):
    catalogues.update(root, prune=False)
    path = translate(root, "Your answer", "Svaret ditt")

    catalogues.compile_catalogues(root / "locales")

    assert b"Svaret ditt" in path.with_suffix(".mo").read_bytes()


def test_wrong_usage_is_told(capsys):
    assert catalogues.main(["polish"]) == 2
    assert "update" in capsys.readouterr().err

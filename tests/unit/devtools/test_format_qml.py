from pathlib import Path

from kiosk.devtools.format_qml import unformatted


def test_names_only_files_that_would_change(tmp_path):
    folder = Path(tmp_path)
    (folder / "Good.qml").write_text("import QtQuick\n\nItem {}\n", encoding="utf-8")
    (folder / "Bad.qml").write_text("import QtQuick\nItem {  }\n", encoding="utf-8")

    assert unformatted(folder) == {folder / "Bad.qml": "import QtQuick\n\nItem {}\n"}

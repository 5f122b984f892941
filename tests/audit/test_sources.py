"""What citizen pages and the program must never contain (access C07, E05, E12, E13, F14)."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KIT = ROOT / "kiosk" / "ui" / "qml" / "Kiosk" / "components"
CITIZEN = tuple(KIT.parent / folder for folder in ("citizen", "public"))
COMPONENT = re.compile(r"\b([A-Z]\w+)\s*\{")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"|//.*')
SCROLLING_LISTS = {"ListView", "GridView", "TableView", "PathView", "TreeView"}
OVERLAYS = {
    "Popup", "Dialog", "Menu", "ComboBox", "ToolTip", "Drawer", "Window", "ApplicationWindow",
}  # fmt: skip
BARE_INPUT = {"MouseArea", "TapHandler", "MultiPointTouchArea", "PointHandler", "DragHandler"}
MOVING = re.compile(r"Animation$|^Behavior$|^Transition$|^AnimatedImage$|^Sprite|^SmoothedBeh")
SOUND_MODULES = re.compile(r"QtMultimedia|QtTextToSpeech|QtVirtualKeyboard|PySide6_Addons")


def _components(file: Path) -> set[str]:
    return set(COMPONENT.findall(_code(file)))


def _code(file: Path) -> str:
    """The source without texts and comments."""
    return STRING.sub("", file.read_text("utf-8"))


def citizen_files() -> list[Path]:
    """Citizen pages and every component that they are made of."""
    found = sorted(file for folder in CITIZEN for file in folder.glob("*.qml"))
    for file in found:
        used = (KIT / f"{name}.qml" for name in COMPONENT.findall(_code(file)))
        found += [path for path in used if path.exists() and path not in found]
    return found


def test_the_scan_follows_pages_into_their_components():
    names = {file.stem for file in citizen_files()}

    assert {"OverviewPage", "CardGrid", "ChoiceCard", "TapTarget", "FocusRing"} <= names


def test_c07_nothing_acts_on_the_press():
    acting = [
        f"{file.name}: {line.strip()}"
        for file in sorted((KIT.parent).rglob("*.qml"))
        # Staff try the glass there: where a finger came down is all that is looked at.
        if file.name != "TouchTestPage.qml"
        for line in _code(file).splitlines()
        if re.search(r"(?<!Keys\.)\bon(?:Pressed|Released)\s*:", line)
    ]

    assert acting == []


def test_c07_a_change_of_the_pressed_look_starts_no_page():
    handlers = [
        file.name for file in sorted(KIT.parent.rglob("*.qml")) if "onPressedChanged" in _code(file)
    ]

    assert handlers == ["TapTarget.qml"]


@pytest.mark.parametrize("file", citizen_files(), ids=lambda file: file.stem)
def test_e05_input_is_handled_by_the_kit_alone(file):
    assert _components(file) & BARE_INPUT == set()


@pytest.mark.parametrize("file", citizen_files(), ids=lambda file: file.stem)
def test_e12_no_list_makes_only_the_rows_that_show(file):
    assert _components(file) & SCROLLING_LISTS == set()


@pytest.mark.parametrize("file", citizen_files(), ids=lambda file: file.stem)
def test_e13_nothing_opens_over_a_page(file):
    assert _components(file) & OVERLAYS == set()


@pytest.mark.parametrize("file", citizen_files(), ids=lambda file: file.stem)
def test_b09_b10_nothing_moves_by_itself(file):
    moving = {name for name in _components(file) if MOVING.search(name)}

    assert moving == set()


@pytest.mark.parametrize("file", citizen_files(), ids=lambda file: file.stem)
def test_a14_text_begins_at_the_left(file):
    assert not re.search(r"horizontalAlignment:(?!\s*Text.AlignLeft)", _code(file))


@pytest.mark.parametrize("file", citizen_files(), ids=lambda file: file.stem)
def test_b11_no_colour_runs_into_another(file):
    assert "radient" not in _code(file)


@pytest.mark.parametrize("file", citizen_files(), ids=lambda file: file.stem)
def test_c16_nothing_shows_on_hovering_alone(file):
    hovering = re.search(r"hoverEnabled:\s*true|onHovered|containsMouse", _code(file))

    assert hovering is None
    assert not _components(file) & {"ToolTip", "HoverHandler"}


def test_g11_no_keyboard_of_the_system_learns_what_is_written():
    """It keeps words for everybody who writes after."""
    fields = re.compile(r"\bT\.(TextField|TextArea)\s*\{|\b(TextInput|TextEdit)\s*\{")
    found = [file for file in KIT.parent.rglob("*.qml") if fields.search(_code(file))]

    hints = "inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText\n"
    assert len(found) == 3
    assert [file.name for file in found if hints not in file.read_text("utf-8")] == []


def test_e14_messages_are_announced_in_one_place():
    files = [
        file.name
        for file in sorted(KIT.parent.rglob("*.qml"))
        if "Accessible.announce" in _code(file)
    ]

    assert len(files) <= 1


def test_e13_there_is_one_window():
    windows = [
        file.name for file in sorted(KIT.parent.rglob("*.qml")) if "Window" in _components(file)
    ]

    assert windows == ["Main.qml"]


def test_f14_no_source_names_a_module_that_needs_sound():
    sources = [
        *ROOT.glob("kiosk/**/*.py"),
        *ROOT.glob("kiosk/**/*.qml"),
        *ROOT.glob("brochures/**/*.py"),
    ]

    assert [path.name for path in sources if SOUND_MODULES.search(path.read_text("utf-8"))] == []


def test_f06_nothing_makes_a_sound():
    sources = [*ROOT.glob("kiosk/**/*.py"), *ROOT.glob("kiosk/**/*.qml")]
    sounding = re.compile(r"SoundEffect|MediaPlayer|TextToSpeech|\\a\b|QApplication\.beep|winsound")

    assert [path.name for path in sources if sounding.search(path.read_text("utf-8"))] == []


def test_f14_only_the_essential_wheel_is_required():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    qt = [name for name in project["dependencies"] if name.startswith("PySide6")]

    assert [re.split(r"[<>=]", name)[0] for name in qt] == ["PySide6-Essentials"]

"""Which letters the papers' typeface has, without the tools that draw it."""

import struct
import subprocess
import sys

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from kiosk.domain.errors import FontFileError
from kiosk.late_adapters import paper_fonts
from kiosk.printing.letters import FontLetters, letters_of
from kiosk.settings import Resources

FONTS = paper_fonts(Resources.shipped())
LETTERS = FontLetters(FONTS)


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.name)
def test_finds_exactly_the_letters_that_the_documents_find(file):
    assert letters_of(file.read_bytes()) == set(TTFont(file.stem, str(file)).face.charToGlyph)


@pytest.mark.parametrize(
    "text", ["", "Kåre Ødegård", "Đorđe Ŋ Ŧ", "A\u030ase", "Anne\nMarie", "vei\u00adnavn", "“2–3”"]
)
def test_prints_what_people_here_are_called(text):
    assert LETTERS.can_print(text)


@pytest.mark.parametrize("text", ["王", "Vei 😀 1", "محمد", "佐藤"])
def test_tells_letters_that_would_be_boxes(text):
    assert not LETTERS.can_print(text)


def font_of(letters: str) -> bytes:
    """A TrueType file that only says which letters it has (cmap, format 12)."""
    groups = b"".join(struct.pack(">LLL", ord(letter), ord(letter), 1) for letter in letters)
    table = struct.pack(">HHHHL", 0, 1, 3, 10, 12)
    table += struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(letters)) + groups
    return struct.pack(">LHHHH4sLLL", 0x10000, 1, 0, 0, 0, b"cmap", 0, 28, len(table)) + table


def test_a_letter_counts_that_every_weight_has(tmp_path):
    regular, bold = tmp_path / "regular.ttf", tmp_path / "bold.ttf"
    regular.write_bytes(font_of("ab😀"))
    bold.write_bytes(font_of("b😀"))

    letters = FontLetters((regular, bold))

    assert [letters.can_print(each) for each in ("a", "b", "😀", "c")] == [False, True, True, False]


def test_reading_a_case_list_needs_no_tools_of_the_paper_room():
    code = (
        "import sys\n"
        "from datetime import date\n"
        "from kiosk.late_adapters import LateReader\n"
        "from kiosk.content import load_pack\n"
        "from kiosk.settings import Resources\n"
        "from kiosk.system import SystemClock\n"
        "own = Resources.shipped()\n"
        "pack = load_pack(own.example, date.today())\n"
        "read = LateReader(own, pack, SystemClock()).open((own.example / 'cases.csv').read_bytes()).read()\n"
        "print(read.accepted_rows, 'reportlab' in sys.modules)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert said.stdout == "18 False\n"


@pytest.mark.parametrize("content", [None, b"", b"no font"])
def test_a_font_that_is_missing_or_damaged_is_named(tmp_path, content):
    file = tmp_path / "Skrift.ttf"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(FontFileError) as found:
        FontLetters((file,)).can_print("a")

    assert found.value.file == "Skrift.ttf"

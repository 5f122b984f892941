import pytest

from kiosk.content import check_pack, load_pack
from kiosk.domain.language import Language
from kiosk.domain.municipality import ProseKey, ProseKind, ProsePart

FILE = "prose/en/what.md"


def parts_of(pack, text: str) -> tuple[ProsePart, ...]:
    pack.write(FILE, text)
    return load_pack(pack.folder).prose[ProseKey.WHAT, Language.ENGLISH]


def test_reads_headings_paragraphs_and_items(pack):
    assert parts_of(pack, "# Title\n\nOne.\n\n## More\n\n- first\n- second\n") == (
        ProsePart(ProseKind.HEADING, "Title", 1),
        ProsePart(ProseKind.PARAGRAPH, "One."),
        ProsePart(ProseKind.HEADING, "More", 2),
        ProsePart(ProseKind.ITEM, "first"),
        ProsePart(ProseKind.ITEM, "second"),
    )


def test_lines_of_a_paragraph_become_one(pack):
    assert parts_of(pack, "# Title\n\nOne\ntwo.\n")[1].text == "One two."


def test_an_item_goes_on_in_an_indented_line(pack):
    assert parts_of(pack, "# Title\n\n- one\n  two\n- three\n")[1].text == "one two"


def test_a_list_may_follow_its_paragraph_at_once(pack):
    assert [part.kind for part in parts_of(pack, "# Title\n\nThese:\n- one\n- two\n")[1:]] == [
        ProseKind.PARAGRAPH,
        ProseKind.ITEM,
        ProseKind.ITEM,
    ]


def test_a_paragraph_may_hold_dates_hyphens_and_quotation_marks(pack):
    text = "Answer «yes» by\n30. november – 14 days, pasient- og brukerombudet (or not) & so on."

    assert parts_of(pack, f"# Title\n\n{text}\n")[1].text == text.replace("\n", " ")


@pytest.mark.parametrize(
    "line",
    [
        "See [our page](www.example.example).",
        "![house](house.png)",
        "This is **bold**.",
        "This is *slanted*.",
        "This is _slanted_.",
        "This is __bold__.",
        "This is <b>bold</b>.",
        "<!-- note -->",
        "This is `code`.",
        "> quoted",
        "| a | b |",
        "1. first",
        "---",
        "===",
        "#### Too deep",
        "#No blank",
        "A\\* b",
        "https://www.example.example",
        "One&nbsp;two",
        "- an item with **bold**",
        "* * *",
        "## A *heading*",
    ],
)
def test_marks_that_would_be_lost_are_faults_with_their_line(pack, line):
    pack.write(FILE, f"# Title\n\nOne.\n\n{line}\n")

    problems = [item for item in check_pack(pack.folder) if item.file == FILE]

    assert [(item.code, item.values["line"]) for item in problems] == [("prose_mark", "5")]


def test_every_line_at_fault_is_told(pack):
    pack.write(FILE, "# Title\n\n**One**\n\nTwo\n\n<b>\n")

    lines = [item.values["line"] for item in check_pack(pack.folder) if item.file == FILE]

    assert lines == ["3", "7"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("\n \n", "empty"),
        ("One.\n", "prose_title"),
        ("## Title\n\nOne.\n", "prose_title"),
        ("# Title\n\nOne.\n\n# Title\n\nTwo.\n", "prose_title"),
        ("# Title\n", "prose_only_title"),
        ("# Title\n\n- one\ntwo\n", "prose_blank_line"),
    ],
)
def test_a_text_without_its_parts_is_a_fault(pack, text, code):
    pack.write(FILE, text)

    assert pack.faults() == [(FILE, "", code)]


def test_nynorsk_must_have_the_parts_of_bokmal(pack):
    pack.append("prose/nb/what.md", "\nEtt avsnitt til.\n")

    assert pack.faults() == [("prose/nn/what.md", "", "prose_outline")]


def test_nynorsk_must_have_the_numbers_of_bokmal(pack):
    pack.change("prose/nn/complain.md", "4 veker", "3 veker")

    assert pack.faults() == [("prose/nn/complain.md", "", "numbers_differ")]

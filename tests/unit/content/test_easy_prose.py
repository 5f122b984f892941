import pytest

from kiosk.content import load_pack
from kiosk.domain.language import Language
from kiosk.domain.municipality import EasyKey

WHAT, NYNORSK = "prose/nb/easy/what.md", "prose/nn/easy/what.md"


def both(pack, old, new_nb, new_nn=None):
    pack.change(WHAT, old, new_nb)
    pack.change(NYNORSK, old, new_nn or new_nb)


def test_the_example_has_every_easy_text_in_both_written_forms(pack):
    easy = load_pack(pack.folder).easy

    assert set(easy) == {
        (key, language) for key in EasyKey for language in (Language.BOKMAL, Language.NYNORSK)
    }


def test_a_pack_without_easy_texts_opens_with_one_note(pack):
    for name in [path.relative_to(pack.folder) for path in pack.folder.glob("prose/*/easy/*.md")]:
        pack.remove(name.as_posix())

    assert pack.faults() == []
    assert pack.warnings() == [("prose", "", "no_easy_texts")]
    assert load_pack(pack.folder).easy == {}


def test_a_single_missing_text_is_named(pack):
    pack.remove("prose/nn/easy/ask.md")

    assert pack.faults() == []
    assert pack.warnings() == [("prose/nn/easy/ask.md", "", "easy_text_missing")]


@pytest.mark.parametrize(
    "name", ["prose/nb/easy/privacy.md", "prose/en/easy/what.md", "prose/nb/easy/readme.md"]
)
def test_a_file_of_another_name_is_not_read(pack, name):
    pack.write(name, "# Title\n\nText.\n")

    assert pack.warnings() == [(name, "", "file_not_read")]


def test_both_written_forms_have_the_same_outline(pack):
    pack.append(NYNORSK, "\n- eitt punkt til\n")

    assert pack.faults() == [(NYNORSK, "", "prose_outline")]


def test_both_written_forms_state_the_same_numbers(pack):
    pack.change("prose/nb/easy/ask.md", "Fristen er 4 uker", "Fristen er 4 eller 9 uker")

    assert pack.faults() == [("prose/nn/easy/ask.md", "", "numbers_differ")]


def test_a_number_that_no_ordinary_text_states_is_a_fault(pack):
    pack.change("prose/nb/easy/ask.md", "4 uker", "77 uker")
    pack.change("prose/nn/easy/ask.md", "4 veker", "77 veker")

    assert pack.faults() == [
        ("prose/nb/easy/ask.md", "", "easy_number"),
        ("prose/nn/easy/ask.md", "", "easy_number"),
    ]


def test_a_long_sentence_is_noted(pack):
    both(pack, "\n\n## ", "\n\n" + "ord " * 13 + ".\n\n## ")

    assert pack.faults() == []
    assert pack.warnings() == [(WHAT, "", "long_sentence"), (NYNORSK, "", "long_sentence")]


def test_a_term_written_by_hand_is_compared_with_the_notice_rule(pack):
    for language, days in (("nb", "dager"), ("nn", "dagar")):
        for name in (f"prose/{language}/easy/how-to-switch.md", f"prose/{language}/privacy.md"):
            pack.append(name, f"\n31 {days}.\n")

    assert pack.faults() == []
    assert pack.warnings() == [
        ("prose/nb/easy/how-to-switch.md", "", "other_term"),
        ("prose/nn/easy/how-to-switch.md", "", "other_term"),
    ]


def test_a_placeholder_that_stands_for_nothing_is_a_fault(pack):
    both(pack, "BPA", "{bpa}")

    assert pack.faults() == [
        (WHAT, "", "unknown_placeholder"),
        (NYNORSK, "", "unknown_placeholder"),
    ]

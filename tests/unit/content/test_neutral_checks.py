"""Loaded words in a pack are told with their place, and may stay for a reason only (N28, N36)."""

import pytest

from kiosk.content import check_pack, load_pack
from tests.unit.content.pack_copy import TODAY

LIND, HAGEN = "providers/lind.toml", "providers/hagen.toml"


def told(pack):
    return [
        (each.file, each.field, each.code, each.values.get("words"))
        for each in check_pack(pack.folder, TODAY)
        if each.code.startswith("loaded_")
    ]


def test_n28_the_example_has_no_loaded_word(pack):
    assert told(pack) == []


def test_n28_a_loaded_word_of_a_profile_is_told_with_its_field_and_language(pack):
    pack.change(LIND, "Selskapet gir hjelp hjemme", "Det beste selskapet gir hjelp hjemme")

    assert told(pack) == [(LIND, "presentation.nb", "loaded_rank", "«beste»")]
    assert [each.code for each in check_pack(pack.folder, TODAY) if each.is_unfit] == [
        "loaded_rank"
    ]
    assert pack.faults() == []


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("nb = \"To av hjelperne bruker tegnspråk.\"", "nb = \"Dyktige hjelpere.\"", "accessibility.nb"),
        ("nn = \"To av hjelparane bruker teiknspråk.\"", "nn = \"Dugande hjelparar.\"", "accessibility.nn"),
        ("en = \"Two of the helpers use sign language.\"", "en = \"Skilled helpers.\"", "accessibility.en"),
    ],
)  # fmt: skip
def test_n28_short_facts_are_looked_at_in_every_language(pack, old, new, field):
    pack.change("providers/fjordheim.toml", old, new)
    if "nb" not in field and "nn" not in field:
        assert [each[1:3] for each in told(pack)] == [(field, "loaded_praise")]
    else:
        assert (field, "loaded_praise") in [each[1:3] for each in told(pack)]


def test_n28_a_text_that_is_alike_in_all_languages_is_told_once(pack):
    text = (pack.folder / HAGEN).read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("wishes"))
    pack.change(HAGEN, line, 'wishes = "Super hjelp"')

    assert told(pack) == [(HAGEN, "wishes", "loaded_praise", "«Super»")]


def test_n28_the_municipality_must_not_recommend(pack):
    file = pack.folder / "prose" / "nb" / "what.md"
    pack.write("prose/nb/what.md", file.read_text("utf-8") + "\nVi anbefaler hjemmetjenesten.\n")
    found = [each for each in told(pack) if each[0] == "prose/nb/what.md"]

    assert found == [("prose/nb/what.md", "", "loaded_pressure", "«anbefaler»")]


@pytest.mark.parametrize(
    ("file", "old", "field"),
    [
        ("granly", "Vask av vinduer og hagearbeid.", "extras.description.nb"),
        ("granly", "Smertepumpe og pustemaskin.", "offers[hjemmesykepleie].exceptions.nb"),
        ("granly", "nb = \"sykepleier\"", "competence.leader.nb"),
        ("granly", "nb = \"hverdager kl. 8–16\"", "contact.hours.nb"),
        ("granly", "Du kan be om kvinne eller mann til dusj og stell.", "wishes.nb"),
    ],
)  # fmt: skip
def test_n28_every_free_text_of_a_profile_is_looked_at(pack, file, old, field):
    praised = f'{old[:-1]} dyktig"' if old.endswith('"') else f"{old} Dyktige hjelpere."
    pack.change(f"providers/{file}.toml", old, praised)

    assert [each[1:3] for each in told(pack)] == [(field, "loaded_praise")]


def test_n28_the_easy_pages_must_not_recommend(pack):
    file = "prose/nb/easy/what.md"
    pack.append(file, "\nVi anbefaler hjemmetjenesten.\n")

    assert (file, "", "loaded_pressure", "«anbefaler»") in told(pack)


def test_n36_a_registered_name_is_allowed_whatever_words_are_in_it(pack):
    text = (pack.folder / LIND).read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("name = "))
    pack.change(LIND, line, 'name = "Best Omsorg AS"')
    pack.change(LIND, "Lind AS ble startet", "Best Omsorg ble startet")

    assert told(pack) == []


FLEXIBLE = "Selskapet gir fleksible tider hjemme"
REASON = """
[[reasons]]
file = "providers/lind.toml"
field = "presentation.nb"
words = "fleksible"
reason = "Avtalen gir folk rett til å flytte besøk."
written_by = "Kari Eksempel"
approved_by = "Ola Eksempel"
approved_on = 2026-11-02
"""


@pytest.fixture
def flexible(pack):
    """One profile has a word that may stay for a reason."""
    pack.change(LIND, "Selskapet gir hjelp hjemme", FLEXIBLE)
    return pack


def found(pack):
    """All that is told of loaded words and reasons: place, code, and whether people may see it."""
    return [
        (each.file, each.field, each.code, not each.is_unfit)
        for each in check_pack(pack.folder, TODAY)
        if each.code.startswith(("loaded_", "reason_")) or each.file == "reasons.toml"
    ]


def test_n28_a_word_that_may_stay_for_a_reason_is_a_warning(flexible):
    assert found(flexible) == [(LIND, "presentation.nb", "loaded_praise", True)]


def test_n28_with_a_reason_that_a_second_person_approved_it_is_not_told(flexible):
    flexible.write("reasons.toml", REASON)

    assert found(flexible) == []


def test_n28_a_reason_counts_for_its_own_field_only(flexible):
    flexible.write("reasons.toml", REASON.replace("presentation.nb", "presentation.nn"))

    assert found(flexible) == [
        (LIND, "presentation.nb", "loaded_praise", True),
        ("reasons.toml", "reasons[1]", "reason_for_nothing", True),
    ]


@pytest.mark.parametrize(
    ("old", "new", "field", "code"),
    [
        ("Ola Eksempel", "kari  EKSEMPEL", "approved_by", "reason_by_one"),
        ("2026-11-02", "2026-11-24", "approved_on", "reason_later"),
    ],
)
def test_n28_a_second_person_has_to_have_agreed(flexible, old, new, field, code):
    flexible.write("reasons.toml", REASON.replace(old, new))

    assert found(flexible) == [
        (LIND, "presentation.nb", "loaded_praise", True),
        ("reasons.toml", f"reasons[1].{field}", code, False),
    ]


def test_n28_no_reason_lets_a_rank_stay(flexible):
    flexible.change(LIND, FLEXIBLE, "Det beste selskapet gir hjelp hjemme")
    flexible.write("reasons.toml", REASON.replace("fleksible", "Beste"))

    assert found(flexible) == [
        (LIND, "presentation.nb", "loaded_rank", False),
        ("reasons.toml", "reasons[1].words", "reason_for_error", False),
    ]


def test_n28_what_the_municipality_says_may_stay_for_a_reason_too(pack):
    file = "prose/nb/what.md"
    pack.append(file, "\nVi anbefaler å lese dette først.\n")
    pack.write(
        "reasons.toml",
        REASON.replace("providers/lind.toml", file)
        .replace('field = "presentation.nb"\n', "")
        .replace("fleksible", "anbefaler"),
    )

    assert found(pack) == []


def test_n28_a_reason_without_its_second_person_is_a_fault(flexible):
    flexible.write("reasons.toml", REASON.replace('approved_by = "Ola Eksempel"\n', ""))

    assert ("reasons.toml", "reasons[1].approved_by", "missing", True) in found(flexible)


def test_n28_a_pack_with_such_a_word_opens_all_the_same(pack):
    pack.change(LIND, "Selskapet gir hjelp hjemme", "Det beste selskapet gir hjelp hjemme")

    assert load_pack(pack.folder, TODAY).providers

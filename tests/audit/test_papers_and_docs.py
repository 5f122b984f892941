"""Paper that tells of its other forms, files that stay readable, documentation for all (J19, K01, K05)."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from brochures.editions import LOOKS
from kiosk.domain.edition import Edition

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "universell-utforming.md"
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
LEAST_PT = 16
A4 = (Edition.STANDARD, Edition.LARGE_PRINT, Edition.EASY_READ)


@pytest.mark.parametrize("edition", A4, ids=lambda edition: edition.value)
def test_j19_other_forms_are_offered_in_large_type(edition):
    assert LOOKS[edition].cover.offer.size_pt >= LEAST_PT


def test_k01_it_is_told_that_the_looks_of_the_platform_are_not_followed():
    text = " ".join(GUIDE.read_text("utf-8").split())

    assert "følger ikke farger og skriftstørrelse fra Windows eller Linux" in text
    assert "Forstørrer, skjermleser" in text


def test_k05_the_guide_lists_what_helps_and_what_is_missing():
    heads = re.findall(r"^## (.+)$", GUIDE.read_text("utf-8"), re.MULTILINE)

    assert heads[0] == "På skjermen"
    assert heads[-1] == "Det som mangler"
    assert len(heads) > len(A4)


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_k05_documents_skip_no_heading_and_name_their_pictures(file):
    text = re.sub(r"```.*?```", "", file.read_text("utf-8"), flags=re.DOTALL)
    levels = [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))
    assert all(words.strip() for words in re.findall(r"!\[(.*?)\]\(", text))
    assert not re.search(r"\[(?:her|here|lenke|link)\]\(", text, re.IGNORECASE)

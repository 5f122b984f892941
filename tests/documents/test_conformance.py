"""Every document, in both languages, is PDF/UA-1 and PDF/A-2a, and reads aloud as it looks.

By the rules of veraPDF, by a second checker, and by our own tests for what both of them miss.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app.ports.paper import DocumentMaker
from tests.documents.every_document import LANGUAGES, NAMES, every_document, printed
from tests.documents.second_opinion import second_faults
from tests.documents.tag_faults import tag_faults
from tests.documents.tag_reading import TaggedPdf
from tests.documents.told_texts import foot_of, told
from tests.documents.vera import VeraPdf
from tests.unit.app import factory as make

APP = Path(__file__).parents[2] / "kiosk" / "app"

every = pytest.mark.parametrize("name", NAMES)
in_each_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.value)


@every
@in_each_language
def test_the_file_keeps_the_rules_of_archives_and_of_screen_readers(vera, name, language):
    assert vera.faults(printed(name, language)) == []


@every
@in_each_language
def test_a_second_checker_finds_nothing(tmp_path, name, language):
    pdf = printed(name, language)
    file = tmp_path / "checked.pdf"
    file.write_bytes(pdf)

    assert second_faults(TaggedPdf(pdf), file) == []


@every
@in_each_language
def test_all_that_is_told_is_read_aloud_once_and_in_order(name, language):
    blocks, words = every_document(language)[name].blocks, make.words(language)

    pdf = TaggedPdf(printed(name, language))

    # What would be white above the fold asks who answers: these slips have two services.
    assert tag_faults(pdf, told(blocks, words, who_first=True), foot_of(blocks, words)) == []


def test_without_java_it_says_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)

    with pytest.raises(AssertionError, match="apt-get install default-jdk-headless"):
        VeraPdf(tmp_path)


def test_no_kind_of_blocks_is_missing_here():
    kinds = {type(each.blocks).__name__ for each in every_document(LANGUAGES[0]).values()}

    assert kinds == _printable()


def test_no_document_of_the_program_is_missing_here():
    made = {each.by for each in every_document(LANGUAGES[0]).values()}

    assert made == set(_put_into_words())


COMMON_FORMS = {"letter_sheet", "slip_form"}
"""What several documents are put together with; those who use it make them."""


def _printable() -> set[str]:
    """The kinds of blocks that the port of documents takes."""
    takes = (vars(DocumentMaker)[name] for name in vars(DocumentMaker) if not name.startswith("_"))
    kinds = (next(iter(each.__annotations__.values())) for each in takes)
    return {kind for each in kinds for kind in re.findall(r"\w+", each)} - {"Sequence"}


def _put_into_words() -> Iterator[str]:
    """Names of the functions that put such blocks together."""
    for path in APP.rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                calls = (each for each in ast.walk(function) if isinstance(each, ast.Call))
                names = {each.func.id for each in calls if isinstance(each.func, ast.Name)}
                if function.name not in COMMON_FORMS and names & (_printable() | COMMON_FORMS):
                    yield function.name

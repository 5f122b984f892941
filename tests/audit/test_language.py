"""Language on the citizen's pages (access H)."""

import re

import pytest

from kiosk.domain.language import Language
from kiosk.domain.municipality import ProseKey
from kiosk.printing.memory import MemoryPrinter
from kiosk.ui.shell import LANGUAGE_NAMES, Page
from tests.audit.programs import steady_program
from tests.audit.pseudo import CLOSE, OPEN, BracketedWords, outside_brackets
from tests.audit.setups import EN, NB, NN
from tests.audit.snapshot import take
from tests.audit.walk import Visitor, read_on, whole_visit
from tests.stage import SOLVEIG, Stage, example, memory_program, open_stage

QT_WORDS = re.compile(
    r"\b(Yes|No|OK|Cancel|Close|Apply|Abort|Retry|Ignore|Save|Discard|Help|Reset|Open|Undo|Redo|"
    r"Cut|Copy|Paste|Delete|Select All)\b"
)
RECEIPT_NUMBER = re.compile(r"\b[A-Z]{2}-\d{4}-\w{4}-\d{6}\b")
# One begins in every language; the other has one button that has the focus (G05).
WITHOUT_HEADER = {"public attract", "public warning"}
LETTERS = re.compile(r"[^\W\d_]")


@pytest.mark.parametrize("language", [NB, NN], ids=lambda language: language.value)
def test_h01_every_word_on_a_citizen_page_comes_from_the_catalogue_or_the_municipality(
    qapp, language
):
    say = memory_program().words_for
    program = steady_program(words_for=lambda wanted: BracketedWords(say(wanted)))
    own = _municipal_texts(language)
    foreign = []

    with open_stage(program) as stage:
        stage.visit(language=language)
        for place in whole_visit(Visitor(stage, language)):
            texts = {ink.text for ink in take(stage, place).inks}
            foreign += [f"{place}: {text}" for text in texts if _has_foreign_words(text, own)]

    assert foreign == []


@pytest.mark.parametrize("language", [NB, NN], ids=lambda language: language.value)
def test_h01_what_is_only_read_out_comes_from_the_catalogue_too(qapp, language):
    say = memory_program().words_for
    program = steady_program(words_for=lambda wanted: BracketedWords(say(wanted)))
    own = _municipal_texts(language)
    foreign = []

    with open_stage(program) as stage:
        stage.visit(language=language)
        for place in whole_visit(Visitor(stage, language)):
            said = {f"{node.name} {node.description}" for node in take(stage, place).nodes}
            foreign += [f"{place}: {text}" for text in said if _has_foreign_words(text, own)]

    assert foreign == []


def test_h02_every_page_offers_another_language_in_its_own_name(walked):
    name = walked.say("Language: %1").replace("%1", LANGUAGE_NAMES[walked.setup.language])

    lacking = [
        str(page.place)
        for page in walked.pages
        if page.place.page not in WITHOUT_HEADER
        and name not in [node.name for node in page.controls]
    ]

    assert lacking == []


def test_h02_another_language_keeps_the_answers(qapp):
    with open_stage(steady_program()) as stage:
        _answer_then_speak(stage, NN)

        assert len(stage.open.state.visit.answers) == 1


def test_h02_another_language_comes_back_to_the_same_page(qapp):
    with open_stage(steady_program()) as stage:
        _answer_then_speak(stage, NN)

        assert stage.open.shell.current is Page.ANSWER


def test_h02_the_page_then_speaks_the_other_language(qapp):
    with open_stage(steady_program()) as stage:
        visitor = _answer_then_speak(stage, NN)

        assert visitor.has(visitor.words.gettext("Your answer"))


def test_h02_the_receipt_is_kept_in_the_language_spoken_last(qapp):
    with open_stage(steady_program()) as stage:
        visitor = _answer_then_speak(stage, NN)
        visitor.all_answers()
        visitor.forward()
        visitor.forward()
        visitor.role("I decide myself")
        visitor.forward()
        visitor.store()

        choice = stage.program.record.case_file(SOLVEIG).choice

        assert choice is not None
        assert choice.language is NN


def test_h08_no_text_is_one_of_qts_own(walked):
    if walked.setup.language is EN:
        # There a word of the toolkit is a word of the page.
        return
    words = [
        f"{page.place}: {text}"
        for page in walked.pages
        for text in {ink.text for ink in page.inks} | {node.name for node in page.nodes}
        if QT_WORDS.fullmatch(text.strip())
    ]

    assert words == []


def _answer_then_speak(stage: Stage, language: Language) -> Visitor:
    """Pick a provider, then another language on the page behind the header's button."""
    stage.visit()
    visitor = Visitor(stage, NB)
    for _ in read_on(visitor):
        pass
    visitor.open_card(visitor.sections()[0].providers[0].name)
    visitor.press(visitor.say("This is my answer"))
    visitor.press(visitor.say("Language: %1").replace("%1", LANGUAGE_NAMES[NB]))
    visitor.press(f"{visitor.say('Language', 'heading')}: {LANGUAGE_NAMES[language]}")
    visitor.words = stage.program.words_for(language)
    visitor.forward()
    return visitor


def _municipal_texts(language: Language) -> list[str]:
    """What stands on pages as the municipality or the person wrote it, longest first."""
    municipality = example()
    case = memory_program().record.case_file(SOLVEIG).case
    prose = [part.text for key in ProseKey for part in municipality.prose_in(key, language)[1]]
    owners = [provider.owner for provider in municipality.providers if provider.owner]
    contacts = [
        text
        for provider in municipality.providers
        for text in (provider.contact.email, provider.contact.web, provider.contact.address)
        if text
    ]
    printers = [info.description for info in MemoryPrinter().printers()]
    names = [municipality.name, case.given_name, case.name, "EKSEMPEL", *LANGUAGE_NAMES.values()]
    return sorted([*prose, *owners, *contacts, *printers, *names], key=len, reverse=True)


def _has_foreign_words(text: str, own: list[str]) -> bool:
    outside = RECEIPT_NUMBER.sub("", outside_brackets(text))
    for known in own:
        outside = outside.replace(known, "")
    assert text.count(OPEN) == text.count(CLOSE)
    return LETTERS.search(outside) is not None

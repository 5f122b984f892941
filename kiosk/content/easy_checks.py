"""What the easy-read texts promise: short sentences, and nothing that the others do not say."""

from kiosk.app.easy_lines import MOST_WORDS, one_by_one, word_count
from kiosk.content.easy_prose import EasyTexts, easy_file
from kiosk.content.entries import Entries
from kiosk.content.localized import NUMBER
from kiosk.content.problems import Place, ProblemLog
from kiosk.content.prose import Texts, words_of
from kiosk.content.prose_checks import About, check_text
from kiosk.domain.municipality import EasyKey, Prose

_ABOUT = {
    EasyKey.WHAT: About.CHOOSING,
    EasyKey.HOW_TO_CHOOSE: About.CHOOSING,
    EasyKey.HOW_TO_SWITCH: About.SWITCHING,
}


def check_easy(easy: EasyTexts, texts: Texts, entries: Entries, log: ProblemLog) -> None:
    """Short sentences, the facts of ``municipality.toml``, and no number of their own."""
    for (key, language), prose in easy.items():
        place = Place(log, easy_file(key, language))
        check_text(prose, entries, place, _ABOUT.get(key))
        _check_sentences(prose, place)
        _check_numbers(prose, texts, place)


def _check_sentences(prose: Prose, place: Place) -> None:
    for part in prose:
        for sentence in one_by_one(part.text):
            count = word_count(sentence)
            if count > MOST_WORDS:
                place.warn("long_sentence", text=sentence, count=count, most=MOST_WORDS)


def _check_numbers(prose: Prose, texts: Texts, place: Place) -> None:
    """A number that no ordinary text states is another fact than they tell."""
    known = set(NUMBER.findall("\n".join(map(words_of, texts.values()))))
    for number in dict.fromkeys(NUMBER.findall(words_of(prose))):
        if number not in known and not number.startswith("{"):
            place.fault("easy_number", value=number)

"""A brochure in the words of its edition."""

from kiosk.app.compose_brochure import BrochurePlan, compose_brochure
from kiosk.app.compose_easy_brochure import compose_easy_brochure, require_easy_texts
from kiosk.app.easy_words import EasyWords
from kiosk.app.ports.words import Words
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.edition import Edition
from kiosk.domain.municipality import Municipality


def words_of(edition: Edition, municipality: Municipality, words: Words) -> Words:
    """The words in which a plan of this edition is made.

    Raises:
        RefusedError: The pack has no texts for it; to be asked before an order is dealt.
    """
    if edition is not Edition.EASY_READ:
        return words
    require_easy_texts(municipality, words.language)
    return EasyWords(words)


def compose_edition(plan: BrochurePlan, words: Words) -> Brochure | EasyBrochure:
    """Put a brochure into words.

    Args:
        plan: Made with ``words``.
        words: See ``words_of``.
    """
    if plan.edition is Edition.EASY_READ:
        return compose_easy_brochure(plan, words)
    return compose_brochure(plan, words)

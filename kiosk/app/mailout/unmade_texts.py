"""Why a letter was not made, in words."""

from kiosk.app.mailout.batch import Unmade
from kiosk.app.ports.words import Words
from kiosk.app.refusals import refusal_text
from kiosk.app.window_texts import too_long_text
from kiosk.domain.errors import Refusal
from kiosk.domain.mail_events import LetterNotMade


def unmade_text(why: Unmade | LetterNotMade, words: Words) -> str:
    """Why a letter was not made; names the field, and never what stands in it."""
    if why.codes:
        return " ".join(refusal_text(Refusal(code), words) for code in why.codes)
    if why.character:
        text = words.gettext(
            "“{field}” has the character {character} ({code}), which cannot be printed."
        )
        code = f"U+{ord(why.character):04X}"
        return text.format(field=why.field, character=why.character, code=code)
    if why.characters_over:
        return too_long_text(why.field, why.characters_over, words)
    return words.gettext("“{field}” is longer than its room.").format(field=why.field)

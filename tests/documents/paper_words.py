"""Words of paper furniture, fixed so that no catalogue is needed."""

from kiosk.domain.language import Language

_PAPER_WORDS = {
    Language.BOKMAL: {
        "Page {page} of {pages}": "Side {page} av {pages}",
        "EXAMPLE": "EKSEMPEL",
        "EXAMPLE. The municipality, the providers and all facts are invented.": (
            "EKSEMPEL. Kommunen, leverandørene og alle opplysninger er oppdiktet."
        ),
        "Brochure {code}": "Brosjyre {code}",
        "Receipt {number}": "Kvittering {number}",
        "How to choose, switch and complain": "Slik velger, bytter og klager du",
        "Ask us": "Spør oss",
        "Signature, drawn on a screen": "Underskrift, tegnet på en skjerm",
        "{title} ({part} of {parts})": "{title} ({part} av {parts})",
        "Name": "Navn",
        "Type": "Type",
        "Owner": "Eier",
        "Approval": "Godkjenning",
    },
    Language.NYNORSK: {
        "Page {page} of {pages}": "Side {page} av {pages}",
        "EXAMPLE": "EKSEMPEL",
        "EXAMPLE. The municipality, the providers and all facts are invented.": (
            "EKSEMPEL. Kommunen, leverandørane og alle opplysningane er oppdikta."
        ),
        "Brochure {code}": "Brosjyre {code}",
        "Receipt {number}": "Kvittering {number}",
        "How to choose, switch and complain": "Slik vel, byter og klagar du",
        "Ask us": "Spør oss",
        "Signature, drawn on a screen": "Underskrift, teikna på ein skjerm",
        "{title} ({part} of {parts})": "{title} ({part} av {parts})",
        "Name": "Namn",
        "Type": "Type",
        "Owner": "Eigar",
        "Approval": "Godkjenning",
    },
}


class FixedWords:
    """Words of paper furniture; a message without a translation is a fault in the test."""

    def __init__(self, language: Language) -> None:
        self._words = _PAPER_WORDS[language]

    def gettext(self, message: str, /) -> str:
        return self._words[message]

    def pgettext(self, context: str, message: str, /) -> str:
        return self._words[message]

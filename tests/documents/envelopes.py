"""Envelopes of invented people, as a mail-out puts them together, and a press for them."""

import random
from dataclasses import dataclass, replace

from brochures.press.pdf_press import PdfPress
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.kit import Kit
from kiosk.domain.document.slip import Slip
from kiosk.domain.document.window_letter import WindowLetter
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.every_document import every_document
from tests.documents.told_texts import WHERE_EMPTY, foot_of, in_one_line, told
from tests.unit.app import factory as make

NAMES = (
    "Bo Å",
    "Kari Prøve",
    "Ánde Ŋuorra Čáhcesuolu",
    "Łucja Żółć-Źdźbło O’Neill",
    "Jørgen-Alexander Bjørnstjerne von Eksempelsen Prøvestad",
)
LONGEST = "Wilhelmina Marie-Magdalene Wøllmer-Wærness Mørkved-Mikkelsmo Wammervold"
"""Takes two lines in the window and two on the slip."""

MOST_IN_WINDOW = 44
CYRILLIC = "Олена Приклад"


@dataclass(frozen=True)
class Person:
    name: str
    lines: tuple[str, ...]
    number: int


def chance(seed: int) -> random.Random:
    """The same draws every time."""
    return random.Random(seed)  # noqa: S311  no secret is drawn


def somebody(chance: random.Random, name: str | None = None) -> Person:
    """A person with a made-up address."""
    name = name or chance.choice(NAMES)
    number = chance.randrange(1000, 10000)
    street = f"Prøvegata {number % 90} {chance.choice('ABC')}"
    is_short = len(name) < MOST_IN_WINDOW
    care_of = ["c/o Eksempelgården borettslag"] * (is_short and chance.randrange(2))
    lines = (name, *care_of, street, "0000 EKSEMPELVIK")
    return Person(name, lines, number)


def envelope(language: Language, has_brochure: bool = True, is_easy: bool = False) -> Kit:
    """What a mail-out sends about two services."""
    made = every_document(language)
    letter, slip = made["letter of a mail-out"].blocks, made["reply slip"].blocks
    brochure = made["brochure of a person" + ", easy to read" * is_easy].blocks
    assert isinstance(letter, WindowLetter)
    assert isinstance(slip, Slip)
    assert isinstance(brochure, EasyBrochure if is_easy else Brochure)
    return Kit(letter, brochure if has_brochure else None, slip)


def addressed(kit: Kit, to: Person) -> Kit:
    """The same for another person."""
    letter, slip = kit.letter, kit.slip
    assert slip is not None
    case, code = f"2026-{to.number:06}", f"{to.number} 7F3K"
    references = (letter.references[0], replace(letter.references[1], value=case))
    name, *others = slip.person
    return Kit(
        replace(
            letter,
            post=replace(letter.post, lines=to.lines),
            references=(*references, *letter.references[2:]),
            foot=f"Sak {case}",
        ),
        kit.brochure,
        replace(
            slip,
            scanned=f"{slip.scanned[:-4]}{to.number}",
            scanned_as=f"QR-kode for svarslippen {code}",
            codes=(replace(slip.codes[0], value=code), *slip.codes[1:]),
            person=(replace(name, value=to.name), *others),
            foot=f"Svarslipp {code}",
        ),
    )


def press() -> PdfPress:
    """A press that has printed nothing so far."""
    return PdfPress(samples.font_files(), samples.PROFILE, make.words)


def told_in(kit: Kit, *, who_first: bool = True) -> list[str]:
    """What an envelope tells, in order; see ``told_texts``."""
    words = make.words(kit.letter.language)
    texts = told(kit.letter, words)
    if kit.brochure is not None:
        empty = WHERE_EMPTY + in_one_line(words.gettext("This page is empty."))
        texts += [*told(kit.brochure, words), empty]
    return texts + ([] if kit.slip is None else told(kit.slip, words, who_first=who_first))


def feet_of(kit: Kit) -> list[str]:
    """What stands left in the foot lines of its parts."""
    words = make.words(kit.letter.language)
    parts = (kit.letter, kit.brochure, kit.slip)
    return [foot_of(part, words) for part in parts if part is not None]

"""A reply slip in words: one box for every answer, the same words and order as the screen."""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.window_letter import PostalLines
from kiosk.domain.language import Language


@dataclass(frozen=True, slots=True)
class SlipService:
    """A service to answer for.

    Attributes:
        answers: One box each: providers in the person's order, then the other answers. No box is
            larger, and none is marked beforehand.
        note: Why no other provider can be chosen now, or how long a switch takes; may be empty.
    """

    name: str
    answers: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SlipSignature:
    """Who answers, and where that person signs.

    Attributes:
        title: Heading.
        own: The box of somebody who answers for themselves.
        other: The box of somebody who answers for another, before the boxes of ``capacities``.
        capacities: In what capacity; one box each.
        enclosed: The box that says that the proof lies in the envelope.
        fields: Labels of the lines to write on, from left to right.
    """

    title: str
    own: str
    other: str
    capacities: tuple[str, ...]
    enclosed: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A reply slip in words.

    Attributes:
        how_to_send: How the paper comes back to the municipality.
        post: Address of the office, in the window of the reply envelope.
        scanned: What the QR code holds.
        scanned_as: What a screen reader says in the place of the QR code.
        codes: What the QR code holds, for people.
        person: Name, and a label with room to write where the value is empty.
        reply_by: The last day; None where nothing runs out.
        how_to_answer: What to do with the boxes.
        services: Order of the case; at least one.
        cannot_write: What to do instead of writing, then what the answer is used for.
        back: The sentence on the back, which is empty so that sending it costs nothing.
        foot: Left of the foot line.
    """

    language: Language
    municipality: str
    is_example: bool
    title: str
    how_to_send: str
    post: PostalLines
    scanned: str
    scanned_as: str
    codes: tuple[ReceiptLine, ...]
    person: tuple[ReceiptLine, ...]
    reply_by: ReceiptLine | None
    how_to_answer: str
    services: tuple[SlipService, ...]
    signature: SlipSignature
    cannot_write: tuple[str, str]
    back: str
    foot: str
    issued_on: date

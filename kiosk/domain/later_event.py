"""What a newer version of the program stored, as an event that this version only keeps."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LaterEvent:
    """An event of a kind, or in a form, that this version cannot read; kept as it is.

    Never stored by this version: it comes out of records that a newer one wrote.

    Attributes:
        kind: As the newer version calls it; perhaps a kind that is known here too.
        version: Of the form of its contents.
        contents: JSON of one object, exactly as it is stored.
    """

    kind: str
    version: int
    contents: str

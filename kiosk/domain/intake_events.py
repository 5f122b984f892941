"""What staff told about headings of case lists, as an event; headings only, no line of a list."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeadingsExplained:
    """What the headings of one kind of list mean; the newest event about the same headings holds.

    Attributes:
        headings: All headings of the list, order of the file.
        fields: Heading and key of the field that it stands for, empty for one that is not used;
            only of headings that staff explained.
    """

    headings: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]

"""Cuts what is drawn on a page into sequences: each belongs to one element or is an artifact.

Everything is drawn through here, so nothing can stand on a page without one or the other.
"""

from typing import Any

from brochures.tag_tree import Tag, TagTree

ARTIFACT = "/Artifact BMC"
END = "EMC"


class MarkedContent:
    """The sequences of one page.

    Args:
        canvas: ReportLab's, on that page.
        tree: With that page begun.
    """

    def __init__(self, canvas: Any, tree: TagTree) -> None:
        self._canvas = canvas
        self._tree = tree
        self._is_open = False
        self._is_open_inside = False
        self._owner: Tag | None = None

    @property
    def state(self) -> tuple[bool, Tag | None]:
        """Whether a sequence is open, and whose the last one is."""
        return self._is_open, self._owner

    def resume(self, state: tuple[bool, Tag | None]) -> None:
        """Go on where another one was in this state."""
        self._is_open, self._owner = state

    def switch(self, owner: Tag | None) -> None:
        """What is drawn from here on belongs to ``owner``; None for an artifact."""
        if self._is_open and owner is self._owner:
            return
        self.close()
        self._write(self._begin(owner))
        self._is_open, self._owner = True, owner

    def close(self) -> None:
        """End the sequence, if there is one; before the page ends, or a text with links begins."""
        if self._is_open:
            self._write(END)
        self._is_open = False

    def change_inside(self, text: Any, owner: Tag) -> None:
        """The same inside a text object, where no sequence may be open around it."""
        self.close_inside(text)
        text._code.append(self._begin(owner))  # noqa: SLF001  # ReportLab knows no such operator
        self._is_open_inside = True

    def close_inside(self, text: Any) -> None:
        """End the sequence inside a text object, if there is one; before the text ends."""
        if self._is_open_inside:
            text._code.append(END)  # noqa: SLF001
        self._is_open_inside = False

    def _begin(self, owner: Tag | None) -> str:
        if owner is None:
            return ARTIFACT
        return f"/{owner.name} <</MCID {self._tree.content(owner)}>> BDC"

    def _write(self, operator: str) -> None:
        self._canvas._code.append(operator)  # noqa: SLF001

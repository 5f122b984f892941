"""Plays the visit of the audit from outside, and keeps what was heard on every page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from PySide6.QtGui import QAccessible, QAccessibleInterface

from kiosk.devtools.accessible import AccessibleWindow, name_of
from kiosk.domain.language import Language
from kiosk.ui.application import OpenWindow
from tests.audit.programs import steady_program
from tests.audit.snapshot import Snapshot
from tests.audit.walk import Hand, Visitor, whole_visit
from tests.outside.atspi import (
    BUTTON,
    ENTRY,
    GROUP,
    HEADING,
    IMAGE,
    LABEL,
    RADIO,
    Event,
    Heard,
    ScreenReader,
)
from tests.stage import OFFICER, SOLVEIG, Stage

Role = QAccessible.Role
ROLES = {
    BUTTON: Role.Button,
    ENTRY: Role.EditableText,
    GROUP: Role.Grouping,
    HEADING: Role.Heading,
    IMAGE: Role.Graphic,
    LABEL: Role.StaticText,
    RADIO: Role.RadioButton,
}
"""What AT-SPI calls the roles of the citizen's pages."""


@dataclass(frozen=True, slots=True)
class HeardPage:
    """One turn of one page as it was heard.

    Attributes:
        nodes: Reading order.
        events: What was told since the turn before.
    """

    seen: Snapshot
    nodes: tuple[Heard, ...]
    events: tuple[Event, ...]

    def __str__(self) -> str:
        return str(self.seen.place)

    @property
    def inside_window(self) -> tuple[Heard, ...]:
        """All but the window itself."""
        return self.nodes[1:]

    @property
    def words(self) -> list[tuple[str, str]]:
        """Names and descriptions in reading order."""
        return [(node.name, node.description) for node in self.inside_window]

    @property
    def announced(self) -> list[str]:
        """What was spoken without being asked for."""
        return [each.said for each in self.events if each.kind == "Announcement"]

    def told(self, kind: str) -> list[str]:
        """Names of the nodes to which a state came, order of events; empty for those that went."""
        names = {node.path: node.name for node in self.nodes}
        come = [each for each in self.events if each.kind == kind and each.has_come]
        return [names.get(each.path, "") for each in come]


@dataclass(frozen=True, slots=True)
class _Handle:
    """Lets somebody who knows Qt's nodes use those that were heard."""

    heard: Heard

    def role(self) -> QAccessible.Role:
        return ROLES.get(self.heard.role, Role.NoRole)

    def text(self, _kind: QAccessible.Text) -> str:
        return self.heard.name


@dataclass
class _Ears:
    """Stands in for ``AccessibleWindow``."""

    reader: ScreenReader
    nodes_now: list[Heard] = field(default_factory=list)

    def nodes(self) -> list[_Handle]:
        return [_Handle(each) for each in self.nodes_now]

    def has(self, name: str, *roles: QAccessible.Role) -> bool:
        return any(name == node.heard.name and node.role() in roles for node in self.nodes())

    def find(self, name: str, *roles: QAccessible.Role) -> _Handle:
        return next(
            node for node in self.nodes() if name == node.heard.name and node.role() in roles
        )

    def settle(self) -> None:
        """Listen until two readings say the same."""
        self.nodes_now = self.reader.nodes()
        self.reader.wait(self._is_still)

    def _is_still(self) -> bool | None:
        before, self.nodes_now = self.nodes_now, self.reader.nodes()
        return before == self.nodes_now or None


class _Listener(Visitor):
    """A visitor who hears only, and knows the turns of a page by what is said on them."""

    def __init__(
        self, stage: Stage, language: Language, hand: Hand, seen: Sequence[Snapshot]
    ) -> None:
        super().__init__(stage, language, hand)
        self._seen = seen

    @property
    def shown_turn(self) -> int:
        """That of the page which says the same; as many as were turned where none does."""
        said = [name_of(node) for node in self.stage.reader.nodes()][1:]
        same = (page for page in self._seen if [node.name for node in page.nodes] == said)
        return next((page.place.turn for page in same), self._turn)


def listen(reader: ScreenReader, language: Language, seen: tuple[Snapshot, ...]) -> list[HeardPage]:
    """Play the whole visit through the actions of AT-SPI.

    Args:
        seen: The same visit as it looks; tells when a page stands.
    """
    program = steady_program()
    program.hand_over.begin(SOLVEIG, language, (), OFFICER)
    ears = _Ears(reader)
    ears.settle()

    def use(node: QAccessibleInterface) -> None:
        reader.press(cast("_Handle", node).heard)

    stage = Stage(program, cast("OpenWindow", None), cast("AccessibleWindow", ears))
    heard = []
    for page, place in zip(seen, whole_visit(_Listener(stage, language, use, seen)), strict=True):
        assert page.place == place
        _wait_for(page, ears)
        heard.append(HeardPage(page, tuple(ears.nodes_now), tuple(reader.events)))
        reader.events.clear()
    return heard


def _wait_for(page: Snapshot, ears: _Ears) -> None:
    """Until all that is seen can be heard; tests say what is missing where that does not come."""
    names = [node.name for node in page.nodes]

    def is_heard() -> bool | None:
        ears.nodes_now = ears.reader.nodes()
        return [each.name for each in ears.nodes_now[1:]] == names or None

    try:
        ears.reader.wait(is_heard)
    except TimeoutError:
        return

"""What a screen reader hears: the accessibility tree and its events over D-Bus, from outside.

The bus and its words are those of AT-SPI, which Orca uses too.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_A11Y = "org.a11y.atspi."
_ROOT = "/org/a11y/atspi/accessible/root"
_EVENTS = ("Object", "Focus", "Window")
_PROPERTIES = "org.freedesktop.DBus.Properties"
_LOOK_AGAIN_S = 0.02
_QUESTIONS = 5
_HEARD_STATES = ("focused", "checked")

Found = TypeVar("Found")

CHECKABLE, CHECKED, FOCUSABLE, FOCUSED, SHOWING = 41, 4, 11, 12, 25
"""Numbers of states; so AT-SPI counts them."""

BUTTON, RADIO, HEADING, LABEL, ENTRY, IMAGE, GROUP = 43, 44, 83, 29, 61, 27, 39
"""Numbers of roles."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that a screen reader finds.

    Attributes:
        path: Where it stands on the bus.
        groups: Names of the groups around it, innermost first.
    """

    path: str
    role: int
    name: str
    description: str
    states: frozenset[int]
    groups: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was told.

    Attributes:
        kind: ``focused``, ``checked`` or ``Announcement``.
        has_come: Whether a state came or went.
        said: What is to be spoken; empty for states.
    """

    kind: str
    has_come: bool
    path: str
    said: str


@dataclass(frozen=True, slots=True)
class _Told:
    role: int = 0
    states: frozenset[int] = frozenset()
    children: tuple[str, ...] = ()
    name: str = ""
    description: str = ""


_GONE = _Told()


class ScreenReader:
    """Listens to the one program on a bus of its own.

    Args:
        session: Address of the session bus.
        deadline_s: How long anything may take.

    Raises:
        TimeoutError: No program came in time.
    """

    def __init__(self, session: str, deadline_s: float = 20.0) -> None:
        self._deadline_s = deadline_s
        self.events: list[Event] = []
        self._bus = _accessibility_bus(session)
        for kind in _EVENTS:
            self._call(message_bus.AddMatch(f"type='signal',interface='{_A11Y}Event.{kind}'"))
        try:
            self.wait(self._is_listened_for)
            self._program = self.wait(self._find_program)
            # A registry that ended meanwhile and was started again for the program knows of nobody.
            self.wait(self._is_listened_for)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def nodes(self) -> list[Heard]:
        """Everything that shows, in reading order."""
        found: dict[str, _Told] = {_ROOT: self._tell([_ROOT])[0]}
        level: Sequence[str] = found[_ROOT].children
        while level:
            level = self._showing(level)
            found.update(zip(level, self._tell(level), strict=True))
            level = [below for path in level for below in found[path].children]
        return list(_reading(found, _ROOT, ()))

    def press(self, node: Heard) -> None:
        """Do what a tap does."""
        actions = self._ask(node.path, "Action", "GetActions")
        names = [str(action[0]) for action in actions[0]]
        self._ask(node.path, "Action", "DoAction", "i", names.index("Press"))

    def write(self, node: Heard, text: str) -> None:
        """Put text into a field."""
        self._ask(node.path, "EditableText", "SetTextContents", "s", text)

    def wait(self, look: Callable[[], Found | None]) -> Found:
        """What ``look`` finds, as soon as it finds something; events that come are kept.

        Raises:
            TimeoutError: It found nothing in time.
        """
        end = time.monotonic() + self._deadline_s
        while (found := look()) is None:
            if time.monotonic() > end:
                raise TimeoutError
            self._listen(_LOOK_AGAIN_S)
        return found

    def _find_program(self) -> str | None:
        answer = self._get(_registry_address("accessible/root", "Accessible"), "GetChildren")
        # A registry that is ending answers with an error.
        return str(answer[0][0][0]) if answer and answer[0] else None

    def _is_listened_for(self) -> bool | None:
        """True when the registry knew what we want to hear; else None, and it is told."""
        registry = _registry_address("registry", "Registry")
        answer = self._get(registry, "GetRegisteredEvents")
        known = answer[0] if answer else ()
        missing = {kind.lower() for kind in _EVENTS} - {
            event.partition(":")[0].lower() for _, event in known
        }
        for kind in missing:
            self._get(registry, "RegisterEvent", "s", f"{kind}:")
        return None if missing else True

    def _ask(self, path: str, interface: str, method: str, *body: Any) -> Any:
        address = DBusAddress(path, bus_name=self._program, interface=_A11Y + interface)
        return self._get(address, method, *body)

    def _get(self, address: DBusAddress, method: str, signature: str = "", *body: Any) -> Any:
        return self._call(new_method_call(address, method, signature or None, body))

    def _call(self, message: Message) -> Any:
        return self._call_all([message])[0]

    def _call_all(self, messages: Sequence[Message]) -> list[Any]:
        """Send everything, then take the answers: one way to and fro instead of many."""
        serials = [next(self._bus.outgoing_serial) for _ in messages]
        for serial, message in zip(serials, messages, strict=True):
            self._bus.send(message, serial=serial)
        answers: dict[int, Any] = {}
        while len(answers) < len(serials):
            came = self._bus.receive(timeout=self._deadline_s)
            if came.header.message_type is MessageType.signal:
                self._note(came)
            elif came.header.message_type is MessageType.error:
                answers[came.header.fields[HeaderFields.reply_serial]] = None
            else:
                answers[came.header.fields[HeaderFields.reply_serial]] = came.body
        return [answers[serial] for serial in serials]

    def _showing(self, paths: Sequence[str]) -> list[str]:
        questions = [new_method_call(self._node(path), "GetState") for path in paths]
        answers = zip(paths, self._call_all(questions), strict=True)
        return [path for path, states in answers if states and SHOWING in _bits(states[0])]

    def _tell(self, paths: Sequence[str]) -> list[_Told]:
        """Everything about some nodes; no words and nothing below those that have gone."""
        answers = self._call_all([each for path in paths for each in self._questions(path)])
        rows = [answers[at : at + _QUESTIONS] for at in range(0, len(answers), _QUESTIONS)]
        return [_GONE if None in row else _told(*row) for row in rows]

    def _questions(self, path: str) -> Iterator[Message]:
        node = self._node(path)
        for method in ("GetRole", "GetState", "GetChildren"):
            yield new_method_call(node, method)
        for name in ("Name", "Description"):
            values = node.with_interface(_PROPERTIES)
            yield new_method_call(values, "Get", "ss", (node.interface, name))

    def _node(self, path: str) -> DBusAddress:
        return DBusAddress(path, bus_name=self._program, interface=_A11Y + "Accessible")

    def _listen(self, patience_s: float) -> None:
        try:
            self._note(self._bus.receive(timeout=patience_s))
        except TimeoutError:
            return

    def _note(self, message: Message) -> None:
        fields = message.header.fields
        member = fields.get(HeaderFields.member, "")
        if not fields.get(HeaderFields.interface, "").startswith(_A11Y + "Event."):
            return
        detail, value, _, (_, said), *_ = message.body
        if detail in _HEARD_STATES or member == "Announcement":
            self.events.append(
                Event(
                    kind=member if member == "Announcement" else detail,
                    has_come=bool(value),
                    path=fields[HeaderFields.path],
                    said=said if isinstance(said, str) else "",
                )
            )


def _accessibility_bus(session: str) -> DBusConnection:
    launcher = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
    with open_dbus_connection(session) as asking:
        answer = asking.send_and_get_reply(new_method_call(launcher, "GetAddress"), timeout=20)
    return open_dbus_connection(answer.body[0])


def _registry_address(place: str, interface: str) -> DBusAddress:
    return DBusAddress(
        f"/org/a11y/atspi/{place}", bus_name=_A11Y + "Registry", interface=_A11Y + interface
    )


def _bits(words: Sequence[int]) -> frozenset[int]:
    number = sum(word << (32 * place) for place, word in enumerate(words))
    return frozenset(bit for bit in range(64) if number >> bit & 1)


def _told(role: Any, states: Any, children: Any, name: Any, description: Any) -> _Told:
    below = tuple(str(path) for _, path in children[0])
    return _Told(role[0], _bits(states[0]), below, name[0][1], description[0][1])


def _reading(found: Mapping[str, _Told], path: str, groups: tuple[str, ...]) -> Iterator[Heard]:
    for below in found[path].children:
        if below not in found:
            continue
        told = found[below]
        yield Heard(below, told.role, told.name, told.description, told.states, groups)
        around = (told.name, *groups) if told.role == GROUP else groups
        yield from _reading(found, below, around)

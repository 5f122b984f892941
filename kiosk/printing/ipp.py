"""Asks CUPS in its own language (IPP, RFC 8010): its commands do not tell how a job ended."""

import socket
from http.client import HTTPConnection, HTTPException
from struct import Struct

from kiosk.domain.errors import KioskError

_HEAD = Struct(">BBHI")
_LENGTH = Struct(">H")
_NUMBER = Struct(">i")

_OPERATION_ATTRIBUTES, _END = 0x01, 0x03
_LAST_DELIMITER = 0x0F
_INTEGERS = frozenset({0x21, 0x23})
_KEYWORD, _URI, _CHARSET, _LANGUAGE, _NAME = 0x44, 0x45, 0x47, 0x48, 0x42
_LAST_SUCCESS = 0x00FF
_NOT_FOUND = 0x0406

Attributes = dict[str, tuple[str, ...]]
"""Values by name; whole numbers as digits."""


class IppError(KioskError):
    """The server did not answer, or not so that it could be read."""


class UnknownError(IppError):
    """The server has no such thing, or has it no more."""


def asked(server: str, question: bytes, timeout_s: float) -> Attributes:
    """What a server answers; where several things are told of, the last word on each name.

    Args:
        server: Path of a socket, or host and port.
        question: From ``question``.
        timeout_s: How long each step may take, in seconds.

    Raises:
        IppError: There is no answer that says something.
    """
    connection = _connection(server, timeout_s)
    try:
        connection.request("POST", "/", question, {"Content-Type": "application/ipp"})
        answer = connection.getresponse().read()
    except (OSError, HTTPException, ValueError) as fault:
        raise IppError from fault
    finally:
        connection.close()
    return read(answer)


def question(operation: int, about: tuple[str, str], wanted: tuple[str, ...], user: str) -> bytes:
    """A question about one thing.

    Args:
        operation: Number of RFC 8011, 5.4.15.
        about: Name of the attribute that says what it is about, and its URI.
        wanted: Names of the attributes to be told; at least one.
        user: Who asks.
    """
    parts = [
        _HEAD.pack(2, 0, operation, 1),
        bytes([_OPERATION_ATTRIBUTES]),
        _attribute(_CHARSET, "attributes-charset", "utf-8"),
        _attribute(_LANGUAGE, "attributes-natural-language", "en"),
        _attribute(_URI, *about),
        _attribute(_NAME, "requesting-user-name", user),
    ]
    for place, name in enumerate(wanted):
        parts.append(_attribute(_KEYWORD, "" if place else "requested-attributes", name))
    return b"".join((*parts, bytes([_END])))


def read(answer: bytes) -> Attributes:
    """The attributes of an answer.

    Raises:
        UnknownError: The server has no such thing.
        IppError: It is no answer, is cut off, or refuses.
    """
    if len(answer) < _HEAD.size:
        raise IppError
    _, _, status, _ = _HEAD.unpack_from(answer)
    if status == _NOT_FOUND:
        raise UnknownError
    if status > _LAST_SUCCESS:
        raise IppError
    return _Reader(answer, _HEAD.size).attributes()


class _Reader:
    def __init__(self, answer: bytes, place: int) -> None:
        self._answer = answer
        self._place = place

    def attributes(self) -> Attributes:
        found: dict[str, tuple[str, ...]] = {}
        last = ""
        while (tag := self._take(1)[0]) != _END:
            if tag <= _LAST_DELIMITER:
                continue
            name = self._field().decode("utf-8", "replace")
            value = self._value(tag)
            # A value without a name is another one of the name before.
            found[name or last] = (value,) if name else (*found.get(last, ()), value)
            last = name or last
        return found

    def _value(self, tag: int) -> str:
        field = self._field()
        if tag in _INTEGERS and len(field) == _NUMBER.size:
            return str(_NUMBER.unpack(field)[0])
        return field.decode("utf-8", "replace")

    def _field(self) -> bytes:
        return self._take(_LENGTH.unpack(self._take(_LENGTH.size))[0])

    def _take(self, count: int) -> bytes:
        part = self._answer[self._place : self._place + count]
        if len(part) < count:
            raise IppError
        self._place += count
        return part


class _SocketConnection(HTTPConnection):
    """HTTP through a socket of this machine, where CUPS listens by default."""

    def __init__(self, path: str, timeout_s: float) -> None:
        super().__init__("localhost", timeout=timeout_s)
        self._path = path

    def connect(self) -> None:
        """Connect to the path."""
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def _connection(server: str, timeout_s: float) -> HTTPConnection:
    if server.startswith("/"):
        return _SocketConnection(server, timeout_s)
    try:
        return HTTPConnection(server, timeout=timeout_s)
    except HTTPException as fault:
        raise IppError from fault


def _attribute(tag: int, name: str, value: str) -> bytes:
    fields = (name.encode(), value.encode())
    return bytes([tag]) + b"".join(_LENGTH.pack(len(field)) + field for field in fields)

"""To whom a letter about a case goes, and to whom none may go.

An address has room for four lines in the window of an envelope, the name among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.case import Address, Case

LEAST_LINES, MOST_LINES = 2, 4
LINE_WIDTH_MM, LINE_SIZE_PT = 85.0, 12
"""How wide a line of an address is, at most, and its type (paper.md 4)."""


class LeftOut(Enum):
    """Why a person gets no letter from a batch; each is counted, and none goes unsaid."""

    CLOSED = "closed"
    PROTECTED = "protected"
    RETURNED = "returned"
    NO_ADDRESS = "no_address"
    ADDRESS_TOO_LONG = "address_too_long"
    LIES_UNPOSTED = "lies_unposted"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who gets a letter about a case.

    Attributes:
        lines: Name, then the address, postcode and town last; two to four.
        is_other: Whether it is somebody else than the person whom the case is about.
    """

    lines: tuple[str, ...]
    is_other: bool = False


def recipients_of(case: Case) -> tuple[Recipient, ...] | LeftOut:
    """Who gets the post about a case: the person, somebody instead, or both.

    Who gets it instead is what the case list says (fvl § 12). A protected address is never mailed
    to, and nothing goes to another address in its place.

    Returns:
        At least one recipient, the person first; or why there is none.
    """
    found = tuple(_named(case))
    return _barred(case) or _misfit(found) or found


def copies_of(case: Case) -> tuple[Recipient, ...]:
    """Who gets a letter as well, where the person's own has no way to go; may be empty.

    Somebody who lives where the person lives has no address then, either.
    """
    post = case.post
    if _barred(case) is not None or post is None or post.instead or post.address is None:
        return ()
    found = (Recipient(_lines(post.name, post.address), is_other=True),)
    return () if _misfit(found) is not None else found


def _barred(case: Case) -> LeftOut | None:
    if not case.is_open:
        return LeftOut.CLOSED
    return LeftOut.PROTECTED if case.is_address_protected else None


def _misfit(recipients: tuple[Recipient, ...]) -> LeftOut | None:
    lengths = [len(each.lines) for each in recipients]
    if min(lengths) < LEAST_LINES:
        return LeftOut.NO_ADDRESS
    return LeftOut.ADDRESS_TOO_LONG if max(lengths) > MOST_LINES else None


def _named(case: Case) -> Iterator[Recipient]:
    post = case.post
    if post is None or not post.instead:
        yield Recipient(_lines(case.name, case.postal_address))
    if post is not None:
        # Without an address of its own, the post for somebody else goes where the person lives.
        address = post.address or case.postal_address
        yield Recipient(_lines(post.name, address), is_other=True)


def _lines(name: str, address: Address | None) -> tuple[str, ...]:
    if address is None or _is_nowhere(address):
        return (name,)
    lines = (name, *address.lines, f"{address.postcode} {address.town}")
    return tuple(line.strip() for line in lines if line.strip())


def _is_nowhere(address: Address) -> bool:
    """Whether no post can find it: a postcode or a town alone is a column, not an address."""
    has_way = any(line.strip() for line in address.lines)
    return not has_way and not (address.postcode.strip() and address.town.strip())

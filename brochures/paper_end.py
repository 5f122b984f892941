"""What ends a paper, as a greeting and its frame, stands on no page by itself."""

from collections.abc import Sequence
from dataclasses import replace

from brochures.flow import Flowed, Piece, Room, flow_compactly
from kiosk.domain.errors import DoesNotFitError


def flow_with_end(
    body: Sequence[Piece], end: Sequence[Piece], owner: str, room: Room | None = None
) -> Flowed:
    """Place pieces compactly; the end takes the last of the body along where it turns the page.

    It stands alone where the two have no room on one page. Body and end may be empty; the pieces
    of the end stay together.

    Raises:
        DoesNotFitError: Pieces that must stay together are taller than a page.
    """
    tail = [*body[-1:], *end]
    together = (*body[:-1], *(replace(each, keeps_next=True) for each in tail[:-1]), *tail[-1:])
    try:
        return flow_compactly(together, owner, room)
    except DoesNotFitError:
        return flow_compactly((*body, *end), owner, room)

"""A file's table of contents: its headings, each with a place to go to (ISO 32000-1, 12.3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.lib.rl_accel import fp_str


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading.

    Attributes:
        title: As PDF writes it.
        level: Counted from 0; at most one deeper than the entry before.
        page: Number of the object of its page.
        top_pt: From the bottom of the page.
    """

    title: bytes
    level: int
    page: int
    top_pt: float


@dataclass(slots=True, eq=False)
class _Node:
    """An entry of the table, or the table itself, with the numbers of the entries below."""

    number: int
    parent: "_Node | None" = None
    kids: list["_Node"] = field(default_factory=list)
    below: int = 0


def contents_list(entries: Sequence[Entry], number: int, first: int) -> dict[int, bytes]:
    """The objects of the table.

    Args:
        entries: In reading order; may be empty.
        number: Of the table.
        first: Number of its first entry; the others follow without a gap.

    Returns:
        By their numbers; an empty table where there are no entries.
    """
    table = _Node(number)
    open_nodes, nodes = [table], list[_Node]()
    for at, entry in enumerate(entries):
        del open_nodes[entry.level + 1 :]
        node = _Node(first + at, open_nodes[-1])
        for above in open_nodes:
            above.below += 1
        open_nodes[-1].kids.append(node)
        open_nodes.append(node)
        nodes.append(node)
    objects = {number: b"<</Type/Outlines%s>>" % _below(table)}
    for node, entry in zip(nodes, entries, strict=True):
        top = fp_str(entry.top_pt).encode()
        words = b"<</Title%s/Dest[%d 0 R/XYZ 0 %s 0]%s%s>>"
        objects[node.number] = words % (entry.title, entry.page, top, _beside(node), _below(node))
    return objects


def _below(node: _Node) -> bytes:
    if not node.kids:
        return b""
    first, last = node.kids[0].number, node.kids[-1].number
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, node.below)


def _beside(node: _Node) -> bytes:
    if node.parent is None:
        return b""
    kids, words = node.parent.kids, [b"/Parent %d 0 R" % node.parent.number]
    at = kids.index(node)
    if at:
        words.append(b"/Prev %d 0 R" % kids[at - 1].number)
    if at + 1 < len(kids):
        words.append(b"/Next %d 0 R" % kids[at + 1].number)
    return b"".join(words)

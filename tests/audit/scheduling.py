"""Which process runs which test: all that look at one setup, or share a file, run in one.

A setup is walked once then, and two processes never open programs for the same screen reader.
WORKAROUND pytest-xdist 3.8.0: its ``loadgroup`` writes groups into node ids, which pytest 9 does not
read back, so that every test counts as a group of its own.
"""

import re
from typing import TYPE_CHECKING

from tests.audit.setups import REST, SLICE

if TYPE_CHECKING:
    import pytest
    from xdist.remote import Producer
    from xdist.scheduler import LoadScopeScheduling

_PARAMETER = re.compile(r"\[([^\]]+)\]$")
_SETUPS = frozenset(str(setup) for setup in (*SLICE, *REST))


def scope_of(test: str) -> str:
    """The setup that a test looks at, by the node id of the test; its file for every other test."""
    found = _PARAMETER.search(test)
    if found is not None and found.group(1) in _SETUPS:
        return found.group(1)
    return test.partition("::")[0]


def scheduler(config: "pytest.Config", log: "Producer") -> "LoadScopeScheduling":
    """Hand out whole scopes."""
    from xdist.scheduler import LoadScopeScheduling  # noqa: PLC0415  only where xdist runs

    class ByScope(LoadScopeScheduling):  # type: ignore[misc]  # xdist tells no types
        def _split_scope(self, nodeid: str) -> str:
            return scope_of(nodeid)

    return ByScope(config, log)

"""A pack with other rules than its own, to try them before anybody decides on them."""

import stat
from dataclasses import replace
from pathlib import Path

from kiosk.content.files import RULES_FILE
from kiosk.content.pack import load_pack
from kiosk.domain.errors import ContentError, ContentProblem
from kiosk.domain.municipality import Municipality


def rules_instead(folder: Path, rules: Path) -> Municipality:
    """Open a pack with the rules of another file.

    Args:
        folder: Of the pack.
        rules: In the form of ``rules.toml``; its faults are told under its own name.

    Raises:
        ContentError: The file cannot be read, or anything is wrong with it; holds every fault.
    """
    _require_file(rules)
    try:
        return load_pack(folder, rules=rules)
    except ContentError as error:
        raise ContentError([_named(each, rules.name) for each in error.problems]) from error


def _require_file(path: Path) -> None:
    try:
        # Asked before it is opened: opening a device may wait for ever.
        is_file = stat.S_ISREG(path.stat().st_mode)
    except OSError:
        is_file = False
    if not is_file:
        raise ContentError([ContentProblem(path.name or str(path), "", "unreadable", {})])


def _named(problem: ContentProblem, name: str) -> ContentProblem:
    return replace(problem, file=name) if problem.file == RULES_FILE else problem

"""The doors of this room: open a pack, or only say what is wrong with it."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from kiosk.content.building import build
from kiosk.content.checks import check_between
from kiosk.content.easy_checks import check_easy
from kiosk.content.easy_prose import EasyTexts, read_easy
from kiosk.content.entries import Entries, read_entries
from kiosk.content.files import RULES_FILE, PackFiles, read_files
from kiosk.content.leftovers import check_leftovers
from kiosk.content.problems import ProblemLog
from kiosk.content.prose import Texts, read_prose
from kiosk.content.prose_checks import check_facts
from kiosk.domain.errors import ContentError, ContentProblem
from kiosk.domain.municipality import Municipality


def load_pack(folder: Path, today: date | None = None, rules: Path | None = None) -> Municipality:
    """Open a content pack, whole or not at all.

    Args:
        folder: Holds ``municipality.toml`` and the rest.
        today: The day on which whoever helps without a choice must be under contract; not
            checked when None.
        rules: A file to read instead of the folder's ``rules.toml``, to try other rules.

    Raises:
        ContentError: Anything is wrong with the pack; holds every fault.
    """
    log = ProblemLog()
    parts = _read(folder, log, today, rules)
    if log.has_errors or parts is None or parts.entries.municipality is None:
        raise ContentError(_in_file_order(log))
    form = parts.entries.municipality.form
    return build(form, parts.entries, parts.prose, parts.easy, parts.files.fingerprint)


def check_pack(folder: Path, today: date | None = None) -> tuple[ContentProblem, ...]:
    """Everything that is wrong with a pack or worth a look, by file; empty when it is fine."""
    log = ProblemLog()
    parts = _read(folder, log, today)
    if parts is not None:
        # Nothing that keeps a pack from being opened: it is looked at before people see it.
        from kiosk.content.name_checks import check_names  # noqa: PLC0415  slow
        from kiosk.content.neutral_checks import check_neutral  # noqa: PLC0415  slow

        check_neutral(parts.entries, parts.prose, parts.easy, today, log)
        check_names(parts.entries, parts.prose, log)
    return _in_file_order(log)


class _Parts(Struct, frozen=True):
    files: PackFiles
    entries: Entries
    prose: Texts
    easy: EasyTexts


def _read(
    folder: Path, log: ProblemLog, today: date | None, rules: Path | None = None
) -> _Parts | None:
    files = read_files(folder, log, {} if rules is None else {RULES_FILE: rules})
    if files is None:
        return None
    entries = read_entries(files, log)
    check_between(entries, today)
    prose = read_prose(files, log)
    check_facts(prose, entries, log)
    easy = read_easy(files, log)
    check_easy(easy, prose, entries, log)
    municipality = entries.municipality
    check_leftovers(files, log, is_example=municipality is None or municipality.form.example)
    return _Parts(files, entries, prose, easy)


def _in_file_order(log: ProblemLog) -> tuple[ContentProblem, ...]:
    return tuple(sorted(log.found, key=lambda problem: problem.file))

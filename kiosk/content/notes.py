"""What the writers of a pack noted about its rules; for them alone, so no value of the domain."""

from pathlib import Path

from kiosk.content.entries import read_entries
from kiosk.content.files import read_files
from kiosk.content.problems import ProblemLog
from kiosk.domain.language import LocalText


def rule_notes(folder: Path) -> dict[str, LocalText]:
    """The notes by the key of their rule; empty where there are none or the pack is broken."""
    log = ProblemLog()
    files = read_files(folder, log)
    rules = () if files is None else read_entries(files, log).rules
    return {rule.form.id: rule.form.note for rule in rules if rule.form.note is not None}

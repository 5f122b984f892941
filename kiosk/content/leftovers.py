"""Finds what a municipality forgot to replace after it had copied the example pack."""

import re

from kiosk.content.files import PackFiles
from kiosk.content.problems import Place, ProblemLog

# names and addresses that can belong to nobody, and the telephone numbers of the example
_INVENTED = re.compile(r"\w*eksempelvik\w*|[\w.@-]+\.example\b|\b12 34 5\d \d\d\b", re.IGNORECASE)


def check_leftovers(files: PackFiles, log: ProblemLog, *, is_example: bool) -> None:
    """Warn of every line of a real pack in which something invented stands; comments aside."""
    if is_example:
        return
    for name, text in files.texts.items():
        has_comments = name.endswith(".toml")
        for number, line in enumerate((text or "").splitlines(), start=1):
            found = None if has_comments and line.startswith("#") else _INVENTED.search(line)
            if found is not None:
                Place(log, name).warn("from_the_example", line=number, value=found[0])

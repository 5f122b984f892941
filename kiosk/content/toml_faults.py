"""Says where a TOML file breaks off, and whether a date is the reason."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date

from kiosk.app.toml_lines import broken_line

# a day without quotation marks, in the order of TOML or in the Norwegian one
_DAY = re.compile(r"=\s*((\d{4})-(\d\d?)-(\d\d?)|(\d\d?)\.(\d\d?)\.(\d{4}))\s*(?:[,}#]|$)")


def explain_toml(error: tomllib.TOMLDecodeError, text: str) -> tuple[str, Mapping[str, object]]:
    """Why a file cannot be read: problem code and its values, with the line from 1."""
    line = broken_line(error, text)
    for found in _DAY.finditer(next(iter(text.splitlines()[line - 1 : line]), "")):
        code = _fault_of(found)
        if code is not None:
            return code, {"line": line, "value": found[1]}
    return "broken_toml", {"line": line}


def _fault_of(found: re.Match[str]) -> str | None:
    year, month, day = (int(found[i] or found[j]) for i, j in ((2, 7), (3, 6), (4, 5)))
    try:
        right = date(year, month, day).isoformat()
    except ValueError:
        return "no_such_date"
    return None if found[1] == right else "date_form"

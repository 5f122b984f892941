"""At which line a TOML file breaks off."""

import re

_LINE_IN_MESSAGE = re.compile(r"at line (\d+)")
_LATER_LINE = re.compile(r"\n(?=\s*\S)")


def broken_line(error: ValueError, text: str) -> int:
    """Number of the line, from 1.

    Args:
        error: A ``TOMLDecodeError``; it has a line number of its own from Python 3.14 on.
        text: All of the file.

    Returns:
        The last line with something on it where the error names none, but the end of the file.
    """
    named = _LINE_IN_MESSAGE.search(str(error))
    return int(named[1]) if named else len(_LATER_LINE.findall(text)) + 1

"""Days on a command line: as the calendar writes them, or as people do."""

from datetime import datetime
from typing import Any

import click

from kiosk.app.ports.words import Words

_FORMATS = ("%Y-%m-%d", "%d.%m.%Y")


class Day(click.DateTime):
    """A day such as 2026-11-30 or 30.11.2026; what is none is refused in words."""

    def __init__(self, words: Words) -> None:
        super().__init__(_FORMATS)
        self._words = words

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        """The word for a day, where an option says nothing else."""
        return self._words.pgettext("argument", "DATE")

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The day at midnight."""
        if isinstance(value, datetime):
            return value
        for each in _FORMATS:
            try:
                return datetime.strptime(value, each)  # noqa: DTZ007  a day has no zone
            except ValueError:
                continue
        text = self._words.gettext("“{text}” is not a day. Write it as {day} or {norwegian}.")
        message = text.format(text=value, day="2026-11-30", norwegian="30.11.2026")
        raise click.BadParameter(message, ctx, param)

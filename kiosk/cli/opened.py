"""Opens the record for a command, and tells first what its page would tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words

if TYPE_CHECKING:
    from kiosk.app.ports.record import Record
    from kiosk.app.program import Program
    from kiosk.cli.invocation import Invocation


@contextmanager
def opened(invocation: "Invocation") -> "Iterator[Program]":
    """The program of a command; what must be known of the record stands on standard error.

    Raises:
        KioskError: Settings, content pack or record stand in the way.
    """
    from kiosk.bootstrap.programs import opened_program

    with opened_program(invocation.settings) as program:
        tell_of(program.record, invocation.words)
        yield program


def tell_of(record: "Record", words: Words) -> None:
    """Say that the clock is behind, that older keys came back, and the like; mostly nothing."""
    from kiosk.app.soundness_texts import record_notice
    from kiosk.system import SystemClock

    notice = record_notice(record, SystemClock().now(), words)
    if notice:
        click.echo(notice, err=True)

"""All commands; each module is imported only when its command is asked for."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

from kiosk import __version__
from kiosk.app.ports.words import Words
from kiosk.cli.invocation import common_options

# The function takes the words and makes the command.
_MAKERS: Mapping[str, str] = MappingProxyType(
    {
        "run": "kiosk.cli.window:run_command",
        "watch": "kiosk.cli.watch:watch_command",
        "log": "kiosk.cli.machine_log:log_group",
        "self-test": "kiosk.cli.self_test:self_test_command",
        "tour": "kiosk.cli.window:tour_command",
        "speech": "kiosk.cli.speech:speech_group",
        "content": "kiosk.cli.content:content_group",
        "cases": "kiosk.cli.cases:cases_group",
        "staff": "kiosk.cli.staff:staff_group",
        "handover": "kiosk.cli.handover:handover_command",
        "record": "kiosk.cli.record:record_group",
        "rules": "kiosk.cli.rules:rules_group",
        "exit": "kiosk.cli.exits:exit_group",
        "waiting": "kiosk.cli.waiting:waiting_group",
        "mailout": "kiosk.cli.mailout:mailout_command",
        "slip": "kiosk.cli.slips:slip_group",
        "report": "kiosk.cli.report:report_command",
        "brochure": "kiosk.cli.paper:brochure_command",
        "receipt": "kiosk.cli.paper:receipt_command",
        "letter": "kiosk.cli.paper:letter_command",
    }
)


class RootGroup(click.Group):
    """``kiosk`` itself: opening the window must not wait for the other commands."""

    def __init__(self, words: Words) -> None:
        text = words.gettext(
            "Presents home-care providers evenly, records a free choice, and prints it."
        )
        super().__init__(
            "kiosk",
            params=[_version(words), *common_options(words)],
            help=text,
            options_metavar=words.gettext("[OPTIONS]"),
            subcommand_metavar=words.gettext("COMMAND [ARGUMENTS]..."),
        )
        self._words = words

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of use."""
        del ctx
        return list(_MAKERS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, made now."""
        del ctx
        if cmd_name not in _MAKERS:
            return None
        module, _, function = _MAKERS[cmd_name].partition(":")
        made = getattr(import_module(module), function)(self._words)
        return made if isinstance(made, click.Command) else None


def _version(words: Words) -> click.Option:
    def tell(context: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not context.resilient_parsing:
            click.echo(f"kiosk {__version__}")
            context.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=tell,
        help=words.gettext("Show the version of the program."),
    )

"""The options of ``kiosk mailout``, and what they ask for."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from kiosk.app.ports.words import Words
from kiosk.cli.asked import Asked
from kiosk.cli.days import Day
from kiosk.domain.edition import Edition
from kiosk.domain.mail_events import MailFilter, MailState, Making
from kiosk.domain.nonchoice.silence import LetterKind

if TYPE_CHECKING:
    from kiosk.app.mailout.batch import BatchPlan
    from kiosk.domain.municipality import Municipality

_WORDS_OF_OPTIONS = str.maketrans("_", "-")
_MOST_PER_FILE = 5000


class _PerFile(click.IntRange):
    """How many letters lie in one file; what cannot be is refused in words."""

    def __init__(self, words: Words) -> None:
        super().__init__(0, _MOST_PER_FILE)
        self._words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            text = self._words.gettext(
                "Write how many letters a file has, as a number from 0 to {most}."
            )
            most = self._words.number(_MOST_PER_FILE)
            raise click.BadParameter(text.format(most=most), ctx, param) from None


def doing_options(words: Words) -> list[click.Parameter]:
    """What to do with mail-outs; one of them at a time."""
    key = words.pgettext("argument", "KEY")
    return [
        click.Option(
            ["--out"],
            type=click.Path(path_type=Path, file_okay=False),
            help=words.gettext(
                "Folder that exists; each mail-out makes one in it. With --posted or --discard: "
                "where it lies now, if it was moved."
            ),
        ),
        click.Option(
            ["--resume"],
            metavar=key,
            help=words.gettext("Go on with a mail-out that was stopped."),
        ),
        click.Option(
            ["--proof"],
            type=click.Path(path_type=Path, dir_okay=False),
            help=words.gettext("Write ten letters to look at to this file, and nothing else."),
        ),
        click.Option(["--list", "only_list"], is_flag=True, help=words.gettext("List mail-outs.")),
        click.Option(
            ["--posted"],
            metavar=key,
            help=words.gettext("Enter that a mail-out was posted; deadlines run from then."),
        ),
        click.Option(
            ["--except", "apart"],
            metavar=words.pgettext("argument", "NUMBERS"),
            default="",
            help=words.gettext(
                "With --posted: letters that were pulled out, by their numbers: 3,17-19."
            ),
        ),
        click.Option(
            ["--anyway"],
            is_flag=True,
            help=words.gettext(
                "With --posted: the letters are posted although their files are gone or altered."
            ),
        ),
        click.Option(
            ["--discard"],
            metavar=key,
            help=words.gettext(
                "Enter that a mail-out is never posted; its people count as not written to."
            ),
        ),
        click.Option(
            ["--day"],
            type=Day(words),
            metavar=words.pgettext("argument", "DATE"),
            help=words.gettext("Day on which the letters are posted; today by default."),
        ),
    ]


def choosing_options(words: Words) -> list[click.Parameter]:
    """For whom a mail-out is."""
    text = words.pgettext("argument", "NAME")
    return [
        click.Option(
            ["--letter"],
            type=click.Choice([each.value for each in LetterKind]),
            default=LetterKind.INVITATION.value,
            help=words.gettext("Which letter; the one that asks by default."),
        ),
        click.Option(["--zone"], metavar=text, help=words.gettext("Only in this zone.")),
        click.Option(["--service"], metavar=text, help=words.gettext("Only for this service.")),
        click.Option(
            ["--state"],
            type=click.Choice([said(each.value) for each in MailState]),
            default=MailState.DUE.value,
            help=words.gettext("Only where the choice stands so; by default those who are due."),
        ),
        click.Option(
            ["--again"],
            is_flag=True,
            help=words.gettext(
                "Also take those whose letter lies in another mail-out that is not posted."
            ),
        ),
    ]


def making_options(words: Words) -> list[click.Parameter]:
    """As which files it is made."""
    return [
        click.Option(
            ["--edition"],
            type=click.Choice([said(each.value) for each in Edition]),
            default=Edition.STANDARD.value,
            help=words.gettext(
                "Form of the brochure; letter and slip come in large print with one that is easy "
                "to read."
            ),
        ),
        click.Option(
            ["--per-file"],
            type=_PerFile(words),
            metavar="N",
            default=Making().letters_per_file,
            help=words.gettext("Letters in one file for the print shop; 0 for no such files."),
        ),
        click.Option(
            ["--letter-files"],
            is_flag=True,
            help=words.gettext("Also write each letter as a file of its own."),
        ),
        click.Option(
            ["--no-brochure"], is_flag=True, help=words.gettext("Leave the brochure out.")
        ),
    ]


def plan_of(
    said: Mapping[str, Any], day: date, municipality: "Municipality", words: Words
) -> "BatchPlan":
    """What a mail-out shall be.

    Args:
        said: Values by the names of the options.
        day: Of posting.
        municipality: Whose zones and services are named.
        words: Of the messages.

    Raises:
        UsageError: A zone or a service is not there.
    """
    from kiosk.app.mailout.batch import BatchPlan

    asked = Asked(municipality, words)
    wanted = MailFilter(
        letter=LetterKind(said["letter"]),
        state=MailState(_meant(said["state"])),
        zone=None if said["zone"] is None else asked.zone(said["zone"]),
        service=None if said["service"] is None else asked.service(said["service"]),
        again=said["again"],
    )
    making = Making(
        letters_per_file=said["per_file"],
        has_letter_files=said["letter_files"],
        has_brochure=not said["no_brochure"],
    )
    return BatchPlan(wanted, Edition(_meant(said["edition"])), day, making)


def refuse_another_plan(asked: "BatchPlan", begun: "BatchPlan", words: Words) -> None:
    """A mail-out goes on as it was begun; what somebody writes now may repeat that, no more.

    Args:
        asked: By the options of this command.
        begun: By what is stored.
        words: Of the message.

    Raises:
        UsageError: An option that was written differs; it is named.
    """
    context = click.get_current_context()
    wanted, was = _by_option(asked), _by_option(begun)
    for name, value in wanted.items():
        is_written = context.get_parameter_source(name) is ParameterSource.COMMANDLINE
        if is_written and value != was[name]:
            option = next(each.opts[0] for each in context.command.params if each.name == name)
            text = words.gettext("This mail-out was begun otherwise: leave {option} out.")
            raise click.UsageError(text.format(option=option))


def _by_option(plan: "BatchPlan") -> dict[str, object]:
    wanted, making = plan.filter, plan.making
    return {
        "letter": wanted.letter,
        "zone": wanted.zone,
        "service": wanted.service,
        "state": wanted.state,
        "again": wanted.again,
        "day": plan.posting_on,
        "edition": plan.edition,
        "per_file": making.letters_per_file,
        "letter_files": making.has_letter_files,
        "no_brochure": making.has_brochure,
    }


def said(value: str) -> str:
    """A value of the domain as it is written in an option."""
    return value.translate(_WORDS_OF_OPTIONS)


def _meant(text: str) -> str:
    return text.replace("-", "_")

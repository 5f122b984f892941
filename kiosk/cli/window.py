"""``kiosk run`` and ``kiosk tour``."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.app.ports.words import Words
from kiosk.cli.invocation import Invocation, command
from kiosk.domain.language import Language
from kiosk.domain.machine_end import HELD_ELSEWHERE

if TYPE_CHECKING:
    from kiosk.devtools.tour_options import TourOptions

_SIZES = ("S", "M", "L", "XL")
_CONTRASTS = ("standard", "high-light", "high-dark", "low")
_LANGUAGES = tuple(language.value for language in Language)


def run_command(words: Words) -> click.Command:
    """Opens the program."""
    return command(
        words,
        "run",
        words.gettext("Open the program."),
        _run,
        [
            click.Option(
                ["--device"],
                metavar=words.gettext("TEXT"),
                help=words.gettext("Name of a screen profile; left out, the screen is asked."),
            ),
            click.Option(
                ["--public"],
                is_flag=True,
                help=words.gettext("For a touch screen that people use alone."),
            ),
            # For measuring only, and so not told to anybody.
            click.Option(["--quit-after-first-frame"], is_flag=True, hidden=True),
            # For ``kiosk watch`` only.
            click.Option(["--heartbeat"], is_flag=True, hidden=True),
        ],
    )


def tour_command(words: Words) -> click.Command:
    """Plays a visit and keeps pictures of it."""
    return command(
        words,
        "tour",
        words.gettext("Play a whole visit and save a picture of every page."),
        _tour,
        [
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path, file_okay=False),
                required=True,
                help=words.gettext("Folder for pictures, receipt and brochure."),
            ),
            _choice("--language", _LANGUAGES, "nb", words.gettext("Language of the pages.")),
            click.Option(
                ["--device"],
                default="laptop-14",
                metavar=words.gettext("TEXT"),
                help=words.gettext("Name of a screen profile."),
            ),
            _choice("--text-size", _SIZES, "M", words.gettext("Size of the text.")),
            _choice("--contrast", _CONTRASTS, "standard", words.gettext("Colours of the pages.")),
            click.Option(
                ["--all"],
                is_flag=True,
                help=words.gettext("Take pictures of the pages of staff and administrators too."),
            ),
        ],
    )


def _choice(name: str, choices: tuple[str, ...], usual: str, text: str) -> click.Option:
    return click.Option([name], type=click.Choice(choices), default=usual, help=text)


def _run(
    invocation: Invocation,
    device: str | None,
    public: bool,
    quit_after_first_frame: bool,
    heartbeat: bool,
) -> int:
    from kiosk.cli.opening import open_window, tell
    from kiosk.devtools.first_frame import report_first_frame
    from kiosk.owning import HeldError

    if device is not None:
        _require_device(device, invocation)
    settings = invocation.settings
    on_frame = report_first_frame if quit_after_first_frame else None
    is_public = public or settings.is_public
    try:
        return open_window(
            settings, device or "", on_frame, is_watched=heartbeat, is_public=is_public
        )
    except HeldError as held:
        if not heartbeat:
            raise
        tell(held, lambda: invocation.words)
        return HELD_ELSEWHERE


def _tour(invocation: Invocation, device: str, **said: Any) -> int:
    # Pictures need no screen, and come out alike with and without one.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from kiosk.cli.opening import require_display

    require_display()
    from kiosk.app.open_pack import require_example
    from kiosk.bootstrap.packs import open_municipality
    from kiosk.devtools import tour
    from kiosk.devtools.accessible import NotOnPageError
    from kiosk.system import SystemClock

    settings, clock = invocation.settings, SystemClock()
    _require_device(device, invocation)
    options = _tour_options(invocation, device, **said)
    municipality = open_municipality(settings, clock)
    require_example(municipality)
    try:
        files = tour.run(municipality, settings.resources, clock, options)
    except NotOnPageError as missing:
        text = invocation.words.gettext("The visit stopped, because a page lacks “{name}”.")
        click.echo(text.format(name=missing), err=True)
        return 1
    except tour.NotEmptyError:
        text = invocation.words.gettext(
            "The folder for --data must be empty: a visit that is played gets a record of its own."
        )
        raise click.UsageError(text) from None
    click.echo("\n".join(map(str, files)))
    return 0


def _tour_options(invocation: Invocation, device: str, out: Path, **look: Any) -> "TourOptions":
    """What was said on the command line, ``look`` by the names of its options."""
    from kiosk.devtools.tour_options import TourOptions
    from kiosk.theme.tokens import Contrast, TextSize

    return TourOptions(
        out=out,
        content=invocation.settings.content,
        language=Language(look["language"]),
        staff_language=invocation.settings.language,
        device=device,
        size=TextSize(look["text_size"]),
        contrast=Contrast(look["contrast"]),
        data=invocation.data,
        every_page=look["all"],
    )


def _require_device(name: str, invocation: Invocation) -> None:
    """Refuse a screen profile that the theme does not have."""
    from kiosk.bootstrap.windows import profiles

    known = profiles(invocation.settings.resources)
    if name not in known:
        text = invocation.words.gettext("“{said}” is not one of: {allowed}.")
        raise click.BadParameter(
            text.format(said=name, allowed=", ".join(known)), param_hint="--device"
        )

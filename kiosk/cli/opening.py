"""Opens the window, and tells what stands in the way; knows no click."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from kiosk.app.ports.words import Words
from kiosk.bootstrap.packs import words_in
from kiosk.bootstrap.programs import window_program
from kiosk.bootstrap.windows import require_profile, run_window
from kiosk.display import obstacle
from kiosk.domain.errors import KioskError
from kiosk.domain.language import Language
from kiosk.i18n import CatalogueMissingError
from kiosk.settings import Overrides, Resources, Settings, read_settings

REFUSED = 1


def open_or_tell(said: Overrides) -> int:
    """Open the window as a plain ``kiosk run`` does."""
    resources = Resources.shipped()
    language = Language.BOKMAL
    try:
        settings = read_settings(said)
        language = settings.language
        return open_window(settings, is_public=settings.is_public)
    except KioskError as error:
        tell(error, lambda: words_in(resources, language))
        return REFUSED


def open_window(
    settings: Settings,
    device: str = "",
    on_first_frame: Callable[[], None] | None = None,
    *,
    is_watched: bool = False,
    is_public: bool = False,
) -> int:
    """Open the program and its window, and wait until it is closed.

    Raises:
        KioskError: Display, settings, content pack, record or another public screen stand in the way.
    """
    require_display()
    if not device:
        require_profile(settings)
    with (
        _alone(settings, is_public=is_public, is_watched=is_watched),
        window_program(settings, is_public=is_public) as program,
    ):
        if program.is_trial:
            _tell_trial(settings)
        return run_window(
            program, settings, device, on_first_frame, is_watched=is_watched, is_public=is_public
        )


def _alone(
    settings: Settings, *, is_public: bool, is_watched: bool
) -> AbstractContextManager[None]:
    """Hold the folder of a public machine; of a laptop the record's own lock is enough."""
    if not is_public:
        return nullcontext()
    from kiosk.machine.holding import ENDING_S, SCREEN, held

    return held(settings.data, SCREEN, ENDING_S if is_watched else 0)


def _tell_trial(settings: Settings) -> None:
    from kiosk.app.escrow_texts import trial_line

    print(trial_line(words_in(settings.resources, settings.language)), file=sys.stderr)


def require_display() -> None:
    """Refuse to open a window that nobody would see, before anything else is opened.

    Raises:
        DisplayError: There is no display, or what a window needs is missing.
    """
    standing = obstacle()
    if standing is not None:
        from kiosk.cli.faults import DisplayError

        raise DisplayError(standing)


def tell(error: KioskError, words: Callable[[], Words]) -> None:
    """Say on standard error what is wrong and what to do."""
    if isinstance(error, CatalogueMissingError):
        # Without its catalogue the program cannot say this in the language that was asked for.
        text = "kiosk: the catalogues are not compiled; run make catalogues"
    else:
        from kiosk.cli.faults import fault_text

        text = fault_text(error, words())
    print(text, file=sys.stderr)

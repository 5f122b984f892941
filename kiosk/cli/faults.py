"""Failures that only the command line meets; the rest is worded for every door alike."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from kiosk.app import fault_texts
from kiosk.app.nonchoice.simulation_faults import rules_fault_text
from kiosk.app.ports.rules import RulesError
from kiosk.app.ports.words import Words
from kiosk.display import LIBRARIES_MISSING, NO_DISPLAY, UNREACHABLE, Obstacle
from kiosk.domain.errors import ContentError, ContentProblem, KioskError, PrintError
from kiosk.owning import HeldError
from kiosk.settings import SettingsError
from kiosk.system import SystemClock

# What a clock that is behind makes of a good pack.
_IN_THE_FUTURE = frozenset({"in_the_future", "decided_later"})


class DisplayError(KioskError):
    """No window can be shown here.

    Attributes:
        obstacle: What stands in the way.
    """

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.code)
        self.obstacle = obstacle


def fault_text(error: KioskError, words: Words) -> str:
    """What is wrong and what to do, in the language of ``words``; may have several lines."""
    match error:
        case RulesError(problems=problems):
            return "\n".join([*content_lines(_faults(problems), words), rules_fault_text(words)])
        case ContentError(problems=problems):
            return _content(problems, words)
        case SettingsError():
            return _settings(error, words)
        case DisplayError(obstacle=obstacle):
            return _display(obstacle, words)
        case _:
            return _of_folder(error, words) or fault_texts.fault_text(error, words)


def _held(error: HeldError, words: Words) -> str:
    """Who else uses the folder of a public machine."""
    lines = [
        words.gettext("Another public screen uses the folder {folder}.").format(folder=error.folder)
    ]
    holder = error.holder
    if holder is not None:
        since = holder.since.astimezone(ZoneInfo("Europe/Oslo"))
        moment = words.gettext("{date} at\u00a0{time}").format(
            date=words.full_date(since.date()), time=words.time(since)
        )
        text = words.gettext("It is process {process} on the machine {host}, since {moment}.")
        told = text.format(process=holder.process, host=holder.host or "?", moment=moment)
        lines.append(told)
    lines.append(
        words.gettext("End that one first, or give this one a folder of its own with --data.")
    )
    return " ".join(lines)


def _of_folder(error: KioskError, words: Words) -> str:
    """Which folder takes nothing, or is taken: a line may name several. Empty for other failures."""
    if isinstance(error, HeldError):
        return _held(error, words)
    if not isinstance(error, PrintError) or not error.folder:
        return ""
    text = {
        "printing.no_folder": words.gettext(
            "The folder {folder} does not exist. Write another one."
        ),
        "printing.file_not_writable": words.gettext(
            "No file can be written in {folder}. Write another folder."
        ),
    }.get(error.code, "")
    return text.format(folder=error.folder)


def content_lines(problems: Iterable[ContentProblem], words: Words) -> list[str]:
    """One line per problem: file, field, reason; warnings say that they are."""
    from kiosk.content.wording import in_words

    note = words.pgettext("before a remark about a pack", "Note")
    return [
        f"{note}: {_place(problem)}: {in_words(problem, words)}"
        if problem.is_warning
        else f"{_place(problem)}: {in_words(problem, words)}"
        for problem in problems
    ]


def _place(problem: ContentProblem) -> str:
    return f"{problem.file}: {problem.field}" if problem.field else problem.file


def _content(problems: Iterable[ContentProblem], words: Words) -> str:
    faults = _faults(problems)
    end = words.ngettext(
        "The content pack has {count} fault and was not opened.",
        "The content pack has {count} faults and was not opened.",
        len(faults),
    )
    lines = [*content_lines(faults, words), end.format(count=words.number(len(faults)))]
    if any(problem.code in _IN_THE_FUTURE for problem in faults):
        lines.append(_today_text(words))
    return "\n".join(lines)


def _today_text(words: Words) -> str:
    text = words.gettext("This machine says that it is {date}. If that is wrong, set its clock.")
    return text.format(date=words.full_date(SystemClock().now().date()))


def _faults(problems: Iterable[ContentProblem]) -> list[ContentProblem]:
    return [problem for problem in problems if problem.is_fault]


def _settings(error: SettingsError, words: Words) -> str:
    texts = {
        "settings.unreadable": words.gettext("The settings file {file} cannot be opened."),
        "settings.not_utf8": words.gettext(
            "The settings file {file} is not UTF-8. Save it as UTF-8 in a text editor."
        ),
        "settings.not_toml": words.gettext(
            "The settings file {file} cannot be understood at line {key}. Check quotation marks and "
            "equals signs, and that each setting stands there once."
        ),
        "settings.unknown_key": words.gettext(
            "{file}: there is no setting “{key}”. The settings are: {allowed}."
        ),
        "settings.not_text": words.gettext("{file}: write “{key}” as a text in quotation marks."),
        "settings.not_yes_or_no": words.gettext(
            "{file}: write true or false for “{key}”, without quotation marks."
        ),
        "settings.not_seconds": words.gettext(
            "{file}: write “{key}” as a whole number of seconds, without quotation marks."
        ),
        "settings.not_allowed": words.gettext("{file}: “{key}” must be one of: {allowed}."),
        "settings.not_a_sign": words.gettext(
            "{file}: “{key}” must be one sign that is no letter, digit or space, for example ~."
        ),
        "settings.not_a_cleaning_code": words.gettext(
            "{file}: “{key}” must be from 4 to 12 digits in quotation marks."
        ),
        "settings.out_of_bounds": words.gettext(
            "{file}: “{key}” must be from {least} to {most} seconds."
        ),
        "settings.out_of_bounds_or_0": words.gettext(
            "{file}: “{key}” must be from {least} to {most} seconds, or 0 for no limit."
        ),
    }
    least, most = error.allowed[-2:] if len(error.allowed) > 1 else ("", "")
    return texts[error.code].format(
        file=error.file.name,
        key=error.key,
        allowed=", ".join(error.allowed),
        least=least,
        most=most,
    )


def _display(obstacle: Obstacle, words: Words) -> str:
    texts = {
        NO_DISPLAY: words.gettext(
            "There is no screen to show the window on. Start the program on a machine with a "
            "screen, or save pictures of the pages with: kiosk tour --out FOLDER"
        ),
        UNREACHABLE: words.gettext(
            "The screen {names} does not answer. Start the program on a machine with a screen, "
            "as the person who is signed in there."
        ),
        LIBRARIES_MISSING: words.gettext(
            "The system lacks libraries that the window needs. On Debian and Ubuntu, install "
            "them with: sudo apt-get install {names}"
        ),
    }
    return texts[obstacle.code].format(names=" ".join(obstacle.values))

"""What every command knows: the folders and the language that were asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Any

import click

from kiosk.app.ports.words import Words
from kiosk.domain.language import Language
from kiosk.i18n import GettextWords
from kiosk.settings import Overrides, Resources, Settings, SettingsError, read_settings

_LANGUAGE_OPTION = "--ui-language"
_PLACES = ("--data", "--settings")
_WITH_VALUE = frozenset(
    {_LANGUAGE_OPTION, *_PLACES, "--content", "--passphrase-file", "--passphrase-fd"}
)
_LANGUAGES = tuple(language.value for language in Language)


@dataclass
class Invocation:
    """One call of the program; options may stand before or after the command's name.

    Attributes:
        content, data, settings_file: Folders and file that were named; None for the defaults.
        language: Language of messages that was asked for; None for the settings' language.
        early_language: Language of usage and help, before the settings are read.
    """

    content: Path | None = None
    data: Path | None = None
    settings_file: Path | None = None
    language: Language | None = None
    early_language: Language = Language.BOKMAL
    passphrase_file: Path | None = None
    passphrase_fd: int | None = None

    @cached_property
    def settings(self) -> Settings:
        """The settings with everything that was said on the command line.

        Raises:
            SettingsError: The settings file cannot be used.
        """
        said = Overrides(
            content=self.content,
            data=self.data,
            file=self.settings_file,
            language=self.language,
            passphrase_file=self.passphrase_file,
            passphrase_fd=self.passphrase_fd,
        )
        return read_settings(said)

    @cached_property
    def words(self) -> Words:
        """For messages; never fails because of the settings file."""
        language = self.language
        if language is None and "settings" in self.__dict__:
            language = self.settings.language
        return GettextWords(language or self.early_language, Resources.shipped().locales)

    @cached_property
    def early_words(self) -> Words:
        """For usage and help, before the settings are read."""
        return GettextWords(self.early_language, Resources.shipped().locales)


def early_invocation(arguments: Sequence[str]) -> Invocation:
    """What usage and help need to know before click has read the line.

    Folders that are named are not kept: click judges them later.
    """
    asked = _said(arguments, _LANGUAGE_OPTION)
    language = Language(asked) if asked in _LANGUAGES else None
    return Invocation(language=language, early_language=language or _usual_language(arguments))


def _usual_language(arguments: Sequence[str]) -> Language:
    """The language of the settings; bokmål where these cannot be used, which is told later."""
    data, file = (Path(said) if said else None for said in map(partial(_said, arguments), _PLACES))
    try:
        return read_settings(Overrides(data=data, file=file)).language
    except SettingsError:
        return Language.BOKMAL


def first_word(arguments: Sequence[str]) -> str:
    """The command that is asked for; empty where none is. Options before it are passed over."""
    words = iter(arguments)
    for word in words:
        if not word.startswith("-"):
            return word
        if word in _WITH_VALUE:
            next(words, None)
    return ""


def _said(arguments: Sequence[str], option: str) -> str:
    """What stands behind the last such option on the line; empty where nothing does."""
    said = ""
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == option:
            said = value or next(iter(arguments[position + 1 :]), "")
    return said


def common_options(words: Words) -> list[click.Parameter]:
    """The options that belong to every command."""
    folder = click.Path(path_type=Path, file_okay=False)
    file = click.Path(path_type=Path, dir_okay=False)
    return [
        _kept("--content", "content", folder, words.gettext("Folder of the content pack.")),
        _kept("--data", "data", folder, words.gettext("Folder of the record.")),
        _kept("--settings", "settings_file", file, words.gettext("Settings file of this machine.")),
        _kept(
            _LANGUAGE_OPTION,
            "language",
            click.Choice(_LANGUAGES),
            words.gettext("Language of messages and staff pages."),
        ),
        _kept(
            "--passphrase-file",
            "passphrase_file",
            file,
            words.gettext("File whose first line is the passphrase of the record."),
        ),
        _kept(
            "--passphrase-fd",
            "passphrase_fd",
            click.IntRange(min=0),
            words.gettext("Open file descriptor that gives the passphrase of the record."),
        ),
    ]


def _kept(name: str, attribute: str, kind: click.types.ParamType[Any], text: str) -> click.Option:
    def keep(context: click.Context, _: click.Parameter, value: Path | str | int | None) -> None:
        if value is not None:
            said = Language(value) if isinstance(value, str) else value
            setattr(context.find_object(Invocation), attribute, said)

    metavar = "N" if isinstance(kind, click.IntRange) else None
    return click.Option(
        [name], type=kind, metavar=metavar, expose_value=False, callback=keep, help=text
    )


class _Command(click.Command):
    """Tells of an option without its value, which would take the next option for one."""

    def __init__(self, words: Words, name: str, **settings: Any) -> None:
        super().__init__(name, **settings)
        self._words = words

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises:
            BadOptionUsage: An option is followed by another one where its value belongs.
        """
        options = [each for each in self.params if isinstance(each, click.Option)]
        names = {name for each in options for name in each.opts}
        valued = {
            name for each in options if not (each.is_flag or each.count) for name in each.opts
        }
        for said, following in pairwise(takewhile(lambda each: each != "--", args)):
            if said in valued and following in names:
                text = self._words.gettext("{option} needs a value behind it.")
                raise click.BadOptionUsage(said, text.format(option=said), ctx)
        return super().parse_args(ctx, args)


def command(
    words: Words,
    name: str,
    text: str,
    callback: Callable[..., object],
    params: Sequence[click.Parameter] = (),
) -> click.Command:
    """A command whose callback gets the ``Invocation`` first, then its own parameters."""
    return _Command(
        words,
        name,
        callback=click.pass_obj(callback),
        params=[*params, *common_options(words)],
        help=text,
        short_help=text,
        options_metavar=words.gettext("[OPTIONS]"),
    )


def group(words: Words, name: str, text: str, commands: Sequence[click.Command]) -> click.Group:
    """Several commands under one name."""
    return click.Group(
        name,
        commands,
        params=common_options(words),
        help=text,
        options_metavar=words.gettext("[OPTIONS]"),
        subcommand_metavar=words.gettext("COMMAND [ARGUMENTS]..."),
    )

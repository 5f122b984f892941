"""Reads the texts of the easy-read edition, which a pack may leave out as a whole."""

from pathlib import PurePosixPath

from kiosk.content.files import PackFiles
from kiosk.content.localized import REQUIRED
from kiosk.content.problems import Place, ProblemLog
from kiosk.content.prose import EASY, compare_prose, parts_of
from kiosk.domain.language import Language
from kiosk.domain.municipality import EasyKey, Prose

EasyTexts = dict[tuple[EasyKey, Language], Prose]


def easy_file(key: EasyKey, language: Language) -> str:
    """Where a text stands in the pack."""
    return f"prose/{language.value}/{EASY}/{key.value}.md"


def read_easy(files: PackFiles, log: ProblemLog) -> EasyTexts:
    """All texts of the edition that are there; those that are missing are noted."""
    texts = {
        (key, language): parts_of(files.texts[name], Place(log, name))
        for language in REQUIRED
        for key in EasyKey
        if (name := easy_file(key, language)) in files.texts
    }
    _warn_of_strangers(files, log)
    if any(name.startswith("prose/") for name in files.texts):
        _warn_of_missing(texts, log)
    for key in EasyKey:
        nb, nn = (texts.get((key, language), ()) for language in REQUIRED)
        compare_prose(nb, nn, Place(log, easy_file(key, Language.NYNORSK)))
    return texts


def _warn_of_missing(texts: EasyTexts, log: ProblemLog) -> None:
    """One note where there are none, so that nobody reads eight who wants no such edition."""
    names = {easy_file(key, each): (key, each) for each in REQUIRED for key in EasyKey}
    if not texts:
        Place(log, "prose").warn("no_easy_texts", files=", ".join(names))
        return
    for name, text in names.items():
        if text not in texts:
            Place(log, name).warn("easy_text_missing")


def _warn_of_strangers(files: PackFiles, log: ProblemLog) -> None:
    known = {easy_file(key, language) for key in EasyKey for language in REQUIRED}
    for name in files.texts:
        path = PurePosixPath(name)
        if path.parts[0] == "prose" and path.parts[2] == EASY and name not in known:
            Place(log, name).warn("file_not_read")

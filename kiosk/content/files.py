"""Reads the files of a pack: only known ones, only inside the folder, only UTF-8."""

import tomllib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from msgspec import Struct

from kiosk.content.problems import Place, ProblemLog
from kiosk.content.toml_faults import explain_toml

RULES_FILE = "rules.toml"
REQUIRED_FILES = ("municipality.toml", "zones.toml", "services.toml", RULES_FILE)
OPTIONAL_FILES = ("retention.toml", "reasons.toml")
IGNORED_FILES = ("cases.csv", "README.md", "Thumbs.db", "desktop.ini")
FINGERPRINT_LENGTH = 12


class PackFiles(Struct, frozen=True):
    """The text of every file that belongs to a pack.

    Attributes:
        texts: By path inside the pack, in the order of the paths; a file whose text cannot be
            read is None.
        fingerprint: Changes with any byte or name of those files.
    """

    texts: dict[str, str | None]
    fingerprint: str

    def table(self, name: str, log: ProblemLog) -> dict[str, object] | None:
        """A TOML file as read; None when there is none or it is broken, which is logged."""
        text = self.texts.get(name)
        if text is None:
            return None
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            code, values = explain_toml(error, text)
            Place(log, name).fault(code, **values)
            return None

    def providers(self) -> tuple[str, ...]:
        """Paths of the provider files."""
        return tuple(name for name in self.texts if name.startswith("providers/"))


def read_files(
    folder: Path, log: ProblemLog, instead: Mapping[str, Path] = MappingProxyType({})
) -> PackFiles | None:
    """Read everything that belongs to the pack, and log what is wrong with the files.

    Args:
        folder: Of the pack.
        log: Gets the faults.
        instead: Files to read in place of those of the folder, by name.

    Returns:
        None when there is no such folder, or nothing in it is a pack's.
    """
    if not folder.is_dir():
        Place(log, str(folder)).fault("not_a_folder" if folder.exists() else "no_such_folder")
        return None
    names = _names(folder)
    if not any(name in REQUIRED_FILES for name in names):
        files = ", ".join(REQUIRED_FILES)
        Place(log, str(folder)).fault("no_pack_here", files=files)
        return None
    contents = {name: _bytes(folder, name, log) for name in sorted(names) if _belongs(name, log)}
    for name, path in instead.items():
        contents[name] = _bytes(path.parent, path.name, log)
    for name in REQUIRED_FILES:
        if name not in contents:
            Place(log, name).fault("file_missing")
    if not any(name.startswith("providers/") for name in contents):
        Place(log, "providers").fault("no_providers")
    texts = {name: _text(name, data, log) for name, data in contents.items()}
    return PackFiles(texts, _fingerprint(contents))


def _names(folder: Path) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if not path.is_dir() and not any(part.startswith(".") for part in _parts(folder, path))
    ]


def _parts(folder: Path, path: Path) -> tuple[str, ...]:
    return path.relative_to(folder).parts


def _belongs(name: str, log: ProblemLog) -> bool:
    path = PurePosixPath(name)
    match path.parts:
        case (_,) if name in REQUIRED_FILES or name in OPTIONAL_FILES:
            return True
        case ("providers", _) if path.suffix == ".toml":
            return True
        case ("prose", _, _) | ("prose", _, "easy", _) if path.suffix == ".md":
            return True
    if path.name not in IGNORED_FILES:
        Place(log, name).warn("file_not_read")
    return False


def _bytes(folder: Path, name: str, log: ProblemLog) -> bytes | None:
    path = folder / name
    try:
        is_inside = path.resolve(strict=True).is_relative_to(folder.resolve(strict=True))
        if not is_inside:
            Place(log, name).fault("outside_the_pack")
            return None
        return path.read_bytes()
    except (OSError, RuntimeError):  # RuntimeError: links in a circle, Python < 3.13
        Place(log, name).fault("unreadable")
        return None


def _text(name: str, data: bytes | None, log: ProblemLog) -> str | None:
    if data is None:
        return None
    try:
        # Notepad writes a byte order mark that TOML does not allow
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        Place(log, name).fault("not_utf8", line=line)
        return None


def _fingerprint(contents: dict[str, bytes | None]) -> str:
    digest = sha256()
    for name, data in contents.items():
        content = data or b""
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:FINGERPRINT_LENGTH]

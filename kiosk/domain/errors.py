"""The few kinds of failure that the program tells people about."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum


class KioskError(Exception):
    """Root of every expected failure; its text never holds personal data."""


class Thing(Enum):
    """Kinds of things that can be missing."""

    BATCH = "batch"
    CASE = "case"
    EXIT = "exit"
    PRINTER = "printer"
    PROVIDER = "provider"
    RECEIPT = "receipt"
    RULE = "rule"
    RUN = "run"
    SERVICE = "service"
    STAFF = "staff"
    ZONE = "zone"


class NotFoundError(KioskError):
    """What was asked for does not exist.

    Attributes:
        thing: Kind of thing; never its value, which may be personal.
    """

    def __init__(self, thing: Thing) -> None:
        super().__init__(f"{thing.value} not found")
        self.thing = thing


@dataclass(frozen=True, slots=True)
class ContentProblem:
    """One fault in a content pack, as a code that the catalogues put into words.

    Attributes:
        file: Path inside the pack, with forward slashes; the folder itself where it is no pack.
        field: Dotted path of the field; empty when the whole file is at fault.
        code: Stable identifier, for example ``missing``.
        values: Values for the sentence.
        is_warning: Worth a look; the pack opens all the same.
        is_unfit: Has to be changed before people see the pack, which opens all the same
            (neutrality N28): words that a later version knows must not close an office.
    """

    file: str
    field: str
    code: str
    values: dict[str, str]
    is_warning: bool = False
    is_unfit: bool = False

    @property
    def is_fault(self) -> bool:
        """Whether the pack cannot be opened with it."""
        return not (self.is_warning or self.is_unfit)


class ContentError(KioskError):
    """A content pack is not fit for use.

    Attributes:
        problems: Every fault found, warnings too, file order; at least one is a fault.
    """

    def __init__(self, problems: Sequence[ContentProblem]) -> None:
        super().__init__(f"{len(problems)} problems in the content pack")
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason why something is not accepted, as a code that the catalogues put into words.

    Attributes:
        code: Stable identifier, for example ``decider.power_not_seen``.
        values: Values for the sentence; never personal data.
    """

    code: str
    values: dict[str, str] = field(default_factory=dict)


class RefusedError(KioskError):
    """A rule of law or of the municipality does not allow what was asked for.

    Attributes:
        refusals: At least one.
    """

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__(", ".join(refusal.code for refusal in refusals))
        self.refusals = tuple(refusals)


class StorageFault(Enum):
    """Why the record could not be used; values are stable keys of the catalogues.

    ``CLOSED`` asks for the program to be started again, ``ID_REUSED`` is a fault of the program.
    ``UNSOUND`` is damage to a record that can still be read.
    ``UNSURE``: the disk failed while it stored; the next opening shows whether it did.
    ``SLOTS_UNSURE``: new ways to open it are in place, but perhaps not after a power cut.
    ``FOREIGN_ESCROW``: the escrow key beside it is none that was made with it.
    ``HALF`` lacks a file that belongs to it; ``KEYS_OF_ANOTHER`` has the keys of another store.
    ``FOREIGN_JOURNAL``: one beside a file belongs to another, or to an earlier day of it.
    ``HALF_RESTORED`` was cut off before everything was read: it can be restored anew.
    ``BEING_READ``: somebody checks it, so what was disposed of before is still in its journal.
    """

    DISK_FULL = "storage.disk_full"
    READ_ONLY = "storage.read_only"
    DAMAGED = "storage.damaged"
    UNSOUND = "storage.unsound"
    NEWER_VERSION = "storage.newer_version"
    BUSY = "storage.busy"
    CLOSED = "storage.closed"
    ID_REUSED = "storage.id_reused"
    UNSURE = "storage.unsure"
    FAILED = "storage.failed"
    NOT_SET_UP = "storage.not_set_up"
    ALREADY_SET_UP = "storage.already_set_up"
    TRIAL_ONLY = "storage.trial_only"
    OLDER_TRIAL = "storage.older_trial"
    LOCKED = "storage.locked"
    SLOTS_UNSURE = "storage.slots_unsure"
    FOREIGN_ESCROW = "storage.foreign_escrow"
    WRONG_KEY = "storage.wrong_key"
    HALF = "storage.half"
    FOREIGN_JOURNAL = "storage.foreign_journal"
    HALF_RESTORED = "storage.half_restored"
    BEING_READ = "storage.being_read"
    KEYS_OF_ANOTHER = "storage.keys_of_another"
    KEYS_OLDER = "storage.keys_older"
    WRONG_ESCROW = "storage.wrong_escrow"
    NO_KEYRING = "storage.no_keyring"
    KEYRING_LOST = "storage.keyring_lost"
    NETWORK_FOLDER = "storage.network_folder"
    REMOVABLE_FOLDER = "storage.removable_folder"
    SYNCED_FOLDER = "storage.synced_folder"
    BOUND_ELSEWHERE = "storage.bound_elsewhere"


class StorageError(KioskError):
    """The record could not be read or written; nothing of the attempt was stored.

    Only after ``UNSURE`` all of it may be stored.

    Attributes:
        fault: The reason.
    """

    def __init__(self, fault: StorageFault = StorageFault.FAILED) -> None:
        super().__init__(fault.value)
        self.fault = fault

    @property
    def code(self) -> str:
        """The reason as the catalogues know it."""
        return self.fault.value


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the store.

    Attributes:
        process: Number of the process on its machine.
        user: Name of the one who is signed in to the system there.
        host: Name of the machine.
        since: When it was opened; with its time zone.
    """

    process: int
    user: str
    host: str
    since: datetime


class StoreBusyError(StorageError):
    """Another process holds the store.

    Attributes:
        holder: Which one; None where it did not tell.
    """

    def __init__(self, holder: Holder | None = None) -> None:
        super().__init__(StorageFault.BUSY)
        self.holder = holder


class BoundElsewhereError(StorageError):
    """The record belongs to another municipality than the content pack; nothing was stored.

    Attributes:
        name: Of the municipality that it belongs to.
        is_example: That one is invented.
    """

    def __init__(self, name: str, *, is_example: bool) -> None:
        super().__init__(StorageFault.BOUND_ELSEWHERE)
        self.name = name
        self.is_example = is_example


class PrintError(KioskError):
    """A document could not be handed to the printer or written to the file.

    Attributes:
        code: Stable identifier that the catalogues put into words, for example
            ``printing.no_printer``.
        folder: The folder that takes nothing; empty where none is to blame.
    """

    def __init__(self, code: str, folder: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.folder = folder


class FontFileError(PrintError):
    """A file of the papers' typeface is missing or damaged, so that nothing can be printed.

    Attributes:
        file: Its name, without the folder.
    """

    def __init__(self, file: str) -> None:
        super().__init__("printing.no_font")
        self.file = file


class DoesNotFitError(KioskError):
    """A text is longer than the room that every provider gets.

    Attributes:
        owner: Name of the provider or document that the text belongs to.
        field: Name of the field.
        lines_over: How many lines too many; at least one.
        characters_over: How many characters a text of one line is too long; 0 where lines count.
        word: The word that is wider than its room, where one is; may be a person's, and is never
            logged.
    """

    def __init__(
        self,
        owner: str,
        field: str,
        lines_over: int,
        *,
        characters_over: int = 0,
        word: str = "",
    ) -> None:
        super().__init__(f"{owner}: {field} is {lines_over} lines too long")
        self.owner = owner
        self.field = field
        self.lines_over = lines_over
        self.characters_over = characters_over
        self.word = word


class MissingGlyphError(KioskError):
    """The document font lacks a character.

    Attributes:
        character: The one character.
        field: Where it stands.
    """

    def __init__(self, character: str, field: str) -> None:
        super().__init__(f"{field}: the font lacks U+{ord(character):04X}")
        self.character = character
        self.field = field


class CaseListError(KioskError):
    """A case list cannot be read at all.

    Attributes:
        refusal: What is wrong with the file, as a code with values.
    """

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal

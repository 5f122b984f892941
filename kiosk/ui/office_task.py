"""What is done about many cases at once, who may do it, and the words for it."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.errors import Refusal
from kiosk.domain.staff import StaffRight


class OfficeTask(Enum):
    """Each has a page of its own; the order is that of the page that lists them."""

    ALLOCATE = "allocate"
    MAIL_OUT = "mail_out"
    READ_SLIPS = "read_slips"
    RETURN_LETTERS = "return_letters"
    OFFER_PLACES = "offer_places"
    EXITS = "exits"
    TRY_RULES = "try_rules"
    DELIVER = "deliver"
    BACK_UP = "back_up"
    DISPOSE = "dispose"
    STATE_TIES = "state_ties"
    MEASURE_SCREEN = "measure_screen"


class TaskGroup(Enum):
    """Tasks that stand together."""

    CHOICE = "choice"
    KEEPING = "keeping"
    MACHINE = "machine"


GROUPS: Mapping[TaskGroup, tuple[OfficeTask, ...]] = MappingProxyType(
    {
        TaskGroup.CHOICE: (
            OfficeTask.ALLOCATE,
            OfficeTask.MAIL_OUT,
            OfficeTask.READ_SLIPS,
            OfficeTask.RETURN_LETTERS,
            OfficeTask.OFFER_PLACES,
            OfficeTask.EXITS,
            OfficeTask.TRY_RULES,
            OfficeTask.STATE_TIES,
        ),
        TaskGroup.KEEPING: (OfficeTask.DELIVER, OfficeTask.BACK_UP, OfficeTask.DISPOSE),
        TaskGroup.MACHINE: (OfficeTask.MEASURE_SCREEN,),
    }
)

_RIGHTS = {
    OfficeTask.ALLOCATE: StaffRight.ALLOCATE,
    OfficeTask.MAIL_OUT: StaffRight.MAIL_OUT,
    OfficeTask.READ_SLIPS: StaffRight.ENTER_ANSWER,
    OfficeTask.RETURN_LETTERS: StaffRight.NOTE_FOR_RULE,
    OfficeTask.OFFER_PLACES: StaffRight.OFFER_PLACE,
    OfficeTask.EXITS: StaffRight.ANNOUNCE_EXIT,
    OfficeTask.TRY_RULES: StaffRight.TRY_RULES,
    OfficeTask.DELIVER: StaffRight.DELIVER,
    OfficeTask.BACK_UP: StaffRight.BACK_UP,
    OfficeTask.DISPOSE: StaffRight.DISPOSE,
    # Whoever hands the screen over states them, and everybody may.
    OfficeTask.STATE_TIES: StaffRight.HAND_OVER,
    OfficeTask.MEASURE_SCREEN: StaffRight.SET_UP_MACHINE,
}


def objections(task: OfficeTask, program: Program, actor: str) -> list[Refusal]:
    """Why somebody may not do it; empty for those who may."""
    return rights_objections(program.record, actor, _RIGHTS[task])


def is_offered(task: OfficeTask, program: Program, actor: str) -> bool:
    """Whether somebody may do it, and there can be something to do.

    A trial record is never backed up, lists on which nobody waits are not worth a look, and not every
    municipality asks for ties.
    """
    if objections(task, program, actor):
        return False
    if task is OfficeTask.BACK_UP:
        return program.back_up is not None
    if task is OfficeTask.STATE_TIES:
        return program.municipality.interests_months > 0
    return task is not OfficeTask.OFFER_PLACES or bool(program.record.waiting())


def group_name(group: TaskGroup, words: Words) -> str:
    """The heading of tasks that stand together."""
    if group is TaskGroup.CHOICE:
        return words.gettext("Choice and allocation")
    if group is TaskGroup.MACHINE:
        return words.gettext("This machine")
    return words.gettext("Storing and delivery")


def task_name(task: OfficeTask, words: Words) -> str:
    """What the task is called, here and as the title of its page."""
    names = {
        OfficeTask.ALLOCATE: words.pgettext("of those who did not choose", "Allocation"),
        OfficeTask.MAIL_OUT: words.pgettext("heading", "Mail-out"),
        OfficeTask.READ_SLIPS: words.gettext("Read reply slips"),
        OfficeTask.RETURN_LETTERS: words.gettext("Returned letters"),
        OfficeTask.OFFER_PLACES: words.gettext("Waiting lists"),
        OfficeTask.EXITS: words.pgettext("title", "Provider stops"),
        OfficeTask.TRY_RULES: words.gettext("Try a rule"),
        OfficeTask.DELIVER: words.gettext("Deliver to the case system"),
        OfficeTask.BACK_UP: words.gettext("Backup"),
        OfficeTask.DISPOSE: words.gettext("Disposal"),
        OfficeTask.STATE_TIES: words.gettext("Ties to providers"),
        OfficeTask.MEASURE_SCREEN: words.gettext("Measure the screen"),
    }
    return names[task]


def task_text(task: OfficeTask, words: Words) -> str:
    """One sentence about what is done there."""
    texts = {
        OfficeTask.ALLOCATE: words.gettext("See who has not answered, and apply the rule."),
        OfficeTask.MAIL_OUT: words.gettext(
            "Make letters for many, and enter that they are posted."
        ),
        OfficeTask.READ_SLIPS: words.gettext("Scan one slip after another, and enter the answers."),
        OfficeTask.RETURN_LETTERS: words.gettext(
            "Scan letters that came back, and enter them together."
        ),
        OfficeTask.OFFER_PLACES: words.gettext("Offer free places to those who wait."),
        OfficeTask.EXITS: words.gettext("Announce it, print letters, and see who has answered."),
        OfficeTask.TRY_RULES: words.gettext("See what a rule would give before it is decided on."),
        OfficeTask.DELIVER: words.gettext(
            "Put notes, receipts and lists into a folder for the case system."
        ),
        OfficeTask.BACK_UP: words.gettext("Copy the record and its keys to other places."),
        OfficeTask.DISPOSE: words.gettext("Delete cases that need not be kept any longer."),
        OfficeTask.STATE_TIES: words.gettext(
            "State whether you have ties to any of the providers."
        ),
        OfficeTask.MEASURE_SCREEN: words.gettext(
            "Make text and buttons as large as they should be on this screen."
        ),
    }
    return texts[task]

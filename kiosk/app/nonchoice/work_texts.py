"""What is to be done about those who have not chosen, in words for staff."""

from collections.abc import Iterable
from datetime import date

from kiosk.app.nonchoice.due_nonchoosers import Due, Task
from kiosk.app.nonchoice.event_texts import letter_name
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.nonchoice.silence import Letter, LetterKind

TASKS = (
    Task.POST_LETTER,
    Task.POST_REMINDER,
    Task.FIND_ADDRESS,
    Task.ASK_AGAIN,
    Task.POST_ANEW,
    Task.CLEAR_UP,
    Task.APPLY_RULE,
)
"""In the order in which they are shown."""


def task_heading(task: Task, words: Words) -> str:
    """What is to be done, as a heading over those it is to be done for."""
    return {
        Task.POST_LETTER: words.gettext("A letter is to be posted"),
        Task.POST_REMINDER: words.gettext("The reminder is to be posted"),
        Task.FIND_ADDRESS: words.gettext("A letter came back: find the address"),
        Task.ASK_AGAIN: words.gettext("Ask again, as agreed or announced"),
        Task.POST_ANEW: words.gettext("Post a new letter: the rule is another one now"),
        Task.CLEAR_UP: words.gettext("Ask what the reply slip means"),
        Task.APPLY_RULE: words.gettext("Ready for the rule"),
    }[task]


def task_text(due: Due, words: Words) -> str:
    """What is to be done about one service, inside a sentence."""
    agreed = words.gettext("ask again, the agreed day was {date}")
    announced = words.gettext("ask again, as the rule says, from {date}")
    choice = words.gettext("the letter about the choice is to be posted")
    exit_ = words.gettext("the letter about the provider that stops is to be posted")
    text = {
        Task.POST_LETTER: exit_ if due.letter is LetterKind.EXIT else choice,
        Task.POST_REMINDER: words.gettext("a reminder is to be posted, the deadline was {date}"),
        Task.FIND_ADDRESS: words.gettext("a letter came back, find the address"),
        Task.ASK_AGAIN: announced if due.is_announced else agreed,
        Task.POST_ANEW: words.gettext(
            "the letter told of another rule than the one that holds now, post a new letter"
        ),
        Task.CLEAR_UP: words.gettext("the slip that came on {date} is unclear, ask the person"),
        Task.APPLY_RULE: words.gettext("ready for the rule since {date}"),
    }[due.task]
    return text.format(date=words.full_date(due.since))


def letter_texts(letters: Iterable[Letter], words: Words) -> tuple[str, ...]:
    """What happened to each letter, oldest first; may be empty."""
    posted = words.gettext("{letter}: posted on {date}.")
    back = words.gettext("It came back on {date}.")
    return tuple(
        sentences(
            posted.format(
                letter=letter_name(each.kind, words), date=words.full_date(each.posted_on)
            ),
            "" if each.returned_on is None else back.format(date=words.full_date(each.returned_on)),
        )
        for each in letters
    )


def asked_texts(asked: Iterable[date], words: Words) -> tuple[str, ...]:
    """On which days the office asked again, in the order of the notes; may be empty."""
    text = words.gettext("Asked again on {date}.")
    return tuple(text.format(date=words.full_date(day)) for day in asked)

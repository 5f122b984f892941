"""A whole visit by role and name, in any language; yields every page and every turn of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface

from kiosk.app.ports.words import Words
from kiosk.devtools.accessible import INTERACTIVE, NotOnPageError, name_of, press
from kiosk.domain.document.service_section import OptionKey, ServiceSection
from kiosk.domain.event import Medium
from kiosk.domain.language import Language
from kiosk.ui.item_tree import shown_below
from kiosk.ui.turner import Turner
from tests.stage import OFFICER, SOLVEIG, Stage

Role = QAccessible.Role
Hand = Callable[[QAccessibleInterface], None]


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and which of its turns, from 1."""

    page: str
    turn: int = 1

    def __str__(self) -> str:
        return self.page if self.turn == 1 else f"{self.page} ({self.turn})"


class Visitor:
    """Somebody who reads and uses the pages; knows words, and of the inside only which turn is shown.

    Args:
        hand: How a control is used; by default the way a screen reader does it.

    Attributes:
        presses: How many controls were used so far.
    """

    def __init__(self, stage: Stage, language: Language, hand: Hand = press) -> None:
        self.stage = stage
        self.words: Words = stage.program.words_for(language)
        self.presses = 0
        self._hand = hand
        self._turn = 1
        self._turn_of_cards = 1

    def say(self, message: str, context: str = "") -> str:
        """A text of the catalogue in the visitor's language."""
        words = self.words
        return words.pgettext(context, message) if context else words.gettext(message)

    def sections(self) -> tuple[ServiceSection, ...]:
        """What is presented for each service, in words."""
        return self.stage.program.present.sections(SOLVEIG, self.words, Medium.SCREEN, OFFICER)

    def has(self, name: str) -> bool:
        """Whether a control of this name can be used now."""
        return self.stage.reader.has(name, *INTERACTIVE)

    def starting(self, start: str) -> QAccessibleInterface | None:
        """The first control whose name begins so."""
        for node in self.stage.reader.nodes():
            if node.role() in INTERACTIVE and name_of(node).startswith(start):
                return node
        return None

    def press(self, name: str) -> None:
        """Use a control by its whole name."""
        self._use(self.stage.reader.find(name, *INTERACTIVE))

    def press_starting(self, start: str) -> None:
        """Use a control by the beginning of its name, on whichever turn it stands."""
        self.bring(start)
        node = self.starting(start)
        if node is None:
            raise NotOnPageError(start)
        self._use(node)

    def bring(self, start: str) -> None:
        """Turn until a control whose name begins so is on the screen."""
        if self.starting(start) is None:
            self.to_first_turn()
        while self.starting(start) is None and self.has(self.say("Show more")):
            self.press(self.say("Show more"))
            self._turn += 1

    def here(self, page: str) -> Place:
        """The page as it is, without turning."""
        return Place(page, self._turn)

    def turns(self, page: str) -> Iterator[Place]:
        """The page as it is, then after each "show more"."""
        self._turn = 1
        yield Place(page)
        while self.has(self.say("Show more")):
            self.press(self.say("Show more"))
            self._turn += 1
            yield Place(page, self._turn)

    def forward(self) -> None:
        """On to the next page."""
        self.press(self.say("Continue", "forward"))
        self._turn = 1

    def all_answers(self) -> None:
        """Back from an answer to all of them; the button is short where the text is largest."""
        short = self.say("All", "answers")
        self.press(short if self.has(short) else self.say("All answers"))
        self._turn = self._turn_of_cards

    @property
    def may_sign(self) -> bool:
        """Whether a signature is asked for before storing."""
        return self.stage.program.municipality.asks_signature

    def store(self) -> None:
        """From the review to the stored page, without a signature."""
        if self.may_sign:
            self.forward()
            self.press(self._named("Store without", "signature", "Store without signature"))
        else:
            self.press(self._named("Store", "short", "Store my answers"))

    def open_card(self, name: str) -> None:
        """Read about one answer."""
        self.press_starting(f"{name}. ")
        self._turn_of_cards = self._turn
        self._turn = 1

    def role(self, name: str) -> None:
        """Say who decides; what was above may go, and the same card then stands on an earlier turn."""
        self.press_starting(f"{self.say(name)}. ")
        self._turn = self.shown_turn

    @property
    def shown_turn(self) -> int:
        """Which turn is on the screen, from 1."""
        items = shown_below(self.stage.open.window.contentItem())
        return next(item.turn for item in items if isinstance(item, Turner)) + 1

    def _named(self, short: str, context: str, full: str) -> str:
        """The name of a button that is short where the text is large."""
        brief = self.say(short, context)
        return brief if self.has(brief) else self.say(full)

    def to_first_turn(self) -> None:
        """To where the page begins, if it is not shown."""
        top, back = self.say("To the top"), self.say("Back", "backward")
        if self.has(top):
            self.press(top)
            self._turn = 1
        while self._turn > 1:
            self.press(back)
            self._turn -= 1

    def _use(self, node: QAccessibleInterface) -> None:
        self.presses += 1
        self._hand(node)
        self.stage.reader.settle()


def read_on(visitor: Visitor) -> Iterator[Place]:
    """Welcome, what it is, what happens without a choice."""
    for page in ("welcome", "what", "nonchoice"):
        yield from visitor.turns(page)
        visitor.forward()


def answer_first(visitor: Visitor) -> Iterator[Place]:
    """All cards of the first service, one page of every kind of answer; the provider is picked."""
    section = visitor.sections()[0]
    titles = {option.key: option.title for option in section.options}
    yield from visitor.turns("overview")
    for option in (OptionKey.KEEP, OptionKey.DOES_NOT_WISH):
        visitor.open_card(titles[option])
        yield from visitor.turns(f"answer {option.value}")
        visitor.all_answers()
    yield from think_it_over(visitor, titles[OptionKey.THINK])
    visitor.open_card(section.providers[0].name)
    yield from visitor.turns("answer provider")
    visitor.press(visitor.say("This is my answer"))
    yield visitor.here("answer picked")
    visitor.all_answers()
    yield from visitor.turns("overview answered")
    visitor.forward()


def think_it_over(visitor: Visitor, title: str) -> Iterator[Place]:
    """The page that asks for a date, without one, with one."""
    visitor.open_card(title)
    yield from visitor.turns("answer think")
    visitor.press(visitor.say("This is my answer"))
    yield from visitor.turns("answer think refused")
    visitor.press_starting(visitor.say("When shall we ask again?"))
    visitor.press(visitor.say("This is my answer"))
    yield visitor.here("answer think picked")
    visitor.press(visitor.say("Your answer"))
    visitor.all_answers()


def leave_second_open(visitor: Visitor) -> Iterator[Place]:
    """The cards of a service that stays without an answer."""
    yield from visitor.turns("overview second")
    visitor.forward()


def tell_who_decides(visitor: Visitor) -> Iterator[Place]:
    """Nobody, a guardian without a basis, and in the end the person."""
    yield from visitor.turns("who")
    visitor.forward()
    yield from visitor.turns("who refused")
    visitor.role("A guardian decides")
    visitor.to_first_turn()
    yield from visitor.turns("who picked")
    visitor.forward()
    yield from visitor.turns("basis")
    visitor.forward()
    yield from visitor.turns("basis refused")
    visitor.bring(visitor.say("Name of the one who decides"))
    visitor.press(visitor.say("Back", "backward"))
    visitor.role("I decide myself")
    list(visitor.turns("who"))
    visitor.forward()


def look_over_and_store(visitor: Visitor) -> Iterator[Place]:
    """Review, signature where one is asked for, and what is shown when the record holds it."""
    yield from visitor.turns("review")
    if visitor.may_sign:
        visitor.forward()
        yield from visitor.turns("signature")
        visitor.press(visitor.say("Back", "backward"))
        list(visitor.turns("review"))
    visitor.store()
    yield from visitor.turns("stored")


def print_and_give_back(visitor: Visitor) -> Iterator[Place]:
    """The page that asks where the receipt goes, and the one between the two sides."""
    visitor.press(visitor.say("Print receipt"))
    yield from visitor.turns("receipt print")
    visitor.press(visitor.say("Back", "backward"))
    visitor.press_starting(visitor.say("Give the screen back"))
    yield from visitor.turns("give back")


def whole_visit(visitor: Visitor) -> Iterator[Place]:
    """Every citizen page, in the order of a visit."""
    yield from read_on(visitor)
    yield from answer_first(visitor)
    yield from leave_second_open(visitor)
    yield from tell_who_decides(visitor)
    yield from look_over_and_store(visitor)
    yield from print_and_give_back(visitor)

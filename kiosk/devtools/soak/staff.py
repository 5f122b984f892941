"""A staff member who comes to the machine now and then, and hands it over or forgets it."""

from datetime import timedelta
from random import Random

from PySide6.QtCore import Qt

from kiosk.devtools.accessible import Role
from kiosk.devtools.soak.machine import SoakedMachine
from kiosk.devtools.soak.page import PageHand
from kiosk.devtools.soak.person import Person, StuckError
from kiosk.domain.language import Language
from kiosk.domain.staff import IDLE_BEFORE_LOCK
from kiosk.ui.shell import LANGUAGE_NAMES, Page

_IDLE_S = 60.0
_MOST_LOOKS = 100
# Minutes after which a screen that was cleaned is the strangers' again.
_CLEANED = 3
_LOCKED_MS = IDLE_BEFORE_LOCK / timedelta(milliseconds=1)


class Staff:
    """Signs in with a code and does one of a few things."""

    def __init__(
        self, machine: SoakedMachine, hand: PageHand, person: Person, chance: Random
    ) -> None:
        self._machine = machine
        self._hand = hand
        self._person = person
        self._chance = chance
        self._words = machine.program.words_for(Language.BOKMAL)

    @property
    def _page(self) -> Page:
        return self._machine.window.shell.current

    def come(self) -> None:
        """From the attract page and back to it."""
        if self._chance.randrange(4) == 0:
            self.care_at_once()
            return
        self._press(self._words.pgettext("button", "For staff"))
        match self._chance.randrange(4):
            case 0:
                # Called away before signing in.
                self._person.go_away()
            case 1:
                self._sign_in()
                self._wait_for_lock()
            case _:
                self._sign_in()
                self._hand_over()
                self._be_visited()

    def sign_in_at_once(self) -> None:
        """From the attract page to the cases."""
        self._press(self._words.pgettext("button", "For staff"))
        self._sign_in()

    def hand_over_at_once(self) -> None:
        """From the attract page to the first page of a visit."""
        self.sign_in_at_once()
        self._hand_over()

    def be_visited_at_once(self) -> None:
        """Hand over, and wait until whoever got the screen is gone."""
        self.hand_over_at_once()
        self._be_visited()

    def care_at_once(self) -> None:
        """Test the machine by hand, then clean its screen, and leave."""
        words = self._words
        self._machine.maintenance.corners.drawn.emit()
        self._hand.settle()
        self._sign_in(Page.MAINTENANCE)
        self._press(words.gettext("Test the machine"))
        self._require(Page.SELF_TEST)
        self._press(words.gettext("This machine"))
        self._press(words.gettext("Clean the screen"))
        self._require(Page.CLEANING)
        for _ in range(_CLEANED):
            self._machine.clock.pass_s(_IDLE_S)
            self._machine.maintenance.look()
        self._hand.settle()
        self._require(Page.ATTRACT)

    def _be_visited(self) -> None:
        if self._chance.random() < 1 / 2:
            self._person.look_around()
        self._person.go_away()

    def _sign_in(self, comes: Page = Page.CASES) -> None:
        case = self._machine.case
        for code in ("000000", case.code) if self._chance.randrange(4) == 0 else (case.code,):
            self._pick(case.staff)
            self._write_code(code)
            self._press(self._words.gettext("Sign in"))
            self._machine.clock.pass_s(_IDLE_S)
        self._require(comes)

    def _write_code(self, code: str) -> None:
        """By the keys of the screen, or by those of a keyboard."""
        field = self._words.pgettext("of staff", "Code")
        if self._chance.randrange(2):
            self._write(field, code)
            return
        self._write(field, "")
        for digit in code:
            self._press(digit)

    def _hand_over(self) -> None:
        case = self._machine.case
        self._write(self._words.gettext("Search by name, case number or place"), case.reference)
        self._machine.clock.pass_s(1)
        self._hand.reader.press_containing(case.reference)
        give = self._words.gettext("Hand the screen to %1").replace("%1", case.given_name)
        self._press(give)
        self._pick(LANGUAGE_NAMES[self._chance.choice((Language.BOKMAL, Language.NYNORSK))])
        self._press(give)
        self._require(Page.WELCOME)

    def _wait_for_lock(self) -> None:
        """Forget the machine with the cases open."""
        since_ms = self._machine.clock.passed_ms
        for _ in range(_MOST_LOOKS):
            if self._page is Page.ATTRACT:
                return
            self._hand.wait(_IDLE_S)
            if self._machine.clock.passed_ms - since_ms > _LOCKED_MS:
                # The lock looks at its clock with any input.
                self._hand.key(Qt.Key.Key_Escape)
        raise StuckError(self._page.name)

    def _press(self, name: str) -> None:
        self._machine.clock.pass_s(1)
        self._hand.reader.press(name, Role.Button)
        self._hand.settle()

    def _pick(self, start: str) -> None:
        self._machine.clock.pass_s(1)
        self._hand.reader.press_starting(start, Role.RadioButton)

    def _write(self, name: str, text: str) -> None:
        self._hand.reader.write(name, text)

    def _require(self, page: Page) -> None:
        if self._page is not page:
            raise StuckError(self._page.name)

"""Somebody who has never seen the machine: taps, keys, thinks, goes away."""

from random import Random

from kiosk.devtools.soak.machine import SoakedMachine
from kiosk.devtools.soak.page import STEERING_KEYS, STRAY_KEYS, PageHand, goes_forward, leads_on
from kiosk.ui.shell import Page

_MOST_ACTS = 45
_LOOKS_S = 20.0
# The longest page may be read for less than this; then the warning comes.
_MOST_LOOKS = 200
# Enough for every page of the longest way at the largest text.
_MOST_STEPS = 150


class StuckError(AssertionError):
    """A page that nothing leads on from."""


class Person:
    """One after another stands before the machine.

    Args:
        hand: Whose touch the machine feels.
        chance: What they do.
    """

    def __init__(self, machine: SoakedMachine, hand: PageHand, chance: Random) -> None:
        self._machine = machine
        self._hand = hand
        self._chance = chance
        self.acts = 0

    @property
    def page(self) -> Page:
        """What is shown."""
        return self._machine.window.shell.current

    def come(self) -> None:
        """Begin with one of the buttons, beside them, or with a key."""
        hand, chance = self._hand, self._chance
        begins = [each for each in hand.controls() if leads_on(each)]
        match chance.randrange(5):
            case 0:
                hand.key(chance.choice((*STEERING_KEYS[2:], *STRAY_KEYS)))
            case 1:
                hand.tap_anywhere(chance)
            case _:
                pass
        if self.page is Page.ATTRACT:
            hand.tap(chance.choice(begins))
        if self.page in {Page.UNLOCK, Page.SIGN_IN}:
            # A tap anywhere was one on the button for staff.
            self.go_away()
            hand.tap(chance.choice([each for each in hand.controls() if leads_on(each)]))

    def look_around(self) -> None:
        """Do this and that; the session may end on the way."""
        for _ in range(self._chance.randrange(_MOST_ACTS)):
            if self.page is Page.ATTRACT:
                return
            self._do_something()

    def read_to_the_end(self) -> None:
        """Go on by what leads on, and pick something where nothing else helps.

        Raises:
            StuckError: The end was never reached.
        """
        for step in range(_MOST_STEPS):
            if self.page is Page.ATTRACT:
                return
            if self.page is Page.WARNING or step % 5 != 4:  # noqa: PLR2004
                self._go_on()
            else:
                self._hand.tap_one(self._chance)
            self.acts += 1
        raise StuckError(self.page.name)

    def go_away(self) -> None:
        """Leave the machine alone until nobody is expected any more.

        Raises:
            StuckError: It never asked whether somebody is there, or never ended.
        """
        for _ in range(_MOST_LOOKS):
            if self.page is Page.ATTRACT:
                return
            self._hand.wait(_LOOKS_S)
        raise StuckError(self.page.name)

    def _do_something(self) -> None:
        hand, chance = self._hand, self._chance
        self.acts += 1
        if not hand.controls():
            raise StuckError(self.page.name)
        match chance.choices(range(6), (70, 12, 6, 3, 5, 4))[0]:
            case 0:
                hand.tap_one(chance)
            case 1:
                hand.key(chance.choice(STEERING_KEYS))
            case 2:
                hand.tap_anywhere(chance)
            case 3:
                hand.key(chance.choice(STRAY_KEYS))
            case 4:
                hand.wait(chance.uniform(1, 100))
            case _:
                self._dream()

    def _dream(self) -> None:
        """Wait until the machine asks; then mostly say that one is there."""
        for _ in range(_MOST_LOOKS):
            if self.page in {Page.WARNING, Page.ATTRACT}:
                break
            self._hand.wait(_LOOKS_S)
        if self.page is Page.WARNING:
            self._hand.tap_one(self._chance)

    def _go_on(self) -> None:
        controls = self._hand.controls()
        leading = [each for each in controls if leads_on(each)]
        # Where nothing is filled, as among providers, half of them find the way on at once.
        plain = [each for each in controls if goes_forward(each)]
        if leading:
            self._hand.tap(leading[0])
        elif plain and self._chance.random() < 1 / 2:
            self._hand.tap(plain[0])
        else:
            self._hand.tap_one(self._chance)

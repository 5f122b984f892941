"""A stranger's whole session at a public machine; yields every page and every turn of it."""

from collections.abc import Iterator

from kiosk.app.ports.print_jobs import JobState, JobStatus
from kiosk.domain.language import Language
from kiosk.printing.memory import MemoryPrinter
from kiosk.theme.tokens import Contrast, TextSize
from kiosk.ui.turner import Turner
from tests.audit.walk import Place, Visitor
from tests.stage import PatientTaps, Stage

_GONE_S = 600
_MOST_SERVICES = 2
_BEGIN = {
    Language.BOKMAL: "Begynn på bokmål",
    Language.NYNORSK: "Byrja på nynorsk",
    Language.ENGLISH: "Start in English",
}


class Hours(PatientTaps):
    """A clock for taps that can be put forward, as when somebody walks away."""

    def pass_s(self, seconds: float) -> None:
        """Let time go by."""
        self.ms += seconds * 1000


class Stranger(Visitor):
    """Somebody who does not say who they are.

    Args:
        hours: The machine's clock.
        size: Text size that they pick on the first page.
        contrast: Colours that they pick there.

    Attributes:
        hours: The machine's clock.
    """

    def __init__(
        self, stage: Stage, language: Language, hours: Hours, size: TextSize, contrast: Contrast
    ) -> None:
        super().__init__(stage, language)
        self.hours = hours
        self._looks = (size, contrast)

    def begin(self) -> None:
        """From the page that waits for somebody to the first of a session."""
        self.press(_BEGIN[self.words.language])
        self.dress()

    def dress(self) -> None:
        """Pick text size and colours."""
        self.stage.open.theme.show(*self._looks)
        self.stage.reader.settle()

    @property
    def looks_ordinary(self) -> bool:
        """Whether they picked what a fresh machine shows."""
        return self._looks == (TextSize.M, Contrast.STANDARD)

    def walk_away(self) -> None:
        """Until the machine asks whether somebody is there."""
        self.hours.pass_s(_GONE_S)
        assert self.stage.open.public is not None
        self.stage.open.public.watch.look()
        self.stage.reader.settle()

    def on(self) -> None:
        """To the last turn of a page, and on from there."""
        while self.has(self.say("Show more")):
            self.press(self.say("Show more"))
        self.forward()

    def pick(self, start: str) -> None:
        """Pick a card on whichever turn it stands; a picked card may bring the page to its top."""
        for turner in self.stage.open.window.findChildren(Turner):
            turner.showFirst()
        self.stage.reader.settle()
        self._turn = 1
        self.press_starting(start)
        self._turn = 1

    def open_any(self) -> None:
        """Read about a provider whose card stands on the screen."""
        assert self.stage.open.public is not None
        section = self.stage.open.public.desk.overview.section
        names = [f"{provider.name}. " for provider in section.providers]
        self.press_starting(next(name for name in names if self.starting(name) is not None))

    def see(self, name: str) -> None:
        """See the providers another way; large text keeps the ways behind one button."""
        ways = self.say("Show differently", "providers")
        if self.has(ways):
            self.press(ways)
        self.press(name)

    def all_providers(self) -> None:
        """Back to the cards; the button is short where the text is largest."""
        short = self.say("All", "providers")
        self.press(short if self.has(short) else self.say("All providers", "button"))


def whole_session(stranger: Stranger) -> Iterator[Place]:
    """Every public page, in the order of a session."""
    if stranger.looks_ordinary:
        # After each session the ordinary looks come back: nobody ever sees others here.
        yield from stranger.turns("public attract")
    stranger.begin()
    yield from stranger.turns("public settings")
    stranger.on()
    yield from say_where(stranger)
    yield from say_what(stranger)
    for page in ("public what", "public nonchoice"):
        yield from stranger.turns(page)
        stranger.on()
    yield from look_at_providers(stranger)
    for _ in range(_MOST_SERVICES):
        stranger.on()
    yield from stranger.turns("public next")
    yield from wait_for_brochure(stranger)
    stranger.walk_away()
    yield from stranger.turns("public warning")


def wait_for_brochure(stranger: Stranger) -> Iterator[Place]:
    """Asked for, on its way out of the printer, stopped."""
    printer = stranger.stage.program.printer
    assert isinstance(printer, MemoryPrinter)
    printer.status = JobStatus(JobState.PRINTING)
    stranger.press(stranger.say("Print the brochure"))
    yield from stranger.turns("public brochure")
    stranger.press(stranger.say("Print", "button"))
    yield from stranger.turns("public brochure waiting")
    stranger.press(stranger.say("Stop the printing"))
    yield from stranger.turns("public brochure stopped")
    stranger.press(stranger.say("Back", "backward"))


def say_where(stranger: Stranger) -> Iterator[Place]:
    """Zones: refused, not known, told."""
    yield from stranger.turns("public zone")
    stranger.on()
    yield from stranger.turns("public zone refused")
    stranger.pick(stranger.say("I do not know"))
    yield from stranger.turns("public zone unsure")
    stranger.pick(stranger.stage.program.municipality.zones[0].name)
    yield from stranger.turns("public zone picked")
    stranger.on()


def say_what(stranger: Stranger) -> Iterator[Place]:
    """Services: refused, told."""
    yield from stranger.turns("public services")
    stranger.on()
    yield from stranger.turns("public services refused")
    municipality, words = stranger.stage.program.municipality, stranger.words
    for service in municipality.services[:_MOST_SERVICES]:
        stranger.pick(words.local(service.name))
    yield from stranger.turns("public services picked")
    stranger.on()


def look_at_providers(stranger: Stranger) -> Iterator[Place]:
    """All of them, from A to Å, only some, two side by side, one in full."""
    yield from stranger.turns("public overview")
    yield from look_at_ways(stranger)
    stranger.see(stranger.say("A to Å", "button"))
    yield from stranger.turns("public overview sorted")
    stranger.see(stranger.say("Random order", "button"))
    stranger.see(stranger.say("Only some", "providers"))
    yield from stranger.turns("public some")
    stranger.press(stranger.say("Show all", "providers"))
    yield from look_at_two(stranger)
    stranger.open_any()
    yield from stranger.turns("public provider")
    stranger.all_providers()


def look_at_ways(stranger: Stranger) -> Iterator[Place]:
    """The page that only large text needs."""
    ways = stranger.say("Show differently", "providers")
    if stranger.has(ways):
        stranger.press(ways)
        yield from stranger.turns("public views")
        stranger.all_providers()


def look_at_two(stranger: Stranger) -> Iterator[Place]:
    """Whom to compare, and the two beside each other."""
    assert stranger.stage.open.public is not None
    section = stranger.stage.open.public.desk.overview.section
    stranger.see(stranger.say("Compare", "button"))
    yield from stranger.turns("public compare pick")
    for provider in section.providers[:2]:
        stranger.pick(provider.name)
    yield from stranger.turns("public compare picked")
    stranger.press(stranger.say("Compare %1").replace("%1", "2"))
    yield from stranger.turns("public compare")
    stranger.all_providers()

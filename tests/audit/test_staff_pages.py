"""Staff pages by the rules of the web for employees (access K06; A-E as WCAG 2.1 AA has them)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.theme.tokens import Contrast, TextSize
from tests.audit.setups import TOKENS
from tests.audit.snapshot import HIDDEN, Node, Snapshot, take
from tests.audit.walk import Place
from tests.old_cases import ADMIN, with_old_cases
from tests.stage import CODE, Stage, memory_program, open_stage

LEAST_CONTRAST = 4.5
SMALLEST_PX = 14
# WCAG 2.1 AA asks for no size; this is the least of the newer rules, in reference pixels.
LEAST_REFERENCE_PX = 24
# Rows are made when they come into view: the keyboard's way there is a journey of its own.
SCROLLING = {"cases"}
CASE = "cases open EV-1042"
PAGES = {
    "sign in": None,
    "cases": (),
    "case": (CASE,),
    "tasks": ("bar openOffice",),
    "import": ("cases askImport",),
    "brochures": ("cases askBrochure",),
    "measure": ("bar openOffice", "office open measure_screen"),
    "mail out": ("bar openOffice", "office open mail_out"),
    "hand over": (CASE, "actions handOver"),
    "print": (CASE, "actions printBrochure"),
    "note": (CASE, "actions writeNote"),
    "correct": (CASE, "actions correct"),
}


@dataclass(frozen=True, slots=True)
class Office:
    """Staff pages as they looked on one device."""

    is_kiosk: bool
    least_px: float
    pages: tuple[Snapshot, ...]

    def controls(self) -> Iterator[tuple[Snapshot, Node]]:
        """Every control of every page."""
        return ((page, node) for page in self.pages for node in page.controls)


@pytest.fixture(scope="module", params=["laptop-14", "kiosk-21", "kiosk-32-portrait"])
def office(request: pytest.FixtureRequest, qapp: object, tmp_path_factory) -> Office:
    """The pages on one device."""
    device = TOKENS.devices[request.param]
    pages = []
    for name, steps in PAGES.items():
        home: Path = tmp_path_factory.mktemp("home")
        program = with_old_cases(memory_program())
        with open_stage(program, request.param, TextSize.M, Contrast.STANDARD, home) as stage:
            _go(stage, steps)
            pages.append(take(stage, Place(name)))
    least_mm = LEAST_REFERENCE_PX * device.view_mm / 2688
    return Office(device.is_kiosk, least_mm * device.px_per_mm, tuple(pages))


def test_k06_every_control_has_a_name(office):
    assert [str(page.place) for page, node in office.controls() if not node.name.strip()] == []


def test_k06_text_has_the_contrast_of_the_web_rules(office):
    weak = [
        f"{page.place}: {ink} {ink.contrast:.1f}"
        for page in office.pages
        for ink in page.inks
        # Smaller letters are part of the picture of the citizen's first page.
        if ink.contrast < LEAST_CONTRAST and ink.font_px >= SMALLEST_PX
    ]

    assert weak == []


def test_k06_no_text_is_cut_off(office):
    cut = [
        f"{page.place}: {ink}"
        for page in office.pages
        for ink in page.inks
        if ink.is_truncated or ink.wide_px > 1
    ]

    assert cut == []


def test_k06_every_visible_text_can_be_found(office):
    lost = [
        f"{page.place}: {ink}" for page in office.pages for ink in page.inks if ink.owner is None
    ]

    assert lost == []


def test_k06_controls_are_not_tiny(office):
    small = [
        f"{page.place}: {node} {node.rect.width():.0f} x {node.rect.height():.0f}"
        for page, node in office.controls()
        if min(node.rect.width(), node.rect.height()) < office.least_px
    ]

    assert small == []


def test_k06_no_two_controls_of_a_role_share_a_name(office):
    shared = [
        f"{page.place}: {node}"
        for page in office.pages
        for node in page.controls
        if sum(_told(other) == _told(node) for other in page.controls) > 1
    ]

    assert shared == []


def test_k06_tab_reaches_every_control(office):
    missed = [
        f"{page.place}: {node}"
        for page in office.pages
        for index, node in enumerate(page.nodes)
        if node.is_control and index not in page.tab_order and page.place.page not in SCROLLING
    ]

    assert missed == []


def test_k06_tab_reaches_nothing_hidden(office):
    # On a kiosk the keys of the screen come when a field gets the focus.
    if not office.is_kiosk:
        assert [str(page.place) for page in office.pages if HIDDEN in page.tab_order] == []


def test_k06_nothing_can_be_touched_that_nothing_speaks_for(office):
    assert [str(page.place) for page in office.pages if page.bare] == []


def _told(node: Node) -> tuple[object, ...]:
    """What a screen reader tells of a control, with the group that it enters."""
    return node.role, node.name, node.groups


def _go(stage: Stage, steps: tuple[str, ...] | None) -> None:
    """From the sign-in page to a page; None stays there."""
    desk = stage.open.staff.desk
    desk.signIn.pick(ADMIN)
    if steps is not None:
        desk.signIn.signIn(CODE)
    for step in steps or ():
        page, action, *words = step.split()
        owner = desk if page == "bar" else getattr(desk, page)
        getattr(owner, action)(*words)
    stage.reader.settle()

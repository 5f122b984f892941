"""Cases that are not as usual, from the list to the stored page."""

from dataclasses import replace
from datetime import date

from kiosk.domain.case import Address, Closing
from kiosk.domain.choice import Chooses, DoesNotWish
from kiosk.domain.errors import KioskError
from kiosk.domain.event import OrderDealt, ScreenHandedOver
from kiosk.domain.language import LocalText
from kiosk.domain.nonchoice.parts import ChooseFirst
from kiosk.domain.provider import ProviderKind
from kiosk.domain.service import ServiceId
from kiosk.settings import Resources
from kiosk.theme.tokens import Tokens
from kiosk.ui.citizen_side import CitizenSide
from kiosk.ui.shell import Page
from kiosk.ui.tasks import ImmediateTasks
from kiosk.ui.theme_source import ThemeSource
from tests.unit.app import factory
from tests.unit.ui.staff_world import LaterTasks, StaffWorld, column

FIVE = tuple(ServiceId(f"tjeneste-{number}") for number in range(1, 6))


class Table:
    """A laptop on the kitchen table: both sides, and the way between them."""

    def __init__(self, home, case, tasks=None):
        self.world = StaffWorld(home, case)
        tokens = Tokens(Resources.shipped().assets / "theme" / "tokens.toml")
        theme = ThemeSource(tokens, tokens.devices["laptop-14"])
        self.tasks = tasks or ImmediateTasks()
        self.side = CitizenSide(self.world.state, theme, self.tasks)
        self.world.flow.handedOver.disconnect()
        self.world.flow.handedOver.connect(self.begin)
        self.world.open_case()

    def begin(self, handed):
        """As the window does it."""
        try:
            self.world.state.begin(handed.visit, handed.actor)
        except KioskError as error:
            self.world.flow.refuse_visit(handed, error)
        else:
            self.side.flow.start()

    def page(self):
        return self.world.shell.current

    @property
    def pages(self):
        return self.side.pages

    def hand_over(self):
        self.world.desk.actions.handOver()
        self.world.desk.handOver.confirm()

    def answer(self, key):
        """Answer the service that is shown, and go on to the next page."""
        self.pages.overview.open(key)
        self.pages.answer.toggle()
        self.pages.answer.leave()
        while self.page() is Page.OVERVIEW and self.pages.overview.hasMoreCards:
            self.pages.overview.goOn()
        self.pages.overview.goOn()

    def to_the_services(self):
        self.hand_over()
        for _ in range(3):
            self.pages.steps.forward()

    def events(self):
        return [event.body for _, event in self.world.record.history(factory.CASE)]


def with_five_services(monkeypatch):
    base = factory.municipality()
    named = LocalText.same("tjeneste")
    services = tuple(replace(factory.service(each, named, named)) for each in FIVE)
    lind = factory.provider(
        factory.LIND,
        "Lind AS",
        ProviderKind.COMMERCIAL,
        *(factory.offer(each) for each in FIVE),
    )
    (one,) = next(iter(base.rules.values()))
    rules = {
        (each, zone): (replace(one, service=each, zone=zone, fallback=ChooseFirst(factory.LIND)),)
        for each in FIVE
        for zone in (factory.NORTH, factory.SOUTH)
    }
    made = replace(base, services=services, providers=(lind,), rules=rules)
    monkeypatch.setattr(factory, "municipality", lambda **_: made)
    return factory.case(*(factory.granted(each) for each in FIVE))


def test_five_services_are_asked_about_one_by_one_and_stored_together(qapp, tmp_path, monkeypatch):
    table = Table(tmp_path, with_five_services(monkeypatch))
    table.to_the_services()
    for _ in FIVE:
        table.answer(factory.LIND)
    table.pages.who.pickRole("self")
    table.pages.who.goOn()
    assert column(table.pages.review.rows, "key") == [*FIVE, ""]
    table.pages.review.store()

    assert table.page() is Page.STORED
    assert [state.outcome is not None for state in file_of(table).states] == [True] * 5


def file_of(table):
    return table.world.record.case_file(factory.CASE)


def test_a_service_without_a_rule_is_told_and_begins_no_visit(qapp, tmp_path, monkeypatch):
    made = replace(factory.municipality(), rules={})
    monkeypatch.setattr(factory, "municipality", lambda **_: made)
    table = Table(tmp_path, factory.case())
    told = column(table.world.desk.case.services, "consequence")
    table.hand_over()

    assert told == ["There is no rule for those who do not choose here."] * 2
    assert table.page() is Page.HAND_OVER
    assert table.world.desk.fault == "The service cannot be chosen where the person lives."


def test_a_service_that_nobody_gives_is_explained_and_can_be_left_out(qapp, tmp_path, monkeypatch):
    base = factory.municipality()
    gone = tuple(
        replace(each, offers=tuple(o for o in each.offers if o.service != factory.PRACTICAL))
        for each in base.providers
    )
    monkeypatch.setattr(factory, "municipality", lambda **_: replace(base, providers=gone))
    table = Table(tmp_path, factory.case())
    told = factory.plain(column(table.world.desk.case.services, "consequence")[1])
    table.to_the_services()

    assert told == "No provider can be chosen for practical assistance in zone Nord now."
    assert [section.service for section in table.world.state.sections] == [factory.NURSING]


CHILD = {"birth_date": date(2014, 6, 14)}


def test_for_a_child_a_parent_decides_and_the_child_does_not(qapp, tmp_path):
    table = Table(tmp_path, factory.case(**CHILD))
    table.to_the_services()
    table.answer(factory.LIND)
    table.answer(factory.LIND)
    roles = column(table.pages.who.roles, "key")
    assert {"parent", "child_welfare"} < set(roles)
    table.pages.who.pickRole("self")
    table.pages.who.goOn()
    assert table.page() is Page.WHO_DECIDES
    assert "a parent or the child welfare service decides" in table.pages.who.reason

    table.pages.who.pickRole("parent")
    table.pages.who.goOn()
    table.pages.who.writeName("Mor Prøve og Far Prøve")
    for question in column(table.pages.who.questions, "key"):
        table.pages.who.answer(question, "yes")
    table.pages.who.confirmBasis()
    table.pages.review.store()

    assert table.page() is Page.STORED
    decider = file_of(table).choice.decider
    assert (decider.role.value, decider.name) == ("parent", "Mor Prøve og Far Prøve")


def test_a_protected_address_is_on_no_page_of_the_visit(qapp, tmp_path):
    hidden = Address(("Hemmeligveien 9",), "0000", "Gjemt")
    table = Table(tmp_path, factory.case(address=hidden, is_address_protected=True))
    table.to_the_services()
    table.answer(factory.LIND)
    table.answer(factory.LIND)
    table.pages.who.pickRole("self")
    table.pages.who.goOn()
    table.pages.review.store()

    pages = table.pages
    models = (pages.review.rows, pages.review.lines, pages.review.receipt, pages.information.same)
    everything = " ".join(str(row) for model in models for row in model.rows())
    assert "Hemmelig" not in everything
    assert "Gjemt" not in everything


def close(table):
    closing = Closing(factory.TODAY, "flyttet")
    table.world.record.append([factory.closed_event(factory.CASE, closing)])


def test_no_screen_is_handed_over_for_a_case_that_was_closed_meanwhile(qapp, tmp_path):
    table = Table(tmp_path, factory.case())
    table.world.desk.actions.handOver()
    close(table)
    table.world.desk.handOver.confirm()

    assert table.page() is Page.HAND_OVER
    assert "closed" in table.world.desk.handOver.message
    assert not [each for each in table.events() if isinstance(each, OrderDealt | ScreenHandedOver)]


def test_a_case_that_was_closed_during_the_visit_stores_nothing_and_keeps_the_answers(
    qapp, tmp_path
):
    table = Table(tmp_path, factory.case())
    table.to_the_services()
    table.answer(factory.LIND)
    table.answer("option:does_not_wish")
    table.pages.who.pickRole("self")
    table.pages.who.goOn()
    close(table)
    table.pages.review.store()

    assert table.page() is Page.REVIEW
    assert table.pages.review.message.startswith("Nothing is stored. Your answers are still here.")
    assert table.world.state.visit.answers == {
        factory.NURSING: Chooses(factory.LIND),
        factory.PRACTICAL: DoesNotWish(),
    }
    assert file_of(table).choice is None


def test_nothing_is_entered_in_a_case_that_was_closed_while_its_page_was_open(qapp, tmp_path):
    table = Table(tmp_path, factory.case())
    table.world.desk.cannot.begin(factory.NURSING)
    close(table)
    table.world.desk.cannot.store("26/9-1")

    assert "closed" in table.world.desk.cannot.message
    assert file_of(table).choice is None


def test_nothing_locks_while_the_citizens_answers_are_stored(qapp, tmp_path):
    tasks = LaterTasks()
    table = Table(tmp_path, factory.case(), tasks)
    table.to_the_services()
    table.answer(factory.LIND)
    table.answer(factory.LIND)
    table.pages.who.pickRole("self")
    table.pages.who.goOn()
    table.pages.review.store()
    table.world.flow.lock()
    tasks.do_all()

    assert table.page() is Page.STORED

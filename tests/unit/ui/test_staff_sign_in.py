"""Signing in, locking, and coming back with a code."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent

from kiosk.domain.staff import IDLE_BEFORE_LOCK
from kiosk.ui.idle_lock import IdleLock
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.ui.staff_world import (
    KARI,
    KARIS_CODE,
    OLA,
    OLAS_CODE,
    LaterTasks,
    StaffWorld,
    column,
    picked,
)


@pytest.fixture
def world(qapp, tmp_path):
    return StaffWorld(tmp_path, factory.case())


def test_an_example_packs_codes_stand_beside_the_names(world):
    assert column(world.desk.signIn.members, "support") == [
        f"Case officer. EKSEMPEL: code {KARIS_CODE}",
        f"Front desk. EKSEMPEL: code {OLAS_CODE}",
    ]


def test_a_removed_member_is_offered_no_more(world):
    world.program.manage_staff.remove(OLA)
    world.desk.signIn.show()

    assert column(world.desk.signIn.members, "name") == [KARI]


def test_a_code_of_ones_own_is_not_told_on_the_page(world):
    world.clock.pass_by(seconds=1)
    world.program.manage_staff.change_code(KARI, "135791")
    world.desk.signIn.show()

    assert column(world.desk.signIn.members, "support") == [
        "Case officer",
        f"Front desk. EKSEMPEL: code {OLAS_CODE}",
    ]


def test_nobody_is_picked_at_the_start(world):
    assert picked(world.desk.signIn.members) == []


def test_nobody_can_sign_in_before_the_staff_are_ready(qapp, tmp_path):
    tasks = LaterTasks()
    world = StaffWorld(tmp_path, tasks=tasks)

    assert not world.desk.signIn.canSignIn

    tasks.do_all()

    assert world.desk.signIn.canSignIn


def test_the_right_code_opens_the_cases(world):
    world.sign_in()

    assert (world.shell.current, world.shell.staffName) == (Page.CASES, KARI)


def test_a_wrong_code_opens_nothing_and_says_so(world):
    world.sign_in(code="000000")

    assert world.shell.current is Page.SIGN_IN
    assert world.desk.signIn.message == "The code is wrong."


def test_the_field_is_emptied_after_a_wrong_code(world, qtbot):
    with qtbot.waitSignal(world.desk.signIn.codeCleared):
        world.sign_in(code="000000")


def test_after_free_tries_the_page_says_how_long_to_wait(world):
    for _ in range(3):
        world.sign_in(code="000000")

    message = factory.plain(world.desk.signIn.message)

    assert message == "The code is wrong. You can try again in 5 seconds."


def test_a_right_code_that_comes_too_early_does_not_open(world):
    for _ in range(3):
        world.sign_in(code="000000")

    world.sign_in()

    assert world.shell.current is Page.SIGN_IN
    assert "try again in" in world.desk.signIn.message


def test_the_right_code_opens_after_the_wait(world):
    for _ in range(3):
        world.sign_in(code="000000")
    world.clock.pass_by(seconds=5)

    world.sign_in()

    assert world.shell.current is Page.CASES


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [("", KARIS_CODE, "Pick your name first."), (KARI, "  ", "Write your code.")],
)
def test_what_is_missing_is_said_and_counts_as_no_try(world, name, code, message):
    world.sign_in(name, code)

    assert world.desk.signIn.message == message
    assert world.record.failed_tries(KARI)[0] == 0


def test_a_second_try_while_a_code_is_checked_does_nothing(qapp, tmp_path):
    tasks = LaterTasks()
    world = StaffWorld(tmp_path, tasks=tasks)
    tasks.do_all()

    world.sign_in(code="000000")
    world.sign_in(code="000000")

    assert len(tasks.waiting) == 1


def test_a_pack_without_staff_tells_how_to_add_somebody(qapp, tmp_path):
    world = StaffWorld(tmp_path, staff=())

    assert not world.desk.signIn.canSignIn
    assert world.desk.signIn.lead.endswith("kiosk staff add")


def test_locking_covers_the_staff_side_and_forgets_who_was_there(world):
    world.open_case()

    world.desk.lock()

    assert world.shell.current is Page.SIGN_IN
    assert world.shell.staffName == ""
    assert world.desk.signIn.title == "The screen is locked"
    assert picked(world.desk.signIn.members) == [KARI]


def test_the_same_person_comes_back_to_the_same_page(world):
    world.open_case()
    world.desk.lock()

    world.sign_in()

    assert world.shell.current is Page.CASE


def test_another_person_comes_to_the_cases(world):
    world.open_case()
    world.desk.lock()

    world.sign_in(OLA, OLAS_CODE)

    assert world.shell.current is Page.CASES


def test_another_person_gets_pages_on_which_nothing_was_written(world):
    world.open_case()
    world.desk.cases.write("EKSEMPEL")
    world.desk.note.writeHow("EKSEMPEL")
    before = world.desk.cases, world.desk.note
    world.desk.lock()
    world.sign_in(OLA, OLAS_CODE)

    assert world.desk.cases not in before
    assert world.desk.note not in before
    assert (world.desk.cases.search, world.desk.note.how) == ("", "")


def test_what_somebody_wrote_waits_for_their_own_return(world):
    world.open_case()
    world.desk.note.writeHow("EKSEMPEL")
    world.desk.lock()
    world.sign_in()

    assert world.desk.note.how == "EKSEMPEL"


def test_work_that_is_under_way_keeps_its_page_for_another_person(qapp, tmp_path):
    tasks = LaterTasks()
    world = StaffWorld(tmp_path, factory.case(), tasks=tasks)
    tasks.do_all()
    world.open_case()
    tasks.do_all()
    world.desk.cases.open(factory.CASE)
    tasks.do_all()
    world.desk.actions.printBrochure()
    page = world.desk.printOut
    world.desk.lock()
    world.sign_in(OLA, OLAS_CODE)
    tasks.do_last()

    assert world.shell.current is Page.CASES
    assert world.desk.printOut is page


def test_a_right_code_that_is_found_too_late_signs_nobody_in(qapp, tmp_path):
    tasks = LaterTasks()
    world = StaffWorld(tmp_path, tasks=tasks)
    tasks.do_all()
    world.sign_in()
    world.shell.show(Page.ATTRACT)
    tasks.do_all()

    assert not world.side.session.is_open
    assert world.shell.current is Page.ATTRACT


class Ticks:
    def __init__(self):
        self.ms = 0.0

    def __call__(self):
        return self.ms


@pytest.fixture
def ticks():
    return Ticks()


@pytest.fixture
def lock(world, ticks):
    made = IdleLock(ticks, IDLE_BEFORE_LOCK, lambda: world.flow.may_lock)
    made.idle.connect(world.flow.lock)
    return made


def after(ticks, lock, minutes):
    ticks.ms += minutes * 60_000
    lock.look()


def test_thirty_idle_minutes_lock_the_staff_side(world, ticks, lock):
    world.sign_in()

    after(ticks, lock, 30)

    assert world.shell.current is Page.SIGN_IN


def test_less_than_thirty_minutes_lock_nothing(world, ticks, lock):
    world.sign_in()

    after(ticks, lock, 29.9)

    assert world.shell.current is Page.CASES


def test_input_begins_the_count_anew(world, ticks, lock):
    world.sign_in()
    ticks.ms += 20 * 60_000
    lock.restart()

    after(ticks, lock, 20)

    assert world.shell.current is Page.CASES


def test_the_citizens_side_is_never_locked(world, ticks, lock):
    world.open_case()
    world.desk.actions.handOver()
    world.desk.handOver.confirm()
    world.shell.show(Page.WELCOME)

    after(ticks, lock, 600)

    assert world.shell.current is Page.WELCOME


KEY = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier)
MOUSE = QMouseEvent(
    QEvent.Type.MouseMove,
    QPointF(),
    QPointF(),
    Qt.MouseButton.NoButton,
    Qt.MouseButton.NoButton,
    Qt.KeyboardModifier.NoModifier,
)
TOUCH = QTouchEvent(QEvent.Type.TouchBegin)


@pytest.mark.parametrize("event", [KEY, MOUSE, TOUCH], ids=["key", "mouse", "touch"])
def test_a_laptop_that_slept_for_long_wakes_locked(world, ticks, lock, event):
    world.open_case()
    # No timer ran meanwhile: the first that the program hears of is this very input.
    ticks.ms += 31 * 60_000
    lock.eventFilter(world.shell, event)

    assert world.shell.current is Page.SIGN_IN


def test_a_laptop_that_slept_for_long_wakes_with_the_citizen_where_it_was(world, ticks, lock):
    world.open_case()
    world.shell.show(Page.OVERVIEW)
    ticks.ms += 600 * 60_000
    lock.eventFilter(world.shell, KEY)

    assert world.shell.current is Page.OVERVIEW


def test_input_counts_only_once_it_is_let_in(world, ticks, lock):
    world.open_case()
    for _ in range(3):
        ticks.ms += 29 * 60_000
        lock.eventFilter(world.shell, KEY)

    assert world.shell.current is Page.CASE


def test_a_day_without_a_break_is_not_locked(world, ticks, lock):
    world.flow.signedIn.connect(lock.restart)
    world.open_case()
    work_on(world, ticks, lock, 23)

    assert world.shell.current is Page.CASE


def test_after_twelve_hours_the_code_is_asked_for_again(world, ticks, lock):
    world.flow.signedIn.connect(lock.restart)
    world.open_case()
    work_on(world, ticks, lock, 25)
    assert not world.side.session.is_open

    world.sign_in()
    work_on(world, ticks, lock, 1)

    assert world.shell.current is Page.CASE


def work_on(world, ticks, lock, times):
    for _ in range(times):
        ticks.ms += 29 * 60_000
        lock.eventFilter(world.shell, KEY)


def test_a_warning_comes_a_minute_before_and_no_sooner(world, ticks, lock):
    world.sign_in()
    after(ticks, lock, 28.9)
    assert not lock.isWarning

    after(ticks, lock, 0.1)

    assert lock.isWarning
    assert world.shell.current is Page.CASES


def test_after_the_warning_the_staff_side_is_locked_and_nothing_is_warned_of(world, ticks, lock):
    world.sign_in()
    after(ticks, lock, 29)
    after(ticks, lock, 1)

    assert world.shell.current is Page.SIGN_IN
    assert not lock.isWarning


def test_a_warning_that_comes_late_is_shown_for_its_least_time(world, ticks, lock):
    world.sign_in()
    after(ticks, lock, 29 + 55 / 60)
    after(ticks, lock, 10 / 60)
    is_shown_still = world.shell.current is Page.CASES

    after(ticks, lock, 10 / 60)

    assert is_shown_still
    assert world.shell.current is Page.SIGN_IN


def test_a_laptop_that_slept_through_the_warning_wakes_locked(world, ticks, lock):
    world.sign_in()
    after(ticks, lock, 29)
    after(ticks, lock, 600)

    assert world.shell.current is Page.SIGN_IN


def pressed(key, kind=QEvent.Type.KeyPress):
    return QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_key_that_answers_the_warning_does_nothing_on_the_page(world, ticks, lock, key):
    world.sign_in()
    after(ticks, lock, 29)

    passed = [
        not lock.eventFilter(world.shell, pressed(key)),
        not lock.eventFilter(world.shell, pressed(key, QEvent.Type.KeyRelease)),
        not lock.eventFilter(world.shell, pressed(key)),
    ]

    assert passed == [False, False, True]
    assert not lock.isWarning


def test_a_tap_that_answers_the_warning_is_swallowed_to_its_end(world, ticks, lock):
    world.sign_in()
    after(ticks, lock, 29)
    kinds = [QEvent.Type.TouchBegin, QEvent.Type.TouchEnd, QEvent.Type.TouchBegin]

    taken = [lock.eventFilter(world.shell, QTouchEvent(kind)) for kind in kinds]

    assert taken == [True, True, False]


def test_a_letter_that_answers_the_warning_is_written(world, ticks, lock):
    world.sign_in()
    after(ticks, lock, 29)

    assert not lock.eventFilter(world.shell, pressed(Qt.Key.Key_A))
    assert not lock.isWarning


def test_nobody_is_warned_on_the_citizens_side(world, ticks, lock):
    world.open_case()
    world.shell.show(Page.OVERVIEW)

    after(ticks, lock, 29.5)

    assert not lock.isWarning


def almost_twelve_hours(world, ticks, lock):
    """At work all day, up to ten minutes and a bit before the end."""
    world.flow.signedIn.connect(lock.restart)
    world.open_case()
    work_on(world, ticks, lock, 24)
    after(ticks, lock, 13.9)


def test_a_long_day_does_not_end_without_a_warning(world, ticks, lock):
    almost_twelve_hours(world, ticks, lock)
    told = [lock.endsWithin]

    for minutes in (0.2, 9.0):
        lock.note_input()
        after(ticks, lock, minutes)
        told.append(lock.endsWithin)

    assert told == [0, 10, 1]
    assert not lock.isWarning
    assert world.shell.current is Page.CASE


def test_the_warning_of_a_long_day_is_put_away_and_comes_back_in_the_last_minute(
    world, ticks, lock
):
    almost_twelve_hours(world, ticks, lock)
    after(ticks, lock, 0.2)
    lock.putAway()
    after(ticks, lock, 8)
    is_away = lock.endsWithin == 0

    after(ticks, lock, 1)

    assert is_away
    assert lock.endsWithin == 1


def test_escape_puts_the_warning_of_a_long_day_away_and_other_keys_go_on_to_the_page(
    world, ticks, lock
):
    almost_twelve_hours(world, ticks, lock)
    after(ticks, lock, 0.2)
    keys = [Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_Escape]

    taken = [lock.eventFilter(world.shell, pressed(key)) for key in keys]

    assert taken == [False, False, True, False]
    assert lock.endsWithin == 0


def test_whoever_enters_the_code_again_is_where_they_were_and_has_a_new_day(world, ticks, lock):
    almost_twelve_hours(world, ticks, lock)
    after(ticks, lock, 0.2)
    world.desk.lock()
    world.sign_in()

    after(ticks, lock, 20)

    assert lock.endsWithin == 0
    assert world.shell.current is Page.CASE


def test_a_visit_that_lasts_into_the_thirteenth_hour_is_neither_warned_nor_cut(world, ticks, lock):
    almost_twelve_hours(world, ticks, lock)
    world.shell.show(Page.WELCOME)

    after(ticks, lock, 60)

    assert lock.endsWithin == 0
    assert world.shell.current is Page.WELCOME

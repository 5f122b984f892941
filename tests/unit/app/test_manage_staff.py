"""The list of staff: who changes it, and what stays readable."""

import pytest

from kiosk.app.manage_staff import ManageStaff
from kiosk.app.sign_in import SignIn
from kiosk.app.staff_texts import staff_line
from kiosk.domain.errors import NotFoundError, RefusedError
from kiosk.domain.event import PROGRAM
from kiosk.domain.language import Language
from kiosk.domain.staff import StaffRole
from kiosk.i18n import GettextWords
from kiosk.settings import Resources
from tests.unit.app.test_sign_in import CODE, World

ADMINISTRATOR, OFFICER = "Anne Kontor", "Kari Kontor"


@pytest.fixture
def world():
    """An administrator and a case officer."""
    world = World()
    world.use(ManageStaff).add(ADMINISTRATOR, StaffRole.ADMINISTRATOR, CODE)
    return world


@pytest.fixture
def manage(world):
    return world.use(ManageStaff)


def refusals(attempt):
    with pytest.raises(RefusedError) as caught:
        attempt()
    return [refusal.code for refusal in caught.value.refusals]


def names(world):
    return [member.name for member in world.record.staff()]


def last(world):
    return list(world.log.all())[-1]


def test_who_is_removed_cannot_sign_in_and_stays_on_the_list(world, manage):
    manage.remove("kari  kontor", ADMINISTRATOR)

    assert world.refusal(OFFICER, CODE) == "sign_in.wrong"
    assert names(world) == [ADMINISTRATOR]
    assert [(each.member.name, each.is_active) for each in manage.entries()] == [
        (ADMINISTRATOR, True),
        (OFFICER, False),
    ]


def test_the_event_tells_who_removed_whom(world, manage):
    manage.remove(OFFICER, ADMINISTRATOR)

    row = last(world)
    assert row.kind == "staff_removed"
    assert f'"actor":"{ADMINISTRATOR}"'.encode() in row.payload
    assert OFFICER.encode() in row.payload


def test_a_removed_name_is_not_given_again(world, manage):
    manage.remove(OFFICER)

    assert refusals(lambda: manage.add("KARI kontor", StaffRole.FRONT_DESK, CODE)) == [
        "staff.name_was_used"
    ]


def test_nobody_is_removed_twice(manage):
    manage.remove(OFFICER)

    assert refusals(lambda: manage.remove(OFFICER)) == ["staff.is_removed"]


def test_a_name_that_nobody_has_is_told(manage):
    with pytest.raises(NotFoundError):
        manage.remove("Per Ingen")


def test_the_last_administrator_stays(world, manage):
    assert refusals(lambda: manage.remove(ADMINISTRATOR)) == ["staff.last_administrator"]
    assert refusals(lambda: manage.change_role(ADMINISTRATOR, StaffRole.FRONT_DESK)) == [
        "staff.last_administrator"
    ]

    manage.change_role(OFFICER, StaffRole.ADMINISTRATOR)
    manage.remove(ADMINISTRATOR)
    assert names(world) == [OFFICER]
    assert refusals(lambda: manage.remove(OFFICER)) == ["staff.last_administrator"]


def test_a_removed_administrator_is_none_who_could_stay(manage):
    manage.add("Nina Kontor", StaffRole.ADMINISTRATOR, CODE)
    manage.remove("Nina Kontor")

    assert refusals(lambda: manage.remove(ADMINISTRATOR)) == ["staff.last_administrator"]


def test_the_new_code_opens_and_the_old_one_no_more(world, manage):
    manage.change_code(OFFICER, "ny-kode-1", ADMINISTRATOR)

    assert world.refusal(OFFICER, CODE) == "sign_in.wrong"
    assert world.use(SignIn).sign_in(OFFICER, "ny-kode-1").name == OFFICER


def test_a_new_code_ends_the_wait_after_wrong_tries(world, manage):
    for _ in range(4):
        world.refusal(OFFICER, "wrong")

    manage.change_code(OFFICER, "ny-kode-1")

    assert world.use(SignIn).sign_in(OFFICER, "ny-kode-1").name == OFFICER


def test_a_new_code_is_never_stored_and_never_short(world, manage):
    manage.change_code(OFFICER, "ny-kode-1")

    assert b'"hashed ny-kode-1"' in last(world).payload
    assert refusals(lambda: manage.change_code(OFFICER, "12345")) == ["staff.code_short"]


def test_the_role_holds_from_then_on_and_the_same_one_is_stored_once(world, manage):
    manage.change_role(OFFICER, StaffRole.FRONT_DESK, ADMINISTRATOR)
    rows = len(list(world.log.all()))
    manage.change_role(OFFICER, StaffRole.FRONT_DESK, ADMINISTRATOR)

    (member,) = [each for each in world.record.staff() if each.name == OFFICER]
    assert member.role is StaffRole.FRONT_DESK
    assert len(list(world.log.all())) == rows


@pytest.mark.parametrize(
    "attempt",
    [
        lambda manage: manage.add("Per Ny", StaffRole.ADMINISTRATOR, CODE, OFFICER),
        lambda manage: manage.remove(ADMINISTRATOR, OFFICER),
        lambda manage: manage.change_code(ADMINISTRATOR, "ny-kode-1", OFFICER),
        lambda manage: manage.change_role(OFFICER, StaffRole.ADMINISTRATOR, OFFICER),
    ],
)
def test_only_an_administrator_changes_the_list(world, manage, attempt):
    manage.add("Nina Kontor", StaffRole.ADMINISTRATOR, CODE)
    rows = len(list(world.log.all()))

    assert refusals(lambda: attempt(manage)) == ["staff.may_not_manage_staff"]
    assert len(list(world.log.all())) == rows


def test_everybody_changes_their_own_code(world, manage):
    manage.change_code(OFFICER, "ny-kode-1", OFFICER)

    assert f'"actor":"{OFFICER}"'.encode() in last(world).payload


def test_whoever_opens_the_record_gets_in_again(world, manage):
    manage.change_code(ADMINISTRATOR, "ny-kode-1")

    assert f'"actor":"{PROGRAM}"'.encode() in last(world).payload
    assert world.use(SignIn).sign_in(ADMINISTRATOR, "ny-kode-1").name == ADMINISTRATOR


def test_a_line_tells_name_role_and_days_and_no_code(world, manage):
    world.clock.pass_by(days=2)
    manage.remove(OFFICER)
    words = GettextWords(Language.BOKMAL, Resources.shipped().locales)

    lines = [staff_line(entry, words).replace("\xa0", " ") for entry in manage.entries()]

    assert lines == [
        "Anne Kontor: Administrator. Kan logge inn. Lagt til 3. november 2026.",
        "Kari Kontor: Saksbehandler. Fjernet 5. november 2026. Lagt til 3. november 2026.",
    ]

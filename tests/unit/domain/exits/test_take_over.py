"""Nobody is left without a helper on any day, and nobody who chose elsewhere is moved."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.choice import EventId, Outcome, ServiceAnswer
from kiosk.domain.exits.affected import Helped, Touched, must_answer, needs_take_over, touched
from kiosk.domain.exits.exit import ExitCause, ProviderExit
from kiosk.domain.helping import Help, Listed, TakeOver, timeline
from kiosk.domain.lifecycle import Held
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

NURSING, NORTH = ServiceId("hjemmesykepleie"), ZoneId("nord")
LEAVING, TOWN, OTHER = ProviderId("lind"), ProviderId("kommunen"), ProviderId("fjordheim")
LAST = ProviderId("aas")
TODAY = date(2026, 11, 23)
LISTED = Listed(LEAVING, date(2026, 1, 1))


def leaving(last_day=date(2027, 1, 31), **changes):
    made = ProviderExit(
        "exit-1",
        LEAVING,
        (NURSING,),
        (NORTH,),
        TODAY,
        last_day,
        ExitCause.CONTRACT_ENDS,
        date(2026, 12, 18),
    )
    return replace(made, **changes)


def person(*held, listed=LISTED, answer=None):
    return Helped(NURSING, NORTH, Help(listed, held), answer)


def chose(provider, start_on=None, on=TODAY, **changes):
    held = Held(EventId("c"), Outcome.CHOSEN, on, provider, start_on, interim=LEAVING, **changes)
    waits = changes.get("waits_for_place", False)
    answer = ServiceAnswer(NURSING, Outcome.CHOSEN, provider, waits_for_place=waits)
    return person(held, answer=answer)


def with_stand_in(helped, exit_):
    take_over = TakeOver(exit_.id, exit_.provider, TOWN, exit_.takes_over_on)
    return replace(helped, help=replace(helped.help, take_overs=(take_over,)))


def test_whoever_is_helped_by_the_list_is_affected():
    assert touched(person(), leaving()) is Touched.HELPED


def test_other_services_and_zones_are_not():
    assert touched(person(), leaving(services=(ServiceId("bpa"),))) is None
    assert touched(person(), leaving(zones=(ZoneId("sor"),))) is None


def test_who_has_chosen_another_in_time_is_left_alone():
    assert touched(chose(OTHER, date(2027, 2, 1)), leaving()) is None


def test_who_has_chosen_another_for_later_needs_help_between_and_no_new_answer():
    helped = chose(OTHER, date(2027, 2, 2))

    assert touched(helped, leaving()) is Touched.BETWEEN
    assert not must_answer(helped, leaving())
    after = with_stand_in(helped, leaving()).help
    assert [after.on(date(2027, *each)) for each in [(1, 31), (2, 1), (2, 2)]] == [
        LEAVING,
        TOWN,
        OTHER,
    ]


def test_who_was_promised_the_provider_or_waits_for_it_must_answer_anew():
    elsewhere = replace(LISTED, provider=OTHER)
    promised = replace(chose(LEAVING, date(2027, 5, 3)), help=Help(elsewhere))

    assert touched(promised, leaving()) is Touched.PROMISED
    assert touched(chose(LEAVING, waits_for_place=True), leaving()) is Touched.WAITING


def test_an_acute_exit_is_taken_over_the_same_day_also_on_a_red_one():
    christmas = date(2026, 12, 25)
    acute = leaving(announced_on=christmas, last_day=date(2026, 12, 24))

    after = with_stand_in(person(), acute).help

    assert after.on(date(2026, 12, 24)) == LEAVING
    assert after.on(christmas) == TOWN


def test_an_exit_that_is_called_off_gives_the_provider_back():
    exit_ = leaving(last_day=date(2026, 11, 22))
    ended = TakeOver(exit_.id, LEAVING, TOWN, TODAY, until=date(2026, 12, 1))

    after = Help(LISTED, (), (ended,))

    assert after.on(date(2026, 11, 30)) == TOWN
    assert after.on(date(2026, 12, 1)) == LEAVING


def test_nobody_is_taken_over_twice():
    helped = with_stand_in(person(), leaving())

    assert not needs_take_over(helped, leaving())
    assert touched(helped, leaving()) is Touched.HELPED


def test_the_stand_in_may_stop_as_well():
    first, second = leaving(), leaving(id="exit-2", provider=TOWN, last_day=date(2027, 2, 28))
    helped = with_stand_in(person(), first)

    assert touched(helped, second) is Touched.HELPED
    taken = (*helped.help.take_overs, TakeOver("exit-2", TOWN, OTHER, second.takes_over_on))
    assert Help(LISTED, (), taken).on(date(2027, 3, 1)) == OTHER


PROVIDERS = st.sampled_from([LEAVING, TOWN, OTHER])
DAYS = st.integers(-40, 120).map(lambda days: TODAY + timedelta(days=days))


@st.composite
def histories(draw):
    held = [
        Held(
            EventId(f"c{number}"),
            Outcome.CHOSEN,
            on,
            draw(PROVIDERS),
            on + timedelta(days=draw(st.integers(0, 60))),
            waits_for_place=draw(st.booleans()),
            interim=draw(PROVIDERS),
        )
        for number, on in enumerate(sorted(draw(st.lists(DAYS, max_size=4))))
    ]
    return Help(Listed(draw(PROVIDERS), date(2026, 1, 1)), tuple(held))


@given(histories(), st.integers(-3, 90))
def test_nobody_is_without_a_helper_and_nobody_else_is_moved(help_, days):
    exit_ = leaving(last_day=TODAY + timedelta(days=days))
    taken = with_stand_in(Helped(NURSING, NORTH, help_), exit_).help
    starts = [day for day, _ in timeline(help_.listed, help_.answers)]

    for offset in range(-60, 220):
        day = TODAY + timedelta(days=offset)
        eve = day - timedelta(days=1)
        before, after = help_.on(day), taken.on(day)
        assert after is not None
        if before != LEAVING or day < exit_.takes_over_on:
            assert after == before
            continue
        assert after != LEAVING
        if help_.on(eve) == LEAVING and day == exit_.takes_over_on and day not in starts:
            assert after == TOWN
        if help_.on(eve) != LEAVING and starts.count(day) == 1:
            assert after == taken.on(eve)


@given(histories(), st.permutations([(LEAVING, TOWN, 0), (TOWN, OTHER, 30), (OTHER, LAST, 60)]))
def test_the_order_in_which_exits_were_announced_does_not_matter(help_, chain):
    taken = tuple(
        TakeOver(f"exit-{leaves}", leaves, helper, TODAY + timedelta(days=days))
        for leaves, helper, days in chain
    )
    after = replace(help_, take_overs=taken)

    for offset in range(-60, 220):
        day = TODAY + timedelta(days=offset)
        gone = {each.leaving for each in taken if each.from_on <= day}
        assert after.on(day) not in {None, *gone}


def test_a_promised_start_that_cannot_come_moves_nobody():
    elsewhere = Listed(OTHER, date(2026, 1, 1))
    promised = Held(EventId("c"), Outcome.CHOSEN, TODAY, LEAVING, TODAY + timedelta(14))
    waits = replace(promised, interim=OTHER)
    stopped = TakeOver("exit-1", LEAVING, TOWN, TODAY)

    for held in (promised, waits):
        after = Help(elsewhere, (held,), (stopped,))
        assert {after.on(TODAY + timedelta(days)) for days in range(60)} == {OTHER}
        assert after.stopped_on(TODAY + timedelta(30)) is None
        assert after.counted_to == OTHER


def test_whoever_had_nobody_before_a_start_that_cannot_come_gets_the_stand_in():
    nobody = Listed(None, date(2026, 1, 1))
    held = Held(EventId("c"), Outcome.CHOSEN, TODAY, LEAVING, TODAY)

    after = Help(nobody, (held,), (TakeOver("exit-1", LEAVING, TOWN, TODAY),))

    assert (after.on(TODAY), after.stopped_on(TODAY)) == (TOWN, LEAVING)


def test_a_start_without_a_day_at_a_provider_that_stopped_counts_for_who_helps():
    held = Held(EventId("c"), Outcome.CHOSEN, TODAY, LEAVING, interim=OTHER, awaits_date=True)
    help_ = Help(Listed(OTHER, date(2026, 1, 1)), (held,))

    assert help_.counted_to == LEAVING
    assert replace(help_, take_overs=(TakeOver("e", LEAVING, TOWN, TODAY),)).counted_to == OTHER

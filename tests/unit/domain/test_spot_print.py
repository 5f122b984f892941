"""Somebody prints what they need, one brochure at a time, and not fifty."""

from kiosk.domain.spot_print import MOST_BROCHURES, SpotPrints, stands_still


def test_a_second_one_waits_for_the_first():
    one = SpotPrints().with_one_begun()

    assert not one.may_begin
    assert one.with_one_begun() == one
    assert one.with_one_over().may_begin


def test_a_session_prints_so_many_and_no_more():
    prints = SpotPrints()
    for _ in range(50):
        prints = prints.with_one_begun().with_one_over()

    assert prints.begun == MOST_BROCHURES
    assert prints.is_used_up
    assert not prints.may_begin


def test_one_that_was_never_printed_is_given_back():
    prints = SpotPrints()
    for _ in range(50):
        prints = prints.with_one_begun().with_one_over(is_printed=False)

    assert prints == SpotPrints()


def test_what_is_over_is_over_once():
    assert SpotPrints(2).with_one_over(is_printed=False) == SpotPrints(2)


def test_the_clock_stands_still_while_paper_moves_but_not_for_ever():
    assert stands_still(0, is_moving=True)
    assert stands_still(9, is_moving=True)
    assert not stands_still(10, is_moving=True)
    assert not stands_still(0, is_moving=False)

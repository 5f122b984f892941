from kiosk.theme.cards import card_pages


def test_providers_without_other_answers_have_pages_of_their_own():
    assert card_pages(4, 0, 1, 3) == ((0, 1), (2, 3))

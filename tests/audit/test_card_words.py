"""What a card says, to the eye and to the ear (neutrality N17, N20, N24)."""

from tests.audit.setups import EN, NB, NN
from tests.audit.test_cards import OVERVIEWS

# Written here once more: another word for not choosing would be another answer.
AGREED = {
    NB: ("Jeg vil ikke velge", "Jeg vil tenke på det"),
    NN: ("Eg vil ikkje velje", "Eg vil tenkje på det"),
    EN: ("I do not want to choose", "I want to think about it"),
}


def test_n17_n20_the_words_for_not_choosing_are_the_agreed_ones(walked):
    texts = {ink.text for page in walked.named("overview") for ink in page.inks}

    assert set(AGREED[walked.setup.language]) <= texts


def test_n24_a_screen_reader_says_of_each_card_what_stands_on_it_and_no_more(walked):
    told = {
        f"{page.place}: {card}"
        for page in walked.pages
        if page.place.page in OVERVIEWS
        for card in page.cards
        if card.name != ". ".join(ink.text for ink in page.inks_of(card)) or card.description
    }

    assert told == set()

"""What is asked, and how it is said (access H06, H09, I05, I07-I09)."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from kiosk.app.notice_texts import notice_text
from kiosk.devtools.accessible import Role
from kiosk.domain.case import Case
from kiosk.domain.pack_texts import pack_texts
from kiosk.domain.provider import Provider
from tests.audit.setups import EN
from tests.audit.walked import Walked
from tests.stage import SOLVEIG, example, memory_program

MOST_OPTIONS = 7
LONGEST_WORD = 14
WORD = re.compile(r"[^\W\d_]+")
# Words of the law, of an office or of a document, which have no shorter form.
GLOSSARY = re.compile(
    r"fr[ae]mtidsfullm\w+|v[e]r[gj]efullmakt\w*|saksbehandl\w+|tildelingskontor\w*|statsforvalt\w+"
    r"|h[ej]+me(?:teneste|tjeneste)\w*|hj?e[im]+esj?[uy]kepleie\w*|personvern\w+|omsorgst\w+lov\w*"
    r"|helseopplysning\w*|standardskriv\w+",
    re.IGNORECASE,
)
# A date in figures, a time with a colon, a half day, a telephone number without gaps.
MACHINE_LIKE = re.compile(
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{8}\b|\d\s?[ap]\.?m\b",
    re.IGNORECASE,
)
COLON_TIME = re.compile(r"\b\d{1,2}:\d\d\b")
# The settings of a page are changed wherever somebody is, and a date is asked for on one page.
EVERYWHERE = (("Language", "heading"), ("Text size",), ("Colours", "heading"))


def test_h05_long_words_are_words_of_the_glossary(walked):
    own = {word.casefold() for text in _of_the_pack(walked) for word in WORD.findall(text)}
    long = {
        f"{page.place}: {word}"
        for page in walked.pages
        for ink in page.inks
        for word in WORD.findall(_plain(ink.text).replace("-", " "))
        if len(word) > LONGEST_WORD and word.casefold() not in own and not GLOSSARY.match(word)
    }

    assert long == set()


def test_h06_no_question_has_more_than_seven_options_under_one_heading(walked):
    many = []
    for page in walked.pages:
        options: Counter[tuple[str, ...]] = Counter()
        head = ""
        for node in page.nodes:
            head = node.name if node.role is Role.Heading else head
            if node.role is Role.RadioButton:
                options[(*node.groups[:1], head)] += 1
        many += [
            f"{page.place}: {group} {count}"
            for group, count in options.items()
            if count > MOST_OPTIONS
        ]

    assert many == []


def test_h06_every_page_has_one_message(walked):
    titles = {
        str(page.place): sum(node.role is Role.Heading for node in page.nodes)
        for page in walked.pages
        if page.place.page != "public attract"
    }

    assert all(titles.values())


def test_h09_dates_times_and_numbers_are_written_as_people_say_them(walked):
    found = [
        f"{page.place}: {text}"
        for page in walked.pages
        for text in {ink.text for ink in page.inks} | {node.name for node in page.nodes}
        if MACHINE_LIKE.search(text)
        or (walked.setup.language is not EN and COLON_TIME.search(text))
    ]

    assert found == []


def test_i05_a_change_names_the_old_and_the_new_provider_before_it_is_stored(walked):
    (picked,) = walked.named("answer picked")
    (new,) = [node.groups[0] for node in picked.controls if node.is_checked]
    (old,) = {_plain(walked.words.local(provider.name)) for provider in _present()}
    review = [_plain(ink.text) for page in walked.named("review") for ink in page.inks]

    assert _plain(new) in review
    assert old != _plain(new)
    assert any(old in text for text in review)


def test_i07_nothing_is_asked_on_two_pages(walked):
    everywhere = {walked.say(*name) for name in EVERYWHERE}
    pages: dict[tuple[bool, str], set[str]] = defaultdict(set)
    for page in walked.pages:
        is_public = page.place.page.startswith("public ")
        asked_on = page.place.page.removeprefix("public ").partition(" ")[0]
        for node in page.controls:
            is_field = node.role is Role.EditableText
            question = node.name if is_field else "".join(node.groups[:1])
            if (is_field or node.is_checkable) and question not in everywhere:
                pages[is_public, question].add(asked_on)

    assert {question: each for question, each in pages.items() if len(each) > 1} == {}


def test_i08_that_one_may_switch_later_is_said_before_anything_is_stored(walked):
    before = list(itertools.takewhile(lambda page: page.place.page != "stored", walked.pages))
    texts = [_plain(ink.text) for page in before for ink in page.inks]
    services = [granted.service for granted in _case().services]
    notice = _plain(notice_text(example(), services, walked.words))

    assert notice
    assert any(notice in text for text in texts)


def test_i09_picking_and_storing_are_taps_in_two_places(walked):
    mine = walked.say("This is my answer")
    picks = [
        node.rect
        for page in walked.named("answer provider")
        for node in page.controls
        if node.name == mine
    ]
    storing = walked.say("Store without signature"), walked.say("Store without", "signature")
    stores = [
        node.rect
        for page in walked.named("signature")
        for node in page.controls
        if node.name in storing
    ]

    assert picks
    assert stores
    assert [
        f"{pick} and {store}" for pick in picks for store in stores if pick.intersects(store)
    ] == []


def _of_the_pack(walked: Walked) -> Iterator[str]:
    """Names, addresses and the provider's own words."""
    return (text for _place, text in pack_texts(example(), walked.setup.language))


def _case() -> Case:
    return memory_program().record.case_file(SOLVEIG).case


def _present() -> Iterator[Provider]:
    """Who helps the person of the walk now."""
    present = {granted.present_provider for granted in _case().services}
    return (provider for provider in example().providers if provider.id in present)


def _plain(text: str) -> str:
    """Without what keeps words together."""
    return text.replace("\xa0", " ")

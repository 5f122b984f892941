"""The letter about a provider that stops: what happens, who helps, whom the person can choose.

The cause is not told: it changes nothing for the person, and could sound like a judgement.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.app.announcement_texts import announcement_text
from kiosk.app.compose_provider import kind_long
from kiosk.app.exits.told_exit import ToldExit, own_choice, what_happens, who_helps
from kiosk.app.letter_sheet import LetterText, letter_sheet
from kiosk.app.mailout.how_to_answer import Enclosed, by_telephone, enclosed_text, how_to_answer
from kiosk.app.nonchoice_texts import tell, what_is_same, whom_to_ask, why
from kiosk.app.notice_texts import notice_text
from kiosk.app.phrases import provider_name, room_now, sentences
from kiosk.app.ports.words import Words
from kiosk.app.receipt_parts import filled
from kiosk.domain.case import Case
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import CapacityState, Provider

_Lines = Iterator[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ExitPlan:
    """What the letter is made from.

    Attributes:
        told: Order of the case; at least one.
        beside: What lies in the envelope, where the letter asks anything.
    """

    municipality: Municipality
    case: Case
    told: tuple[ToldExit, ...]
    beside: Enclosed = Enclosed.NOTHING

    @property
    def asked(self) -> tuple[ToldExit, ...]:
        """What the person is asked about, and not only told; may be empty."""
        return tuple(each for each in self.told if each.asked is not None)

    @property
    def answer_by(self) -> date | None:
        """The last day for all that is asked; None where nothing is."""
        days = (each.asked.answer_by for each in self.told if each.asked is not None)
        return min(days, default=None)


def exit_title(words: Words) -> str:
    """Title of the letter; free of personal data."""
    return words.gettext("A provider stops")


def compose_exit(plan: ExitPlan, issued_on: date, words: Words) -> Sheet:
    """Put the letter into words; bokmål or nynorsk."""
    sections = (
        section
        for told in plan.told
        for section in (_service(told, plan, words), *_options(told, plan, words))
    )
    text = LetterText(exit_title(words), _lead(plan, words), tuple(sections), _rights(plan, words))
    return letter_sheet(text, plan.case, plan.municipality, issued_on, words)


def _lead(plan: ExitPlan, words: Words) -> str:
    if plan.asked:
        first = words.gettext("You can choose a new provider.")
        last = enclosed_text(plan.beside, words)
    else:
        first = words.gettext("This letter tells who helps you. You need not answer it.")
        last = ""
    return sentences(first, words.gettext("You have the same right to help as before."), last)


def _service(told: ToldExit, plan: ExitPlan, words: Words) -> SheetSection:
    municipality = plan.municipality
    happens = what_happens(told, municipality, words)
    helps = who_helps(told, municipality, words)
    return SheetSection(
        words.local(municipality.service(told.service).name),
        filled(
            (
                (words.pgettext("label of a letter", "What happens"), happens),
                (words.pgettext("label of a letter", "Who helps you"), helps),
                (
                    words.pgettext("label of a letter", "Your own choice"),
                    own_choice(told, municipality, words),
                ),
                *_without_answer(told, municipality, words),
            )
        ),
    )


def _without_answer(told: ToldExit, municipality: Municipality, words: Words) -> _Lines:
    if told.asked is not None:
        yield (
            words.pgettext("label of a letter", "If you do not answer"),
            announcement_text(told.asked.announced, municipality, words, tells_meanwhile=False),
        )
        decision = why(told.asked.decision, words)
        yield words.pgettext("label of a letter", "Who decided it"), decision


def _options(told: ToldExit, plan: ExitPlan, words: Words) -> Iterator[SheetSection]:
    """One line for each, alike; the order is the person's own, as in the brochure."""
    phrase = words.local(plan.municipality.service(told.service).phrase)
    heading = words.gettext("You can choose these for {service}").format(service=phrase)
    options = () if told.asked is None else told.asked.options
    rooms = {} if told.asked is None else told.asked.rooms
    lines = filled(
        _option(plan.municipality.provider(each), rooms[each], words) for each in options
    )
    if lines:
        yield SheetSection(heading, lines)


def _option(provider: Provider, room: CapacityState, words: Words) -> tuple[str, str]:
    kind = kind_long(provider.kind, words)
    text = words.gettext("{kind}, {room}").format(kind=kind, room=room_now(room, words))
    return words.local(provider.name), text


def _rights(plan: ExitPlan, words: Words) -> _Lines:
    municipality = plan.municipality
    services = list(dict.fromkeys(told.service for told in plan.told))
    leaving = words.and_list(
        dict.fromkeys(provider_name(municipality, t.exit.provider, words) for t in plan.told)
    )
    if plan.answer_by is not None:
        yield from _answering(plan, plan.answer_by, words)
    yield (
        words.pgettext("label of a letter", "Word to the provider"),
        words.gettext("You need not tell {provider}.").format(provider=leaving),
    )
    yield words.gettext("What is the same"), what_is_same(municipality, services, words)
    yield words.gettext("Can you switch"), words.gettext("You can choose or switch later.")
    if not _tells_whom_to_ask(plan, words):
        yield words.gettext("Whom can you ask"), whom_to_ask(municipality, words)


def _tells_whom_to_ask(plan: ExitPlan, words: Words) -> bool:
    """Whether how to answer says already when to call whom, to ask too."""
    asks_by_slip = plan.answer_by is not None and plan.beside is not Enclosed.NOTHING
    return asks_by_slip and bool(by_telephone(plan.municipality, words))


def _answering(plan: ExitPlan, answer_by: date, words: Words) -> _Lines:
    label = words.pgettext("label of a letter", "How to answer")
    if plan.beside is Enclosed.NOTHING:
        answer = words.gettext("Answer by {date}.").format(date=words.weekday_and_date(answer_by))
        yield label, sentences(answer, tell(plan.municipality, words))
    else:
        yield label, how_to_answer(plan.municipality, answer_by, plan.beside, words)
    services = [told.service for told in plan.asked]
    yield (
        words.pgettext("label of a letter", "When it begins"),
        notice_text(plan.municipality, services, words),
    )

"""The review before storing, worked out by the very rules whose result is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.app.answer_texts import AnswerTexts
from kiosk.app.phrases import sentences
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.words import Words
from kiosk.app.wording import basis_text, decider_answer, participants_list
from kiosk.domain.case import Case
from kiosk.domain.choice import Outcome, ServiceAnswer
from kiosk.domain.consequence import follow
from kiosk.domain.eligibility import offered_services
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.review import ReviewBlock, ReviewRow
from kiosk.domain.service import ServiceId
from kiosk.domain.session import Visit
from kiosk.domain.situations import situation_of

_TWO = 2


@dataclass(frozen=True, slots=True)
class ReviewAnswers:
    """Tells what was answered and what it means if it is stored today."""

    municipality: Municipality
    clock: Clock
    working: WorkingCalendar

    def consequences(self, case: Case, visit: Visit) -> dict[ServiceId, ServiceAnswer]:
        """What each given answer means if it is stored today, order of the case."""
        today = self.clock.now().date()
        return {
            granted.service: follow(
                visit.answers[granted.service],
                situation_of(self.municipality, case, granted, today, self.working),
            )
            for granted in offered_services(self.municipality, case, today)
            if granted.service in visit.answers
        }

    def block(self, case: Case, visit: Visit, words: Words) -> ReviewBlock:
        """The review page: one row per service of the visit, then who decides."""
        answers = self.consequences(case, visit)
        texts = AnswerTexts(self.municipality, words)
        rows = [
            _service_row(answers[service], texts)
            if service in answers
            else self._open_row(service, words)
            for service in visit.services
        ]
        return ReviewBlock(
            title=words.gettext("Look over your answers"),
            hint=_hint(answers.values(), words),
            rows=(*rows, _decider_row(visit, words)),
            answers=tuple(answers.values()),
        )

    def _open_row(self, service: ServiceId, words: Words) -> ReviewRow:
        return ReviewRow(
            service=service,
            what=words.local(self.municipality.service(service).name),
            answer=words.gettext("Not chosen yet"),
            consequence=words.gettext("Nothing is stored for this service."),
            is_answered=False,
        )


def _service_row(answer: ServiceAnswer, texts: AnswerTexts) -> ReviewRow:
    return ReviewRow(
        service=answer.service,
        what=texts.what(answer),
        answer=texts.short(answer),
        consequence=texts.consequence(answer),
        is_answered=True,
    )


def _hint(answers: Iterable[ServiceAnswer], words: Words) -> str:
    """Said when more than one provider will come; nothing is wrong with that."""
    decided = (answer for answer in answers if answer.outcome is not Outcome.POSTPONED)
    count = len({answer.provider or answer.interim for answer in decided})
    if count <= 1:
        return ""
    if count == _TWO:
        return words.gettext("You get help from two providers")
    return words.gettext("You get help from {count} providers").format(count=words.number(count))


def _decider_row(visit: Visit, words: Words) -> ReviewRow:
    decider = visit.decider
    answer = words.gettext("Not answered yet")
    basis = ""
    if decider is not None:
        answer = decider_answer(decider, words)
        basis = basis_text(decider, words)
    return ReviewRow(
        service=None,
        what=words.gettext("Who decides"),
        answer=answer,
        consequence=sentences(basis, participants_line(visit.participants, words)),
        is_answered=decider is not None,
    )


def participants_line(participants: Sequence[str], words: Words) -> str:
    """Who takes part without deciding; empty for nobody."""
    if not participants:
        return ""
    return words.gettext("Taking part in the conversation: {people}.").format(
        people=participants_list(participants, words)
    )

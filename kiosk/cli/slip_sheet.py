"""The services of a reply slip with their numbered answers: shown, asked for, or read from options."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import click

from kiosk.app.ports.words import Words
from kiosk.cli.asked import Asked
from kiosk.cli.asking import can_ask
from kiosk.domain.choice import Answer, Outcome
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId

if TYPE_CHECKING:
    from kiosk.app.enter_answer import Answerable
    from kiosk.app.ports.case_file import ServiceState
    from kiosk.domain.case import Case
    from kiosk.domain.choice import ServiceAnswer

_UNCLEAR, _NOTHING = "?", "0"


@dataclass(frozen=True, slots=True)
class SlipSaid:
    """What stands on the slip."""

    answers: Mapping[ServiceId, Answer] = field(default_factory=dict)
    unclear: tuple[ServiceId, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is ticked."""
        return not (self.answers or self.unclear)


class SlipSheet:
    """The services of the case with their numbered answers."""

    def __init__(
        self, municipality: Municipality, forms: Sequence["Answerable"], words: Words
    ) -> None:
        self._municipality = municipality
        self._forms = forms
        self._words = words

    def show(self, case: "Case", states: Sequence["ServiceState"]) -> None:
        """List what can stand on the slip, and what is stored already."""
        from kiosk.app.slips.slip_texts import unclear_words

        text = self._words.gettext("Case {number}")
        click.echo(f"{text.format(number=case.reference)}: {case.name}")
        for form in self._forms:
            click.echo(self._name(form))
            for state in states:
                if state.service == form.service and state.answer is not None:
                    click.echo(f"  {self._stored(state.answer, state.answered_on)}")
            for number, label in enumerate(self._labels(form), start=1):
                click.echo(f"  {number}. {label}")
            click.echo(f"  {_UNCLEAR}. {unclear_words(self._words)}")
            click.echo(f"  {_NOTHING}. {self._words.gettext('Not answered')}")

    def _stored(self, answer: "ServiceAnswer", received: date | None) -> str:
        """What a slip that comes twice, or late, would take the place of."""
        from kiosk.app.compose_receipt import outcome_text

        words = self._words
        said = outcome_text(answer.outcome, words)
        if answer.outcome is Outcome.CHOSEN and answer.provider_name:
            said = words.local(answer.provider_name)
        if received is None:
            return words.gettext("Already stored: {answer}").format(answer=said)
        text = words.gettext("Already stored, received {date}: {answer}")
        return text.format(date=words.full_date(received), answer=said)

    def asked(self) -> SlipSaid:
        """What somebody at the terminal says, service by service.

        Raises:
            UsageError: Nobody is there to be asked.
        """
        if not can_ask():
            text = self._words.gettext("Say with --answer or --unclear what stands on the slip.")
            raise click.UsageError(text)
        return self._said({form.service: self._ask(form) for form in self._forms})

    def told(self, answers: Sequence[str], unclear: Sequence[str]) -> SlipSaid:
        """What the options say.

        Raises:
            BadParameter: A service or an answer is not one of the slip, or a service has two.
        """
        asked = Asked(self._municipality, self._words)
        typed = {self._form(each, asked, "--unclear").service: _UNCLEAR for each in unclear}
        for each in answers:
            service, said = self._pair(each, asked)
            if typed.setdefault(service, said) != said:
                raise self._two_answers(service)
        return self._said(typed)

    def _said(self, typed: Mapping[ServiceId, str]) -> SlipSaid:
        """What the numbers and signs mean."""
        answers = {
            form.service: form.answers[int(typed[form.service]) - 1]
            for form in self._forms
            if typed.get(form.service, _NOTHING) not in {_UNCLEAR, _NOTHING}
        }
        return SlipSaid(answers, tuple(each for each, said in typed.items() if said == _UNCLEAR))

    def _pair(self, text: str, asked: Asked) -> tuple[ServiceId, str]:
        """A service, and the number or sign of what is said about it."""
        named, mark, said = text.partition("=")
        if not mark:
            wrong = self._words.gettext("“{said}” is no pair. Write SERVICE=ANSWER.")
            raise click.BadParameter(wrong.format(said=text), param_hint="--answer")
        form = self._form(named, asked, "--answer")
        labels = list(self._labels(form))
        known = {str(number): str(number) for number in range(1, len(labels) + 1)}
        known |= dict(self._printed(form))
        known |= {_plain(label): str(number) for number, label in enumerate(labels, start=1)}
        known |= {_UNCLEAR: _UNCLEAR, _NOTHING: _NOTHING}
        if _plain(said) not in known:
            raise self._wrong(said.strip(), labels, "--answer")
        return form.service, known[_plain(said)]

    def _form(self, named: str, asked: Asked, option: str) -> "Answerable":
        """The service of the slip with this key or name."""
        with suppress(click.BadParameter):
            service = asked.service(named.strip(), option)
            for form in self._forms:
                if form.service == service:
                    return form
        raise self._wrong(named.strip(), list(map(self._name, self._forms)), option)

    def _two_answers(self, service: ServiceId) -> click.BadParameter:
        name = self._words.local(self._municipality.service(service).name)
        text = self._words.gettext(
            "{service} has more than one answer. If the slip has several crosses, use --unclear."
        )
        return click.BadParameter(text.format(service=name), param_hint="--answer")

    def _wrong(self, said: str, allowed: Sequence[str], option: str) -> click.BadParameter:
        text = self._words.gettext("“{said}” is not one of: {allowed}.")
        # Names may have commas of their own.
        between = "; " if any("," in each for each in allowed) else ", "
        return click.BadParameter(
            text.format(said=said, allowed=between.join(allowed)), param_hint=option
        )

    def _ask(self, form: "Answerable") -> str:
        allowed = {_UNCLEAR, _NOTHING, *(str(each + 1) for each in range(len(form.answers)))}
        while True:
            said: str = click.prompt(self._name(form)).strip()
            if said in allowed:
                return said
            click.echo(self._words.gettext("Write one of the numbers, or ? for unclear."))

    def _labels(self, form: "Answerable") -> Iterator[str]:
        from kiosk.app.slips.slip_texts import answer_words

        place, words = self._municipality, self._words
        return (answer_words(each, place, form.present, words) for each in form.answers)

    def _printed(self, form: "Answerable") -> Iterator[tuple[str, str]]:
        """What the paper calls the answers, and their numbers."""
        from kiosk.app.slips.slip_texts import printed_words

        for number, each in enumerate(form.answers, start=1):
            for said in printed_words(each, self._municipality, form.present, self._words):
                yield _plain(said), str(number)

    def _name(self, form: "Answerable") -> str:
        return self._words.local(self._municipality.service(form.service).name)


def _plain(text: str) -> str:
    """As people type it: the labels have hard spaces."""
    return " ".join(text.split()).casefold()

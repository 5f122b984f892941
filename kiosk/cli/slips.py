"""``kiosk slip``: a reply slip that came back is entered by its code."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn

import click

from kiosk.app.ports.words import Words
from kiosk.cli.asked import Asked
from kiosk.cli.asking import ask, can_ask
from kiosk.cli.days import Day
from kiosk.cli.doer import by_options, code_by, signed_in
from kiosk.cli.invocation import Invocation, command, group
from kiosk.cli.opening import REFUSED
from kiosk.cli.slip_returns import returned_command
from kiosk.domain.choice import Answer, Outcome
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId

if TYPE_CHECKING:
    from kiosk.app.enter_answer import Answerable
    from kiosk.app.ports.case_file import ServiceState
    from kiosk.app.program import Program
    from kiosk.app.slips.enter_slip import EnteredSlip
    from kiosk.domain.case import Case
    from kiosk.domain.choice import ServiceAnswer

_UNCLEAR, _NOTHING = "?", "0"


def slip_group(words: Words) -> click.Group:
    """Commands about reply slips."""
    commands = [_read(words), returned_command(words)]
    return group(words, "slip", words.gettext("Reply slips that came back."), commands)


def _read(words: Words) -> click.Command:
    pair = words.pgettext("argument", "SERVICE=ANSWER")
    return command(
        words,
        "read",
        words.gettext(
            "Open a case by the code of its slip, and enter what is ticked. Slips that somebody "
            "else has signed are entered in the window."
        ),
        _entered,
        [
            click.Argument(["code"], required=False, metavar=words.pgettext("argument", "CODE")),
            click.Option(
                ["--answer", "answers"],
                multiple=True,
                metavar=pair,
                help=words.gettext("Number or name of the ticked answer; for each service once."),
            ),
            click.Option(
                ["--unclear", "unclear"],
                multiple=True,
                metavar=words.pgettext("argument", "SERVICE"),
                help=words.gettext("Several crosses, or none that can be read: somebody asks."),
            ),
            click.Option(
                ["--received"],
                type=Day(words),
                metavar=words.pgettext("argument", "DATE"),
                help=words.gettext("Day on which the slip came; today by default."),
            ),
            click.Option(
                ["--signed"],
                is_flag=True,
                help=words.gettext("The person has signed the slip; otherwise it is asked."),
            ),
            *by_options(words, required=True),
        ],
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands on the slip."""

    answers: Mapping[ServiceId, Answer] = field(default_factory=dict)
    unclear: tuple[ServiceId, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is ticked."""
        return not (self.answers or self.unclear)


def _entered(invocation: Invocation, code: str | None, **said: Any) -> None:
    from kiosk.app.enter_answer import PaperAnswer
    from kiosk.cli.opened import opened
    from kiosk.domain.decider import Decider, DeciderRole

    words, answers, unclear = invocation.words, said["answers"], said["unclear"]
    if not can_ask() and not code:
        text = words.gettext("Give the code of the slip, and --answer or --unclear.")
        raise click.UsageError(text)
    staff_code = code_by(words, said["by"], said["by_code_file"])
    typed: str = code or click.prompt(words.pgettext("prompt", "Code of the slip"))
    with opened(invocation) as program:
        actor = signed_in(program, said["by"], staff_code)
        received = said["received"] or program.clock.now()
        day = received.date()
        case = _opened_case(program, typed, actor, words)
        forms = program.enter_answer.services(case.reference, day)
        sheet = _Sheet(program.municipality, forms, words)
        sheet.show(case, program.record.case_file(case.reference).states)
        slip = sheet.told(answers, unclear) if answers or unclear else sheet.asked()
        if slip.is_empty:
            _end(words.gettext("Nothing is answered, so nothing is stored."))
        is_signed = said["signed"] or _asks_signed(case, slip, words)
        decider = Decider(DeciderRole.SELF) if is_signed else None
        paper = PaperAnswer(case.reference, slip.answers, decider, day)
        stored = program.enter_slip.store(paper, slip.unclear, program.ids.event_id(), actor)
    _tell(stored, words)


def _opened_case(program: "Program", typed: str, actor: str, words: Words) -> "Case":
    """The case of the code; its opening is logged."""
    from kiosk.app.read_case import unlogged_text
    from kiosk.app.slips.slip_texts import other_brochure_text
    from kiosk.domain.reading import Reading

    found = program.find_slip.find(typed)
    unlogged = program.read_case.log(found.case, Reading.CASE_PAGE, actor)
    if unlogged is not None:
        click.echo(unlogged_text(unlogged, words), err=True)
    if found.is_of_another_brochure:
        click.echo(other_brochure_text(words), err=True)
    return program.record.case_file(found.case).case


class _Sheet:
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

    def asked(self) -> _Said:
        """What somebody at the terminal says, service by service.

        Raises:
            UsageError: Nobody is there to be asked.
        """
        if not can_ask():
            text = self._words.gettext("Say with --answer or --unclear what stands on the slip.")
            raise click.UsageError(text)
        return self._said({form.service: self._ask(form) for form in self._forms})

    def told(self, answers: Sequence[str], unclear: Sequence[str]) -> _Said:
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

    def _said(self, typed: Mapping[ServiceId, str]) -> _Said:
        """What the numbers and signs mean."""
        answers = {
            form.service: form.answers[int(typed[form.service]) - 1]
            for form in self._forms
            if typed.get(form.service, _NOTHING) not in {_UNCLEAR, _NOTHING}
        }
        return _Said(answers, tuple(each for each, said in typed.items() if said == _UNCLEAR))

    def _pair(self, text: str, asked: Asked) -> tuple[ServiceId, str]:
        """A service, and the number or sign of what is said about it."""
        named, mark, said = text.partition("=")
        if not mark:
            wrong = self._words.gettext("“{said}” is no pair. Write SERVICE=ANSWER.")
            raise click.BadParameter(wrong.format(said=text), param_hint="--answer")
        form = self._form(named, asked, "--answer")
        labels = list(self._labels(form))
        known = {str(number): str(number) for number in range(1, len(labels) + 1)}
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

        return (answer_words(each, self._municipality, self._words) for each in form.answers)

    def _name(self, form: "Answerable") -> str:
        return self._words.local(self._municipality.service(form.service).name)


def _asks_signed(case: "Case", slip: _Said, words: Words) -> bool:
    """Whether somebody at the terminal says that the person has signed.

    Raises:
        Exit: Nobody is there to be asked; an answer that is not signed is not stored.
    """
    if slip.answers and not can_ask():
        text = words.gettext(
            "Nothing is stored. If the person has signed the slip, add --signed. Slips that "
            "somebody else has signed are entered in the window."
        )
        _end(text)
    question = words.gettext("Has {name} signed the slip?").format(name=case.name)
    return bool(slip.answers) and can_ask() and ask(question, words)


def _end(text: str) -> NoReturn:
    """Say why nothing is stored."""
    click.echo(text, err=True)
    click.get_current_context().exit(REFUSED)


def _plain(text: str) -> str:
    """As people type it: the labels have hard spaces."""
    return " ".join(text.split()).casefold()


def _tell(stored: "EnteredSlip", words: Words) -> None:
    from kiosk.app.slips.slip_texts import stored_text

    click.echo(stored_text(stored.receipt_number, bool(stored.unclear), words))

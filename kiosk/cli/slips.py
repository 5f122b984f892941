"""``kiosk slip``: a reply slip that came back is entered by its code."""

from typing import TYPE_CHECKING, Any, NoReturn

import click

from kiosk.app.ports.words import Words
from kiosk.cli.asking import ask, can_ask
from kiosk.cli.days import Day
from kiosk.cli.doer import by_options, code_by, signed_in
from kiosk.cli.invocation import Invocation, command, group
from kiosk.cli.opening import REFUSED
from kiosk.cli.slip_returns import returned_command
from kiosk.cli.slip_sheet import SlipSaid, SlipSheet

if TYPE_CHECKING:
    from kiosk.app.program import Program
    from kiosk.app.slips.enter_slip import EnteredSlip
    from kiosk.domain.case import Case


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
        sheet = SlipSheet(program.municipality, forms, words)
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
    """The case of the code; its opening is logged.

    Raises:
        RefusedError: The code is wrong, or the case is closed.
    """
    from kiosk.app.read_case import unlogged_text
    from kiosk.app.slips.slip_texts import other_brochure_text
    from kiosk.app.store_choice import open_case
    from kiosk.domain.reading import Reading

    found = program.find_slip.find(typed)
    unlogged = program.read_case.log(found.case, Reading.CASE_PAGE, actor)
    if unlogged is not None:
        click.echo(unlogged_text(unlogged, words), err=True)
    if found.is_of_another_brochure:
        click.echo(other_brochure_text(words), err=True)
    return open_case(program.record, found.case, program.clock.now().date())


def _asks_signed(case: "Case", slip: SlipSaid, words: Words) -> bool:
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


def _tell(stored: "EnteredSlip", words: Words) -> None:
    from kiosk.app.slips.slip_texts import stored_text

    click.echo(stored_text(stored.receipt_number, bool(stored.unclear), words))

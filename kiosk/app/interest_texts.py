"""What staff stated about their ties to providers, in words."""

from collections.abc import Sequence

from kiosk.app.interests import Statement
from kiosk.app.ports.words import Words
from kiosk.domain.errors import NotFoundError
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId


def tie_names(ties: Sequence[ProviderId], municipality: Municipality, words: Words) -> list[str]:
    """Names of providers; the key of one that has left the content."""
    return [_name(tie, municipality, words) for tie in ties]


def statement_text(statement: Statement, municipality: Municipality, words: Words) -> str:
    """What somebody stated and until when it holds, without their name."""
    if statement.stated_on is None:
        return words.gettext("Has stated nothing yet.")
    ties = ", ".join(tie_names(statement.ties, municipality, words))
    said = words.gettext("Ties to {providers}.") if ties else words.gettext("No ties.")
    when = words.gettext("Stated {stated}.")
    if statement.valid_until is not None:
        when = words.gettext("Stated {stated}, holds until {until}.")
    until = statement.valid_until or statement.stated_on
    return " ".join(
        (
            said.format(providers=ties),
            when.format(stated=words.full_date(statement.stated_on), until=words.full_date(until)),
        )
    )


def statement_line(statement: Statement, municipality: Municipality, words: Words) -> str:
    """The same after the name, for a list."""
    text = statement_text(statement, municipality, words)
    return words.gettext("{name}: {text}").format(name=statement.name, text=text)


def _name(provider: ProviderId, municipality: Municipality, words: Words) -> str:
    try:
        return municipality.provider(provider).name.in_(words.language)
    except NotFoundError:
        return provider

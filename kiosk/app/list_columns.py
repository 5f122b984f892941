"""What the columns of a case list say, and which of them a list must have."""

from collections.abc import Collection
from enum import Enum


class Column(Enum):
    """What a column says; the value is the heading that we would give it.

    The name in small letters is its key in the record.
    """

    CASE_NUMBER = "Saksnummer"
    NAME = "Navn"
    NAME_FAMILY_FIRST = "Etternavn, fornavn"
    GIVEN_NAME = "Fornavn"
    MIDDLE_NAME = "Mellomnavn"
    FAMILY_NAME = "Etternavn"
    BIRTH_DATE = "Fødselsdato"
    SERVICE = "Tjeneste"
    ZONE = "Sone"
    DECIDED_ON = "Vedtaksdato"
    DECISION_REFERENCE = "Vedtaksreferanse"
    HOURS = "Timer per uke"
    NEEDS = "Behov"
    NEEDS_DAY = "Dag"
    NEEDS_EVENING = "Kveld"
    NEEDS_NIGHT = "Natt"
    NEEDS_WEEKEND = "Helg"
    PROVIDER = "Nåværende leverandør"
    PROVIDER_SINCE = "Leverandør siden"
    ADDRESS = "Adresse"
    POSTCODE = "Postnummer"
    TOWN = "Poststed"
    PROTECTED = "Adressesperre"
    PHONE = "Telefon"
    WRITTEN_LANGUAGE = "Målform"
    INTERPRETER = "Tolk"
    INTERPRETER_LANGUAGE = "Tolkespråk"
    POST_NAME = "Post til"
    POST_ROLE = "Rolle"
    POST_ADDRESS = "Postmottakers adresse"
    POST_POSTCODE = "Postmottakers postnummer"
    POST_TOWN = "Postmottakers poststed"
    POST_INSTEAD = "I stedet eller i tillegg"
    REPLY_BY = "Svarfrist"
    CLOSED_ON = "Avsluttet"
    CLOSED_REASON = "Grunn"

    @property
    def key(self) -> str:
        """By which the record knows it."""
        return self.name.casefold()


SEVERAL = frozenset({Column.ADDRESS, Column.POST_ADDRESS})
"""What may fill several columns; of everything else the first one is read."""

NEEDED = (
    Column.CASE_NUMBER,
    Column.BIRTH_DATE,
    Column.SERVICE,
    Column.ZONE,
    Column.DECIDED_ON,
)
"""What every list has; a name is needed too, whole or split."""

# Each of them is a name; a given name alone is none.
_WHOLE_NAMES = frozenset({Column.NAME, Column.NAME_FAMILY_FIRST, Column.FAMILY_NAME})


OPTIONAL = frozenset(Column) - {*NEEDED, *_WHOLE_NAMES}
"""What no list needs."""


def missing(columns: Collection[Column]) -> tuple[Column, ...]:
    """What a list lacks that has these columns; empty for one that can be read."""
    found = [column for column in NEEDED if column not in columns]
    if not _WHOLE_NAMES.intersection(columns):
        found.insert(int(Column.CASE_NUMBER in found), Column.NAME)
    return tuple(found)

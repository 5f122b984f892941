"""What the fields of a case list are called, in the language of whoever reads it."""

from collections.abc import Mapping

from kiosk.app.list_columns import Column
from kiosk.app.ports.words import Words


def column_names(words: Words) -> Mapping[Column, str]:
    """A name for each field, in the order in which staff look for them."""
    return {
        Column.CASE_NUMBER: words.pgettext("field", "Case number"),
        Column.NAME: words.pgettext("field", "Name"),
        Column.NAME_FAMILY_FIRST: words.pgettext("field", "Name, family name first"),
        Column.GIVEN_NAME: words.pgettext("field", "Given name"),
        Column.MIDDLE_NAME: words.pgettext("field", "Middle name"),
        Column.FAMILY_NAME: words.pgettext("field", "Family name"),
        Column.BIRTH_DATE: words.pgettext("field", "Birth date"),
        Column.SERVICE: words.pgettext("field", "Service"),
        Column.ZONE: words.pgettext("field", "Zone"),
        Column.DECIDED_ON: words.pgettext("field", "Date of the decision"),
        Column.DECISION_REFERENCE: words.pgettext("field", "Reference of the decision"),
        Column.HOURS: words.pgettext("field", "Hours a week"),
        Column.NEEDS: words.pgettext("field", "Needs help when"),
        Column.NEEDS_DAY: words.pgettext("field", "Needs help by day"),
        Column.NEEDS_EVENING: words.pgettext("field", "Needs help in the evening"),
        Column.NEEDS_NIGHT: words.pgettext("field", "Needs help at night"),
        Column.NEEDS_WEEKEND: words.pgettext("field", "Needs help at weekends"),
        Column.PROVIDER: words.pgettext("field", "Present provider"),
        Column.PROVIDER_SINCE: words.pgettext("field", "Present provider since"),
        Column.ADDRESS: words.pgettext("field", "Address"),
        Column.POSTCODE: words.pgettext("field", "Postcode"),
        Column.TOWN: words.pgettext("field", "Town"),
        Column.PROTECTED: words.pgettext("field", "Protected address"),
        Column.PHONE: words.pgettext("field", "Telephone"),
        Column.WRITTEN_LANGUAGE: words.pgettext("field", "Written language"),
        Column.INTERPRETER: words.pgettext("field", "Interpreter"),
        Column.INTERPRETER_LANGUAGE: words.pgettext("field", "Language of the interpreter"),
        Column.POST_NAME: words.pgettext("field", "Post to"),
        Column.POST_ROLE: words.pgettext("field", "Role of who gets the post"),
        Column.POST_ADDRESS: words.pgettext("field", "Address of who gets the post"),
        Column.POST_POSTCODE: words.pgettext("field", "Postcode of who gets the post"),
        Column.POST_TOWN: words.pgettext("field", "Town of who gets the post"),
        Column.POST_INSTEAD: words.pgettext("field", "Post instead or as well"),
        Column.REPLY_BY: words.pgettext("field", "Reply deadline"),
        Column.CLOSED_ON: words.pgettext("field", "Closed on"),
        Column.CLOSED_REASON: words.pgettext("field", "Reason for closing"),
    }


def field_named(name: str, words: Words) -> Column | None:
    """The field of a name in the language of ``words``, or of the Norwegian heading that we use.

    Returns:
        None where there is no such field.
    """
    wanted = _plain(name)
    for column, own in column_names(words).items():
        if wanted in {_plain(own), _plain(column.value), _plain(column.key)}:
            return column
    return None


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))

"""How a person, and whoever receives the post, can be reached."""

import re
from dataclasses import replace

from kiosk.app.intake_reasons import RowReason
from kiosk.app.list_columns import Column
from kiosk.intake.answers import to_answer, to_post_way, to_protection, to_written_language
from kiosk.intake.cells import CellError, to_phone, to_postcode
from kiosk.intake.facts import PersonFacts
from kiosk.intake.post_roles import USUAL_ROLES, is_usual
from kiosk.intake.row_cells import RowCells
from kiosk.intake.spelling import key

_POST_PLACE = re.compile(r"(\d{4})[ ,]+(\D.*)", re.ASCII)
_NO_PHONE = frozenset({"", "ingen", "nei", "ukjent", "ukjend", "mangler", "manglar"})


def with_contact(cells: RowCells, facts: PersonFacts) -> PersonFacts:
    """A person with address, telephone and languages."""
    postcode, town = _post_place(cells, Column.POSTCODE, Column.TOWN)
    return replace(
        facts,
        lines=cells.texts(Column.ADDRESS) or None,
        postcode=postcode,
        town=town,
        is_address_protected=cells.optional(Column.PROTECTED, to_protection),
        phone=cells.lenient(Column.PHONE, _to_phone),
        written_language=cells.lenient(Column.WRITTEN_LANGUAGE, to_written_language),
        interpreter=_interpreter(cells),
    )


def with_post(cells: RowCells, facts: PersonFacts) -> PersonFacts:
    """A person with who receives the post."""
    postcode, town = _post_place(cells, Column.POST_POSTCODE, Column.POST_TOWN)
    role = cells.said(Column.POST_ROLE)
    if role is not None and not is_usual(role):
        # Nobody decides by this role; it stands beside a name.
        cells.notice(
            RowReason.POST_ROLE_UNKNOWN,
            Column.POST_ROLE,
            cells.shown(Column.POST_ROLE),
            usual=", ".join(USUAL_ROLES),
        )
    return replace(
        facts,
        post_name=cells.said(Column.POST_NAME),
        post_role=role,
        post_lines=cells.texts(Column.POST_ADDRESS) or None,
        post_postcode=postcode,
        post_town=town,
        post_instead=cells.optional(Column.POST_INSTEAD, to_post_way),
    )


def may_be_protected(cells: RowCells) -> bool:
    """Whether a row says that the address is protected, or says something unclear about it."""
    text = cells.shown(Column.PROTECTED)
    try:
        return bool(text) and to_protection(text)
    except CellError:
        return True


def _to_phone(text: str) -> str | None:
    return None if key(text) in _NO_PHONE else to_phone(text)


def _interpreter(cells: RowCells) -> str | None:
    """The language of the interpreter; "yes" stays as it is where no language is told."""
    needed = cells.said(Column.INTERPRETER)
    language = cells.said(Column.INTERPRETER_LANGUAGE)
    try:
        is_needed = needed is None or to_answer(needed)
    except CellError:
        return needed
    return (language or needed) if is_needed else None


def _post_place(cells: RowCells, postcode: Column, town: Column) -> tuple[str | None, str | None]:
    """Postcode and town, also from one cell such as ``0000 Eksempelvik``."""
    code, place = cells.said(postcode), cells.said(town)
    if match := _POST_PLACE.fullmatch(code or ""):
        code, place = match[1], place or match[2]
    if code is None:
        return None, place
    try:
        return to_postcode(code), place
    except CellError as error:
        cells.refuse(error.reason, postcode, code)
        return None, place

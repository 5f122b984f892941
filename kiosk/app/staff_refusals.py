"""What the pages and commands of staff refuse, in words."""

from collections.abc import Mapping

from kiosk.app.ports.words import Words


def staff_refusal_texts(words: Words) -> Mapping[str, str]:
    """About what staff may do, and what they write."""
    return {
        "cannot.reference_missing": words.gettext(
            "Write the reference of the decision that exists."
        ),
        "cannot.not_your_role": words.gettext(
            "Only a case officer or an administrator enters that a person cannot choose. "
            "Ask the case officer."
        ),
        "cannot.not_here": words.gettext(
            "That a person cannot choose is never entered at a machine for the public. Enter it at "
            "the office."
        ),
        "staff.may_not_hand_over": words.gettext(
            "Your role does not let you open cases at a machine for the public. Ask a case officer "
            "or the front desk."
        ),
        "staff.unknown": words.gettext(
            "The record knows no staff member with this name. Sign in again."
        ),
        "staff.may_not_import": words.gettext(
            "Only a case officer or an administrator takes in a case list. Ask one of them."
        ),
        "staff.may_not_agree": words.gettext(
            "Only a case officer or an administrator enters the agreed date. Ask one of them."
        ),
        "staff.may_not_correct": words.gettext(
            "Only a case officer or an administrator corrects what is stored. Ask one of them."
        ),
        "staff.may_not_withdraw": words.gettext(
            "Only a case officer or an administrator enters that an answer is taken back. "
            "Ask one of them."
        ),
        "staff.may_not_deliver": words.gettext(
            "Only a case officer or an administrator delivers to the case system. Ask one of them."
        ),
        "interests.missing": words.gettext(
            "State first whether you have ties to a provider, under Tasks and “Ties to providers”, "
            "on the command line with kiosk staff ties. Then you can record choices."
        ),
        "interests.too_old": words.gettext(
            "What you stated about ties to providers is too old. State it anew, under Tasks and “Ties "
            "to providers”, on the command line with kiosk staff ties. Then you can record choices."
        ),
        "interests.tied": words.gettext(
            "You have stated ties to {provider}, which this person can choose. Let a colleague "
            "without such ties help here."
        ),
        "interests.not_asked": words.gettext(
            "The municipality does not ask for statements of ties. Set interests_months in "
            "municipality.toml first."
        ),
        "staff.name_missing": words.gettext("Write the name of the staff member."),
        "staff.name_taken": words.gettext(
            "There is a staff member with this name already. Write another name."
        ),
        "staff.name_was_used": words.gettext(
            "A staff member who was removed had this name, and it stays theirs. "
            "Write the name in another way, for example with a middle name."
        ),
        "staff.is_removed": words.gettext("This staff member has been removed already."),
        "staff.last_administrator": words.gettext(
            "This is the only administrator. Let somebody else be administrator first."
        ),
        "staff.may_not_set_up_machine": words.gettext(
            "Only a case officer or an administrator sets the machine up. Ask one of them."
        ),
        "staff.may_not_manage_staff": words.gettext(
            "Only an administrator changes who can sign in. Ask one of them."
        ),
        "staff.code_short": words.gettext(
            "The code is too short. It must have at least {length} characters."
        ),
        "text.too_long": words.gettext(
            "The text is too long. Write at most {limit} characters, without health details."
        ),
        "text.birth_number": words.gettext(
            "The text holds a national identity number. It is never stored, so remove it."
        ),
        "note.no_choice": words.gettext(
            "There is no stored answer that this note belongs to. Open the case again."
        ),
        "note.is_stored": words.gettext(
            "This conversation has a note already, and it stays as it is. "
            "Begin a new conversation to note something else."
        ),
        "note.how_missing": words.gettext(
            "Write in a few words how you made sure, without health details."
        ),
        "document.case_closed": words.gettext(
            "The case is closed, so no brochure is made. Make a brochure without a case instead."
        ),
        "document.nothing_offered": words.gettext(
            "No service of this case can be chosen, so there is no brochure. "
            "Look at the services of the case."
        ),
        "document.not_in_zone": words.gettext(
            "The services cannot be chosen there, so there is no brochure. "
            "Choose another place or other services."
        ),
        "document.no_such_edition": words.gettext(
            "There is no such edition of this document. Choose another one."
        ),
        "document.no_easy_texts": words.gettext(
            "The content pack has no easy-read texts, so there is no such brochure. These files "
            "are missing: {files}."
        ),
    }


def door_refusal_texts(words: Words) -> Mapping[str, str]:
    """What keeps the program, or somebody, outside."""
    return {
        "pack.not_example": words.gettext(
            "This content pack is not marked EKSEMPEL. Invented visits are played on example "
            "packs only."
        ),
        "sign_in.nobody": words.gettext(
            "Nobody can sign in yet. Add somebody with the command “kiosk staff add”."
        ),
        "sign_in.wrong": words.gettext("The code is wrong."),
        "sign_in.name_or_code": words.gettext(
            "The name or the code is wrong. “kiosk staff list” shows the names."
        ),
        "sign_in.wait": words.gettext(
            "The code was wrong several times. Wait a little, and try again."
        ),
    }

"""Every refusal as a sentence that explains it and says what to do instead."""

from collections.abc import Mapping
from datetime import date

from kiosk.app.exits.refusal_texts import exit_refusal_texts
from kiosk.app.key_faults import key_refusal_texts
from kiosk.app.mailout.refusal_texts import mailout_refusal_texts
from kiosk.app.nonchoice.refusal_texts import nonchoice_refusal_texts
from kiosk.app.nonchoice.simulation_faults import simulation_refusal_texts
from kiosk.app.ports.words import Words
from kiosk.app.retention_faults import retention_refusal_texts
from kiosk.app.slips.refusal_texts import slip_refusal_texts
from kiosk.app.waiting_refusals import waiting_refusal_texts
from kiosk.app.wording import question_text
from kiosk.domain.decider import Question
from kiosk.domain.errors import Refusal


def refusal_text(refusal: Refusal, words: Words) -> str:
    """Why something is not accepted and what to do; a general sentence for unknown codes."""
    if refusal.code == "decider.unanswered":
        question = question_text(Question(refusal.values["question"]), words)
        return words.gettext("Answer this question first: {question}").format(question=question)
    texts = {
        **_decider(words),
        **_visit(words),
        **_later(words),
        **_staff(words),
        **_doors(words),
        **key_refusal_texts(words),
        **retention_refusal_texts(words),
        **exit_refusal_texts(words),
        **nonchoice_refusal_texts(words),
        **waiting_refusal_texts(words),
        **simulation_refusal_texts(words),
        **mailout_refusal_texts(words),
        **slip_refusal_texts(words),
    }
    text = texts.get(refusal.code)
    if text is None:
        return words.gettext("This is not possible here. Ask the case officer.")
    return text.format(**_told(refusal, words))


def _told(refusal: Refusal, words: Words) -> Mapping[str, str]:
    """Values for a sentence: days in words, and of texts in several languages the reader's."""
    ending = f"_{words.language.value}"
    values = {key.removesuffix(ending): value for key, value in refusal.values.items()}
    if "date" in values:
        values["date"] = words.full_date(date.fromisoformat(values["date"]))
    return values


def _decider(words: Words) -> Mapping[str, str]:
    return {
        "decider.name_missing": words.gettext("Write the name of the one who decides."),
        "decider.not_a_child": words.gettext(
            "A parent or the child welfare service decides only for children under {age}. "
            "Choose another answer."
        ),
        "decider.is_a_child": words.gettext(
            "For children under {age}, a parent or the child welfare service decides. "
            "Choose one of them."
        ),
        "decider.is_lawyer": words.gettext(
            "Find out whether the representative is a lawyer. "
            "Only a lawyer needs no written power of attorney."
        ),
        "decider.document_seen": words.gettext(
            "The case officer must see the document before somebody else decides. "
            "Show it now, or bring it next time."
        ),
        "decider.covers_choice": words.gettext(
            "The power of attorney must cover the choice of provider. "
            "If it does not, choose another answer."
        ),
        "decider.valid_today": words.gettext(
            "The power of attorney must be valid today. Show a valid one, or choose another answer."
        ),
        "decider.is_adult": words.gettext(
            "A representative must be 18 or older. Choose another answer."
        ),
        "decider.works_in_field": words.gettext(
            "Somebody who works with home care cannot be a representative here. "
            "Choose another answer."
        ),
        "decider.mandate_personal": words.gettext(
            "A guardian decides this only when the mandate covers personal matters. "
            "Choose another answer."
        ),
        "decider.person_heard": words.gettext(
            "The person shall be heard first. Talk together, and answer again."
        ),
        "decider.person_objects": words.gettext(
            "Nobody can decide this against the person's will. Stop here, and ask the case officer."
        ),
        "decider.in_force": words.gettext(
            "The lasting power of attorney must have come into force. "
            "If it has not, choose another answer."
        ),
    }


def _visit(words: Words) -> Mapping[str, str]:
    return {
        "visit.nonchoice_not_shown": words.gettext(
            "First read what happens if you do not choose. Then you can answer."
        ),
        "visit.is_stored": words.gettext(
            "The answers are stored. Begin a new conversation to change them."
        ),
        "letter.nothing_allocated": words.gettext(
            "The rule has not given this person a provider, or something else holds by now."
        ),
        "allocation.reason_missing": words.gettext("Say why the person is set aside."),
        "allocation.not_open": words.gettext("This proposal is no longer on the list."),
        "visit.stored_otherwise": words.gettext(
            "Other answers from this conversation are stored already. "
            "Begin a new conversation to change them."
        ),
        "visit.decider_missing": words.gettext("First answer who decides."),
        "choice.nothing_answered": words.gettext(
            "No service has an answer yet. Go back and answer, or end here."
        ),
        "choice.case_closed": words.gettext(
            "The case is closed, and nothing can be stored. Open it in the case system first."
        ),
        "choice.service_not_offered": words.gettext(
            "One of the services is outside the choice. Go back and look through the answers."
        ),
        "choice.provider_not_offered": words.gettext(
            "This provider cannot be chosen here now. Choose another answer."
        ),
        "choice.provider_stops": words.gettext(
            "The provider stops soon. Nobody new can choose it. Choose another answer."
        ),
        "choice.nothing_to_keep": words.gettext(
            "There is no provider to keep for this service. Choose another answer."
        ),
        "choice.switch_limit": words.gettext(
            "The switches of this year are used up. You can switch again from 1 January. "
            "Do you need to switch sooner? Ask the case officer."
        ),
        "choice.changed_since_read": words.gettext(
            "Something has changed since you read the answers, such as the date. "
            "Look over them and store again."
        ),
        "choice.date_passed": words.gettext("The date is past. Choose a later date."),
        "choice.staff_only": words.gettext(
            "This answer is entered by staff on the case page. Choose another answer here."
        ),
    }


def _later(words: Words) -> Mapping[str, str]:
    """What happens to an answer after it was stored."""
    return {
        "withdrawal.nothing": words.gettext("Pick what is to be taken back."),
        "withdrawal.not_standing": words.gettext(
            "This answer has been replaced or taken back already. Open the case again."
        ),
        "withdrawal.has_begun": words.gettext(
            "The provider has begun, so the answer cannot be taken back. "
            "The person can switch provider instead."
        ),
        "agreement.nothing_open": words.gettext(
            "No start is to be agreed on for this service. Open the case again."
        ),
        "agreement.before_answer": words.gettext(
            "The provider cannot begin before the municipality got the answer. Write a later date."
        ),
        "agreement.too_late": words.gettext(
            "The date is more than a year from now. Write an earlier date."
        ),
        "agreement.provider_stops": words.gettext(
            "The provider stops before that day. Call the person, and ask for another choice."
        ),
        "agreement.red_day": words.gettext(
            "That day is in a weekend or a public holiday. Agree on a working day."
        ),
        "choice.nothing_to_deliver": words.gettext(
            "This case has no stored answers, so there is nothing to deliver."
        ),
        "correction.no_choice": words.gettext(
            "There is no stored answer to correct. Open the case again."
        ),
        "correction.is_corrected": words.gettext(
            "This answer has been corrected already. Correct the newest one."
        ),
        "correction.withdrawn": words.gettext(
            "This answer was taken back, so there is nothing to correct. Open the case again."
        ),
        "correction.nobody_decided": words.gettext(
            "Nobody decided here: staff entered a decision that was made elsewhere."
        ),
        "correction.day_unreadable": words.gettext(
            "Write the day like {example}. What stands there is no day."
        ),
        "correction.received_later": words.gettext(
            "The answer was stored before this day, so it was received no later. "
            "Write an earlier day."
        ),
        "correction.received_before_decision": words.gettext(
            "The decision about the service is newer than this day. Write a later day."
        ),
        "correction.received_out_of_order": words.gettext(
            "Another answer was received between these days. Correct that one first."
        ),
        "correction.reason_missing": words.gettext("Write what was recorded wrongly."),
        "correction.nothing_changed": words.gettext(
            "The correction says the same as what is stored. Change an answer first."
        ),
    }


def _staff(words: Words) -> Mapping[str, str]:
    return {
        "cannot.reference_missing": words.gettext(
            "Write the reference of the decision that exists."
        ),
        "cannot.not_your_role": words.gettext(
            "Only a case officer or an administrator enters that a person cannot choose. "
            "Ask the case officer."
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
    }


def _doors(words: Words) -> Mapping[str, str]:
    """What keeps the program, or somebody, outside."""
    return {
        "pack.not_example": words.gettext(
            "This content pack is not marked EKSEMPEL. Invented visits are played on example "
            "packs only."
        ),
        "sign_in.wrong": words.gettext("The code is wrong."),
        "sign_in.wait": words.gettext(
            "The code was wrong several times. Wait a little, and try again."
        ),
    }

"""What a visit refuses, in words."""

from collections.abc import Mapping

from kiosk.app.ports.words import Words


def decider_refusal_texts(words: Words) -> Mapping[str, str]:
    """About who decides, and by what right."""
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


def visit_refusal_texts(words: Words) -> Mapping[str, str]:
    """About the answers of a visit."""
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

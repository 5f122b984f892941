"""Why a code from a reply slip is not accepted, or no form is made, and what to do instead."""

from collections.abc import Mapping

from kiosk.app.ports.words import Words


def slip_refusal_texts(words: Words) -> Mapping[str, str]:
    """The sentences by code."""
    return {
        "slip.not_a_code": words.gettext(
            "This is no code from a reply slip, or a character in it is wrong. "
            "Read the ten characters below the square once more."
        ),
        "slip.no_code_or_case": words.gettext(
            "This is neither the code of a reply slip nor the number of a case here. "
            "Read it once more, on the slip or beside the address in the letter."
        ),
        "slip.no_letter": words.gettext(
            "No letter to this person is entered as posted. Enter first that it was posted."
        ),
        "slip.came_back_before": words.gettext(
            "It is entered already that the last letter to this person came back. If an earlier one "
            "came back too, enter it on the page of the case."
        ),
        "document.nothing_to_switch": words.gettext(
            "There is no switch form for this person now: for no service is there both a provider "
            "who helps and another one to choose."
        ),
        "answer.nothing_ticked": words.gettext(
            "Nothing is entered yet. Pick what stands on the paper, for one service at least."
        ),
        "answer.signer_missing": words.gettext("Pick who has signed."),
        "slip.answered_and_unclear": words.gettext(
            "A service is answered and unclear at the same time. Choose one of the two."
        ),
        "slip.unclear_before": words.gettext(
            "It is entered already that a slip of this day is unclear. Nothing more was stored. "
            "Call the person."
        ),
        "slip.unknown_code": words.gettext(
            "No case here has this code. The slip may belong to another municipality, or the case "
            "was erased. Find the person by name or case number."
        ),
        "slip.not_now": words.gettext(
            "The slip was not taken up, since something else is being done on this page. Finish it or go "
            "back to the cases, and scan the slip again."
        ),
    }

"""What is wrong with words that are not neutral, and what to write instead."""

from kiosk.app.ports.words import Words
from kiosk.domain.neutral.kinds import Loaded


def about_loaded_words(words: Words) -> dict[str, str]:
    """Every reason by its code, placeholders still in braces."""
    _ = words.gettext
    reasons = {
        Loaded.RANK: _(
            "{words} puts one provider above the others. Write a fact that can be counted."
        ),
        Loaded.PROMISE: _(
            "{words} promises more than anybody can keep. Write what the agreement says."
        ),
        Loaded.PRAISE: _("{words} is praise. Write what is done, or leave it out."),
        Loaded.PRESSURE: _(
            "{words} recommends or presses. People are to choose without a push; leave it out."
        ),
        Loaded.COMPARISON: _(
            "{words} compares with others. Write about this provider only, in facts."
        ),
        Loaded.VAGUE: _("{words} says no number. Write how many, or how many days or hours."),
        Loaded.OWNER: _(
            "{words} takes sides about who owns a provider. Use private, non-profit or municipal."
        ),
        Loaded.READER: _(
            "{words} speaks down to people. Write about persons who need help at home."
        ),
        Loaded.FIRST_PERSON: _(
            "{words}: a profile is written in the third person. Write the provider’s name."
        ),
        Loaded.SHOUT: _("{words} shouts or asks. Write calm sentences that end in a full stop."),
        Loaded.LINK: _("{words} is a web address. It has a field of its own under contact."),
    }
    told = _about_reasons(words)
    told |= {f"loaded_{kind.value}": reason for kind, reason in reasons.items()}
    return told | {
        "names_differ": _(
            "Bokmål and nynorsk do not name the same. Only bokmål: {nb}. Only nynorsk: {nn}."
        ),
        "spoken_longer": _(
            "Read aloud ({language}, {service}), this profile takes {percent} % longer than the "
            "mean. Shorten its texts."
        ),
        "spoken_shorter": _(
            "Read aloud ({language}, {service}), this profile takes {percent} % less time than the "
            "mean. Fill in what is not stated."
        ),
    }


def _about_reasons(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "reason_for_nothing": _(
            "Nothing in {file} needs a reason for “{words}” in that field. Remove this reason, or "
            "write file, field and words as they are told."
        ),
        "reason_for_error": _(
            "“{words}” cannot stay in a profile, whatever the reason. Write the text anew."
        ),
        "reason_by_one": _(
            "Whoever wrote the reason cannot approve it. Let somebody else read and approve it."
        ),
        "reason_later": _("{day} is in the future. Write the day of the approval."),
    }

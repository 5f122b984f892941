"""Puts the faults of a pack into words: what is wrong, and what to write instead."""

from kiosk.app.edition_texts import edition_name
from kiosk.app.ports.words import Words
from kiosk.content.loaded_texts import about_loaded_words
from kiosk.domain.edition import Edition
from kiosk.domain.errors import ContentProblem


def in_words(problem: ContentProblem, words: Words) -> str:
    """The reason in the language of ``words``, one or two sentences."""
    count = int(problem.values.get("lines", "1"))
    values = dict(problem.values)
    if "edition" in values and problem.code.endswith("_in_edition"):
        values["edition"] = edition_name(Edition(values["edition"]), words)
    return sentences(words, count)[problem.code].format(**values)


def sentences(words: Words, count: int = 1) -> dict[str, str]:
    """Every reason by its code, placeholders still in braces; ``count`` is for the plural."""
    return {
        **_about_files(words),
        **_about_kinds(words),
        **_about_forms(words),
        **_about_texts(words),
        **_about_easy_texts(words),
        **_about_keys(words),
        **_about_services(words),
        **_about_rules(words),
        **_about_picking(words),
        **_about_start_up(words),
        **_about_retention(words),
        **_about_profiles(words),
        **about_loaded_words(words),
        **_about_room(words, count),
    }


def _about_files(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "no_such_folder": _("This folder does not exist."),
        "no_pack_here": _(
            "This folder holds no content pack: {files} are missing. Write the path of the folder "
            "in which they are."
        ),
        "not_a_folder": _("This is a file. A content pack is a folder."),
        "file_missing": _("This file is missing."),
        "file_name": _("The file of this provider must be called {name}."),
        "no_providers": _("There is no provider. Each has its own .toml file in this folder."),
        "file_not_read": _("This file has no place in a content pack and is not read."),
        "outside_the_pack": _("This is a link to a file outside the content pack."),
        "unreadable": _("This file cannot be opened."),
        "not_utf8": _("Line {line} holds letters that are not UTF-8. Save the file as UTF-8."),
        "broken_toml": _(
            "The file cannot be understood at line {line}. Check quotation marks, brackets and "
            "equals signs there. The rest of the file is checked after that."
        ),
        "no_such_date": _(
            "Line {line}: there is no such date as {value}. The rest of the file is checked after "
            "that."
        ),
        "date_form": _(
            "Line {line}: write a date such as 2026-11-30, not {value}. The rest of the file is "
            "checked after that."
        ),
    }


def _about_room(words: Words, count: int) -> dict[str, str]:
    _ = words.gettext
    return {
        "name_too_long": _(
            "The name needs {lines} lines on the screen; every card has room for {most}."
        ),
        "no_room": words.ngettext(
            "The text is {lines} line too long on paper ({language}). Shorten it.",
            "The text is {lines} lines too long on paper ({language}). Shorten it.",
            count,
        ),
        "no_room_there": _(
            "On paper ({language}) there is no room for “{text}” under “{owner}”. Shorten it, or "
            "shorten what stands beside it, such as the names of services."
        ),
        "no_room_in_edition": words.ngettext(
            "Edition “{edition}” ({language}): the text is {lines} line too long. This edition "
            "cannot be printed with it. Shorten it.",
            "Edition “{edition}” ({language}): the text is {lines} lines too long. This edition "
            "cannot be printed with it. Shorten it.",
            count,
        ),
        "no_room_there_in_edition": _(
            "Edition “{edition}” ({language}): there is no room for “{text}” under “{owner}”. This "
            "edition cannot be printed with it. Shorten it."
        ),
        "no_room_in_window": _(
            "This has no room in the window of an envelope ({language}): four lines of 85 mm. "
            "Shorten it, or leave a part of the address out."
        ),
        "no_glyph": _("The font has no “{character}”. Write it another way."),
    }


def _about_kinds(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "missing": _("This field is missing."),
        "unknown_field": _("There is no field with this name. The fields here are: {allowed}."),
        "expects_table": _("Write fields here, each with a name and a value."),
        "expects_list": _("Write a list in square brackets."),
        "expects_text": _("Write a text in quotation marks, not {value}."),
        "expects_number": _("Write a whole number without quotation marks, not “{value}”."),
        "expects_yes_no": _("Write true or false, not “{value}”."),
        "expects_date": _("Write a date such as 2026-11-30, not “{value}”."),
        "expects_local_text": _("Write a text, or one text each for nb, nn and en."),
        "not_one_of": _("“{value}” is not one of: {allowed}."),
        "out_of_range": _("Write a number from {least} to {most}, not {value}."),
        "empty_list": _("The list is empty."),
        "empty_table": _("There is nothing here. Write at least one line with a name and a value."),
        "listed_twice": _("“{value}” stands twice in the list."),
    }


def _about_forms(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "slug": _("“{value}” is no key. Use the letters a to z, digits and hyphens."),
        "org_number": _(
            "“{value}” is no organisation number: nine digits, the last one a check digit."
        ),
        "receipt_prefix": _("Write two to four capital letters, not “{value}”."),
        "phone": _("“{value}” is no phone number. Use digits and blanks."),
        "email": _("“{value}” is no e-mail address."),
        "web": _("“{value}” is no web address. Write it without https://."),
        "address": _(
            "“{value}” is no address. Write street, comma, postcode of four digits, town."
        ),
        "language_code": _("“{value}” is no language code. Write two or three small letters."),
        "staff_code": _("Write four to twelve digits, not “{value}”."),
    }


def _about_texts(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "empty": _("The text is empty."),
        "too_long": _("The text has {length} characters; there is room for {most}."),
        "over_budget": _(
            "The text has {length} characters. Over {budget} it may not fit in every edition."
        ),
        "one_line": _("Write the text on one line, without blanks before or after it."),
        "numbers_differ": _("The numbers differ. In bokmål only: {nb}. In nynorsk only: {nn}."),
        "prose_blank_line": _("Line {line}: leave a blank line after the list."),
        "prose_mark": _(
            "Line {line}: “{mark}” cannot be shown. Use headings, paragraphs and list items only."
        ),
        "prose_title": _("The text must begin with its only heading of level 1: # Title."),
        "prose_only_title": _("There is a heading but no text."),
        "unknown_placeholder": _(
            "“{value}” stands for nothing. The words in braces are: {allowed}."
        ),
        "no_phone": _("“{value}” has no value: the office has no phone in municipality.toml."),
        "other_term": _(
            "“{value}” is not what municipality.toml says. Write {notice} for the time until a "
            "new provider begins, or {reply} for the reply deadline."
        ),
        "prose_outline": _(
            "Headings, paragraphs and list items are not the same as in the bokmål text."
        ),
    }


def _about_easy_texts(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "no_easy_texts": _(
            "There is no easy-read brochure. It needs short texts of its own: {files}."
        ),
        "easy_text_missing": _("This file is missing, so there is no easy-read brochure."),
        "easy_number": _("“{value}” stands in none of the ordinary texts. They must say the same."),
        "long_sentence": _(
            "This sentence has {count} words; easy reading has {most} at most: “{text}”."
        ),
    }


def _about_keys(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "unknown_zone": _("There is no zone “{value}”. The zones are: {allowed}."),
        "unknown_service": _("There is no service “{value}”. The services are: {allowed}."),
        "unknown_provider": _("There is no provider “{value}”. The providers are: {allowed}."),
        "used_twice": _("“{value}” is used already, in {other}. It can stand once only."),
        "ambiguous_name": _(
            "“{value}” means something else already, in {other}; a case list would be ambiguous."
        ),
        "not_used_here": _("The kind “{kind}” does not need this field. Remove it."),
        "from_the_example": _("Line {line}: “{value}” is from the example pack. Write your own."),
        "staff_in_a_real_pack": _("Only an example pack may hold staff codes. Remove them."),
    }


def _about_services(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "nobody_gives": _("No provider gives this service in the zone “{zone}”."),
        "not_offered_there": _("The service cannot be chosen in the zone “{zone}”."),
        "who_comes": _("Somebody must come in these parts of the week: {parts}. Write who."),
        "who_comes_otherwise": _(
            "The provider does not come in these parts of the week: {parts}. Write the provider "
            "that comes then, or write a sentence in “otherwise”."
        ),
        "nothing_outside": _("The choice covers the whole week. Remove this field."),
        "does_not_come": _("“{provider}” does not come in these parts of the week: {parts}."),
        "does_not_give": _("“{provider}” does not give “{service}” in these zones: {zones}."),
        "outside_the_choice": _(
            "The choice does not cover this part of the week, so the provider cannot come then."
        ),
        "unit_without_limit": _("Write a limit too, or remove this field."),
        "bundle_of_one": _(
            "Only this service has “{bundle}”. Write it at the others too, or remove it."
        ),
        "bundle_broken": _(
            "Whoever gives one of these services gives all of them. “{service}” is missing in "
            "these zones: {zones}."
        ),
        "names_itself": _("This is the provider itself. Write who else comes."),
    }


def _about_rules(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "rule_missing": _("There is no rule for “{service}” in the zone “{zone}” ({states})."),
        "rule_twice": _(
            "The zone “{zone}” has a rule for this service already: “{other}” ({states})."
        ),
        "not_municipal": _(
            "“{provider}” is not municipal. Without a municipal provider, use choose_first."
        ),
        "not_valid": _("“{provider}” has no valid profile and contract on {day}."),
        "helper_ends": _(
            "Profile or contract of “{provider}” ends on {day}. Find somebody else in time."
        ),
        "not_for_fallback": _("This has no meaning with “{fallback}”. Remove it."),
        "cannot_choose_first": _(
            "Those who cannot choose cannot choose first. By this rule an officer finds somebody "
            "for them. Write a rule of their own if that is not what you want."
        ),
        "moves_people": _(
            "This moves people who have help and do not reply to another provider. Write true if "
            "they keep theirs."
        ),
        "helper_stops": _("“{provider}” takes no new people and stops. Name somebody else."),
        "helper_is_full": _(
            "“{provider}” takes no new people now, but helps everybody here until the rule is "
            "applied."
        ),
        "helper_is_suspended": _(
            "“{provider}” gets no new people because of a breach, but helps everybody here. Name "
            "somebody else if you can."
        ),
        "helper_takes_part": _(
            "“{provider}” helps everybody until the rule is applied, and is itself among those "
            "who are picked. That may look unequal to the others."
        ),
        "decided_later": _("{day} is in the future. Only a decision that exists can be told."),
    }


def _about_picking(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "share_moves_nobody": _(
            "A minimum share is for new people only. Write true: whoever has help keeps it."
        ),
        "share_of_all": _(
            "A minimum share is for private and non-profit providers. Write private, or list them."
        ),
        "municipal_in_share": _(
            "“{provider}” is municipal. A minimum share is for private and non-profit providers."
        ),
        "municipal_twice": _("A municipal provider has a share already: “{other}”."),
        "without_share": _(
            "“{provider}” gives the service here but has no share, and will not get anybody."
        ),
        "shares_as_parts": _(
            "The shares add up to {total}, not to 100. They are read as parts: “{provider}” gets "
            "{count} of {total}."
        ),
        "nobody_to_pick": _("There is nobody to pick in the zone “{zone}”."),
        "nobody_takes_anybody": _(
            "Nobody whom the rule picks among takes new people now in the zone “{zone}”."
        ),
        "no_private_there": _(
            "No private or non-profit provider gives the service in the zone “{zone}”. The "
            "municipality helps all new people there."
        ),
        "no_duty_to_help": _(
            "“{provider}” is not municipal, and need not help when nobody else can. Write officer."
        ),
    }


def _about_start_up(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "begins_before_decision": _("The rule was decided on {day}. It cannot begin before."),
        "start_up_over": _("The start-up period ended on {day}. Remove it."),
        "starts_later": _("“{provider}” does not begin before {day}."),
        "ends_within": _(
            "Profile or contract of “{provider}” ends on {day}, before the period is over."
        ),
        "takes_nobody": _("“{provider}” takes no new people now."),
        "over_the_room": _("The provider has room for {most} only."),
    }


def _about_retention(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "other_count": _("This rule counts in “{wanted}”. Remove this field."),
        "shed_undelivered": _(
            "A rule that counts from the delivery only ever holds for delivered cases. Remove this "
            "field."
        ),
        "disposed_undelivered": _(
            "The rule disposes of cases that the case system does not have. They are lost then."
        ),
    }


def _about_profiles(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "ends_before_it_begins": _("This day is before the day in {other}."),
        "nothing_offered": _("Nothing is offered here. Remove the description."),
        "in_the_future": _("{day} is in the future."),
        "stale": _("This was approved on {day}, more than a year ago. Is it still right?"),
        "not_shown": _("Profile or contract do not hold on {day}, so nobody sees this provider."),
        "uneven": _(
            "The text has {length} characters, the shortest one {shortest} ({other}). Texts "
            "should be of even length: at most half as long again."
        ),
    }

"""Disposal in words: which rule lets a case go, why others stay, and what was disposed of."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kiosk.app.dispose_cases import Disposed
from kiosk.app.due_cases import DueCase
from kiosk.app.ports.words import Words
from kiosk.domain.retention import Kept, RetentionFacts, RetentionRule


def rule_text(rule: RetentionRule, words: Words) -> str:
    """For example ``levert-90-dager: 90 days after the delivery``; nothing of the case itself."""
    if rule.is_shed:
        count = rule.days
        text = words.ngettext(
            "{rule}: {count} day after the delivery",
            "{rule}: {count} days after the delivery",
            count,
        )
    else:
        count = rule.years
        text = words.ngettext(
            "{rule}: {count} year after the closing",
            "{rule}: {count} years after the closing",
            count,
        )
    return text.format(rule=rule.id, count=words.number(count))


def closed_text(facts: RetentionFacts, words: Words) -> str:
    """When a case was closed; for an open one, when it was delivered."""
    if facts.closed_on is not None:
        text, day = words.gettext("Closed {date}"), facts.closed_on
    elif facts.delivered_on is not None:
        text, day = words.gettext("Not closed, delivered {date}"), facts.delivered_on
    else:
        return words.pgettext("of a case", "Not closed")
    return text.format(date=words.full_date(day))


def due_text(count: int, words: Words) -> str:
    """How many cases the rules let go today."""
    if not count:
        return words.gettext("By the rules, no case can be deleted today.")
    text = words.ngettext(
        "By the rules, {count} case can be deleted.",
        "By the rules, {count} cases can be deleted.",
        count,
    )
    return text.format(count=words.number(count))


def kept_texts(kept: Mapping[Kept, int], words: Words) -> tuple[str, ...]:
    """Why the other cases stay, one sentence per reason that some have; never whose they are."""
    return tuple(_kept(why, kept[why], words) for why in Kept if kept.get(why))


def _kept(why: Kept, count: int, words: Words) -> str:
    text = {
        Kept.HELD: words.ngettext(
            "{count} case is kept by somebody's decision.",
            "{count} cases are kept by somebody's decision.",
            count,
        ),
        Kept.IN_USE: words.ngettext(
            "{count} case waits for an answer or a note.",
            "{count} cases wait for an answer or a note.",
            count,
        ),
        Kept.NOT_DELIVERED: words.ngettext(
            "{count} case is not delivered to the case system.",
            "{count} cases are not delivered to the case system.",
            count,
        ),
        Kept.TOO_YOUNG: words.ngettext(
            "{count} case is not old enough yet.", "{count} cases are not old enough yet.", count
        ),
        Kept.UNREAD: words.ngettext(
            "{count} case holds something that only a newer version of the program can read.",
            "{count} cases hold something that only a newer version of the program can read.",
            count,
        ),
        Kept.NO_RULE: words.ngettext(
            "{count} case has no rule that fits.", "{count} cases have no rule that fits.", count
        ),
    }[why]
    return text.format(count=words.number(count))


def by_rule(due: Iterable[DueCase], words: Words) -> tuple[str, ...]:
    """How many cases go by each rule, by the rule's key."""
    due = tuple(due)
    rules = {each.rule.id: each.rule for each in due}
    counts = Counter(each.rule.id for each in due)
    return tuple(_count_of(rules[key], counts[key], words) for key in sorted(rules))


def _count_of(rule: RetentionRule, count: int, words: Words) -> str:
    text = words.ngettext("{count} case by {rule}.", "{count} cases by {rule}.", count)
    return text.format(count=words.number(count), rule=rule_text(rule, words))


def disposed_text(count: int, words: Words) -> str:
    """What was done."""
    text = words.ngettext(
        "{count} case was disposed of for good.", "{count} cases were disposed of for good.", count
    )
    return text.format(count=words.number(count))


def disposal_line(disposed: Disposed, words: Words) -> str:
    """One earlier disposal: when, how many cases, and who approved it."""
    text = words.ngettext(
        "{date}: {count} case, approved by {name}",
        "{date}: {count} cases, approved by {name}",
        disposed.body.cases,
    )
    return text.format(
        date=words.full_date(disposed.event.at.date()),
        count=words.number(disposed.body.cases),
        name=disposed.body.approved_by,
    )

"""Builds notice rules from tables in which nothing is wrong."""

from dataclasses import replace

from kiosk.content.forms import NoticeForm, NoticeKind
from kiosk.domain.notice import (
    AgreedDate,
    CutOff,
    DaysNotice,
    FirstOfNextMonth,
    MonthsNotice,
    NoticePeriod,
    NoticeRule,
)


def notice_rule(form: NoticeForm) -> NoticeRule:
    """The rule that a table describes."""
    rule = NoticeRule(form.id, _period(form), form.moves_to_working_day, form.max_per_year)
    return rule if form.notifies is None else replace(rule, notifies=frozenset(form.notifies))


def _period(form: NoticeForm) -> NoticePeriod:
    match form.kind:
        case NoticeKind.DAYS:
            return DaysNotice(form.count or 0)
        case NoticeKind.MONTHS:
            return MonthsNotice(form.count or 1)
        case NoticeKind.FIRST_OF_NEXT_MONTH:
            return FirstOfNextMonth()
        case NoticeKind.CUT_OFF:
            return CutOff(form.day or 1, form.count or 1)
        case NoticeKind.AGREED:
            return AgreedDate()

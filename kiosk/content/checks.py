"""Everything that lies between the entries of a pack."""

from datetime import date

from kiosk.content.bundle_checks import check_bundles
from kiosk.content.entries import Entries
from kiosk.content.helper_checks import Helpers
from kiosk.content.municipality_checks import check_municipality, check_uniqueness
from kiosk.content.notice_checks import check_notices
from kiosk.content.offer_checks import check_offers, check_services
from kiosk.content.profile_checks import check_profiles
from kiosk.content.reach import reach_of
from kiosk.content.retention_checks import check_retention
from kiosk.content.rule_checks import check_rules


def check_between(entries: Entries, today: date | None) -> None:
    """Log every fault that no entry shows on its own; faulty fields are left out of account."""
    if entries.municipality is not None:
        check_municipality(entries.municipality, today)
    check_uniqueness(entries)
    check_notices(entries)
    helpers = Helpers(entries, reach_of(entries), today)
    check_services(entries, helpers)
    check_offers(entries, helpers)
    check_bundles(entries, helpers)
    check_rules(entries, helpers)
    check_profiles(entries, today)
    check_retention(entries, today)

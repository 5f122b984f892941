"""Content packs on disk become the domain's values, after every check has passed."""

from kiosk.content.pack import check_pack, load_pack
from kiosk.content.rules_instead import rules_instead

__all__ = ["check_pack", "load_pack", "rules_instead"]

"""Content packs on disk become the domain's values, after every check has passed."""

from kiosk.content.pack import check_pack, load_pack

__all__ = ["check_pack", "load_pack"]

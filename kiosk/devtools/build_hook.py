"""Compiles the catalogues before a wheel is packed, so that the wheel carries them."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own default
    """Found by hatchling by its base class."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write every ``.mo`` that is missing or old, for an editable install too."""
        del version, build_data
        root = Path(self.root)
        # The project is being built, so it is not importable yet.
        sys.path.insert(0, str(root))
        try:
            from kiosk.devtools.catalogues import compile_catalogues  # noqa: PLC0415
        finally:
            sys.path.remove(str(root))
        compile_catalogues(root / "locales")

"""Packs what the program reads at run time: assets and compiled catalogues."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Pictures of the README are of no use to an installed program.
_LEFT_OUT = {"readme"}


class DataHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own default
    """Found by hatchling by its base class."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue; an editable install reads the rest from the clone itself."""
        root = Path(self.root)
        _compile(root)
        if version == "editable":
            return
        folders = [root / "locales", *(root / "assets").iterdir()]
        for folder in folders:
            if folder.name not in _LEFT_OUT:
                target = Path("kiosk", "_data", folder.relative_to(root)).as_posix()
                build_data["force_include"][str(folder)] = target


def _compile(root: Path) -> None:
    # The project is being built, so it is not importable yet.
    sys.path.insert(0, str(root))
    try:
        from kiosk.devtools.catalogues import compile_catalogues  # noqa: PLC0415
    finally:
        sys.path.remove(str(root))
    compile_catalogues(root / "locales")

"""The example pack as fixtures."""

import shutil
from pathlib import Path

import pytest

from tests.unit.content.pack_copy import EXAMPLE, PackCopy


@pytest.fixture
def example() -> Path:
    return EXAMPLE


@pytest.fixture
def pack(tmp_path: Path) -> PackCopy:
    return PackCopy(Path(shutil.copytree(EXAMPLE, tmp_path / "pack")))

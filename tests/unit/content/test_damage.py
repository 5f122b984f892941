"""Whatever a file says, the answer is a list of faults or a whole pack, never a crash."""

import shutil
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kiosk.content import check_pack, load_pack
from kiosk.domain.errors import ContentError
from tests.unit.content.pack_copy import EXAMPLE, TODAY

FILES = sorted(path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*.toml"))
VALUES = st.sampled_from(
    ["", "3", '""', "[]", "{}", "true", '"x"', "[3]", "[{}]", "{ nb = 3 }", "2020-01-01", '{ nb = "1", nn = "2" }']
)  # fmt: skip


@given(file=st.sampled_from(FILES), number=st.integers(0, 200), value=VALUES)
def test_opens_exactly_when_nothing_is_wrong(tmp_path_factory, file, number, value):
    folder = Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("pack") / "pack"))
    lines = (folder / file).read_text(encoding="utf-8").split("\n")
    spot = number % len(lines)
    key, is_field, _ = lines[spot].partition("=")
    lines[spot] = f"{key} = {value}" if is_field and value else value
    (folder / file).write_text("\n".join(lines), encoding="utf-8")

    has_faults = any(problem.is_fault for problem in check_pack(folder, TODAY))

    assert opens(folder) is not has_faults


def opens(folder: Path) -> bool:
    try:
        load_pack(folder, TODAY)
    except ContentError:
        return False
    return True

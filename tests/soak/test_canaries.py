"""Nothing of a case that was handed over stands in any file that the machine's program wrote."""

import os
import re
import subprocess
import sys
import zlib

from kiosk.devtools.soak.canary_day import WORDS
from kiosk.devtools.torture.canaries import hits_in, words_of

SEED = 5


def test_a_handed_over_case_and_a_failure_leave_no_word_in_any_file(tmp_path):
    environment = {**os.environ, "HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    names = ("DATA", "CONFIG", "CACHE", "STATE", "RUNTIME")
    environment |= {f"XDG_{each}_HOME": str(tmp_path) for each in names}
    command = [sys.executable, "-m", "kiosk.devtools.soak.canary_day", str(tmp_path), str(SEED)]
    with (tmp_path / "output.txt").open("wb") as output:
        done = subprocess.run(command, env=environment, stdout=output, stderr=output, check=False)
    told = (tmp_path / "output.txt").read_text("utf-8")
    unpack(tmp_path)

    assert done.returncode == 0, told
    assert told.splitlines().count("visited") == 3
    assert "left" in told.splitlines()
    assert (tmp_path / "data" / "machine-log.jsonl").stat().st_size > 0
    assert hits_in(tmp_path, words_of(SEED)[:WORDS]) == ()


def test_a_word_in_a_packed_stream_is_found(tmp_path):
    word = words_of(SEED)[0]
    (tmp_path / "spool.pdf").write_bytes(b"%PDF stream\n" + zlib.compress(word.encode()))
    unpack(tmp_path)

    assert hits_in(tmp_path, [word]) != ()


def unpack(folder):
    """Write down beside each file what its zlib streams hold."""
    for file in [each for each in folder.rglob("*") if each.is_file()]:
        content = file.read_bytes()
        found = []
        for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content):
            try:
                found.append(zlib.decompressobj().decompress(content[start.start() :]))
            except zlib.error:
                continue
        if found:
            file.with_name(f"{file.name}.unpacked").write_bytes(b"\n".join(found))

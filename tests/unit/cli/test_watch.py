"""``kiosk watch`` ends with the codes that Shell Launcher and systemd know, whatever happens."""

import json
import os
import signal
import sys

import pytest

from kiosk.cli import watch
from kiosk.cli.invocation import Invocation, early_invocation, first_word
from kiosk.cli.window import run_command
from kiosk.domain.language import Language
from kiosk.domain.machine_end import HELD_ELSEWHERE, MachineEnd
from kiosk.machine.files import OPERATION_NAME
from kiosk.machine.holding import WATCH, held


@pytest.fixture
def watched(monkeypatch):
    """A program that ends at once with these codes, one after the other."""
    codes: list[int] = []

    def command(_invocation, _device):
        return (sys.executable, "-S", "-c", f"raise SystemExit({codes.pop(0)})")

    monkeypatch.setattr(watch, "watched_command", command)
    monkeypatch.setattr(watch, "_CALM_PAGE", (sys.executable, "-S", "-c", "raise SystemExit(1)"))
    return codes


@pytest.mark.parametrize("end", [each for each in MachineEnd if each.value])
def test_hands_on_what_the_program_asked_for(kiosk, watched, end):
    watched.append(end.of_program)

    assert kiosk("watch").code == end.value


def test_a_program_that_always_fails_leads_to_the_calm_page_and_a_word_in_the_log(
    kiosk, watched, folder
):
    watched.extend([1] * 6)

    assert kiosk("watch").code == MachineEnd.NOTHING.value

    lines = (folder / "data" / OPERATION_NAME).read_text("utf-8").splitlines()
    assert [json.loads(line)["event"] for line in lines] == [
        "program_started",
        *["program_restarted"] * 5,
        "out_of_order",
    ]


def test_a_program_that_cannot_be_started_never_starts_the_machine_again(kiosk, monkeypatch):
    """Python ends with 1 after what nobody foresaw, which would start the machine again for ever."""
    gone = ("/no-such-program",)
    monkeypatch.setattr(watch, "watched_command", lambda _invocation, _device: gone)

    assert kiosk("watch").code == MachineEnd.RESTART_PROGRAM.value


@pytest.mark.parametrize("wrong", [["--no-such-option"], ["--device"], ["more"]])
def test_wrong_use_neither_restarts_nor_stops_the_machine(kiosk, wrong):
    said = kiosk("watch", *wrong)

    assert said.code == MachineEnd.NOTHING.value
    assert said.err


def test_broken_settings_do_not_keep_it_from_watching(kiosk, watched, folder):
    (folder / "data").mkdir()
    (folder / "data" / "settings.toml").write_text("=", encoding="utf-8")
    watched.append(MachineEnd.SHUT_DOWN.of_program)

    assert kiosk("watch").code == MachineEnd.SHUT_DOWN.value


def test_what_was_asked_for_reaches_the_program(tmp_path):
    invocation = Invocation(data=tmp_path, language=Language.NYNORSK)

    line = watch.watched_command(invocation, "kiosk-21")

    assert line[3:6] == ("run", "--public", "--heartbeat")
    assert line[6:] == (
        "--data", str(tmp_path), "--ui-language", "nn", "--device", "kiosk-21",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (["watch"], "watch"),
        (["--data", "watch", "report"], "report"),
        (["--data=x", "watch", "run"], "watch"),
        (["--version"], ""),
        ([], ""),
    ],
)
def test_the_command_is_the_first_word_that_belongs_to_no_option(line, word):
    assert first_word(line) == word


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program without a signal")
def test_whoever_stops_the_watch_stops_a_program_that_hangs_too(kiosk, monkeypatch, folder):
    told = folder / "pid"
    hangs = (
        "import os, pathlib, signal, sys, time\n"
        "pathlib.Path(sys.argv[1]).write_text(str(os.getpid()))\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "os.kill(os.getppid(), signal.SIGTERM)\n"
        "time.sleep(600)\n"
    )
    command = (sys.executable, "-S", "-c", hangs, str(told))
    monkeypatch.setattr(watch, "watched_command", lambda _invocation, _device: command)
    before = signal.getsignal(signal.SIGTERM)

    with pytest.raises(SystemExit) as ended:
        kiosk("watch")

    assert ended.value.code == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text("utf-8")), 0)
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_second_watch_on_one_folder_is_refused_and_told_why(kiosk, watched, monkeypatch, folder):
    monkeypatch.setattr("kiosk.machine.holding.LETTING_GO_S", 0)
    with held(folder / "data", WATCH):
        said = kiosk("watch")

    assert said.code == MachineEnd.NOTHING.value
    assert str(folder / "data") in said.err
    assert f"prosess {os.getpid()}" in said.err
    assert "--data" in said.err


def test_a_screen_whose_folder_another_one_uses_is_not_started_again(kiosk, watched, folder):
    watched.append(HELD_ELSEWHERE)

    assert kiosk("watch").code == MachineEnd.NOTHING.value

    lines = (folder / "data" / OPERATION_NAME).read_text("utf-8").splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["program_started", "out_of_order"]


def test_every_option_of_the_program_that_may_be_said_reaches_it(tmp_path):
    """Whoever adds an option must think of the watch."""
    run = run_command(early_invocation(()).early_words)
    options = {name for each in run.params for name in each.opts}
    only_of_the_program = {"--public", "--heartbeat", "--quit-after-first-frame", "--help"}
    invocation = Invocation(
        tmp_path, tmp_path, tmp_path, Language.BOKMAL, passphrase_file=tmp_path, passphrase_fd=9
    )

    said = set(watch.watched_command(invocation, "kiosk-21")) & options

    assert said - only_of_the_program == options - only_of_the_program - {"--passphrase-fd"}


def test_a_passphrase_from_a_descriptor_reaches_every_start_of_the_program(
    kiosk, monkeypatch, folder
):
    """A descriptor can be read once only, and its number means nothing to another process."""
    told = folder / "told"
    reads = (
        "import pathlib, sys\n"
        "told = pathlib.Path(sys.argv[1])\n"
        "told.open('ab').write(sys.stdin.buffer.read() + ' '.join(sys.argv[2:]).encode() + b'|')\n"
        f"sys.exit(1 if told.read_bytes().count(b'|') < 2 else {MachineEnd.NOTHING.of_program})\n"
    )
    command = (sys.executable, "-S", "-c", reads, str(told))
    monkeypatch.setattr(watch, "watched_command", lambda _invocation, _device: command)
    out, into = os.pipe()
    os.write(into, "blå ørn\n".encode())
    os.close(into)

    kiosk("watch", "--passphrase-fd", out)
    os.close(out)

    assert told.read_text("utf-8") == "blå ørn\n--passphrase-fd 0|" * 2


def test_a_descriptor_that_cannot_be_read_keeps_nobody_from_a_screen(kiosk, watched):
    watched.append(MachineEnd.SHUT_DOWN.of_program)

    said = kiosk("watch", "--passphrase-fd", 987)

    assert said.code == MachineEnd.SHUT_DOWN.value
    assert "passordfrase" in said.err.lower()

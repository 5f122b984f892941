"""How fast letters are printed by the thousand: envelopes of invented people, twelve pages each.

They are measured twice: all of one kind, which tells what a further letter of a known kind costs,
and as in a mail-out, where brochures differ by the order of the providers and by the zone, and one
letter in three is the first of its kind. A press that has printed one letter prints them, so that
no other kind is known before.

What they are measured against is the same letter made once per person by Platypus: every text a
``Paragraph`` in the same words, weights, sizes and places, wrapped to the same lines and tagged by
the tag tree that our own files have; the same lines, frames, fonts and QR code. It has less to do
than ours: its texts come with their places, so nothing has to be flowed, no table to be measured
and no font to be asked for a missing letter, and it packs no objects together.
"""

import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from brochures.file_facts import FileFacts
from brochures.press.pdf_press import PdfPress
from brochures.press.strike import Struck
from brochures.typeface import FontFiles, Typeface
from kiosk.app.mailout.make_kits import KitPlan
from kiosk.bootstrap.packs import words_in
from kiosk.bootstrap.programs import opened_program
from kiosk.devtools.dealt_orders import every_order, in_order
from kiosk.devtools.platypus_letter import PlatypusLetter, Story
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.kit import Kit
from kiosk.domain.edition import Edition
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import PROGRAM
from kiosk.domain.mailing import Recipient
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.late_adapters import paper_fonts
from kiosk.settings import Overrides, Resources, read_settings

PAGES, PAIRS, OURS, THEIRS = 12, 5, 60, 3
MOST = 10_000
KINDS, MOST_KINDS = 20, 960
"""Different brochures among ``OURS`` letters and among ``MOST``; 3000 real ones had 966."""
_NAMES = ("Kari Prøve", "Ola Eksempelsen Prøvestad", "Ánde Prøvesuolu", "Bo Å", "Jørgen von Prøve")
_POSTED = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_KIB_PER_MIB, _BYTES_PER_MIB = 1024, 1024 * 1024

Seconds = tuple[float, float]


def letter_pairs(kinds: int = 1) -> list[Seconds]:
    """Letters per second, a file each: ours and theirs, measured in turn.

    Args:
        kinds: Different brochures among the letters.
    """
    bench = _Bench(kinds)
    return [(1 / bench.ours_s(bench.letter_files), 1 / bench.theirs_s()) for _ in range(PAIRS)]


def print_file_pairs() -> list[Seconds]:
    """Letters per second in one file for a print shop, and theirs as above."""
    bench = _Bench(1)
    return [(1 / bench.ours_s(bench.print_file), 1 / bench.theirs_s()) for _ in range(PAIRS)]


def peak_mb(kinds: int = 1) -> float:
    """Most memory of a process that prints 10 000 letters as one file for a print shop, in MiB.

    Args:
        kinds: Different brochures among the letters.
    """
    command = [sys.executable, "-m", "kiosk.devtools.measured_letters", str(MOST), str(kinds)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return float(done.stdout)


class _Bench:
    """A press and what it is measured against, both warm."""

    def __init__(self, kinds: int) -> None:
        self._press = new_press()
        kits = mixed(twelve_pages(self._press), kinds)
        self._typeface = Typeface(FontFiles(*paper_fonts(Resources.shipped())))
        self._theirs = PlatypusLetter(self._typeface)
        self._kits = [addressed(kits[number % len(kits)], number) for number in range(OURS)]
        self._stories = [self._story(kit) for kit in self._kits[:THEIRS]]
        self.ours_s(self.letter_files)
        self.theirs_s()

    def ours_s(self, made: Callable[[list[Struck]], None]) -> float:
        """Seconds a letter."""
        self._press = new_press()
        made([self._press.set(self._kits[-1], Edition.STANDARD)])
        gc.collect()
        begun = time.perf_counter()
        made([self._press.set(kit, Edition.STANDARD) for kit in self._kits])
        return (time.perf_counter() - begun) / len(self._kits)

    def letter_files(self, letters: list[Struck]) -> None:
        """A file each."""
        for letter in letters:
            self._press.letter_file(letter, MOMENT)

    def print_file(self, letters: list[Struck]) -> None:
        """One file."""
        self._press.print_file(letters, MOMENT, BytesIO())

    def theirs_s(self) -> float:
        """Seconds a letter."""
        gc.collect()
        begun = time.perf_counter()
        for story, scanned, facts in self._stories:
            self._theirs.pdf(story, scanned, facts)
        return (time.perf_counter() - begun) / len(self._stories)

    def _story(self, kit: Kit) -> tuple[Story, str, FileFacts]:
        scanned = "" if kit.slip is None else kit.slip.scanned
        laid = self._press.laid_out(kit)
        return self._theirs.story(laid.pages), scanned, self._press.facts(kit)


def new_press() -> PdfPress:
    """The press of the program."""
    resources = Resources.shipped()
    fonts = FontFiles(*paper_fonts(resources))
    return PdfPress(fonts, resources.colour_profile, cache(partial(words_in, resources)))


def twelve_pages(press: PdfPress) -> Kit:
    """What the example municipality sends, with as much left out that it has twelve pages.

    Raises:
        ValueError: No number of providers gives twelve pages.
    """
    kit = _example()
    if isinstance(kit.brochure, Brochure):
        brochure = replace(
            kit.brochure,
            comparisons=(),
            questions=(),
            switch=(),
            complain=(),
            privacy=kit.brochure.privacy[:4],
        )
        for count in range(len(brochure.providers), 0, -1):
            some = in_order(brochure, [each.id for each in brochure.providers[:count]])
            tried = replace(kit, brochure=some)
            if len(press.laid_out(tried).pages) == PAGES:
                return tried
    message = f"no letter of {PAGES} pages"
    raise ValueError(message)


def mixed(kit: Kit, count: int) -> list[Kit]:
    """So many different ones: the same in every order of the providers, and in as many zones."""
    if not isinstance(kit.brochure, Brochure):
        return [kit]
    orders = [replace(kit, brochure=each) for each in every_order(kit.brochure)]
    return [of_zone(orders[at % len(orders)], at // len(orders)) for at in range(count)]


def of_zone(kit: Kit, zone: int) -> Kit:
    """The same for another zone: cover and foot lines are others."""
    if not isinstance(kit.brochure, Brochure):
        return kit
    scope, code = f"{kit.brochure.scope} {zone}", f"{kit.brochure.code}-{zone}"
    return replace(kit, brochure=replace(kit.brochure, scope=scope, code=code))


def addressed(kit: Kit, number: int) -> Kit:
    """The same for somebody else."""
    letter, slip = kit.letter, kit.slip
    name, case = _NAMES[number % len(_NAMES)], f"EKSEMPEL-{number:06}"
    lines = (name, f"Prøveveien {number}", "0000 Eksempelvik")
    date_, known_by, *others = letter.references
    letter = replace(
        letter,
        post=replace(letter.post, lines=lines),
        references=(date_, replace(known_by, value=case), *others),
        foot=case,
    )
    if slip is None:
        return replace(kit, letter=letter)
    code = f"{number:06}"
    slip = replace(
        slip,
        scanned=f"{slip.scanned[: -len(code)]}{code}",
        scanned_as=f"{slip.scanned_as} {code}",
        codes=(replace(slip.codes[0], value=code), *slip.codes[1:]),
        person=(replace(slip.person[0], value=name), *slip.person[1:]),
        foot=code,
    )
    return replace(kit, letter=letter, slip=slip)


def _example() -> Kit:
    """The first letter of the example municipality that has a brochure and a slip."""
    with TemporaryDirectory() as name:
        settings = read_settings(Overrides(data=Path(name)))
        with opened_program(settings) as program:
            preview = program.import_cases.preview((settings.content / "cases.csv").read_bytes())
            program.import_cases.confirm(preview, close_missing=False, actor=PROGRAM)
            for reference in sorted(program.record.case_refs()):
                file = program.record.case_file(reference)
                service = file.case_on(_POSTED).services[0].service
                recipient = Recipient(("Kari Prøve", "Prøveveien 1", "0000 Eksempelvik"))
                plan = KitPlan(LetterKind.INVITATION, (service,), (recipient,), _POSTED)
                try:
                    return program.make_kits.for_case(file, plan, PROGRAM).kits[0]
                except RefusedError:
                    continue
    message = "nobody can choose"
    raise ValueError(message)


def main(count: int, kinds: int) -> None:
    """Print so many letters as one file, and the most memory that the process had, in MiB.

    They are sorted by postcode, and so by zone; each zone has every order.
    """
    press = new_press()
    kits = mixed(twelve_pages(press), kinds)
    each = (kits[number * len(kits) // count] for number in range(count))
    letters = [
        press.set(addressed(kit, number), Edition.STANDARD) for number, kit in enumerate(each)
    ]
    with TemporaryFile() as file:
        press.print_file(letters, MOMENT, file)
    print(peak_mib())


def peak_mib() -> float:
    """The most memory that this process has had so far."""
    status = Path("/proc/self/status")
    if status.exists():
        # What getrusage(2) tells on Linux begins with the memory of who started the process.
        lines = status.read_text(encoding="ascii").splitlines()
        kib = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
        return kib / _KIB_PER_MIB
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (_BYTES_PER_MIB if sys.platform == "darwin" else _KIB_PER_MIB)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

"""What a run of the audit found, as one page that everybody can read: verdicts, faults, pictures."""

import base64
import html
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.audit.bar import Rule

NAME = "access-report.html"
PICTURES = "access-pictures"
_THUMB_PX = 240
_IDS = re.compile(r"^(?:[a-kn]\d\d_)+")
_STYLE = """
body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem;
  color: #111; background: #fff; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
td p { margin: 0 0 .3rem; } td ul { margin: .3rem 0; padding-left: 1.2rem; }
th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; vertical-align: top; }
a { color: #00458a; } a:focus, summary:focus { outline: 3px solid #111; outline-offset: 2px; }
ul.pictures { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; padding: 0; }
ul.pictures li { width: 15rem; } ul.pictures img { border: 1px solid #767676; max-width: 100%; }
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """A test that did not hold in one setup.

    Attributes:
        places: Pages that its message names.
    """

    ids: tuple[str, ...]
    test: str
    setup: str
    message: str
    places: tuple[str, ...] = ()


def write_report(
    folder: Path,
    rules: Sequence[Rule],
    verdicts: Mapping[str, str],
    faults: Sequence[Fault],
    shown: Sequence[str],
    tests: Mapping[str, Sequence[str]],
) -> Path:
    """Write the page beside the folder of pictures.

    Args:
        folder: Where page and pictures stand.
        verdicts: By id.
        shown: Setups of which every page is shown.
        tests: By id, those that ran.

    Returns:
        The page.
    """
    parts = [
        *_head(verdicts),
        *_table(rules, verdicts, tests),
        *_faults(folder, faults),
        *_gallery(folder, shown),
        "</main></body></html>",
    ]
    file = folder / NAME
    file.write_text("\n".join(parts), "utf-8")
    return file


def slug(place: str) -> str:
    """A place as the name of a file."""
    return "".join(each if each.isalnum() else "-" for each in place).strip("-")


def _head(verdicts: Mapping[str, str]) -> Iterator[str]:
    yield '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Access and neutrality of the pages</title><style>{_STYLE}</style></head>"
    yield "<body><main><h1>Access and neutrality of the pages</h1>"
    yield "<p>What this run measured. The pages are designed to meet the bar; nothing is certified.</p>"
    counted = Counter(verdicts.values())
    yield "<ul>"
    yield from (f"<li>{_text(name)}: {count}</li>" for name, count in counted.most_common())
    yield "</ul>"


def _table(
    rules: Sequence[Rule], verdicts: Mapping[str, str], tests: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    yield "<h2>Every id</h2><table><caption>Verdict of this run for each id</caption>"
    heads = ("Id", "What holds", "Verdict", "How it is told")
    yield "<thead><tr>" + "".join(f'<th scope="col">{each}</th>' for each in heads)
    yield "</tr></thead><tbody>"
    for rule in rules:
        cells = (_text(rule.what), _verdict(verdicts[rule.id]), _how(rule, tests.get(rule.id, ())))
        row = "".join(f"<td>{each}</td>" for each in cells)
        yield f'<tr id="{rule.id}"><th scope="row">{rule.id}</th>{row}</tr>'
    yield "</tbody></table>"


def _verdict(verdict: str) -> str:
    """Leads on to the faults, where there are any."""
    return f'<a href="#faults">{_text(verdict)}</a>' if verdict == "failed" else _text(verdict)


def _how(rule: Rule, tests: Sequence[str]) -> str:
    """What is missing first; then what a person looks at, and every test by its name."""
    lacks = f"Lacks: {rule.lacks}" if rule.lacks else ""
    by_hand = f"By hand: {rule.by_hand}" if rule.by_hand else ""
    silent = [name for name in rule.tests if not any(_is_of(each, name) for each in tests)]
    waits = f"Did not run: {', '.join(silent)}" if silent else ""
    said = "".join(f"<p>{_text(each)}</p>" for each in (lacks, waits, by_hand) if each)
    if not tests:
        return said or "<p>No test of it ran.</p>"
    count = "1 test" if len(tests) == 1 else f"{len(tests)} tests"
    names = "".join(f"<li>{_text(_in_words(each))}</li>" for each in tests)
    return f"{said}<details><summary>{count} of {rule.id}</summary><ul>{names}</ul></details>"


def _is_of(test: str, named: str) -> bool:
    return test == named or test.startswith(f"{named}::")


def _in_words(test: str) -> str:
    """The name of a test as the sentence that it is, without its ids."""
    name = test.rpartition("::")[2].removeprefix("test_")
    return _IDS.sub("", name).replace("_", " ")


def _faults(folder: Path, faults: Sequence[Fault]) -> Iterator[str]:
    yield f'<h2 id="faults">What did not hold ({len(faults)})</h2>'
    for fault in faults:
        where = fault.setup or "a window of its own"
        name = fault.test.rpartition("::")[2]
        yield f"<h3>{_text(', '.join(fault.ids))}: {_text(name)}, {_text(where)}</h3>"
        yield from _pictures(folder, fault.setup, fault.places)
        yield f"<details><summary>Message</summary><pre>{_text(fault.message)}</pre></details>"
    if not faults:
        yield "<p>Everything that was measured held.</p>"


def _gallery(folder: Path, shown: Sequence[str]) -> Iterator[str]:
    yield "<h2>Pages</h2>"
    for setup in shown:
        files = sorted((folder / PICTURES / setup).glob("*.png"))
        if files:
            yield f"<h3>{_text(setup)}</h3>"
            yield from _pictures(folder, setup, [file.stem for file in files])


def _pictures(folder: Path, setup: str, places: Sequence[str]) -> Iterator[str]:
    """Small pictures that lead to the whole ones, where there are any."""
    files = [folder / PICTURES / setup / f"{slug(place)}.png" for place in places]
    files = [file for file in files if file.is_file()]
    if not files:
        return
    yield '<ul class="pictures">'
    for file in files:
        words = f"{file.stem.replace('-', ' ')}, {setup}"
        link = file.relative_to(folder).as_posix()
        image = f'<img src="{_thumb(file)}" alt="Page {_text(words)}">'
        yield f'<li><a href="{_text(link)}">{image}<br>{_text(file.stem)}</a></li>'
    yield "</ul>"


def _thumb(file: Path) -> str:
    with Image.open(file) as picture:
        height = round(picture.height * _THUMB_PX / picture.width)
        small = picture.convert("RGB").resize((_THUMB_PX, height))
    packed = io.BytesIO()
    small.save(packed, "JPEG", quality=70)
    return "data:image/jpeg;base64," + base64.b64encode(packed.getvalue()).decode()


def _text(words: str) -> str:
    return html.escape(words, quote=True)

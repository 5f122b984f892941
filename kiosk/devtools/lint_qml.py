"""Lints every QML file against the Python classes that it uses.

qmllint knows Python only after two steps: ``pyside6-metaobjectdump`` reads the source text and
``pyside6-qmltyperegistrar`` turns that into type descriptions. Warnings are faults.
"""

import ast
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULE = "Kiosk.Backend"
_MARK = "QML_IMPORT_NAME"
_QT_MODULES = ("core", "gui", "qml", "quick")


def tool(name: str) -> str:
    """Path of a Qt tool beside the Python that runs this."""
    found = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent))
    if found is None:
        sys.exit(f"pyside6-{name} is not installed beside {Path(sys.executable).name}")
    return found


def generate_types(sources: Sequence[Path], out: Path) -> Path:
    """Describe the decorated classes in ``sources`` as the module ``Kiosk.Backend``.

    Returns:
        The import path for qmllint.
    """
    target = out.joinpath(*MODULE.split("."))
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        names = list(threads.map(lambda source: _describe(source, target), sources))
    lines = [f"module {MODULE}", "depends QtQuick", *(f"typeinfo {name}" for name in names)]
    (target / "qmldir").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return out


def _describe(source: Path, target: Path) -> str:
    # Sources in different folders may share a name.
    stem = "_".join(source.with_suffix("").parts[-3:])
    dump, types = target / f"{stem}.json", target / f"{stem}.qmltypes"
    foreign = ",".join(
        str(_qt() / "metatypes" / f"qt6{name}_metatypes.json") for name in _QT_MODULES
    )
    read = [str(path) for path in (*_bases(source), source)]
    _run([tool("metaobjectdump"), "-q", "-c", "-o", str(dump), *read])
    _keep_last(dump)
    _mark_constants(dump)
    registrar = [tool("qmltyperegistrar"), f"--foreign-types={foreign}"]
    registrar += ["--generate-qmltypes", str(types), "-o", str(target / f"{stem}.cpp")]
    _run([*registrar, "--import-name", MODULE, "--major-version", "1", str(dump)])
    return types.name


def _bases(source: Path) -> list[Path]:
    """Sources of our own classes that those in a source extend: without them these are passed over.

    A base stands beside those that extend it, in a source named after it.
    """
    classes = [node for node in ast.parse(_text(source)).body if isinstance(node, ast.ClassDef)]
    names = {base.id for node in classes for base in node.bases if isinstance(base, ast.Name)}
    files = (re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() + ".py" for name in sorted(names))
    return [source.with_name(file) for file in files if source.with_name(file).is_file()]


def _keep_last(dump: Path) -> None:
    """Describe no class twice: the bases have files of their own."""
    described = json.loads(dump.read_text(encoding="utf-8"))
    dump.write_text(json.dumps(described[-1:]), encoding="utf-8")


def _mark_constants(dump: Path) -> None:
    """WORKAROUND PySide6 6.11: metaobjectdump drops ``constant``; ours without notify are."""
    described = json.loads(dump.read_text(encoding="utf-8"))
    for entry in described:
        for known in entry.get("classes", []):
            for prop in known.get("properties", []):
                prop.setdefault("constant", "notify" not in prop)
    dump.write_text(json.dumps(described), encoding="utf-8")


def _qt() -> Path:
    # Found without importing it: Qt itself is not needed here.
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        sys.exit("PySide6 is not installed")
    return Path(spec.origin).parent / "Qt"


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def lint(ui: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Lint all QML below ``ui`` against all Python below it.

    Relative paths or module mode would make qmllint overlook faults (Qt 6.11), hence absolute
    file names.
    """
    marked = [path for path in sorted(ui.rglob("*.py")) if _MARK in _text(path)]
    types = generate_types(marked, out)
    files = [str(path.resolve()) for path in sorted(ui.rglob("*.qml"))]
    command = [tool("qmllint"), "-W", "0", "-I", str(types), "-I", str(ui / "qml"), *files]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def main() -> int:
    """Return qmllint's exit status; its messages go to standard error."""
    done = lint(ROOT / "kiosk" / "ui", ROOT / "build" / "qmltypes")
    sys.stderr.write(done.stdout + done.stderr)
    if done.returncode == 0:
        print("qmllint: no faults")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())

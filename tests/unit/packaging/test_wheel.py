import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The wheel, installed beside nothing else."""
    folder = Path(tmp_path_factory.mktemp("wheel"))
    python = [sys.executable, "-m"]
    build = [*python, "build", "--wheel", "--no-isolation", "-o", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    wheel = next(folder.glob("*.whl"))
    install = [*python, "pip", "install", "--no-deps", "--no-index", "--no-compile"]
    target = folder / "site"
    subprocess.run(
        [*install, "-q", "--target", str(target), str(wheel)], check=True, capture_output=True
    )
    return target


@pytest.fixture
def empty_folder(tmp_path) -> Path:
    return Path(tmp_path)


def installed(site: Path, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program from a folder that holds nothing, with an empty home."""
    environment = {**os.environ, "PYTHONPATH": str(site), "HOME": str(folder)}
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_runs_from_the_wheel_and_not_from_the_clone(site, empty_folder):
    done = installed(site, empty_folder, "-c", "import kiosk; print(kiosk.__file__)")

    assert Path(done.stdout.strip()).is_relative_to(site)


def test_carries_an_example_that_can_be_opened(site, empty_folder):
    done = installed(site, empty_folder, "-m", "kiosk", "content", "check")

    assert (done.returncode, done.stderr) == (0, "")


def test_speaks_bokmal_without_the_clone(site, empty_folder):
    done = installed(site, empty_folder, "-m", "kiosk", "--help")

    assert "leverandør" in done.stdout


def test_carries_everything_that_pages_and_paper_read(site):
    needed = {
        "assets/colour/srgb.icc",
        "assets/fonts/SourceSans3_400Regular.ttf",
        "assets/theme/tokens.toml",
        "assets/example/municipality.toml",
        "locales/nb/LC_MESSAGES/kiosk.mo",
        "locales/nn/LC_MESSAGES/brochures.mo",
    }

    assert [name for name in needed if not (site / "kiosk" / "_data" / name).is_file()] == []


def test_carries_the_pages_and_the_paper(site):
    assert (site / "brochures").is_dir()
    assert list((site / "kiosk" / "ui" / "qml").rglob("Main.qml"))

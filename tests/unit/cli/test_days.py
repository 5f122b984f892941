"""Days are written in two ways, and what is none is told in words."""

from datetime import datetime

import click
import pytest
from click.testing import CliRunner

from kiosk.bootstrap.packs import words_in
from kiosk.cli.days import Day
from kiosk.domain.language import Language
from kiosk.settings import Resources


def told(text: str, language: str = "nb") -> str:
    @click.command()
    @click.option("--day", type=Day(words_in(Resources.shipped(), Language(language))))
    def command(day: datetime) -> None:
        click.echo(day.date().isoformat())

    return CliRunner().invoke(command, ["--day", text]).output


@pytest.mark.parametrize("text", ["2026-11-30", "30.11.2026"])
def test_a_day_is_written_as_the_calendar_or_as_people_do(text):
    assert told(text) == "2026-11-30\n"


@pytest.mark.parametrize("text", ["22.13.2026", "i morgen", "2026-11-31", ""])
def test_what_is_no_day_is_told_with_both_ways(text):
    assert f"«{text}» er ikke en dag. Skriv den som 2026-11-30 eller 30.11.2026." in told(text)


def test_the_help_calls_a_day_by_its_word_and_not_by_its_pattern(kiosk):
    said = kiosk("exit", "announce", "--help").out

    assert "--last-day DATO" in said
    assert "--answer-by DATO" in said
    assert "%" not in said

import json

import pytest

from kiosk.devtools import bench
from kiosk.devtools.bench import Figure, median_pair


def test_a_figure_is_one_line_of_json():
    assert json.loads(Figure("start_ratio", 1.23456, "ratio", 2).line()) == {
        "name": "start_ratio",
        "value": 1.235,
        "unit": "ratio",
        "aim": "<= 2",
        "holds": True,
    }


def test_a_figure_above_its_aim_does_not_hold():
    assert not json.loads(Figure("start_ratio", 2.01, "ratio", 2).line())["holds"]


@pytest.mark.parametrize(("value", "holds"), [(0.8, True), (0.79, False)])
def test_a_figure_that_must_reach_its_aim(value, holds):
    line = json.loads(Figure("commit_ratio", value, "ratio", 0.8, is_least=True).line())

    assert (line["aim"], line["holds"]) == (">= 0.8", holds)


def test_the_middle_pair_counts_and_no_outlier():
    assert median_pair([(2, 1), (3, 2), (100, 1)]) == 2


@pytest.fixture
def figures(monkeypatch):
    made = {"one": lambda: Figure("one", 1, "s", 2), "two": lambda: Figure("two", 3, "s", 2)}
    monkeypatch.setattr(bench, "FIGURES", made)


def test_only_the_figure_that_was_asked_for_is_measured(figures, capsys):
    bench.main(["one"])

    assert [json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()] == ["one"]


def test_all_figures_are_measured_when_none_is_named(figures, capsys):
    bench.main([])

    assert len(capsys.readouterr().out.splitlines()) == 2


def test_an_unknown_figure_is_answered_with_the_known_ones(figures, capsys):
    assert bench.main(["speed"]) == 2
    assert "one, two" in capsys.readouterr().err

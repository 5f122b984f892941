"""What is delivered to the case system keeps what a screen reader needs (access K04)."""

import io

import pikepdf
import pytest

from kiosk.late_adapters import LateDocuments
from kiosk.settings import Resources
from tests.unit.app import factory, test_deliver_cases


def test_k04_delivered_papers_keep_tags_language_and_title(monkeypatch: pytest.MonkeyPatch) -> None:
    maker = LateDocuments(Resources.shipped(), factory.words)
    monkeypatch.setattr(test_deliver_cases, "MemoryMaker", lambda: maker)
    desk = test_deliver_cases.Desk()
    desk.note(desk.choose())

    desk.deliver()

    papers = {path: data for path, data in desk.outbox.last.items() if path.endswith(".pdf")}
    # A receipt, a note, and a list for each provider.
    assert len(papers) > 3
    for path, data in papers.items():
        with pikepdf.open(io.BytesIO(data)) as pdf:
            root = pdf.Root
            assert bool(root.MarkInfo.Marked), path
            assert root.StructTreeRoot.K is not None, path
            assert str(root.Lang) in {"nb-NO", "nn-NO"}, path
            assert bool(root.ViewerPreferences.DisplayDocTitle), path
            assert pdf.open_metadata()["dc:title"], path

"""The proposals of a run, in order, as they are shown."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.nonchoice.allocation_run import AllocationRun
from kiosk.app.nonchoice.proposal_texts import ProposalTexts, decision_text, decisions_of
from kiosk.app.nonchoice.proposing import Placed
from kiosk.app.nonchoice.reason_texts import Reasons
from kiosk.app.phrases import sentences
from kiosk.app.program import Program
from kiosk.domain.case import CaseRef
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import joined, service_name
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_FIELDS = ("key", "place", "who", "about", "helper", "reason", "details", "isChanged", "isNext")
Given = tuple[str, str]

_MOST_REASONS = 8


@QmlElement
@QmlUncreatable("made by the application")
class ProposalList(QObject):
    """Who shall help whom and why, who gets nobody, and who is no longer due.

    Signals:
        changed: Other proposals, other details, or another language.
    """

    changed = Signal()

    def __init__(self, program: Program, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._run: AllocationRun | None = None
        self._open: set[str] = set()
        self._before: dict[int, Given] = {}
        self._changed: frozenset[int] = frozenset()
        self._names: Mapping[CaseRef, str] = {}
        self._rows = RowsModel(_FIELDS, self)
        self._nobody = RowsModel(("place", "what", "reason"), self)
        self._stale = RowsModel(("text",), self)
        self._outdated = RowsModel(("text",), self)
        shell.spoken.connect(self._refresh)

    def show(self, run: AllocationRun | None, names: Mapping[CaseRef, str] | None = None) -> None:
        """Show what is open in a run; what became another since the last time is marked.

        Args:
            run: None where nothing is proposed.
            names: Of the people; None for those that are known already.
        """
        if run is not self._run:
            self._open, self._before = set(), {}
        earlier, self._run = self._before, run
        self._names = self._names if names is None else names
        self._changed = frozenset(
            each.position
            for each in self.rest
            if each.position in earlier and earlier[each.position] != _given(each)
        )
        self._before = {each.position: _given(each) for each in self.rest}
        self._refresh()

    @property
    def rest(self) -> tuple[Placed, ...]:
        """What is open in the run."""
        return () if self._run is None else self._run.open

    @property
    def positions(self) -> tuple[int, ...]:
        """Positions of those whom somebody is proposed for."""
        return tuple(each.position for each in self.rest if each.proposal.provider is not None)

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        """Whom somebody is proposed for, in the order of the run."""
        return self._rows

    @Property(RowsModel, constant=True)
    def nobody(self) -> RowsModel:
        """Whom the rule gives nobody, and what to do."""
        return self._nobody

    @Property(RowsModel, constant=True)
    def stale(self) -> RowsModel:
        """Who answered, or was changed, after the list was made."""
        return self._stale

    @Property(RowsModel, constant=True)
    def outdated(self) -> RowsModel:
        """The first proposals that the rule would not make now, and why; the rest is counted."""
        return self._outdated

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many proposals can be confirmed."""
        return len(self.positions)

    @Property(str, notify=changed)
    def nextText(self) -> str:
        """Who is the next one; empty at the end."""
        placed = None if self._run is None else self._run.next_confirmable()
        if placed is None:
            return ""
        text = self._shell.words.gettext("Next: {person}")
        return text.format(person=self._about(placed.proposal.applicant))

    @Property(str, notify=changed)
    def confirmAllText(self) -> str:
        """The button that confirms every proposal."""
        words, count = self._shell.words, self.count
        text = words.ngettext("Confirm {count} proposal", "Confirm all {count} proposals", count)
        return text.format(count=words.number(count))

    @Property(str, notify=changed)
    def changedText(self) -> str:
        """How many proposals became others when the rest was worked out again; empty for none."""
        words, count = self._shell.words, len(self._changed)
        if not count:
            return ""
        text = words.ngettext(
            "{count} proposal became another. It is marked. Look at it before you go on.",
            "{count} proposals became others. They are marked. Look at them before you go on.",
            count,
        )
        return text.format(count=words.number(count))

    @Property(str, notify=changed)
    def basisText(self) -> str:
        """The decisions behind the rules."""
        words, run = self._shell.words, self._run
        if run is None:
            return ""
        decisions = decisions_of(self._program.municipality, run.applicants)
        return sentences(*(decision_text(each, words) for each in decisions))

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Show how the rule came to a proposal, or no longer."""
        self._open ^= {key}
        self._refresh()

    def person(self, position: int) -> str:
        """Whom the proposal in a place is about; empty where none is open."""
        found = [each.proposal.applicant for each in self.rest if each.position == position]
        return self._about(found[0]) if found else ""

    def _about(self, applicant: Applicant) -> str:
        service = service_name(self._program.municipality, applicant.service, self._shell.words)
        return joined(self._who(applicant), service)

    def _who(self, applicant: Applicant) -> str:
        return joined(self._names.get(applicant.case, ""), applicant.case)

    @Slot()
    def _refresh(self) -> None:
        words = self._shell.words
        texts = ProposalTexts(self._program.municipality, words, Reasons(words))
        given = [each for each in self.rest if each.proposal.provider is not None]
        self._rows.show([self._row(each, texts, each is given[0]) for each in given])
        self._nobody.show(
            [
                self._without(each.proposal.applicant, texts.what_to_do(each.proposal), texts)
                for each in self.rest
                if each.proposal.provider is None
            ]
            + [self._without(each, texts.what_to_do(None), texts) for each in self._unruled()]
        )
        stale = [] if self._run is None else self._run.stale
        self._stale.show([{"text": joined(self._who(each), texts.about(each))} for each in stale])
        self._outdated.show([{"text": text} for text in self._reasons(texts)])
        self.changed.emit()

    def _reasons(self, texts: ProposalTexts) -> Iterator[str]:
        outdated = () if self._run is None else self._run.outdated
        for each in outdated[:_MOST_REASONS]:
            yield joined(self._about(each.placed.proposal.applicant), texts.outdated(each))
        more = len(outdated) - _MOST_REASONS
        if more > 0:
            words = self._shell.words
            text = words.ngettext("And {count} more.", "And {count} more.", more)
            yield text.format(count=words.number(more))

    def _unruled(self) -> list[Applicant]:
        """Those for whom the municipality has no rule."""
        rules = self._program.municipality.rules
        people = () if self._run is None else self._run.applicants
        return [
            each
            for each in people
            if not any(
                each.state in rule.states for rule in rules.get((each.service, each.zone), ())
            )
        ]

    def _without(self, applicant: Applicant, reason: str, texts: ProposalTexts) -> dict[str, str]:
        what = joined(self._names.get(applicant.case, ""), texts.about(applicant))
        return {"place": applicant.case, "what": what, "reason": reason}

    def _row(self, placed: Placed, texts: ProposalTexts, is_next: bool) -> dict[str, str | bool]:
        proposal, key = placed.proposal, str(placed.position)
        return {
            "key": key,
            "place": key,
            "who": self._who(proposal.applicant),
            "about": texts.about(proposal.applicant),
            "helper": texts.name(proposal.provider),
            "reason": texts.reason(proposal),
            "details": "\n".join(texts.details(proposal)) if key in self._open else "",
            "isChanged": placed.position in self._changed,
            "isNext": is_next,
        }


def _given(placed: Placed) -> Given:
    return placed.proposal.provider or "", placed.proposal.way.value

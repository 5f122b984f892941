"""The staff's side over a record in memory: a clock that is moved by hand, work done at once."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.app.ports.intake import OpenCaseList
from kiosk.app.ports.paper import FoldedSheets
from kiosk.app.program import Program
from kiosk.app.program_ports import Ports
from kiosk.domain.case import Case
from kiosk.domain.language import Language
from kiosk.domain.municipality import ExampleStaff
from kiosk.intake.case_lists import FileCaseListReader
from kiosk.printing.files import suggested_name, write_file
from kiosk.printing.mail_folder import DiskMailFolder
from kiosk.printing.memory import MemoryPrinter
from kiosk.printing.outbox import FolderOutbox
from kiosk.settings import Resources
from kiosk.theme.tokens import tokens_in
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.screen_setting import ScreenSetting
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.staff_side import StaffSide
from kiosk.ui.tasks import ImmediateTasks, Lane, Tasks
from kiosk.ui.theme_source import ThemeSource
from kiosk.ui.visit_state import VisitState
from tests.intake_samples import EveryLetter
from tests.unit.app import factory
from tests.unit.app.mailout.press import FakePress

KARI, KARIS_CODE = "Kari Kontor", "258025"
OLA, OLAS_CODE = "Ola Kontor", "147014"
STAFF = (
    ExampleStaff(KARI, "case_officer", KARIS_CODE),
    ExampleStaff(OLA, "front_desk", OLAS_CODE),
)


class MovedClock:
    def __init__(self) -> None:
        self.moment = factory.NOW

    def now(self) -> datetime:
        return self.moment

    def pass_by(self, **time: float) -> None:
        self.moment += timedelta(**time)


class PlainHasher:
    def hash(self, code: str) -> str:
        return f"hashed {code}"

    def verify(self, code: str, code_hash: str) -> bool:
        return code_hash == f"hashed {code}"


class PlainPaper:
    def brochure(self, brochure: object, issued_at: datetime, edition: object) -> bytes:
        return b"%PDF a brochure"

    def booklet_sheets(self, brochure: object, issued_at: datetime) -> FoldedSheets:
        return FoldedSheets(b"%PDF sheets", 5)

    def receipt(self, receipt: object, issued_at: datetime, edition: object = None) -> bytes:
        return b"%PDF a receipt"

    def sheet(self, sheet: object, issued_at: datetime, edition: object = None) -> bytes:
        return b"%PDF sheet"

    def letter(self, letter: object, issued_at: datetime, edition: object = None) -> bytes:
        return b"%PDF letter"

    def slip(self, slip: object, issued_at: datetime, edition: object = None) -> bytes:
        return b"%PDF slip"


class LaterTasks:
    """Keeps work until it is told to do it, as a slow machine would."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Any, Any, Any]] = []
        self.lanes: list[Lane] = []

    def run(self, work, done, failed, lane=Lane.RECORD) -> None:
        self.waiting.append((work, done, failed))
        self.lanes.append(lane)

    def do_last(self) -> None:
        ImmediateTasks().run(*self.waiting.pop())

    def do_all(self) -> None:
        waiting, self.waiting = self.waiting, []
        for job in waiting:
            ImmediateTasks().run(*job)


class StaffWorld:
    """One municipality, its staff and its cases."""

    def __init__(
        self,
        home: Path,
        *cases: Case,
        tasks: Tasks | None = None,
        staff=STAFF,
        retention=(),
        **changes: Any,
    ) -> None:
        self.municipality = replace(
            factory.municipality(), example_staff=staff, retention=retention, **changes
        )
        self.clock = MovedClock()
        self.record = factory.record_with(*cases)
        self.printer = MemoryPrinter()
        self.program = Program(self.municipality, self._ports())
        self.shell = AppShell(self.municipality, factory.words(Language.ENGLISH))
        self.state = VisitState(self.program, self.shell)
        files = StaffFiles(home, write_file, suggested_name)
        assets = Resources.shipped().assets
        theme = ThemeSource(tokens_in(assets), tokens_in(assets).devices["kiosk-21"])
        self.screen = ScreenSetting(theme, 1.0, home / "screen.toml")
        self.side = StaffSide(
            self.program,
            self.state,
            files,
            tasks or ImmediateTasks(),
            Language.ENGLISH,
            self.screen,
        )
        self.desk = self.side.desk
        self.flow = self.side.flow
        self.flow.handedOver.connect(lambda begun: self.state.begin(begun.visit, begun.actor))
        self.flow.start()

    def _ports(self) -> Ports:
        return Ports(
            record=self.record,
            clock=self.clock,
            ids=factory.CountingIds(),
            working=factory.WORKING,
            words_for=factory.words,
            hasher=PlainHasher(),
            reader=_LateReader(self),
            documents=PlainPaper(),
            printer=self.printer,
            outbox_in=lambda folder: FolderOutbox(Path(folder)),
            press=FakePress(),
            mail_folder_in=lambda folder, batch: DiskMailFolder(Path(folder), batch),
        )

    def sign_in(self, name: str = KARI, code: str = KARIS_CODE) -> None:
        self.desk.signIn.pick(name)
        self.desk.signIn.signIn(code)

    def open_case(self) -> None:
        self.sign_in()
        self.desk.cases.open(factory.CASE)


class _LateReader:
    def __init__(self, world: StaffWorld) -> None:
        self._world = world

    def open(self, data: bytes, sheet: str = "") -> OpenCaseList:
        reader = FileCaseListReader(self._world.municipality, self._world.clock, EveryLetter())
        return reader.open(data, sheet)


def column(model: RowsModel, field: str) -> list[Any]:
    """One field of every row, in the order of display."""
    return [row[field] for row in model.rows()]


def picked(model: RowsModel) -> list[Any]:
    """Keys of the picked rows."""
    return [row["key"] for row in model.rows() if row["picked"]]

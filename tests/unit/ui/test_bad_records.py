"""What the pages tell of records from a newer version, copied badly, or with the clock set back."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.app.fault_texts import fault_text
from kiosk.app.ports.record_door import DoorState
from kiosk.app.program_ports import Ports
from kiosk.devtools.torture.passphrase_only import begin_record
from kiosk.domain.eligibility import OfferingOn
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.language import Language
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.keys.root_key import Cost, Passphrase
from kiosk.record.ledger_record import open_record
from kiosk.settings import Settings
from kiosk.ui.shell import Page
from kiosk.unlocking import WindowDoor, open_for_window
from tests.fake_keyring import FakeKeyring
from tests.record_samples import case, imported
from tests.spoilt_records import SPOILT, TOLD_AT_ONCE, files_of
from tests.unit.app import factory
from tests.unit.ui.staff_world import StaffWorld

RIGHT = "blå ørn på Eksempelfjell"
LANGUAGES = (Language.BOKMAL, Language.NYNORSK, Language.ENGLISH)
OFFERING = OfferingOn(factory.municipality(), date(2026, 11, 22))
LATER = [name for name in SPOILT if name not in TOLD_AT_ONCE]


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr("kiosk.record.keys.root_key.USUAL_COST", Cost(64, 1, 1))
    begin_record(tmp_path / "data", Passphrase(RIGHT))
    record = open_record(tmp_path / "data", Passphrase(RIGHT))
    record.append([imported(case(str(number))) for number in range(3)])
    record.close()
    return Path(tmp_path / "data")


class DoorWorld(StaffWorld):
    """The staff's side before the record of a folder."""

    def __init__(self, home: Path, data: Path) -> None:
        self.door = WindowDoor(
            data, factory.words(), DoorState.LOCKED, OFFERING, FakeKeyring(), lambda _record: None
        )
        super().__init__(home)

    def _ports(self) -> Ports:
        return replace(super()._ports(), door=self.door)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LATER)
def test_the_opening_page_tells_what_is_wrong_and_changes_nothing(
    qapp, tmp_path, data, name, language
):
    spoil, fault = SPOILT[name]
    spoil(data)
    before = files_of(data)
    world = DoorWorld(tmp_path, data)
    world.shell.speak(factory.words(language))

    world.desk.unlock.unlock(RIGHT)

    assert world.shell.current is Page.UNLOCK
    expected = fault_text(StorageError(fault), factory.words(language))
    assert world.desk.unlock.message == expected
    assert files_of(data) == before


@pytest.mark.parametrize("name", TOLD_AT_ONCE)
def test_without_the_ways_to_the_key_no_page_is_shown(tmp_path, data, name):
    spoil, fault = SPOILT[name]
    spoil(data)
    before = files_of(data)

    with pytest.raises(StorageError) as caught:
        open_for_window(
            Settings(content=tmp_path, data=data),
            factory.words(),
            is_example=False,
            offering=OFFERING,
            bind=lambda _record: None,
        )

    assert caught.value.fault is fault
    assert files_of(data) == before


def test_a_record_that_is_put_right_opens_on_the_same_page(qapp, tmp_path, data):
    spoil, _fault = SPOILT["journal of another ledger"]
    spoil(data)
    world = DoorWorld(tmp_path, data)
    world.desk.unlock.unlock(RIGHT)

    (data / "ledger.sqlite3-wal").unlink()
    world.desk.unlock.unlock(RIGHT)

    assert world.shell.current is Page.SIGN_IN
    assert len(world.door.record.opened.case_refs()) == 3
    world.door.record.close()


class ReopenedWorld(StaffWorld):
    """A record that was used before."""

    def _ports(self) -> Ports:
        self.record.append([imported(case("EV-9"))])
        self.record = FoldedRecord(self.record._log)  # type: ignore[assignment]
        return replace(super()._ports(), record=self.record)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.BOKMAL, "Still klokken riktig før du går videre."),
        (Language.NYNORSK, "Still klokka"),
        (Language.ENGLISH, "Set the clock right before you go on."),
    ],
)
def test_a_clock_that_was_set_back_two_years_is_told_on_the_page_with_the_cases(
    qapp, tmp_path, language, text
):
    world = ReopenedWorld(tmp_path)
    world.shell.speak(factory.words(language))
    world.clock.moment -= timedelta(days=730)

    world.sign_in()

    assert text in world.desk.cases.recordNotice
    assert factory.words(language).full_date(world.clock.now().date()) in (
        world.desk.cases.recordNotice
    )


def test_every_way_of_spoiling_is_told_in_one_of_the_two_places():
    assert {fault for _spoil, fault in SPOILT.values()} >= {
        StorageFault.NEWER_VERSION,
        StorageFault.HALF,
        StorageFault.DAMAGED,
        StorageFault.FOREIGN_JOURNAL,
    }
    assert set(LATER) | set(TOLD_AT_ONCE) == set(SPOILT)

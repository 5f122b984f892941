"""Whatever becomes of a batch, its papers lie beside its letters."""

import csv
import io
from hashlib import sha256

import pytest

from kiosk.app.mailout.batch_papers import BatchPapers
from kiosk.app.mailout.batch_report import MANIFEST, TOTALS
from kiosk.app.mailout.close_batch import CloseBatch, FilesSaid
from kiosk.app.mailout.mail_texts import made_lines
from kiosk.app.mailout.posting_texts import posted_lines
from kiosk.app.mailout.print_batch import PrintBatch
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.errors import PrintError, RefusedError, StorageError
from kiosk.domain.event import BatchPosted
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, TODAY
from tests.unit.app.mailout.office import FRONT, Office, person, refused
from tests.unit.app.mailout.press import FakeFolder

PLACE, OTHER = "utskrift", "flyttet"


class Shop:
    """An office whose folders lie in places that can vanish."""

    def __init__(self, *people, room=1000, **changes):
        self.office = Office(*people, **changes)
        self.folders = {PLACE: FakeFolder(room), OTHER: FakeFolder()}
        report = self.office.report
        papers = BatchPapers(self.office.record, report, self.folder_in)
        self.printing = PrintBatch(self.office.batches, self.office.discarding, papers)
        self.closing = CloseBatch(self.office.posting, self.office.discarding, papers)

    def folder_in(self, place, _batch):
        if place not in self.folders:
            code = "printing.no_folder"
            raise PrintError(code)
        return self.folders[place]

    def make(self, watch=None, per_file=2):
        plan = self.office.plan(per_file=per_file)
        chosen = self.office.batches.choose(plan)
        key = self.office.batches.begin(plan, chosen, ACTOR, PLACE)
        return self.printing.make(PLACE, key, chosen, ACTOR, make.words(), watch)

    @property
    def key(self):
        return self.office.batch().key

    def post(self, actor=ACTOR, **said):
        return self.closing.post(self.key, TODAY, actor, make.words(), files=FilesSaid(**said))

    def rows(self, name, place=PLACE):
        text = self.folders[place].files[name].decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text), delimiter=";"))

    def letters(self, place=PLACE):
        return [(int(row[0]), row[2], row[-1]) for row in self.rows(MANIFEST, place)[1:]]

    def totals(self, place=PLACE):
        return {row[0]: row[1] for row in self.rows(TOTALS, place) if len(row) == 2}

    def digest(self, name):
        return sha256(self.folders[PLACE].files[name]).hexdigest()


def people(count):
    return [person(number) for number in range(1, count + 1)]


def after(count):
    looked = iter([False] * count + [True] * 99)
    return Watch(is_cancelled=lambda: next(looked))


def fails_at(office, monkeypatch, number):
    """Nothing can be stored from one write on, as where a process is killed there."""
    append, left = office.record.append, iter(range(number))

    def storing(events):
        if next(left, None) is None:
            raise StorageError
        return append(events)

    monkeypatch.setattr(office.record, "append", storing)
    return lambda: monkeypatch.setattr(office.record, "append", append)


def test_a_stopped_one_has_its_papers_and_says_that_it_was_stopped():
    shop = Shop(*people(5))
    with pytest.raises(CancelledError):
        shop.make(after(3))

    name = "trykk/000001-000002.pdf"
    assert shop.letters() == [(1, name, shop.digest(name)), (2, name, shop.digest(name))]
    assert shop.totals()["Brev som er laget"] == "2"
    assert shop.totals()["Saker som ikke ble prøvd"] == "3"
    assert shop.totals()["Status"] == "Stoppet før den siste saken. Ikke sendt ennå."


def test_a_full_disk_is_told_even_where_the_papers_find_no_room():
    shop = Shop(*people(5), room=1)

    with pytest.raises(PrintError) as found:
        shop.make()

    assert found.value.code == "printing.disk_full"
    assert list(shop.folders[PLACE].files) == ["trykk/000001-000002.pdf"]
    shop.folders[PLACE].room = 9
    shop.post()
    assert [number for number, *_ in shop.letters()] == [1, 2]


def test_one_whose_process_was_killed_has_every_letter_in_its_papers_once_it_is_posted():
    shop = Shop(*people(5))
    with pytest.raises(CancelledError):
        shop.make(after(3))
    folder = shop.folders[PLACE].files
    for name in (MANIFEST, TOTALS):
        del folder[name]
    folder["trykk/000003-000004.pdf"] = b"written, and never noted"

    shop.post()

    assert [number for number, *_ in shop.letters()] == [1, 2]
    assert shop.totals()["Status"].startswith("Stoppet før den siste saken. Sendt ")
    assert sorted(folder) == [MANIFEST, TOTALS, "trykk/000001-000002.pdf"]


def test_nothing_is_posted_where_the_papers_cannot_be_written():
    shop = Shop(*people(2))
    shop.make()
    folder = shop.folders[PLACE]
    folder.room = len(folder.files) - 2
    del folder.files[MANIFEST], folder.files[TOTALS]

    with pytest.raises(PrintError):
        shop.post()

    assert shop.office.batch().is_open
    assert not any(
        isinstance(event.body, BatchPosted) for event in shop.office.record.batch(shop.key)
    )


def test_papers_of_one_that_could_not_be_entered_do_not_say_that_it_was_posted(monkeypatch):
    shop = Shop(*people(2))
    shop.make()
    fails_at(shop.office, monkeypatch, 0)

    with pytest.raises(StorageError):
        shop.post()

    assert shop.totals()["Status"] == "Ikke sendt ennå."


def test_without_its_folder_it_is_posted_once_another_place_is_said():
    shop = Shop(*people(2))
    shop.make()
    del shop.folders[PLACE]

    assert refused(shop.post) == ["mailout.no_place"]
    assert shop.office.batch().is_open

    assert refused(lambda: shop.post(places=(OTHER,))) == ["mailout.files_gone"]
    assert shop.folders[OTHER].files == {}

    shop.post(places=(OTHER,), anyway=True)
    assert [number for number, *_ in shop.letters(OTHER)] == [1, 2]


def test_the_papers_go_where_the_letters_lie():
    shop = Shop(*people(2))
    shop.make()
    shop.folders[OTHER], shop.folders[PLACE] = shop.folders[PLACE], FakeFolder()

    shop.post(places=(OTHER,))

    assert shop.folders[PLACE].files == {}
    assert shop.totals(OTHER)["Status"].startswith("Sendt ")


def test_who_may_not_post_writes_no_papers():
    shop = Shop(*people(2))
    shop.make()
    del shop.folders[PLACE].files[MANIFEST]

    assert refused(lambda: shop.post(FRONT)) == ["staff.may_not_mail_out"]
    assert MANIFEST not in shop.folders[PLACE].files


def test_a_discarded_one_says_so_and_is_discarded_on_a_full_disk_and_without_its_folder():
    shop, full, gone = (Shop(*people(2)) for _ in range(3))
    for each in (shop, full, gone):
        each.make()
    full.folders[PLACE] = FakeFolder(room=0)
    del gone.folders[PLACE]

    for each in (shop, full, gone):
        assert each.closing.discard(each.key, ACTOR, make.words()) == 2
        assert each.office.batch().is_discarded
    assert shop.totals()["Status"] == "Forkastet, aldri sendt."


def test_who_was_not_posted_is_counted_in_the_papers():
    shop = Shop(*people(3))
    shop.make()

    shop.closing.post(shop.key, TODAY, ACTOR, make.words(), frozenset({2}))

    assert shop.totals()["Tatt ut"] == "1"


def test_one_of_which_no_letter_can_be_made_leaves_nothing_to_post():
    shop = Shop(person(1, family_name="Rar"), person(2, family_name="Rar"), refused="Rar")

    made = shop.make()

    assert made.is_discarded
    assert not shop.office.batch().is_open
    assert len(shop.office.batches.choose(shop.office.plan()).cases) == 2
    told = list(made_lines(made, make.words()))
    assert told[0].startswith("Ingen brev kunne lages")
    assert len([line for line in told if "«Navn»" in line]) == 2
    assert shop.totals()["Brev som er laget"] == "0"


def test_one_that_was_stopped_before_its_first_letter_can_go_on():
    shop = Shop(*people(2))
    with pytest.raises(CancelledError):
        shop.make(after(0))

    assert shop.office.batch().is_open
    assert shop.letters() == []


def letter_files(shop, place=PLACE):
    return sorted(name for name in shop.folders[place].files if name.startswith("trykk/"))


def test_nothing_is_entered_or_written_while_files_with_letters_are_gone():
    shop = Shop(*people(4))
    shop.make()
    files = shop.folders[PLACE].files
    gone, left = letter_files(shop)
    del files[gone]
    before = dict(files)

    with pytest.raises(RefusedError) as found:
        shop.post()

    (refusal,) = found.value.refusals
    assert refusal.code == "mailout.files_gone"
    assert refusal.values["names"] == gone
    assert left not in refusal.values["names"]
    assert files == before
    assert shop.office.batch().is_open


def test_nothing_is_entered_while_a_file_is_not_as_it_was_made():
    shop = Shop(*people(4))
    shop.make()
    torn = letter_files(shop)[1]
    shop.folders[PLACE].files[torn] += b" "

    with pytest.raises(RefusedError) as found:
        shop.post()

    (refusal,) = found.value.refusals
    assert (refusal.code, refusal.values["names"]) == ("mailout.files_altered", torn)
    assert shop.office.batch().is_open


def test_somebody_says_that_it_is_posted_all_the_same():
    shop = Shop(*people(4))
    shop.make()
    shop.folders[PLACE] = FakeFolder()

    posting = shop.post(anyway=True)

    assert not shop.office.batch().is_open
    assert shop.totals()["Status"].startswith("Sendt ")
    lines = list(posted_lines(posting, TODAY, make.words()))
    assert any("minne" in line for line in lines)


def test_nothing_is_told_of_files_where_all_of_them_are_there():
    shop = Shop(*people(4))
    shop.make()

    posting = shop.post()

    assert posting.papers_in == ""
    assert len(list(posted_lines(posting, TODAY, make.words()))) == 1


def test_a_folder_that_was_moved_away_is_refused_by_the_names_of_its_files():
    shop = Shop(*people(16))
    shop.make()
    files = letter_files(shop)
    shop.folders[PLACE] = FakeFolder()

    with pytest.raises(RefusedError) as found:
        shop.post()

    named = found.value.refusals[0].values["names"]
    assert named.startswith(", ".join(files[:5]))
    assert named.endswith("3 til")
    assert shop.folders[PLACE].files == {}


def test_the_folder_with_the_letters_is_taken_and_not_one_with_the_papers_alone():
    shop = Shop(*people(2))
    shop.make()
    papers = dict.fromkeys((MANIFEST, TOTALS), b"")
    shop.folders[OTHER].files.update(shop.folders[PLACE].files)
    shop.folders[PLACE].files = dict(papers)

    shop.post(places=(PLACE, OTHER))

    assert shop.folders[PLACE].files == papers
    assert shop.totals(OTHER)["Status"].startswith("Sendt ")


def test_the_reading_of_files_is_counted_and_can_be_stopped():
    shop = Shop(*people(6))
    shop.make()
    counted = []

    shop.closing.papers.lacking(shop.key, watch=Watch(lambda *told: counted.append(told)))
    with pytest.raises(CancelledError):
        shop.post(watch=after(2))

    assert counted == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert shop.office.batch().is_open


def test_a_discarded_one_needs_no_files():
    shop = Shop(*people(4))
    shop.make()
    shop.folders[PLACE] = FakeFolder()

    assert shop.closing.discard(shop.key, ACTOR, make.words()) == 4

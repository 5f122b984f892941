"""The way of a tour through the pages of staff and administrators."""

from kiosk.devtools.accessible import Role
from kiosk.devtools.staff_reader import StaffReader
from kiosk.devtools.tour_people import Office
from kiosk.devtools.tour_tasks import TaskTour
from kiosk.domain.case import CaseRef

_SAID = "blå ørn på Eksempelfjell"


class OfficeTour:
    """One working day at the office: what is done about cases, and about many at once."""

    def __init__(self, reader: StaffReader) -> None:
        self._reader = reader

    def set_up(self) -> None:
        """A new record, up to the page that tells where its escrow key is."""
        reader = self._reader
        reader.keep_whole()
        reader.write("Passphrase", _SAID)
        reader.write("Passphrase once more", _SAID)
        reader.press("Set up the record")
        reader.keep()

    def play(self, office: Office, list_name: str) -> None:
        """Unlock the record, and use every page.

        Args:
            office: The people in the record.
            list_name: A case list that can be picked; empty for none.
        """
        self._enter(office)
        self._import(list_name)
        self._open(office.open_case)
        self._entries()
        self._print()
        self._open(office.answering)
        self._enter_paper()
        self._change()
        TaskTour(self._reader).play()
        self._reader.open_tab("Brochures")
        self._reader.keep_whole()

    def _enter(self, office: Office) -> None:
        reader = self._reader
        reader.write("Passphrase", _SAID)
        reader.keep()
        reader.press("Open the record")
        reader.press_starting(office.administrator, Role.RadioButton)
        reader.write("Code", office.code, "of staff")
        reader.keep()
        reader.press("Sign in")
        reader.keep()

    def _import(self, list_name: str) -> None:
        reader = self._reader
        reader.press("Import case list")
        reader.keep_whole()
        if list_name and reader.press_starting(list_name):
            reader.keep_whole()
            for closing in reader.desk.caseImport.closings.rows()[:1]:
                reader.press_named(str(closing["name"]), Role.RadioButton)
            reader.press("Import", "button")
            reader.keep()
            reader.press("To the cases")
        else:
            reader.press("All cases")

    def _open(self, case: CaseRef) -> None:
        reader = self._reader
        reader.open_tab("Cases")
        reader.write("Search by name, case number or place", case)
        reader.press_holding(case)
        reader.keep_whole()

    def _entries(self) -> None:
        """Every form of the case page, opened and cancelled."""
        reader = self._reader
        acts = [str(row["name"]) for row in reader.desk.letters.acts.rows()]
        wishes, cannot = reader.say("Note for the rule"), reader.say("Cannot choose")
        for start in (*acts[:1], f"{wishes}: ", f"{cannot}: ", reader.say("Keep the case")):
            if reader.press_starting(start):
                reader.keep()
                reader.press("Cancel")

    def _print(self) -> None:
        for text in ("Access to what is stored", "Print brochure"):
            if self._reader.press_if_there(text):
                self._reader.keep_whole()
                self._reader.press("Back", "backward")

    def _enter_paper(self) -> None:
        reader, paper = self._reader, self._reader.desk.paper
        reader.press("Enter an answer on paper")
        service = paper.services.rows()[0]
        options = paper.optionsOf(str(service["key"])).rows()
        reader.press_named(str(options[0]["name"]), Role.RadioButton)
        reader.press_named(str(paper.who.roles.rows()[0]["name"]), Role.RadioButton)
        reader.keep_whole()
        reader.press("Store the answer")
        reader.keep()
        reader.press("To the case")
        reader.keep_whole()

    def _change(self) -> None:
        """What can be changed about an answer, looked at and left."""
        reader = self._reader
        for text in ("Correct what is recorded", "Take the answer back"):
            if reader.press_if_there(text):
                reader.keep_whole()
                reader.press("To the case, without storing")

"""Makes the citizen's side of one window, when the screen is first handed over."""

from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.ui.tasks import Tasks
from kiosk.ui.theme_source import ThemeSource
from kiosk.ui.throwing_away import throw_away
from kiosk.ui.visit_state import VisitState

if TYPE_CHECKING:
    from kiosk.ui.visit_flow import CitizenPages, VisitFlow


class CitizenSide(QObject):
    """The citizen's pages and the way through them; the first frame does not wait for them.

    Signals:
        endAsked: The screen is to be given back to the staff.
        printAsked: The receipt is to be printed.
    """

    endAsked = Signal()
    printAsked = Signal()

    def __init__(self, state: VisitState, theme: ThemeSource, tasks: Tasks) -> None:
        super().__init__()
        self._state = state
        self._theme = theme
        self._tasks = tasks

    def forget(self) -> None:
        """Nothing that was shown or written stays; call it when none of the pages is shown."""
        made = self.__dict__
        gone: list[QObject] = [made.pop("flow")] if "flow" in made else []
        if "pages" in made:
            pages = made.pop("pages")
            gone += [getattr(pages, field.name) for field in fields(pages)]
        throw_away(gone, self._state.shell)

    @cached_property
    def pages(self) -> "CitizenPages":
        """View-models of the citizen's pages."""
        from kiosk.ui.drawing_pad import DrawingPad  # noqa: F401  QML finds it once it is imported
        from kiosk.ui.turner import Turner  # noqa: F401  QML finds it once it is imported
        from kiosk.ui.viewmodels.answer_page import AnswerPage
        from kiosk.ui.viewmodels.compare import Compare
        from kiosk.ui.viewmodels.information import Information
        from kiosk.ui.viewmodels.narrowing import Narrowing
        from kiosk.ui.viewmodels.overview import Overview
        from kiosk.ui.viewmodels.review_page import ReviewPage
        from kiosk.ui.viewmodels.signature_page import SignaturePage
        from kiosk.ui.viewmodels.visit_steps import VisitSteps
        from kiosk.ui.viewmodels.who_decides import WhoDecides
        from kiosk.ui.visit_flow import CitizenPages

        state = self._state
        overview = Overview(state, self._theme)
        return CitizenPages(
            steps=VisitSteps(state),
            information=Information(state),
            overview=overview,
            narrowing=Narrowing(state, overview),
            compare=Compare(state, overview, self._theme),
            answer=AnswerPage(state),
            who=WhoDecides(state),
            review=ReviewPage(state, self._tasks),
            signature=SignaturePage(state, self._theme),
        )

    @cached_property
    def flow(self) -> "VisitFlow":
        """The way through the pages."""
        from kiosk.ui.visit_flow import VisitFlow

        flow = VisitFlow(self._state.shell, self._state, self.pages)
        flow.endAsked.connect(self.endAsked)
        flow.printAsked.connect(self.printAsked)
        return flow

"""Collects every fault of a pack, with the file and the field where it stands."""

from msgspec import Struct

from kiosk.domain.errors import ContentProblem


class ProblemLog(Struct):
    """Faults in the order in which they were found.

    Attributes:
        found: Grows while the pack is read.
    """

    found: list[ContentProblem] = []

    @property
    def has_errors(self) -> bool:
        """Whether something was found that the pack cannot be opened with."""
        return any(problem.is_fault for problem in self.found)


class Place(Struct, frozen=True):
    """A field of a file, and the log that its faults go to.

    Attributes:
        file: Path inside the pack, with forward slashes.
        field: Dotted path; empty for the whole file.
    """

    log: ProblemLog
    file: str
    field: str = ""

    def at(self, name: str) -> "Place":
        """The field ``name`` inside this one."""
        return Place(self.log, self.file, f"{self.field}.{name}" if self.field else name)

    def item(self, label: object) -> "Place":
        """An item of this list: its key where it has one, otherwise its number from 1."""
        return Place(self.log, self.file, f"{self.field}[{label}]")

    @property
    def name(self) -> str:
        """File and field, as faults are shown and referred to."""
        return f"{self.file}: {self.field}" if self.field else self.file

    def whole_file(self) -> "Place":
        """The file itself."""
        return Place(self.log, self.file)

    @property
    def is_sound(self) -> bool:
        """Whether no fault was found here or further in."""
        inside = (f"{self.field}.", f"{self.field}[")
        return not any(
            problem.file == self.file
            and problem.is_fault
            and (problem.field == self.field or problem.field.startswith(inside))
            for problem in self.log.found
        )

    def are_sound(self, *names: str) -> bool:
        """Whether none of these fields has a fault."""
        return all(self.at(name).is_sound for name in names)

    def fault(self, code: str, **values: object) -> None:
        """Something that the pack cannot be opened with."""
        self._add(code, values)

    def unfit(self, code: str, **values: object) -> None:
        """Something that has to be changed before people see it."""
        self._add(code, values, is_unfit=True)

    def warn(self, code: str, **values: object) -> None:
        """Something that a person should look at."""
        self._add(code, values, is_warning=True)

    def _add(
        self,
        code: str,
        values: dict[str, object],
        *,
        is_warning: bool = False,
        is_unfit: bool = False,
    ) -> None:
        words = {name: str(value) for name, value in values.items()}
        problem = ContentProblem(self.file, self.field, code, words, is_warning, is_unfit)
        self.log.found.append(problem)

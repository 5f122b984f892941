"""Lays out what a pack will be shown and printed as: measuring decides, not counting."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from brochures.brochure import BrochurePages
from brochures.easy_brochure import EasyPages
from brochures.editions import LOOKS
from brochures.look import EditionLook
from brochures.provider_page import provider_pages
from brochures.styles import BOX
from brochures.typeface import FontFiles, Typeface
from kiosk.app.compose_brochure import BrochurePlan
from kiosk.app.compose_edition import compose_edition, words_of
from kiosk.app.compose_overview import Reader
from kiosk.app.compose_provider import ProviderScope
from kiosk.app.easy_lines import has_easy_texts
from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.ports.words import Words
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.provider_block import ProviderBlock
from kiosk.domain.edition import Edition
from kiosk.domain.errors import ContentProblem, DoesNotFitError, MissingGlyphError
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.i18n import GettextWords
from kiosk.layout.breaker import RememberingBreaker
from kiosk.layout.names import long_names
from kiosk.layout.office import office_problems
from kiosk.layout.texts import place_of, texts_by_file
from kiosk.settings import Resources
from kiosk.theme.tokens import Tokens

# Old approvals have one line more at most: there is room for them from the first day.
_YEARS_AWAY = date.max
_PAPER_LANGUAGES = (Language.BOKMAL, Language.NYNORSK)


def layout_problems(
    municipality: Municipality,
    resources: Resources,
    now: datetime,
    editions: Collection[Edition] = tuple(Edition),
) -> tuple[ContentProblem, ...]:
    """Texts that have no room on the smallest card or in a printed box; may be empty.

    Every zone is laid out with all its services and with each alone, in both Norwegian languages
    and in every edition of brochures; a text that the standard edition has room for and another
    one has not is a warning, since the pack can be used without that edition.

    Args:
        municipality: The pack.
        resources: Where fonts and sizes lie.
        now: Aware moment; decides who is shown.
        editions: Those to look at besides the standard one, which always is.
    """
    fonts = resources.fonts
    # The bold cut of paper is a little wider than the screen's semi-bold.
    typeface = Typeface(
        FontFiles(fonts / "SourceSans3_400Regular.ttf", fonts / "SourceSans3_700Bold.ttf")
    )
    missing = tuple(_missing_letters(municipality, typeface))
    names = long_names(municipality, typeface, Tokens(resources.assets / "theme" / "tokens.toml"))
    breaker = RememberingBreaker(typeface)
    printed = _Editions(municipality, resources, now, breaker, frozenset(editions))
    # A letter that is missing anywhere would end every edition in which it stands.
    return _worst((*missing, *names, *(() if missing else printed.problems())))


def _worst(problems: Iterable[ContentProblem]) -> tuple[ContentProblem, ...]:
    """Each fault once, with the most lines that it has in any edition; order of finding."""
    found: dict[tuple[str, ...], ContentProblem] = {}
    for problem in problems:
        values = {name: value for name, value in problem.values.items() if name != "lines"}
        key = (problem.file, problem.field, problem.code, *values.values())
        if key not in found or _lines(problem) > _lines(found[key]):
            found[key] = problem
    return tuple(found.values())


def _lines(problem: ContentProblem) -> int:
    return int(problem.values.get("lines", "0"))


def _in_edition(problem: ContentProblem, edition: Edition) -> ContentProblem:
    """The same fault, of an edition that the pack can be used without."""
    values = {**problem.values, "edition": edition.value}
    return replace(problem, code=f"{problem.code}_in_edition", values=values, is_warning=True)


def _missing_letters(municipality: Municipality, typeface: Typeface) -> Iterator[ContentProblem]:
    for file, field, text in texts_by_file(municipality):
        try:
            typeface.prepared(text, BOX, field)
        except MissingGlyphError as error:
            yield ContentProblem(file, field, "no_glyph", {"character": error.character})


@dataclass(frozen=True, slots=True)
class _Moment:
    moment: datetime

    def now(self) -> datetime:
        return self.moment


@dataclass(frozen=True, slots=True)
class _Editions:
    """The brochures that can be asked for without a case."""

    municipality: Municipality
    resources: Resources
    now: datetime
    breaker: RememberingBreaker
    wanted: frozenset[Edition]

    def problems(self) -> Iterator[ContentProblem]:
        for language in _PAPER_LANGUAGES:
            words = GettextWords(language, self.resources.locales)
            found = [self._problem(each, language) for each in self._of(Edition.STANDARD, words)]
            yield from found
            known = {(each.file, each.field) for each in found}
            for edition in self._others(language):
                for error in self._of(edition, words):
                    problem = self._problem(error, language)
                    if (problem.file, problem.field) not in known:
                        yield _in_edition(problem, edition)
            yield from office_problems(self.municipality, self.breaker, words)

    def _others(self, language: Language) -> Iterator[Edition]:
        for each in (Edition.LARGE_PRINT, Edition.BOOKLET, Edition.EASY_READ):
            is_there = each is not Edition.EASY_READ or has_easy_texts(self.municipality, language)
            if each in self.wanted and is_there:
                yield each

    def _of(self, edition: Edition, words: Words) -> Iterator[DoesNotFitError]:
        said = words_of(edition, self.municipality, words)
        for zone, services in self._scopes():
            yield from self._faults(self._brochure(zone, services, said, edition), said, edition)

    def _scopes(self) -> Iterator[tuple[ZoneId, tuple[ServiceId, ...]]]:
        today = self.now.date()
        for zone in self.municipality.zones:
            offered = tuple(
                service.id
                for service in self.municipality.services
                if self.municipality.offered(service.id, zone.id, today)
            )
            if offered:
                yield zone.id, offered
            if len(offered) > 1:
                yield from ((zone.id, (service,)) for service in offered)

    def _faults(
        self, brochure: Brochure | EasyBrochure, words: Words, edition: Edition
    ) -> Iterator[DoesNotFitError]:
        """The fault that ends the layout, and those that every provider has on its own."""
        look = LOOKS[edition]
        try:
            if isinstance(brochure, EasyBrochure):
                EasyPages(brochure, self.breaker, words).pages()
            else:
                BrochurePages(brochure, self.breaker, words, look).pages()
        except DoesNotFitError as error:
            yield error
            for provider in brochure.providers:
                yield from self._alone(provider, words, look)

    def _alone(
        self, provider: ProviderBlock, words: Words, look: EditionLook
    ) -> Iterator[DoesNotFitError]:
        try:
            provider_pages((provider,), self.breaker, words, look)
        except DoesNotFitError as error:
            yield error

    def _brochure(
        self, zone: ZoneId, services: tuple[ServiceId, ...], words: Words, edition: Edition
    ) -> Brochure | EasyBrochure:
        today = self.now.date()
        offered = [self.municipality.offered(each, zone, today) for each in services]
        given = frozenset[str]().union(*offered)
        explain = ExplainNonchoice(self.municipality, _Moment(self.now))
        plan = BrochurePlan(
            scope=ProviderScope(self.municipality, zone, services, _YEARS_AWAY),
            order=tuple(each.id for each in self.municipality.providers if each.id in given),
            reader=Reader(None),
            nonchoice=explain.for_zone(zone, services, words),
            edition=edition,
        )
        return compose_edition(plan, words)

    def _problem(self, error: DoesNotFitError, language: Language) -> ContentProblem:
        """The fault at the provider's own file where one is the owner, else where the text is."""
        owner = error.owner.replace("\u00a0", " ")
        own = next(
            (
                f"providers/{provider.id}.toml"
                for provider in self.municipality.providers
                if owner in {provider.name.nb, provider.name.nn}
            ),
            "",
        )
        if error.field == "municipality":
            # The cover names its field; many texts of a pack have that word in them.
            told = {"text": self.municipality.name, "owner": owner, "language": language.value}
            return ContentProblem("municipality.toml", "name", "no_room_there", told)
        file, field = place_of(self.municipality, *_likely_texts(error))
        if own and (file == own or not error.word):
            values = {"lines": str(error.lines_over), "language": language.value}
            return ContentProblem(own, field if error.word else error.field, "no_room", values)
        # A service's name is told by every provider, and is one fault.
        told_by = error.field if own else owner
        text = error.word or error.field
        values = {"text": text, "owner": told_by, "language": language.value}
        return ContentProblem(file, field, "no_room_there", values)


def _likely_texts(error: DoesNotFitError) -> tuple[str, ...]:
    """Texts of the pack by which the fault is found, the likeliest first."""
    # The name of one service, of several that have the word.
    if not error.word or error.word.casefold() in error.field.casefold():
        return error.field, error.word, error.owner
    return error.word, error.field, error.owner

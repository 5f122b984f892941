"""Whatever is announced and called off in whatever order, nobody is left to one that has stopped."""

import random
from contextlib import suppress
from datetime import timedelta
from itertools import dropwhile

import pytest

from kiosk.app.exits.exit_status import exit_status
from kiosk.app.exits.provider_exits import Planned
from kiosk.app.exits.standing_exits import standing_exits
from kiosk.domain.choice import Answer, Chooses, DoesNotWish, Keeps
from kiosk.domain.errors import RefusedError
from kiosk.domain.exits.exit import ExitCause
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.nonchoice.parts import (
    ChooseFirst,
    Distribute,
    MinimumShare,
    MunicipalDefault,
    Turns,
)
from tests.unit.app import factory as make
from tests.unit.app.exits.test_letter_and_rule import said_on
from tests.unit.app.exits.test_provider_exits import FIRST, exits, person, record_of
from tests.unit.app.factory import ACTOR, FJORDHEIM, FULL, LIND, MUNICIPAL, NURSING, TODAY
from tests.unit.app.flow import choice_of

PROVIDERS = (LIND, FJORDHEIM, MUNICIPAL, FULL)
FALLBACKS = (
    MunicipalDefault(MUNICIPAL),
    Distribute(Turns(), MUNICIPAL),
    ChooseFirst(MUNICIPAL),
    MinimumShare(40, MUNICIPAL),
)


class Months:
    """One person, and providers that stop and go on after all; refused steps change nothing."""

    def __init__(self, seed):
        self.draw = random.Random(seed)  # noqa: S311  the same in every run
        rules = make.rules(self.draw.random() < 0.5, self.draw.choice(FALLBACKS))
        self.content = make.municipality(rules=rules)
        self.record = record_of(person(FIRST, self.draw.choice([None, *PROVIDERS])))
        self.now = make.NOW

    def pass_by(self):
        with suppress(RefusedError):
            self._choose()
        for _ in range(self.draw.randint(1, 6)):
            self.now += timedelta(days=self.draw.choice([0, 0, 1, 7, 20]))
            step = self.draw.choices([self._announce, self._call_off, self._choose], [7, 2, 1])[0]
            with suppress(RefusedError):
                step()

    @property
    def exits(self):
        return exits(self.record, self.content, self.now)

    def _announce(self):
        days = self.draw.choice([-3, -1, 0, 5, 24, 60, 120])
        planned = Planned(
            self.draw.choice(PROVIDERS),
            self.now.date() + timedelta(days),
            ExitCause.CONTRACT_ENDS,
            services=(NURSING,),
            backup=self.draw.choice([None, *PROVIDERS]),
        )
        self.exits.announce(planned, ACTOR)

    def _call_off(self):
        known = standing_exits(self.record)
        for each in self.draw.sample(known, min(1, len(known))):
            self.exits.call_off(each.id, "Avtalen er forlenget.", ACTOR)
            self.exits.see_to(ACTOR)

    def _choose(self):
        if self.now != make.NOW:
            return
        wanted = Chooses(self.draw.choice(PROVIDERS))
        answers: list[Answer] = [wanted, DoesNotWish(), Keeps()]
        answer = self.draw.choice(answers)
        content = with_exits(self.content, standing_exits(self.record))
        case = self.record.case_file(FIRST).case_on(TODAY)
        choice_of({NURSING: answer}, case=case, municipality=content, record=self.record)


@pytest.mark.parametrize("seed", [1212, *range(80)])
def test_help_goes_on_every_day_and_never_from_one_that_has_stopped(seed):
    months = Months(seed)
    months.pass_by()
    (help_,) = months.record.case_file(FIRST).helps.values()
    standing, today = standing_exits(months.record), months.now.date()
    content = with_exits(months.content, standing)

    helpers = [help_.on(TODAY + timedelta(days)) for days in range(300)]

    assert None not in dropwhile(lambda each: each is None, helpers)
    for each in standing:
        assert exit_status(content, months.record, each, today).unseen == ()
        first_day = max(each.takes_over_on, today)
        assert each.provider not in helpers[(first_day - TODAY).days :]
    assert months.exits.see_to(ACTOR) == 0
    with suppress(RefusedError):
        assert said_on(today, months.content, months.record).sections

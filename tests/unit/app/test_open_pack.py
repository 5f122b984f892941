from dataclasses import replace

import pytest

from kiosk.app.open_pack import require_example
from kiosk.domain.errors import RefusedError
from tests.intake_samples import municipality


def test_an_example_pack_may_be_played_with():
    require_example(municipality())


def test_no_invented_visit_is_played_on_a_real_pack():
    with pytest.raises(RefusedError) as caught:
        require_example(replace(municipality(), is_example=False))

    assert [refusal.code for refusal in caught.value.refusals] == ["pack.not_example"]

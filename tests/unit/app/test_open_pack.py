from dataclasses import replace

import pytest

from kiosk.app.open_pack import require_example
from kiosk.domain.errors import RefusedError
from tests.intake_samples import municipality


def test_an_example_pack_may_be_opened():
    require_example(municipality())


def test_a_real_pack_is_refused_as_long_as_the_record_is_not_sealed():
    with pytest.raises(RefusedError) as caught:
        require_example(replace(municipality(), is_example=False))

    assert [refusal.code for refusal in caught.value.refusals] == ["pack.not_example"]

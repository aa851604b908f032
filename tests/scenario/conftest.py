"""What tests of reading share: the catalogues and a reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.authoring.catalogues import shipped
from simulator.scenario.catalogue import Catalogues
from simulator.scenario.load import Loaded, load_scenario


@pytest.fixture(scope="session")
def catalogues() -> Catalogues:
    """The catalogues that are shipped."""
    return shipped()


@pytest.fixture(scope="session")
def load(catalogues: Catalogues) -> Callable[[str | bytes], Loaded]:
    """Reads a text or bytes as the file `call.yaml`."""
    return lambda source: load_scenario(source, "call.yaml", catalogues)

"""What tests of reading share: YAML is read the plain way first, or by libyaml alone."""

import pytest


@pytest.fixture(params=["plain first", "libyaml alone"])
def each_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs a test twice: as files are read, and with every text left to libyaml."""
    if request.param == "libyaml alone":
        monkeypatch.setattr("orgmodel.reading.yaml_reader.read_plain", lambda text, limits: None)

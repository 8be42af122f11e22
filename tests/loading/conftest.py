"""What tests of loading share: files written to an empty folder, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from orgmodel.loading.load import Loaded, LoadOptions, load
from orgmodel.model.include import Include

Load = Callable[..., Loaded]


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Write files (an `org.yaml`, or names to texts; the first is the model) and load them.

    Keywords are the mapping of a table, as the command line gives it; `policy` names a file.
    """
    monkeypatch.chdir(tmp_path)

    def run(files: str | dict[str, str | bytes], *, policy: str | None = None, **mapping: Any) -> Loaded:
        named: dict[str, str | bytes] = {"org.yaml": files} if isinstance(files, str) else files
        for name, content in named.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load(next(iter(named)), LoadOptions(table=Include(**mapping), policy=policy))

    return run

"""``firsthand serve``, ``mcp`` and ``export`` from the command line."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from firsthand.cli import main
from firsthand.store import Store


def ended(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code and what was said."""
    with pytest.raises(SystemExit) as found:
        main(arguments)
    return int(found.value.code or 0), capsys.readouterr().err


@pytest.mark.parametrize(("command", "package"), [("serve", "fastapi"), ("mcp", "mcp.server.mcpserver")])
def test_a_missing_package_is_one_line_that_says_how_to_get_it(
    command: str, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name == package:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest)

    import sys

    for name in [n for n in sys.modules if n.startswith(("firsthand.web.", "firsthand.mcp"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", missing)
    Store.open(tmp_path / "x.db").close()
    code, said = ended(["--store", str(tmp_path / "x.db"), command], capsys)
    assert code == 2
    assert said.count("\n") == 1
    assert "pip install 'firsthand[" in said


def test_another_host_without_a_token_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = ended(["--store", str(tmp_path / "x.db"), "serve", "--host", "192.0.2.1"], capsys)
    assert code == 2
    assert "--token" in said


def test_several_files_go_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Store.open(tmp_path / "x.db").close()
    store = ["--store", str(tmp_path / "x.db"), "export"]
    assert ended([*store, "--format", "csv", "--output", str(tmp_path / "tables")], capsys)[0] == 0
    assert (tmp_path / "tables" / "claims.csv").read_text("utf-8").startswith("claim,gist,")
    code, said = ended([*store, "--format", "csv"], capsys)
    assert code == 2
    assert "folder" in said
    assert ended([*store, "--format", "xml"], capsys)[0] == 2

"""What is written for users is true: generated pages are up to date, commands and files that are named exist."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from firsthand.cli.commands import app

ROOT = Path(__file__).parent.parent
WRITTEN = ["README.md", "CHANGELOG.md", *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md")))]


def build_docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_docs", ROOT / "scripts" / "build_docs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands.md", "stages.md"])
def test_generated_pages_are_up_to_date(name: str) -> None:
    """If this fails: make docs."""
    assert (ROOT / "docs" / name).read_text("utf-8") == build_docs().PAGES[name]()


@pytest.mark.parametrize("page", WRITTEN)
def test_commands_that_are_named_exist(page: str) -> None:
    import typer

    known = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    named = re.findall(r"(?:^|`)firsthand ([a-z]+)", (ROOT / page).read_text("utf-8"), re.M)
    assert set(named) <= known


@pytest.mark.parametrize("page", WRITTEN)
def test_links_lead_to_files(page: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)\)", (ROOT / page).read_text("utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not ((ROOT / page).parent / link).exists()] == []


def test_every_command_is_described() -> None:
    described = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert len(re.findall(r"^## firsthand ", described, re.M)) >= 14

"""Pictures of every page over the bundled sample, into docs/screenshots: ``make screenshots``."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from importlib import resources
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from playwright.sync_api import sync_playwright
from web.server import CHROMIUM, FLAGS, Served, pages_of, served

from firsthand.answer.reading import read_and_compare
from firsthand.ingest.run import Options
from firsthand.pipeline import analyse
from firsthand.store import Store

WAYS: dict[str, dict[str, Any]] = {
    "": {"viewport": {"width": 1180, "height": 1000}},
    "-dark": {"viewport": {"width": 1180, "height": 900}, "color_scheme": "dark"},
    "-phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "locale": "uk-UA"},
}


def main() -> None:
    """Reads the sample, serves it, and takes the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", default="docs/screenshots")
    parser.add_argument("--ways", nargs="*", default=["", "-phone"], help="of: '' (a desk), -dark, -phone")
    parser.add_argument("--whole", action="store_true", help="the whole page, not its head")
    parser.add_argument("--store", help="a store to show in place of the sample")
    arguments = parser.parse_args()
    folder = Path(arguments.folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, Store.open(arguments.store or Path(temporary) / "s.db") as store:
        if not arguments.store:
            read_and_compare([Path(str(resources.files("firsthand.sample"))) / "reports"], store, analyse, Options())
        with served(store) as server:
            for way in arguments.ways:
                shoot(server, folder, way, arguments.whole)


def shoot(server: Served, folder: Path, way: str, whole: bool) -> None:
    """Every page in one way of looking at it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium") or CHROMIUM, args=list(FLAGS))
        page = browser.new_context(**WAYS[way]).new_page()
        for name, address in pages_of(server).items():
            page.goto(server.address + address)
            page.screenshot(path=str(folder / f"{name}{way}.jpg"), type="jpeg", quality=75, full_page=whole)
        browser.close()


if __name__ == "__main__":
    main()

"""Pictures of every page over the bundled sample, into docs/screenshots: ``make screenshots``."""

from __future__ import annotations

import argparse
import os
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
    "desk": {"viewport": {"width": 1180, "height": 1000}},
    "dark": {"viewport": {"width": 1180, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "locale": "uk-UA"},
}


def main() -> None:
    """Reads the sample, serves it, and takes the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", default="docs/screenshots")
    parser.add_argument("--ways", nargs="*", default=["desk", "phone"], choices=WAYS)
    parser.add_argument("--whole", action="store_true", help="the whole page, not its head")
    parser.add_argument("--store", help="a store to show in place of the sample")
    arguments = parser.parse_args()
    folder = Path(arguments.folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, Store.open(arguments.store or f"{temporary}/sample.db") as store:
        if not arguments.store:
            read_sample(store, Path(temporary))
        with served(store) as server:
            for way in arguments.ways:
                shoot(server, folder, way, arguments.whole)


def read_sample(store: Store, folder: Path) -> None:
    """Reads the sample from a folder whose name tells nothing of this machine."""
    shutil.copytree(str(resources.files("firsthand.sample") / "reports"), folder / "reports")
    before = Path.cwd()
    os.chdir(folder)
    try:
        read_and_compare([Path("reports")], store, analyse, Options())
    finally:
        os.chdir(before)


def shoot(server: Served, folder: Path, way: str, whole: bool) -> None:
    """Every page in one way of looking at it."""
    ending = "" if way == "desk" else f"-{way}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium") or CHROMIUM, args=list(FLAGS))
        page = browser.new_context(**WAYS[way]).new_page()
        for name, address in pages_of(server).items():
            page.goto(server.address + address)
            page.screenshot(path=str(folder / f"{name}{ending}.jpg"), type="jpeg", quality=75, full_page=whole)
        browser.close()


if __name__ == "__main__":
    main()

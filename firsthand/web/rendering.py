"""Templates to pages: everything is escaped, addresses are made here, words come from the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from firsthand import __version__
from firsthand.answer.wording import mark_of
from firsthand.web.dates import spoken
from firsthand.web.messages import DEFAULT, Messages, catalogues
from firsthand.web.views.shared import mended


@cache
def environment() -> Environment:
    """The templates of the package; names are escaped whatever the ending, an unknown one is an error."""
    loaded = Environment(
        loader=PackageLoader("firsthand.web", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        finalize=_mended,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    loaded.globals.update(
        path=path, query=query, anchor=anchor, act_mark=lambda act: mark_of(act)[0], version=__version__
    )
    return loaded


def _mended(value: object) -> object:
    """The last net below all that a template puts out: no half characters, controls or turning marks."""
    return mended(value) if type(value) is str else value


def render(template: str, values: Mapping[str, Any], words: Messages | None = None) -> str:
    """A page in a language."""
    words = words or catalogues()[DEFAULT]
    page = environment().get_template(template)
    own = {
        "t": words, "n": words.count, "lang": words.code, "languages": catalogues(), "here": "", "params": {}, "q": "",
        "date": lambda one: spoken(words, one.value), "signed": False,
    }  # fmt: skip
    return page.render({**own, **values})


def path(*parts: str) -> str:
    """An address on this server: every part is quoted, so that an id is never more than an id."""
    return "/" + "/".join(quote(part, safe="", errors="replace") for part in parts)


def query(params: Mapping[str, str], **changed: object) -> str:
    """The query of this page with some of it changed; None or empty leaves out."""
    merged = {**params, **{key: "" if value is None else str(value) for key, value in changed.items()}}
    kept = {key: value for key, value in merged.items() if value}
    return "?" + urlencode(kept, errors="replace")


def anchor(report: str, place: int | None) -> str:
    """The address of a place in a report."""
    base = path("reports", report)
    return base if place is None else f"{base}?at={place}#at"

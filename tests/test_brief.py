"""The page: nothing runs on it, nothing breaks out of it, every line leads to a passage, and everybody can read it."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib import resources
from itertools import pairwise, product

import pytest

from firsthand.answer.build import build
from firsthand.answer.lookup import Lookup
from firsthand.brief.content import make_brief
from firsthand.brief.html import page
from firsthand.brief.markdown import markdown
from firsthand.brief.markdown import text as escaped
from firsthand.brief.markup import el, join
from firsthand.brief.records import Brief
from firsthand.pipeline import analyse_fast
from firsthand.records import Report

CSS = resources.files("firsthand.brief").joinpath("brief.css").read_text("utf-8")
VOID = {"meta", "br", "hr"}
EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(1)>&amp;\u202e\x1b[31m\u2066'


class Page(HTMLParser):
    """What stands on a page: elements in order, ids, links, words; fails where elements are not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def ids(self) -> list[str]:
        return [str(a["id"]) for _, a in self.elements if "id" in a]


@pytest.fixture(scope="module")
def brief(sample_lookup: Lookup) -> Brief:
    story = max(sample_lookup.answer.stories, key=lambda story: len(story.reports))
    return make_brief(sample_lookup, story.reports, story.title)


@pytest.fixture(scope="module")
def sample(brief: Brief) -> Page:
    return Page(page(brief))


def hostile() -> Brief:
    """A brief of a report that tries to break out of the page by every way in."""
    text = f"{EVIL} заявив Петро {EVIL}. За словами Олени Верес, «{EVIL}» привезли 12 контейнерів."
    report = Report("evilevilevil", f"{EVIL}.txt", text, "uk", title=EVIL, outlet=EVIL, published="2024-05-06")
    return make_brief(Lookup(build([analyse_fast(report)], [], [])), ["evilevilevil"], EVIL)


# --- it is safe ---------------------------------------------------------------------------------------


def test_nothing_runs_and_nothing_is_loaded(sample: Page) -> None:
    tags = {tag for tag, _ in sample.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "embed", "form", "input", "base", "audio", "video"}
    assert all(str(a["href"]).startswith("#") for a in sample.all("a"))
    names = {name for _, attributes in sample.elements for name in attributes}
    assert not {name for name in names if name.startswith("on")} | names & {"src", "style", "srcset", "formaction"}
    assert "url(" not in CSS
    assert "@import" not in CSS


def test_the_policy_allows_its_own_style_and_nothing_else(brief: Brief) -> None:
    html = page(brief)
    style = re.search(r"<style>(.*?)</style>", html, re.S)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert style
    assert policy
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    allowed = "default-src 'none'; style-src 'sha256-" + digest + "'; base-uri 'none'; form-action 'none'"
    assert policy.group(1).replace("&#x27;", "'") == allowed


def test_words_of_reports_stay_words() -> None:
    found = Page(page(hostile()))
    assert not {"script", "img"} & {tag for tag, _ in found.elements}
    assert "<script>alert(1)</script>" in "".join(found.words)


def test_control_and_direction_marks_of_reports_are_left_out() -> None:
    for shown in (page(hostile()), markdown(hostile())):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", shown)


@pytest.mark.parametrize("words", ["<b>", "a & b", '"', "'", "&lt;", "</style><script>"])
def test_only_what_is_built_is_markup(words: str) -> None:
    html = el("p", words, title=words)
    assert "<b>" not in html
    assert "<script>" not in html
    assert Page(html).words == [words]
    assert Page(html).all("p") == [{"title": words}]


def test_markup_is_not_escaped_twice() -> None:
    assert el("p", el("b", "a & b"), join("<", " c")) == "<p><b>a &amp; b</b>&lt; c</p>"


@pytest.mark.parametrize(
    "words", ["<b>", "[a](http://x)", "*a*", "`a`", "# a", "a | b", "- a", "1. a", "\\", "![a](b)"]
)
def test_markdown_reads_no_sign_of_a_report_as_markup(words: str) -> None:
    for sign in re.finditer(r"[\\`*\[\]<#|!]", words):
        assert f"\\{sign.group()}" in escaped(words)
    assert not re.match(r"[-#]|\d+[.]\s", escaped(words))


# --- it is complete -----------------------------------------------------------------------------------


def test_every_link_leads_somewhere_and_ids_are_unique(sample: Page) -> None:
    assert len(sample.ids()) == len(set(sample.ids()))
    assert {str(a["href"])[1:] for a in sample.all("a")} <= set(sample.ids())


def test_passages_are_the_exact_words_of_their_reports(brief: Brief, sample_lookup: Lookup) -> None:
    cards = [passage for card in brief.cards for stance in card.stances for passage in stance.passages]
    assert cards
    for passage in cards:
        words = " ".join("".join(piece.text for piece in passage.pieces).split())
        assert words in " ".join(sample_lookup.report(passage.report).text.split())


def test_every_claim_opens_a_passage_for_each_that_says_it(brief: Brief, sample_lookup: Lookup) -> None:
    for card in brief.cards:
        shown = len(card.others) + sum(len(stance.passages) for stance in card.stances)
        assert shown == len(sample_lookup.claims[card.id].said)


def test_the_matrix_shows_who_is_against_whom(brief: Brief) -> None:
    acts = {stance.act for _, cells in brief.matrix.rows for cell in cells for stance in cell}
    assert {"assert", "deny"} <= acts
    assert any(card.contested for card, _ in brief.matrix.rows)


def test_reports_stand_in_order_of_time_each_with_its_reason(brief: Brief) -> None:
    assert [row.date for row in brief.rows if row.date and "/" not in row.date] == sorted(
        row.date for row in brief.rows if row.date and "/" not in row.date
    )
    assert all(row.why for row in brief.rows if row.date)


def test_since_shows_only_what_is_new_from_then_on(sample_lookup: Lookup) -> None:
    reports = list(sample_lookup.analyses)
    recent = make_brief(sample_lookup, reports, since="2025-09-01").news
    assert recent
    assert all(sample_lookup.dating(news.report).value >= "2025-09" for news in recent)  # type: ignore[operator]
    assert {label for news in recent for label, _ in news.lines} <= {"new", "update"}
    assert "No report since then" in page(make_brief(sample_lookup, reports, since="2031-01-01"))


def test_the_same_answer_gives_the_same_bytes(brief: Brief) -> None:
    assert page(brief) == page(replace(brief))
    assert markdown(brief) == markdown(replace(brief))


def test_markdown_has_the_parts_of_the_page(brief: Brief) -> None:
    shown = markdown(brief)
    for part in ("# ", "## Who says what", "## Claims", "## Where it comes from", "## Timeline", "## Reports"):
        assert f"\n{part}" in f"\n{shown}"


def test_of_no_reports_there_is_a_page_too() -> None:
    empty = make_brief(Lookup(build([], [], [])), [])
    assert Page(page(empty)).all("h1")
    assert markdown(empty).startswith("# ")


# --- everybody can read it ----------------------------------------------------------------------------


def test_words_of_a_report_say_in_which_language_they_are(sample: Page) -> None:
    quoted = [*sample.all("q"), *sample.all("blockquote"), *sample.all("cite")]
    assert quoted
    assert {q.get("lang") for q in quoted} == {"uk", "ru", "en"}


def test_marks_are_told_in_words(brief: Brief) -> None:
    html = page(brief)
    marks = re.findall(r'<span class="mark \w+"[^>]*>(.*?)</span></span>', html)
    assert marks
    assert all(re.search(r'aria-hidden="true">.</span><span class="hidden"> \w+', mark) for mark in marks)


def test_headings_leave_no_level_out(sample: Page) -> None:
    levels = [int(tag[1]) for tag, _ in sample.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_drawings_have_names_and_wide_things_scroll_by_keyboard(sample: Page) -> None:
    assert all(svg.get("aria-label") or svg.get("aria-hidden") for svg in sample.all("svg"))
    scrolls = [a for a in sample.all("div") if a.get("class") == "scroll"]
    assert scrolls
    assert all(a.get("tabindex") == "0" and a.get("aria-label") for a in scrolls)


def colours() -> list[dict[str, str]]:
    """The palette of day and of night."""
    roots = re.findall(r":root \{(.*?)\}", CSS, re.S)[:2]
    return [dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", root)) for root in roots]


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", colours(), ids=["day", "night"])
def test_contrast_is_enough_to_read_by(palette: dict[str, str]) -> None:
    """WCAG AA: 4.5 to 1."""
    inks = ("ink", "soft", "link", "assert", "deny", "doubt", "direct", "commit", "flag")
    for ink, ground in product(inks, ("paper", "card")):
        assert contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground)
    for ground in ("content", "cue", "source"):
        assert contrast(palette["ink"], palette[ground]) >= 4.5, ground

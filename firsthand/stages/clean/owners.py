"""Who owns or wrote the page: copyright lines, addresses, bare names of outlets and authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from firsthand.lang import table
from firsthand.lang.morphology import parses
from firsthand.records import Span
from firsthand.stages.clean.page import HEAD_LINES, Page, marks, sentence_at
from firsthand.stages.clean.reach import Place, whole_foot
from firsthand.stages.clean.teasers import closes_paragraph

COPYRIGHT = re.compile(
    r"(?:©|\(c\)|(?i:copyright))\s{0,2}(?:[^.\n]{0,60}\b(?:19|20)\d\d|«[^»\n]{2,40}»\.|ООО|ТОВ|ЗАО|ПАТ|[Ии]нформ|[\w-]{2,30}(?:\.[\w-]{2,20}){0,2}\.[a-z]{2,4}\s{0,3}$)"
)
OWNED = re.compile(r"[^\n]{2,40}?,?\s(?:19|20)\d\d\s?[-–—]\s?20\d\d\.?")
DOMAIN = re.compile(r"(?:www\.)?[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.[a-zа-яіїє]{2,6}", re.IGNORECASE)
LONGEST_SIGNATURE = 90
ISSUE = re.compile(r"[^\n№]{2,70}№\s?\d{1,5}\s?\(\d{1,6}\)")
SOURCED = re.compile(r"\d{1,2}[\s.][\w.,:\s]{6,40}(\[\s?[«\"][^»\"\n\[\]]{2,40}[»\"]\s?\])")
DATED = re.compile(r"\d{1,2}(?:\s[^\W\d]{3,9}\s|[./]\d\d[./])(?:20)?\d\d")
LATIN = re.compile(r"[A-Za-zÀ-ÿ'’-]{1,30}")
LONGEST_ISSUE, MOST_IN_OWNER = 120, 8
DOTTED = re.compile(r"\s{1,4}[•·|]\s{1,4}")
NAME = re.compile(r"[А-ЯІЇЄҐЁ][а-яіїєґё'’ʼ]{1,20}(?:-[А-ЯІЇЄҐЁ][а-яіїєґё]{1,20})?")


def copyright_signs(page: Page) -> Iterator[Span]:
    """A copyright line at the foot of the page, and what follows it there."""
    for index, line in enumerate(page.lines):
        for m in COPYRIGHT.finditer(page.text, line.start, line.stop):
            place = Place(index, sentence_at(page, index, m.start()), m.start(), m.end(), len(page.words[index]))
            yield whole_foot(page, place) if m.start() > 0.4 * page.lines[-1].stop else place.sentence


def owned_years(page: Page) -> Iterator[Span]:
    """The owner of a page and its years before the line of rights at its foot: "Вісник, 2008–2017. Усі права"."""
    for sentences in page.sentences[-3:]:
        for owner, rights in pairwise(sentences):
            opens = rights.of(page.text)[:20].casefold().startswith(marks("rights_openings"))
            if opens and OWNED.fullmatch(owner.of(page.text)[:80]):
                yield owner


def lone_domain(page: Page) -> Iterator[Span]:
    """A web address that is all of a line, or all of a line's last sentence."""
    for index, sentences in enumerate(page.sentences):
        last = sentences[-1]
        if (index or len(sentences) > 1) and last.stop - last.start < 60 and DOMAIN.fullmatch(last.of(page.text)):
            yield last


def lone_outlet(page: Page) -> Iterator[Span]:
    """A line or closing sentence that is only an outlet's name."""
    for index, sentences in enumerate(page.sentences):
        last = sentences[-1]
        whole = last == page.lines[index]
        alone = index and (whole or index + 1 == len(page.lines))
        name = last.of(page.text)[:50].strip(" ·.|").casefold()
        if alone and name in outlet_names() and not (index < HEAD_LINES and tells_day(name, page.language)):
            yield last


def tells_day(name: str, language: str) -> bool:
    """Whether a name is an adverb too, which at the head of a page dates it: "Сьогодні"."""
    return any(reading.pos == "ADVB" for reading in parses(name, language)[:1])


def issues(page: Page) -> Iterator[Span]:
    """The paper and the number of its issue, in a line of its own at the head: "Вісник – випуск №48 (2915)"."""
    return (line for line in page.lines[1:HEAD_LINES] if ISSUE.fullmatch(line.of(page.text)[:LONGEST_ISSUE]))


def owners_signs(page: Page) -> Iterator[Span]:
    """The sign of a right and its owner as all of a line below the headline: "© Вісник"."""
    for line, words in zip(page.lines[1:], page.words[1:], strict=True):
        if page.text[line.start] == "©" and 1 <= len(words) <= MOST_IN_OWNER and line.of(page.text)[-1] not in ".:":
            yield line


def bracketed_sources(page: Page) -> Iterator[Span]:
    """The outlet in square brackets behind the date of an early line: "11.01.2031, 10:42 [«Вісник»]"."""
    for line in page.lines[:HEAD_LINES]:
        m = SOURCED.fullmatch(line.of(page.text)[:LONGEST_ISSUE])
        if m:
            yield Span(line.start + m.start(1), line.start + m.end(1))


def latin_names(page: Page) -> Iterator[Span]:
    """A name in Latin letters that is all of a line between two paragraphs, without a stop: who owns a picture."""
    for index in range(1, len(page.lines) - 1):
        words = page.line(index).split()
        named = 3 <= len(words) <= MOST_IN_OWNER and all(map(LATIN.fullmatch, words)) and page.language != "en"
        if (
            named
            and all(word[0].isupper() or len(word) <= 3 for word in words)
            and closes_paragraph(page.line(index + 1))
        ):
            yield page.lines[index]


def placed_outlet(page: Page) -> Iterator[Span]:
    """A line at the head that is only a city and an outlet: "Київ • УНІАН"."""
    for line in page.lines[:HEAD_LINES]:
        city, _, outlet = DOTTED.sub(" • ", line.of(page.text)[:LONGEST_SIGNATURE]).partition(" • ")
        if len(city.split()) <= 2 and outlet.casefold() in outlet_names():
            yield line


@cache
def outlet_names() -> frozenset[str]:
    """The folded names of all known outlets, in all languages."""
    outlets = table("outlets")["outlet"]
    return frozenset(name.casefold() for entry in outlets for names in entry["names"].values() for name in names)


def author_names(page: Page) -> Iterator[Span]:
    """A person's name that is all of an early line or of one of the last, or all of the page's last sentence.

    Below a long menu it stands right before the date of the page.
    """
    lines = page.lines[1:4] + page.lines[4:][-3:] if len(page.lines) > 4 else page.lines[1:]
    dated = pairwise(page.lines[4 : HEAD_LINES + 4])
    lines += tuple(name for name, date in dated if DATED.match(page.text, date.start, min(date.stop, date.start + 40)))
    last = page.sentences[-1][-1:] if page.sentences else ()
    for span in dict.fromkeys((*lines, *last)):
        if span != page.lines[0] and is_name(span.of(page.text).removesuffix("."), page.language):
            yield span


def signed_names(page: Page) -> Iterator[Span]:
    """An author's name with a post, or behind a word that says so, at the end of a line or in one of its own.

    "Олег Бондарь, специально для «Вестника»", "Підготувала Ганна Бондар".
    """
    for sentences in page.sentences[1:]:
        last = sentences[-1]
        closes = last == page.lines[-1]
        if last.stop - last.start < LONGEST_SIGNATURE and is_signature(last.of(page.text), page.language, closes):
            yield last


def is_signature(text: str, language: str, closes: bool = False) -> bool:
    """Whether a text is an author's name and post, or a word for an author and the name; as the last line, a medium."""
    name, _, post = text.removesuffix(".").partition(",")
    medium = post.split() if closes else []
    titled = 1 <= len(medium) <= 3 and all(word.strip('«»"')[:1].isupper() for word in medium)
    if titled or post.strip().casefold().startswith(marks("byline_words")):
        return is_name(name, language)
    opening = next((word for word in marks("author_openings") if name.casefold().startswith(f"{word} ")), "")
    return bool(opening) and not post and is_name(name[len(opening) :].strip(), language)


def is_name(text: str, language: str) -> bool:
    """Whether the text is a given name and a surname, and nothing else."""
    words = text.split()
    written = (word.capitalize() if word.isupper() else word for word in words)
    if len(text) > 50 or not 2 <= len(words) <= 3 or not all(NAME.fullmatch(word) for word in written):
        return False
    return any(reading.has("Name", "nomn") for word in words for reading in parses(word.lower(), language))

"""Menus, counters, prices, tags: lines that are no sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from firsthand.lang import LANGUAGES, load
from firsthand.records import Span
from firsthand.stages.clean.news import has_finite_verb
from firsthand.stages.clean.page import HEAD_LINES, LETTER, NUMBERS, Page, marks

PRICE = re.compile(
    r"(?:USD|EUR|GBP|PLN|CHF)\s?\d{1,6}[.,]\d{1,4}|[$€₴₽£]\s?\d{1,6}[.,]\d{1,4}|\d{1,6}[.,]\d{1,4}\s?[$€₴₽£]"
)
DEGREES = re.compile(r"(?<!\w)[+−-]\d{1,2}(?:\s?°\s?[CС]?)?(?!\w)")
MORE = re.compile(r"[.!?…»\"]\s{1,3}([a-zа-яіїєґё]{3,20}(?:\s[a-zа-яіїєґё]{3,20})?)[\s.…>»]{0,4}$")
DATED = re.compile(
    r"(?:[\d.:/,|-]{4,10}\s{1,2}){1,2}(\d{1,6}(?:\s\d{1,6})?)|\d{1,2}\s\w{3,9}\s\d{4},\s\d\d:\d\d\s(\d{1,6})"
)
# "Опубликовано: 21 мая 2031, 15:35" with nothing behind it, or the author
STAMP = re.compile(
    r"([^\W\d]{5,14}(?:\s[^\W\d]{5,14})?):?\s{1,2}"
    r"(?:\d{1,2}[./]\d\d[./](?:20)?\d\d|\d{1,2}\s[^\W\d]{3,9},?\s20\d\d(?:\sг(?:\.|ода)?|\sр(?:\.|оку)?)?|20\d\d-\d\d-\d\d)"
    r"(?:,?\s(?:[^\W\d]{1,2}\s)?\d{1,2}[:.]\d\d)?\.?"
    r"(\s{0,2}[|,;•·]\s{0,2}([^\W\d]{5,8}):\s[^\n:|]{2,60})?"
)
WORDED = re.compile(
    r"(?:[\d.:/,|-]{4,10}\s{1,2}){1,2}(?:\|\s)?(([^\W\d]{5,12}):?\s{1,2}\d{1,7})"
    r"|\d{1,2}\s\w{3,9}\s\d{4},\s\d\d:\d\d\s{1,3}[•·|]\s{1,3}(\d{1,7}\s([^\W\d]{5,12}))"
)
LONGEST_STAMP = 140
MOST_CRUMBS = 14  # words
CRUMBS = re.compile(r"\s{0,2}[»>›→/|•·]\s{0,2}")
ROW = re.compile(r"\s[|•·]\s")
SYMBOLS = "👁💬❤👍🔥📷 \ufe0f"
PLAYER, LONGEST_PLAYER = re.compile(r"(?:(?:\d{1,2}:)?\d{1,2}:\d\d\s){1,3}(?:\d{1,2}:)?\d{1,2}:\d\d"), 30
SPEED = re.compile(r"\d(?:[.,]\d{1,2})?\s?[xх×]", re.IGNORECASE)
LONGEST_TONGUES = 30
MARKUP = re.compile(r"<(?:img|image|iframe|script|div|span|svg)\b|!\[[^\]\n]{0,200}\]\(|data:image/", re.IGNORECASE)
LONGEST_SLOGAN = 18  # words
MOST_IN_ROW = 12  # words
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{4,250}|[a-z0-9]{2,30}(?:-[a-z0-9]{1,30}){4,30}"
    r"|[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,20}){1,3}/\S{1,200}"
    r"|(?:e-?mail:?\s)?[\w.+-]{1,40}@[\w-]{1,30}(?:\.[\w-]{2,20}){1,3}|(?:тел|факс)\w{0,4}\.?:?\s[\d\s()+–-]{6,25}",
    re.IGNORECASE,
)
LONGEST_ADDRESS = 260
SECTION = re.compile(r"[^\W\d]{1,2}[а-яіїєґёa-z]{1,24}")
HASHTAG = re.compile(r"#\w{2,40}[,;]?")
RUBRIC = re.compile(
    r"\d{1,6}\s\d{1,5}\.\s[^\W\d_a-zа-яіїєґё][a-zа-яіїєґё]{2,20}(?:/[\w'’ʼ-]{2,20}){0,2}(?:\s[a-zа-яіїєґё]{2,20}){0,3}"
    r"(?=\s\W?[^\W_]|\s{0,3}$|\s{0,3}\n)"
)


def prices(page: Page) -> Iterator[Span]:
    """A line of exchange rates or of the weather."""
    for line, words in zip(page.lines, page.words, strict=True):
        text = line.of(page.text)
        if len(text) >= 60 or not (PRICE.search(text) or DEGREES.search(text)):
            continue
        if sum(len(word.fold) for word in words if not word.fold.isdigit()) < 20:
            yield line


def counters(page: Page) -> Iterator[Span]:
    """A line of nothing but a number or two (views, comments, shares), or of a player: "0:00 1:35", "1x"."""
    for line in page.lines:
        text = line.of(page.text).strip(SYMBOLS)
        played = len(text) <= LONGEST_PLAYER and PLAYER.fullmatch(text) is not None
        counted = len(text) <= 12 and NUMBERS.fullmatch(text) is not None and any(char.isdigit() for char in text)
        sped = len(text) <= 6 and SPEED.fullmatch(text) is not None
        if played or counted or sped:
            yield line


def rubrics(page: Page) -> Iterator[Span]:
    """Counters and the name of a section before the lead: "57 0. Новини туризму"."""
    for line in page.lines[:6]:
        found = RUBRIC.match(page.text, line.start, line.stop)
        if found:
            yield Span(*found.span())


def section_names(page: Page) -> Iterator[Span]:
    """The name of a section of the site in a line of its own around the headline: "Політика"."""
    for index, line in enumerate(page.lines):
        edge = index < 4 or index >= len(page.lines) - 2
        if edge and len(page.words[index]) <= 3 and line.of(page.text).casefold().rstrip(" ,:") in marks("sections"):
            yield line


def breadcrumbs(page: Page) -> Iterator[Span]:
    """The way through the site to the page, or a row of its sections: "Главная » Новости » Общество"."""
    for line, words in zip(page.lines, page.words, strict=True):
        text = line.of(page.text)
        short = len(words) <= MOST_CRUMBS and not any(char.isdigit() for char in text)
        if short and (is_way(text) or is_row(text)):
            yield line


def is_way(line: str) -> bool:
    """Whether a line leads from the home page on: "Главная » Новости"."""
    items = CRUMBS.split(line[:LONGEST_STAMP])
    return len(items) >= 2 and items[0].casefold() in marks("home_words")


def is_row(line: str) -> bool:
    """Whether a line is a row of sections: "Новини | Здоров'я | Світ"."""
    items = [item.strip() for item in ROW.split(line[:LONGEST_STAMP])]
    return len(items) >= 3 and all(item[:1].isupper() and len(item.split()) <= 3 for item in items)


def menu_items(page: Page) -> Iterator[Span]:
    """Two or more items of a menu in one line and nothing else: "Ask a question  Complain  Print"."""
    for line, words in zip(page.lines, page.words, strict=True):
        if 2 <= len(words) <= 12 and is_menu(tuple(word.fold for word in words), 0, 0):
            yield line


def is_menu_line(page: Page, index: int) -> bool:
    """Whether a line is too short for a headline, or an item of a menu, or names the networks the site is in."""
    folds = tuple(word.fold for word in page.words[index])
    return len(folds) < 4 or is_menu(folds, 0, 1) or names_networks(page, index)


def network_rows(page: Page) -> Iterator[Span]:
    """A short line of names of social networks at the head or foot: "Facebook Вісник Telegram Вісник пошук"."""
    for index, line in enumerate(page.lines):
        edge = index < HEAD_LINES or index >= len(page.lines) - HEAD_LINES
        if edge and names_networks(page, index):
            yield line


def names_networks(page: Page, index: int) -> bool:
    """Whether a line without a stop has two names of social networks and hardly anything else."""
    networks = {word.fold for word in page.words[index]} & set(marks("networks"))
    most = MOST_IN_ROW * (len(networks) - 1)
    return len(networks) >= 2 and len(page.words[index]) <= most and page.line(index)[-1] not in ".!?…:»"


def addresses(page: Page) -> Iterator[Span]:
    """A line that is only an address on the web, or the name of its own page in one: "mer-podal-v-otstavku"."""
    for line in page.lines:
        text = line.of(page.text)
        if ADDRESS.fullmatch(text[:LONGEST_ADDRESS]) and len(text) <= LONGEST_ADDRESS:
            yield line


def tongues(page: Page) -> Iterator[Span]:
    """A line of nothing but the languages of the site: "UA | RU", "ukenru"."""
    for line in page.lines:
        text = line.of(page.text)
        if len(text) <= LONGEST_TONGUES and tongue_row().fullmatch(text):
            yield line


@cache
def tongue_row() -> re.Pattern[str]:
    """Two or more short names of languages, in a row or run together."""
    tongue = "|".join(sorted(marks("tongues"), key=len, reverse=True))
    return re.compile(rf"(?:{tongue})(?:\s?[|/•·,]?\s?(?:{tongue})){{1,5}}", re.IGNORECASE)


def markup(page: Page) -> Iterator[Span]:
    """A line that opens with the markup of a picture, which nobody was to read."""
    return (line for line in page.lines if MARKUP.match(page.text, line.start, line.stop))


def slogans(page: Page) -> Iterator[Span]:
    """A line without a full stop or a verb in which the site praises its news: "Вісник – лише перевірені новини"."""
    for line, words in zip(page.lines, page.words, strict=True):
        text = line.of(page.text)
        short = 3 <= len(words) <= LONGEST_SLOGAN and text[-1] not in ".!?…:;"
        folded = " ".join(word.fold for word in words) if short else ""
        if any(slogan in folded for slogan in marks("slogans")) and not has_finite_verb(page, words):
            yield line


def commaed_tags(page: Page) -> Iterator[Span]:
    """A keyword of the page as its first line, with the comma behind it: "Углеродный налог ,"."""
    for line, words in zip(page.lines[:1], page.words[:1], strict=True):
        if len(page.lines) > 2 and len(words) <= 5 and line.of(page.text).endswith(","):
            yield line


def site_headers(page: Page) -> Iterator[Span]:
    """The site and its section before the date or the headline of an early line: "Вісник :: Світ"."""
    for line in page.lines[:HEAD_LINES]:
        site, _, section = line.of(page.text).partition(" :: ")
        found = SECTION.match(section) if len(site.split()) <= 3 else None
        if found:
            yield Span(line.start, line.start + len(site) + len(" :: ") + found.end())


def is_menu(folds: tuple[str, ...], at: int, items: int) -> bool:
    """Whether the words from a place on are items of a menu, and with those before at least two."""
    if at == len(folds):
        return items >= 2
    ends = (
        at + length for length in range(min(4, len(folds) - at), 0, -1) if folds[at : at + length] in items_of_menus()
    )
    return any(is_menu(folds, end, items + 1) for end in ends)


@cache
def items_of_menus() -> frozenset[tuple[str, ...]]:
    """The phrases that are all of a line of a menu, in all languages."""
    tables = [load(code).table("junk")["group"] for code in LANGUAGES]
    groups = (group for table in tables for group in table if group["name"] == "menu-line")
    return frozenset(tuple(phrase.split()) for group in groups for phrase in group["phrases"] if ".." not in phrase)


def counted(page: Page) -> Iterator[Span]:
    """A line of a number and what it counts: "3 comments", "Прочитано 12 раз"."""
    for line, words in zip(page.lines, page.words, strict=True):
        counted = [word.fold for word in words if not word.fold.isdigit()]
        one_number = 2 <= len(words) <= 3 and len(words) == len(counted) + 1
        if one_number and all(fold in marks("counted_words") for fold in counted):
            yield line


def hashtags(page: Page) -> Iterator[Span]:
    """A line of nothing but hashtags."""
    for line in page.lines[1:]:
        items = line.of(page.text)[:300].split()
        if len(items) >= 2 and all(HASHTAG.fullmatch(item) for item in items):
            yield line


def tags(page: Page) -> Iterator[Span]:
    """Keywords, as a rule at the end of the page: a line of short items between commas and no sentence."""
    for index, line in enumerate(page.lines[1:], 1):
        items = [item.strip() for item in line.of(page.text).split(",")]
        if len(items) < 4 or items[-1][-1:] in ".!?…:;" or any(len(item.split()) > 7 for item in items):
            continue
        small = sum(starts_small(item) for item in items)
        short = all(len(item.split()) <= 3 for item in items)
        at_foot = index >= len(page.lines) - 4
        if small == len(items) or (at_foot and (short or (small >= 0.6 * len(items) and items[0][:1].islower()))):
            yield line


def starts_small(item: str) -> bool:
    """Whether the first letter of a keyword, quotation marks aside, is small."""
    letter = LETTER.search(item)
    return letter is not None and not letter[0].isupper()


def dated_counters(page: Page) -> Iterator[Span]:
    """The number of views after the date and time of an early line."""
    for line in page.lines[:4]:
        found = DATED.fullmatch(line.of(page.text)) if line.stop - line.start < 50 else None
        if found:
            yield Span(line.start + found.start(found.lastindex or 0), line.start + found.end(found.lastindex or 0))


def worded_counters(page: Page) -> Iterator[Span]:
    """What a counter counts and its number after the date of an early line: "24.07.2019 Переглядів: 1187"."""
    for line in page.lines[:4]:
        found = WORDED.fullmatch(line.of(page.text)) if line.stop - line.start < 60 else None
        if found and (found[2] or found[4]).casefold() in marks("counted_words"):
            yield Span(line.start + max(found.start(1), found.start(3)), line.stop)


def stamps(page: Page) -> Iterator[Span]:
    """When the page was published or renewed, in a line of its own: "Обновлено: 19.01.2021"."""
    return (line for line, author in stamped(page) if not author)


def signed_stamps(page: Page) -> Iterator[Span]:
    """When the page was published and by whom, in a line of its own."""
    return (line for line, author in stamped(page) if author in marks("author_words"))


def stamped(page: Page) -> Iterator[tuple[Span, str]]:
    """The lines that hold a stamp of the page alone, each with the word for its author if one follows."""
    for line in page.lines:
        found = STAMP.fullmatch(line.of(page.text)) if line.stop - line.start <= LONGEST_STAMP else None
        if found and found[1].casefold() in marks("stamp_words"):
            yield line, (found[3] or "").casefold()


def more_links(page: Page) -> Iterator[Span]:
    """The word of a link, with a small letter, after the last full stop of a line: "... the mayor said. more"."""
    for line in page.lines:
        tail = line.of(page.text)[-40:]
        m = MORE.search(tail)
        if m and m[1].casefold() in marks("more_words"):
            yield Span(line.stop - len(tail) + m.start(1), line.stop)

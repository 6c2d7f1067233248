"""Captions, credits and galleries: what belongs to a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.lang.morphology import parses
from firsthand.records import Span
from firsthand.stages.clean.menus import is_menu_line
from firsthand.stages.clean.news import has_finite_verb, tells
from firsthand.stages.clean.owners import is_name
from firsthand.stages.clean.page import BRACKET, CLOCK, HEAD_LINES, NUMBERS, Page, marks, read_words, strip
from firsthand.stages.clean.teasers import closes_paragraph

AGENCY = re.compile(
    r"\s[/|©]\s{0,3}(?:(?i:фото|photo|иллюстрация|ілюстрація|скриншот|скріншот)\s{0,2}:?\s{0,2})?"
    r"(?:[A-ZА-ЯІЇЄҐ@][\w.'’-]{1,30}|[\w-]{1,20}\.[a-z]{2,6})(?:[\s/]{1,3}[A-ZА-ЯІЇЄҐ][\w.'’-]{1,30}){0,4}$"
    r"|(?i:фото|photo)\s{0,2}:?\s[\w-]{1,30}(?:/[\w\s-]{1,30}){1,3}\.?$"
)
PHOTOGRAPHER = re.compile(r"\s(?:REUTERS|AFP|AP|EPA|UPI)[\s/]{1,3}(?:[A-Z][\w.'’-]{1,20}\s?){1,3}\.?$")
# "Jane Doe for The Morning Post", "Photo by Jane Doe", "Jane Doe/Reuters", "- Getty Images"
BYLINE = re.compile(
    r"(?:[A-Z][\w.'’-]{1,20}\s){2,3}for\s(?:[A-Z][\w.&'’-]{1,20}\s?){1,5}|(?i:photo(?:graph)?s?\sby)\s[^\n.]{3,60}"
    r"|(?:[A-Z][\w.'’-]{1,20}\s?){1,4}/\s?(?i:reuters|afp|ap|epa|efe|dpa|upi|tass|getty|getty\simages)"
    r"|[-–—]?\s?(?i:getty\simages|ap\sphoto)"
)
DASHED = re.compile(r"([^\W\d]{4,12})\s[-–—]\s[^\W_][^\n.!?]{1,60}")
PICTURED_BY = re.compile(r"([^\W\d]{4,12})(?:\s[А-ЯІЇЄҐЁ][а-яіїєґё'’ʼ-]{2,20}){2}")
IN_BRACKETS = re.compile(r"\(([^\W\d]{4,12})\s?[:/–—-]\s?[^()\n]{2,60}\)\.?$")
DATE = re.compile(r"\d{1,2}[./]\d\d[./](?:20)?\d\d|\d{1,2}\s[^\W\d]{3,9}\s20\d\d|\d{1,2}:\d\d")
LONGEST_CAPTION, LONGEST_SIGNED = 90, 140
LONGEST_SITED = 200
CREDIT = re.compile(r"\s{0,2}(?i:фото|світлина|снимок|photo)\s?:")
GLUED_CREDIT = re.compile(r"\s?(?:Фото|Світлина|Снимок|Photo)\s?:\s?[^\n]{2,80}$")
BEHIND_NAME = re.compile(r"\s?\([^()\n]{2,30}\)")
SITED = re.compile(r"\s[-–—|]\s(?:www\.)?[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,20}){0,2}\.[a-z]{2,5}$")
LICENCE = re.compile(r"CC(?:0|[ -]BY(?:[ -](?:SA|NC|ND)){0,2}(?: \d\.\d)?)")


def captions(page: Page) -> Iterator[Span]:
    """A line under a picture that ends with its source: "/ Reuters"."""
    for index, line in enumerate(page.lines):
        text = line.of(page.text)
        dated = DATE.match(text) is not None  # "17.10.2023, 09:05 | Вісник" dates the page
        found = AGENCY.search(text[-60:]) if index and len(text) < 300 and not dated else None
        start = line.stop - len(text[-60:]) + found.start() if found else line.stop
        if found and news_before(page, index, start):
            last = page.sentences[index][-1]
            yield last if opens_as_credit(page, last) else strip(page.text, start, line.stop)
        elif found:
            yield line


def news_before(page: Page, index: int, stop: int) -> bool:
    """Whether a line is news up to where its credit begins: it ends the page, or tells what somebody said."""
    whole = (sentence for sentence in page.sentences[index][:-1] if sentence.stop <= stop)
    return closes_page(page, index) or any(tells(page, sentence) for sentence in whole)


def opens_as_credit(page: Page, sentence: Span) -> bool:
    """Whether a sentence opens with a word for a picture or its owner's sign: "Фото: Олег Бондарь / Вестник"."""
    first = next(iter(read_words(page.text, sentence)), None)
    return page.text[sentence.start] == "©" or (first is not None and first.fold in marks("credit_words"))


def closes_page(page: Page, index: int) -> bool:
    """Whether a line is the last of an article and has a sentence with a verb before its own last."""
    last = index == len(page.lines) - 1 and index > 1
    return last and any(has_verb(page, sentence) for sentence in page.sentences[index][:-1])


def credited_captions(page: Page) -> Iterator[Span]:
    """A short line under a picture that ends with its credit: "The bridge at night. Photo: Agency"."""
    for index, sentences in enumerate(page.sentences):
        line = page.line(index)
        if 2 <= len(sentences) <= 3 and len(line) <= 130:
            last = read_words(page.text, sentences[-1])
            if next((word.fold for word in last), "") in marks("credit_words") and ":" in line[-60:]:
                yield sentences[-1] if news_before(page, index, page.lines[index].stop) else page.lines[index]


def captions_before_credits(page: Page) -> Iterator[Span]:
    """The caption of the first picture and its credit, before the lead in its line: "The mayor. Photo: Agency."."""
    for sentences in page.sentences[1:HEAD_LINES]:
        if len(sentences) > 2 and len(sentences[0].of(page.text)) <= LONGEST_CAPTION:
            words = [word.fold for word in read_words(page.text, sentences[1])]
            named = 2 <= len(words) <= 4 and words[0] in marks("credit_words") and ":" in sentences[1].of(page.text)
            if named and not tells(page, sentences[0]):
                yield sentences[0]


def captions_by_agency(page: Page) -> Iterator[Span]:
    """The line under the headline that closes with an agency and its photographer: "... REUTERS Tony Gentile."."""
    for line in page.lines[1:HEAD_LINES]:
        text = line.of(page.text)
        if len(text) <= 150 and PHOTOGRAPHER.search(text[-60:]) and not tells(page, line):
            yield line


def named_people(page: Page) -> Iterator[Span]:
    """Who is seen in a picture, in a line between two paragraphs: "The health minister Ivan Bondar"."""
    for index in range(2, len(page.lines) - 1):
        line = page.line(index)
        below = closes_paragraph(page.line(index + 1)) or is_byline(page.line(index + 1))
        around = closes_paragraph(page.line(index - 1)) and below
        if around and len(line) <= LONGEST_CAPTION and line[-1] not in ".!?…:;,*»" and names_somebody(page, index):
            yield page.lines[index]


def names_somebody(page: Page, index: int) -> bool:
    """Whether a line is a title and a person's name, or the name and a title after a comma, without a verb."""
    line, words = page.line(index), page.line(index).partition(",")[0].split()
    if not 2 <= len(words) <= 8 or has_verb(page, page.lines[index]) or any(char.isdigit() for char in line):
        return False
    tail = " ".join(words[-2:])
    return is_name(tail, page.language) and (len(words) == 2 or "," not in line)


def sided_captions(page: Page) -> Iterator[Span]:
    """A sentence without a verb that says who stands where in a picture: "The mayor (left) and the architect."."""
    for sentences in page.sentences:
        for sentence in sentences:
            brackets = BRACKET.finditer(page.text, sentence.start, sentence.stop)
            sides = any(m[0][1:-1].casefold() in marks("picture_sides") for m in brackets)
            if sides and not has_verb(page, sentence):
                yield sentence


def has_verb(page: Page, span: Span) -> bool:
    """Whether one of the words of a stretch reads as a verb first of all."""
    readings = (parses(word.fold, page.language)[:1] for word in read_words(page.text, span))
    return any(first[0].pos in ("VERB", "PRED") for first in readings if first)


def captions_above_credits(page: Page) -> Iterator[Span]:
    """A short line right above a line that is only a photo credit; at the foot a finished sentence is news."""
    for index in range(2, len(page.lines)):
        line = page.line(index - 1)
        if index > len(page.lines) - 3 and line.endswith((".", "!", "?", "…", "»", '"', "”")):
            continue
        credited = is_credit(page, index) or (index < HEAD_LINES and opens_with_credit(page, index))
        if credited and is_caption(page, index - 1) and not is_headline(page, index - 1):
            yield page.lines[index - 1]


def is_caption(page: Page, index: int) -> bool:
    """Whether a line is short and no heading: it has some words, or two and a full stop ("A mask. The virus.")."""
    words, line = len(page.words[index]), page.line(index)
    some = words >= 4 or (words >= 2 and line.endswith("."))
    news = line.endswith(".") and tells(page, page.lines[index])
    return some and len(line) <= 120 and not CLOCK.search(line) and not news


def is_headline(page: Page, index: int) -> bool:
    """Whether a line at the head is the headline: it tells something, or nothing before it could be one."""
    if index >= HEAD_LINES:
        return False
    return tells(page, page.lines[index]) or all(is_menu_line(page, earlier) for earlier in range(index))


def is_credit(page: Page, index: int) -> bool:
    """Whether a line is a credit and no more: "Photo: Agency", "Still from a video", "CC0"."""
    words, line = page.words[index], page.line(index)
    if LICENCE.fullmatch(line) or is_byline(line):
        return True
    still = bool(words) and words[0].fold in marks("still_words")
    named = bool(words) and words[0].fold in marks("credit_words") and ":" in line[:25]
    return 2 <= len(words) <= 6 and (still or named)


def opens_with_credit(page: Page, index: int) -> bool:
    """Whether the first sentence of a line is a credit and news follows it: "Photo: Agency. The bridge ..."."""
    if not page.sentences[index]:
        return False
    first, *others = page.sentences[index]
    words = [word for word in page.words[index] if word.stop <= first.stop]
    named = 2 <= len(words) <= 4 and words[0].fold in marks("credit_words")
    return bool(others) and named and ":" in first.of(page.text)[:25]


def doubled_captions(page: Page) -> Iterator[Span]:
    """A line without a stop that stands twice in a row below a paragraph: a picture's title and its caption."""
    first = next((index for index in range(len(page.lines)) if closes_paragraph(page.line(index))), len(page.lines))
    for index in range(first + 1, len(page.lines) - 1):
        line = page.line(index)
        if line == page.line(index + 1) and len(line) <= LONGEST_SIGNED and line[-1] not in ".!?…:":
            said = has_finite_verb(page, page.words[index])
            yield Span(page.lines[index + said].start, page.lines[index + 1].stop)


def pictured_twice(page: Page) -> Iterator[Span]:
    """A line that opens the next one too, below the headline: a name, or with a credit behind: the title of a picture.

    "Ганна Бондар" above "Ганна Бондар (архівне фото)Фото: Агенція".
    """
    for index in range(headline_at(page) + 1, len(page.lines) - 1):
        line, following = page.line(index), page.line(index + 1)
        if not following.startswith(line) or len(line) > LONGEST_SIGNED or line[-1] in ".!?…:":
            continue
        note = BEHIND_NAME.match(following, len(line))
        end = note.end() if note else len(line)
        whole = end == len(following)
        if is_credited_below(page, index + 2) or is_bare_name(page, index) if whole else CREDIT.match(following, end):
            # What says something may be the line below the headline: one copy of it is kept.
            said = has_finite_verb(page, page.words[index])
            yield Span(page.lines[index + said].start, page.lines[index + 1].start + end)


def is_credited_below(page: Page, index: int) -> bool:
    """Whether a line is there and is or opens with a credit."""
    return index < len(page.lines) and (is_credit(page, index) or opens_with_credit(page, index))


def is_bare_name(page: Page, index: int) -> bool:
    """Whether a line is two or three words in capitals, none of them a verb of the indicative."""
    words = page.line(index).split()
    named = 2 <= len(words) <= 3 and all(word[0].isupper() for word in words)
    return named and not has_finite_verb(page, page.words[index])


def headline_at(page: Page) -> int:
    """The first line that could be the headline: some words, and neither a date nor a menu; the last if none could."""
    return next((index for index in range(len(page.lines)) if could_be_headline(page, index)), len(page.lines))


def could_be_headline(page: Page, index: int) -> bool:
    """Whether a line has some words and is neither a date nor a menu."""
    return len(page.words[index]) >= 5 and not is_menu_line(page, index) and not DATE.search(page.line(index)[:40])


def glued_captions(page: Page) -> Iterator[Span]:
    """A short line that closes with its credit and no stop before it, with a title above it: "МерФото: Агенція"."""
    for index in range(headline_at(page) + 1, len(page.lines)):
        line, start = page.line(index), page.lines[index].start
        m = GLUED_CREDIT.search(line) if len(line) <= LONGEST_SIGNED else None
        if not m or not m.start() or line[: m.start()].rstrip()[-1:] in ".!?…:" or DATE.search(line[: m.start()]):
            continue
        if not tells(page, Span(start, start + m.start())):
            yield Span(page.lines[index - is_title_of_picture(page, index - 1)].start, start + m.start())


def is_title_of_picture(page: Page, index: int) -> bool:
    """Whether a line between a paragraph and a caption has no mark at its end."""
    below = index >= 2 and closes_paragraph(page.line(index - 1))
    return below and is_caption(page, index) and page.line(index)[-1] not in ".!?…:;,»"


def sited_captions(page: Page) -> Iterator[Span]:
    """A line below the headline that closes with a dash and the address of a site: what stands for a picture unseen."""
    for index in range(headline_at(page) + 1, len(page.lines)):
        line = page.line(index)
        sited = len(line) <= LONGEST_SITED and SITED.search(line[-50:]) is not None
        if sited and not tells(page, page.lines[index]):
            yield page.lines[index]


def captions_below_counters(page: Page) -> Iterator[Span]:
    """A line without a full stop between the counters or credit of a page's head and its lead: a caption."""
    for index in range(2, min(len(page.lines) - 1, HEAD_LINES)):
        line, words = page.line(index), len(page.words[index])
        if closes_paragraph(page.line(index - 1)):
            return
        below = NUMBERS.fullmatch(page.line(index - 1)) is not None or is_credit(page, index - 1)
        unfinished = line[-1] not in ".!?…:" and page.line(index + 1)[-1] in ".!?…"
        if below and unfinished and 4 <= words <= 20 and len(line) <= 120 and not is_headline(page, index):
            yield page.lines[index]


def bylines(page: Page) -> Iterator[Span]:
    """A line that is only the name of a photographer and of the paper, in English: "Jane Doe for The Post"."""
    return (line for line in page.lines[1:] if is_byline(line.of(page.text)[:100]))


def is_byline(line: str) -> bool:
    """Whether a line is a photographer and a paper, and nothing else."""
    return BYLINE.fullmatch(line) is not None


def licences(page: Page) -> Iterator[Span]:
    """A line that is only the licence of a picture: "CC0"."""
    for line in page.lines[1:]:
        if LICENCE.fullmatch(line.of(page.text)[:40]):
            yield line


def dashed_credits(page: Page) -> Iterator[Span]:
    """The last sentence of a line if it is a credit without a colon: "Фото — Олег Бондарь", "Фото Олега Бондаря"."""
    for sentences in page.sentences[1:]:
        last = sentences[-1].of(page.text)[:LONGEST_CAPTION]
        m = DASHED.fullmatch(last) or PICTURED_BY.fullmatch(last)
        if m and m[1].casefold() in marks("credit_words") and len(last.split()) <= 6:
            yield sentences[-1]


def captions_in_brackets(page: Page) -> Iterator[Span]:
    """A line that closes with its credit in brackets: "Мост через реку (Фото: Reuters)"; of news only the credit."""
    for index, line in enumerate(page.lines):
        m = IN_BRACKETS.search(page.text, max(line.start, line.stop - LONGEST_CAPTION), line.stop) if index else None
        if m and m[1].casefold() in marks("credit_words"):
            short = line.stop - line.start <= LONGEST_SIGNED and not has_verb(page, line)
            yield line if short else Span(m.start(), line.stop)


def archive_pictures(page: Page) -> Iterator[Span]:
    """A short line that closes with what sort of picture it is under: "Пристань узимку, архівне фото"."""
    for line in page.lines[1:]:
        text = line.of(page.text)[-LONGEST_SIGNED:].casefold()
        kind = next((words for words in marks("archive_words") if text.endswith(words)), "")
        if kind and line.stop - line.start <= LONGEST_SIGNED and text.removesuffix(kind).endswith(", "):
            yield line


def bracketed_credits(page: Page) -> Iterator[Span]:
    """The name of a picture bank in brackets: "(NTB scanpix)"."""
    for m in BRACKET.finditer(page.text):
        words = read_words(page.text, Span(*m.span()))
        folds = [word.fold for word in words]
        if 1 <= len(folds) <= 3 and folds[-1] in marks("picture_banks"):
            yield Span(*m.span())


def stock_pictures(page: Page) -> Iterator[Span]:
    """A line under a picture that ends with the name of a picture bank."""
    for index, line in enumerate(page.lines):
        last = page.words[index][-1] if page.words[index] else None
        short = last is not None and line.stop - line.start <= 250 and len(page.words[index]) <= 35
        if last and short and last.stop == line.stop and last.fold in marks("picture_banks"):
            yield page.sentences[index][-1] if news_before(page, index, line.stop) else line


def galleries(page: Page) -> Iterator[Span]:
    """Pictures after the news: a line that calls to see more, and a title that opens line after line."""
    for index in range(len(page.lines) - 2):
        call = page.line(index)[-30:].casefold().rstrip(" :").endswith(marks("gallery_calls"))
        title = [word.fold for word in page.words[index + 1][:4]]
        if call and len(title) >= 3 and any(begins(page, later, title) for later in range(index + 2, index + 6)):
            yield Span(page.lines[index + 1].start, page.lines[-1].stop)
            return


def begins(page: Page, index: int, folds: list[str]) -> bool:
    """Whether a line of the page begins with the words."""
    return index < len(page.words) and [word.fold for word in page.words[index][: len(folds)]] == folds

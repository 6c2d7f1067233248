"""Debris by what surrounds it: a CRF over the lines of a page, for what no rule knows.

The rules say what they know for sure; the model reads their answers with the shape of each line, where it stands and
what it shares with the rest of the page. What it was trained on: ``model/MODEL_CARD.md``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from operator import and_
from threading import Lock

from firsthand.records import Region
from firsthand.stages.clean.edges import covered_lines, is_date
from firsthand.stages.clean.learnt import line_key
from firsthand.stages.clean.news import has_finite_verb, is_teller
from firsthand.stages.clean.page import Page, marks
from firsthand.stages.clean.teasers import closes_paragraph, stem_counts
from firsthand.trained import tagger as tagger_of

MODEL = "lines.crfsuite"
NEWS = "news"
TAGGING = Lock()  # a tagger of crfsuite holds the page that it is at
SURE = 0.9  # the least probability of debris at which a line is left out
MOST_LINES = 2000  # of a page that are looked at
MOST_READ = 40  # words of a line whose readings are looked at
SHORT = 12  # words of a line whose words are features
LEAST_LONG, LEAST_REPEATED = 3, 2  # letters of words, and how many, that a row of tags has twice
PREFIX = 6  # letters by which words are told
LENGTHS = (1, 2, 3, 5, 8, 12, 20, 40, 80)
PLACES = (0, 1, 2, 3, 5, 8, 13, 21)
SHARES = (0.0, 0.2, 0.4, 0.6, 0.8)
PARAGRAPH = 15  # words of a line with a full stop that is no debris of the model's
DASHES = "-–—•*"
MOST_TAKEN = 0.5  # words that are taken for each that is left as news
STAMP = 20  # code points at the head of a line in which its date stands
MOST_FOREIGN = 4  # words of another script
CLOSING = '.!?;»”"'
CYRILLIC = re.compile(r"[а-яіїєґё]", re.IGNORECASE)
DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b")
PICTURE = re.compile(r"[\u2190-\u21ff\u25a0-\u27bf\U0001f300-\U0001faff]")
ADDRESS = re.compile(r"https?://|www\.|\w\.(?:com|net|org|ua|ru|kz|by|info|news|online|tv|media)\b", re.IGNORECASE)
LINK = re.compile(r"[|»>→•·]")


def unlikely_lines(page: Page, regions: Sequence[Region]) -> Iterator[Region]:
    """The lines that no rule has taken and that the model is sure are no news."""
    if not 1 < len(page.lines) <= MOST_LINES:
        return
    covered = covered_lines(page, regions)
    # The rules have taken their part of a line, or it is the headline.
    left = {index for index in range(len(page.lines)) if not touches(page, index, regions)}
    left.discard(next((index for index in sorted(left) if has_finite_verb(page, page.words[index][:MOST_READ])), -1))
    kinds = {
        index: kind
        for index, (kind, sure) in enumerate(kinds_of(page_features(page, covered)))
        if index in left and sure >= SURE and not may_be_news(page, index)
    }
    told = paragraphs(page)
    # What stands between two paragraphs, and beside no debris, may be a heading of the article.
    kinds = {
        index: kind
        for index, kind in kinds.items()
        if not told or not told[0] < index < told[-1] or index - 1 in covered or index + 1 in covered
    }
    taken = sum(len(page.words[index]) for index in kinds)
    news = sum(len(words) for index, words in enumerate(page.words) if index not in covered and index not in kinds)
    # A page that would be mostly debris is a list or a feed, of which every line tells something.
    if taken <= news * MOST_TAKEN:
        yield from (Region(page.lines[index], kind, "unlikely-line") for index, kind in kinds.items())


def paragraphs(page: Page) -> list[int]:
    """The lines that are paragraphs of sentences."""
    return [index for index in range(len(page.lines)) if closes_paragraph(page.line(index))]


def touches(page: Page, index: int, regions: Sequence[Region]) -> bool:
    """Whether a region lies on a line, in whole or in part."""
    line = page.lines[index]
    at = bisect_right(regions, line.start, key=lambda region: region.span.stop)
    return at < len(regions) and regions[at].span.start < line.stop


def kinds_of(features: list[list[str]]) -> list[tuple[str, float]]:
    """For each line how likely it is debris of any kind, and where that is sure the likeliest kind, else news."""
    found = []
    with TAGGING:
        tagger = tagger_of(__package__, MODEL)
        tagger.set(features)
        kinds = [label for label in tagger.labels() if label != NEWS]
        for index in range(len(features)):
            sure = 1 - tagger.marginal(NEWS, index)
            kind = max(kinds, key=lambda label: tagger.marginal(label, index)) if sure >= SURE else NEWS
            found.append((kind, sure))
    return found


def may_be_news(page: Page, index: int) -> bool:
    """Whether a line reads as a sentence, an item, a date, a post in another language or where the news is from."""
    line, words = page.line(index), page.words[index]
    broken = line.endswith(("...", "…"))
    ended = line[-1] in CLOSING and not broken
    several = len(page.sentences[index]) > 1
    if (len(words) >= PARAGRAPH and (ended or several) and not broken) or (ended and several):
        return True
    # An item of a list, or what leads to one or to somebody's words.
    if line[0] in DASHES or line[-1] in ",;:":
        return True
    foreign = page.language != "en" and len(words) > MOST_FOREIGN and CYRILLIC.search(line) is None
    dated = DATE.search(line if len(words) <= SHORT else line[:STAMP]) is not None
    goes_on = bool(words) and words[0].fold in marks("going_on")
    return foreign or dated or goes_on or any(word.fold in marks("origin_words") for word in words[:SHORT])


def page_features(page: Page, covered: Mapping[int, str]) -> list[list[str]]:
    """The features of each line, with those of the lines beside it."""
    told = paragraphs(page)
    first, last = (told[0], told[-1]) if told else (0, len(page.lines) - 1)
    everywhere = stem_counts(page)
    keys = [line_key(page.line(index)) for index in range(len(page.lines))]
    counts = Counter(keys)
    own = [shape(page, index) for index in range(len(page.lines))]
    known = [index in covered for index in range(len(page.lines))]
    above: list[bool] = list(accumulate(known, and_))
    below: list[bool] = list(accumulate(reversed(known), and_))[::-1]
    found = []
    for index in range(len(page.lines)):
        features = [*own[index], *place(page, index, first, last)]
        part = f"shared={shared(page, index, everywhere)}"
        features.append(part)
        if counts[keys[index]] > 1:
            features.append("again")
        where = "above" if index < first else "below" if index > last else "within"
        features += [f"{where}:{feature}" for feature in own[index][:4]]
        features.append(f"{where}:{part}")
        features.append("known" if known[index] else "unknown")
        for away in (-2, -1, 1, 2):
            beside = index + away
            if not 0 <= beside < len(page.lines):
                features.append(f"{away}:none")
                continue
            features.append(f"{away}:{'known' if known[beside] else 'unknown'}")
            if abs(away) == 1:
                features += [f"{away}:{feature}" for feature in own[beside][:4]]
        features += ["all-above-known"] * (index == 0 or above[index - 1])
        features += ["all-below-known"] * (index + 1 == len(page.lines) or below[index + 1])
        found.append(features)
    return found


def shape(page: Page, index: int) -> list[str]:
    """What a line looks like: its length, its last mark, its verbs, its first letter; then its words, if few."""
    line, words = page.line(index), page.words[index]
    read = words[:MOST_READ]
    verb = has_finite_verb(page, read)
    features = [
        f"length={step(len(words), LENGTHS)}",
        f"end={line[-1] if not line[-1].isalnum() else 'letter'}",
        f"verb={verb}",
        f"start={kind_of_letter(line[0])}",
        f"length+end={step(len(words), LENGTHS)}{'.' if line[-1] in '.!?…' else ''}{verb}",
        f"sentences={min(len(page.sentences[index]), 3)}",
        f"latin={line.isascii() and page.language != 'en'}",
    ]
    capitals = sum(page.text[word.start].isupper() for word in read)
    features.append(f"capitals={step(int(10 * capitals / max(1, len(read))), (0, 2, 4, 6, 8))}")
    longer = [word.fold for word in read if len(word.fold) > LEAST_LONG]
    traits = {
        "upper": len(line) > 3 and line.isupper(),
        "digits": any(map(str.isdigit, line[:200])),
        "date": bool(words) and is_date(page, index),
        "picture": PICTURE.search(line[:200]) is not None,
        "address": ADDRESS.search(line[:300]) is not None,
        "link": LINK.search(line[:200]) is not None,
        "question": "?" in line[-3:],
        "broken": line.endswith(("...", "…")),
        "told": len(words) > MOST_READ or any(is_teller(word.fold, page.language) for word in words),
        "names": 1 < len(words) <= 3 and capitals == len(words) and not verb,
        "repeats": len(longer) - len(set(longer)) >= LEAST_REPEATED,
        "colon": ":" in line[:40],
        "quote": any(mark in line for mark in '«“"'),
        "comma": "," in line,
    }
    features += [name for name, has in traits.items() if has]
    if len(words) <= SHORT:
        features += [f"word={word.fold[:PREFIX]}" for word in words]
        features += [f"line={' '.join(word.fold[:PREFIX] for word in words)}"] if len(words) <= 4 else []
    elif words:
        features.append(f"first={words[0].fold[:PREFIX]}")
    return features


def place(page: Page, index: int, first: int, last: int) -> list[str]:
    """Where a line stands: from the top, from the foot, from the first and the last paragraph."""
    lines = len(page.lines)
    features = [f"top={step(index, PLACES)}", f"foot={step(lines - 1 - index, PLACES)}"]
    if index < first:
        features.append(f"above={step(first - index, PLACES)}")
    if index > last:
        features.append(f"below={step(index - last, PLACES)}")
    return features


def shared(page: Page, index: int, everywhere: Counter[str]) -> str:
    """The part of a line's longer words that stand elsewhere on the page too."""
    own = page.stems[index]
    if not own:
        return "none"
    return str(step(sum(everywhere[stem] > 1 for stem in own) / len(own), SHARES))


def step(value: float, steps: Sequence[float]) -> int:
    """The number of steps that a value is above."""
    return bisect_left(steps, value)


def kind_of_letter(letter: str) -> str:
    """A capital, a small letter, a digit or the mark itself."""
    if letter.isalpha():
        return "capital" if letter.isupper() else "small"
    return "digit" if letter.isdigit() else letter

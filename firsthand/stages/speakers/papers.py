"""Whose a paper is that its own words do not tell: a court's ruling, a post on a page, a survey that somebody made."""

from __future__ import annotations

import re
from itertools import islice

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Span
from firsthand.stages.attribution.media import first_noun, is_platform, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import Cast, full_name
from firsthand.stages.speakers.crowds import sentences_before
from firsthand.stages.speakers.fullest import fullest_body, with_capital
from firsthand.stages.speakers.owners import owner_by_noun
from firsthand.stages.speakers.sources import SENTENCE_END
from firsthand.stages.speakers.told import told_body

PAGE_WORDS = 4  # words behind a post among which the noun for the page stands
BEHIND = 120  # code points behind a paper in which its owner stands
OFFICE_REACH = 40  # code points behind a press office in which its body is named
IN_REACH = 4  # code points before a ruling in which its preposition stands
COURT_SENTENCES = 3  # the ruling's own and two before
BREAK = re.compile(r"[,;:()]|[.!?…]\s")
CONDUCTED = re.compile(r",\s[^\W\d_]{3,8}\s(?:[^\W\d_]{2,12}\s)?([^\W\d_]{5,14})\s")
QUOTED = re.compile(r"\s[«“„\"]([^«»“”„\"]{2,60})[»”“\"]$")


def of_court(cast: Cast, source: Span) -> str | None:
    """``Суд відмовив забудовнику. В ухвалі зазначено``: the court told of in the two sentences before."""
    language = cast.report.language
    if not lemmas(source.of(cast.report.text), language) & group(language, "rulings"):
        return None
    before = WORD.findall(cast.report.text[max(0, source.start - IN_REACH) : source.start])[-1:]
    if not any(word.lower() in group(language, "inside") for word in before):
        return None
    starts = sentences_before(cast, source.start)[-COURT_SENTENCES:]
    near = WORD.finditer(cast.report.text, starts[0] if starts else 0, source.start)
    courts = {noun for word in near for noun in lemmas(word.group(), language) & group(language, "courts")}
    told = {name for noun in courts if (name := told_body(cast, source.start, noun)) is not None}
    return told.pop() if len(told) == 1 else None


def behind_paper(cast: Cast, source: Span) -> str | None:
    """``дописі`` before ``Гнатюка`` or before ``на сторінці Міністерства``: whose it is, cut off from the source."""
    text, language = cast.report.text, cast.report.language
    if WORD.fullmatch(source.of(text)) is None:
        return None
    beside = next((m for m in cast.over(Span(source.stop, source.stop + 2)) if m.span.start == source.stop + 1), None)
    if beside is not None and text[source.stop] == " " and beside.type in ("PER", "ORG"):
        if is_platform(beside.name, language):
            return None
        return full_name(cast, beside) if beside.type == "PER" else fullest_body(cast, beside.name)
    words = list(islice(WORD.finditer(text, source.stop, source.stop + BEHIND), PAGE_WORDS))
    page = next((at for at, word in enumerate(words) if is_page(word.group(), language)), 0)
    placed = page > 0 and words[0].group() in group(language, "page_prepositions")
    whose = words[page + 1] if placed and page + 1 < len(words) else None
    if whose is None or BREAK.search(text, source.stop, whose.start()):
        return None
    owner = next((m for m in cast.over(Span(whose.start(), whose.end())) if m.span.start == whose.start()), None)
    if owner is not None and owner.type == "ORG":
        return None if is_platform(owner.name, language) else fullest_body(cast, owner.name)
    return owner_by_noun(cast, Span(words[page].start(), whose.end()))


def owner_of_page(cast: Cast, behind: Span) -> str | None:
    """``викладеному на сайті відомства``: the body meant by the noun behind the page."""
    words = list(WORD.finditer(cast.report.text, behind.start, behind.stop))
    page = next((at for at, word in enumerate(words) if is_page(word.group(), cast.report.language)), len(words))
    return owner_by_noun(cast, Span(words[page].start(), words[page + 1].end())) if page + 1 < len(words) else None


def press_office_before(cast: Cast, source: Span) -> str | None:
    """``Таку інформацію поширила пресслужба «Базису» ... в релізі``: the body whose press office has just told."""
    text, language = cast.report.text, cast.report.language
    starts = sentences_before(cast, source.start)[-2:]
    for word in reversed(list(WORD.finditer(text, starts[0], source.start)) if starts else []):
        if not lemmas(word.group(), language) & group(language, "press_offices"):
            continue
        owner = next((m for m in cast.over(Span(word.end(), word.end() + OFFICE_REACH)) if m.type == "ORG"), None)
        between = text[word.end() : owner.span.start] if owner is not None else ","
        return (
            None
            if owner is None or BREAK.search(between) or len(WORD.findall(between)) > 2
            else fullest_body(cast, owner.name)
        )
    return None


def is_register(text: str, language: str) -> bool:
    """``реєстр судових рішень``: a register, which is nobody's whom its words name."""
    return bool(first_noun(text, language) & group(language, "ledgers"))


def register_on_page(cast: Cast, source: Span) -> str | None:
    """``портал Державного реєстру ліків``, ``дані реєстру``: the register that a page shows or that has the data."""
    head, _, rest = source.of(cast.report.text).partition(" ")
    language = cast.report.language
    data = lemmas(head, language) & group(language, "works")
    if not (is_page(head, language) or data) or not rest or not is_register(rest, language):
        return None
    name = phrase_nominative(rest, language, True)
    return name[:1].upper() + name[1:] if rest[:1].isupper() else name


def is_page(word: str, language: str) -> bool:
    """``сторінці``, ``фейсбук-сторінці``: whether a word is a noun for a page or site of one's own."""
    pages = group(language, "sites|own_pages")
    return bool((lemmas(word, language) | lemmas(word.rpartition("-")[2], language)) & pages)


def quoted_owner(cast: Cast, source: Span) -> str | None:
    """``звітності «Базису»``: the name in quotation marks right behind a paper, where it was not found as one."""
    text, language = source.of(cast.report.text), cast.report.language
    quoted = QUOTED.search(text)
    if quoted is None or WORD.fullmatch(text[: quoted.start()]) is None:
        return None
    return fullest_body(cast, with_capital(phrase_nominative(quoted.group(1), language)))


def conducted_by(cast: Cast, source: Span) -> str | None:
    """``даних опитування, яке провів фонд «Базис»``: who made the survey that a relative clause tells of."""
    text, language = cast.report.text, cast.report.language
    verb = CONDUCTED.match(text, source.stop, min(len(text), source.stop + BEHIND))
    # An "екзитпол" alone speaks for itself.
    if (
        verb is None
        or WORD.fullmatch(source.of(text)) is not None
        or not lemmas(verb.group(1), language) & group(language, "conducting")
    ):
        return None
    end = SENTENCE_END.search(text, verb.end())
    behind = Span(verb.end(), min(len(text), verb.end() + BEHIND, end.start() if end else len(text)))
    return next((fullest_body(cast, m.name) for m in cast.over(behind) if m.type == "ORG"), None)


def of_press_office(cast: Cast, source: Span) -> str | None:
    """``Адміністрація листа не отримала, повідомили в пресслужбі``: the body that its own sentence begins with."""
    text, language = cast.report.text, cast.report.language
    if WORD.fullmatch(source.of(text)) is None or not lemmas(source.of(text), language) & group(
        language, "press_offices"
    ):
        return None
    start = (sentences_before(cast, source.start) or [0])[-1]
    words = list(WORD.finditer(text, start, source.start))
    bodies = group(language, "bodies|offices")
    if not words or not first_noun(words[0].group(), language) & bodies:
        return None
    last = 0
    while last + 1 < len(words) and text[words[last].end() : words[last + 1].start()] == " ":
        known = word_forms(words[last + 1].group(), language)
        if not any(case == "gent" for case, _, _ in known.nouns | known.adjectives):
            break
        last += 1
    return None if last == 0 else phrase_nominative(text[words[0].start() : words[last].end()], language)

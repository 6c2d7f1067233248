"""Sentences and tokens of the news text: what the cleaning stage left, cut where a sentence ends.

Own rules, for the reason in docs/decisions/segmentation.md: the Russian splitters know no Ukrainian abbreviations,
and none splits ``...Россия 24».Она добавила`` where a page lost its spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from firsthand.lang import load
from firsthand.lang.morphology import parses
from firsthand.lang.outlets import find_outlet
from firsthand.names.reference import names_branch
from firsthand.records import Region, Report, Sentence, Span, Token

# Soft hyphens and marks of direction or width: they are not seen on the page, part no word and are no mark.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
SOME_UNSEEN = re.compile(f"[{INVISIBLE}]")
# A word may hold apostrophes and hyphens inside: зв'язок, COVID-19, 2009-му, О'Лірі.
TOKEN = re.compile(
    r"(?P<word>[A-Za-z][A-Za-z0-9-]{0,40}(?:\.[A-Za-z0-9-]{2,30}){0,3}\.[a-z]{2,6}(?![\w])|[A-Z][A-Z0-9-]{1,30}\.[A-Z]{2,3}(?![\w])|[^\W\d_]+(?:[’'ʼ′`\-‑\u00ad\u200b-\u200d][^\W_]+)*|\d+[-‑][^\W\d_]+(?:-[^\W\d_]+)*)"
    r"|(?P<number>\d+(?:[.,:]\d+)*)|(?P<mark>\.{3}|[^\w\s\u00ad\u200b-\u200f\u2060\ufeff]|_)"
)
LINE = re.compile(r"[^\n]+")
STOPS = frozenset(".!?…")
DASHES = frozenset("-–—")
CLOSERS = frozenset("»”\"')]’“*")
OPENERS = frozenset("«“„\"'([—–-*•")
MAX_SENTENCE_TOKENS = 1_500
# What stands before a teller's verb that is put behind its sentence: "..., пише", "– передає", "Про це ... повідомляє".
BEFORE_TELLER = frozenset(',–—-.»”"')
# Words that begin a sentence and are in no name; a subject and its verb stand within so many words.
BEGINNERS = frozenset(("PREP", "CONJ", "NPRO", "PRCL", "ADVB"))
# Words of a phrase with adjectives up to the noun that tells what somebody is.
MOST_OF_KIND = 4
SUBJECT_REACH = 7
# Abbreviations behind an amount or a year; what begins with a capital or a date behind them is a new sentence.
LAST_WORDS = frozenset(("р", "рр", "г", "гг", "дол", "долл", "грн", "руб", "коп"))
# Abbreviations of amounts and of lists that go on: a sentence may begin behind them, but a name may follow too.
AMOUNTS = frozenset(("млн", "млрд", "трлн", "тыс", "тис", "км", "кг", "д", "др", "пр", "ін"))
# Of these numbers: a noun behind them stands in small letters, so that a word with a capital begins a sentence.
GREAT_NUMBERS = frozenset(("млн", "млрд", "трлн", "тыс", "тис"))
# Behind a year or an amount these are its unit, else what kind of place follows: "2021 г. Она", "в г. Гайске".
OF_PLACES = frozenset(("г", "р"))
# Last parts of addresses, also as names with a capital write them: "Газета.Ru", "Слідство.Інфо", "Банк.РФ".
DOMAINS = frozenset(("ru", "ua", "by", "kz", "eu", "com", "org", "net", "info", "news", "tv", "fm", "media"))
NAMED_DOMAINS = frozenset(
    ("РФ", "НЕТ", "ТВ", "Инфо", "Інфо", "ИНФО", "ІНФО", "Медиа", "Медіа", "Онлайн", "Реалии", "Реалії")
)
LONG_INITIALS = frozenset(("Дж", "Дз", "Ch", "Th", "Ph"))
NAMES_OF_THINGS = frozenset("DFGJLNQRSUVWZ")
QUOTED_REACH = 15
# A stop in a quoted name ("Кур'єр. Середа") stands within so many words of its quotation marks.
NAME_REACH = 4
NAME_OPENS, NAME_CLOSES = frozenset("«„"), frozenset("»“”")
OPENING = frozenset('«“„"')
LEAST_SCORE = 0.1


def tokenize(text: str, start: int = 0, stop: int | None = None) -> Iterator[Token]:
    """Words, numbers and marks of ``text[start:stop]``, with offsets into ``text``; what is not seen is left out."""
    stop = len(text) if stop is None else stop
    unseen = SOME_UNSEEN.search(text, start, stop) is not None
    for match in TOKEN.finditer(text, start, stop):
        form = match.group().translate(UNSEEN) if unseen else match.group()
        yield Token(match.start(), match.end(), form, match.lastgroup or "mark")


@cache
def abbreviations(language: str) -> frozenset[str]:
    """Lower-case words that take a full stop without ending a sentence."""
    return frozenset(load(language).table("grammar")["abbreviations"])


def is_initial(before: Token, after: Token, language: str) -> bool:
    """``С. Міксер``, ``С.Міксер``, ``Дж. Хант``: a capital letter, a stop, a capitalised word.

    A Latin letter that looks like no other is the name of a thing where a sentence begins behind: ``Sputnik V. Он``.
    """
    if before.text in NAMES_OF_THINGS and is_beginner(after, language):
        return False
    short = (len(before.text) == 1 and before.text.isupper()) or before.text in LONG_INITIALS
    return short and after.text[:1].isupper()


def is_beginner(token: Token, language: str) -> bool:
    """Whether a word with a capital is in no name: a preposition, a conjunction, a pronoun, an adverb."""
    first = next(iter(parses(token.text.lower(), language)), None) if token.text[:1].isupper() else None
    return first is not None and (first.pos in BEGINNERS or first.has("Apro"))


def is_abbreviation(before: Token, after: Token, language: str) -> bool:
    """A known abbreviation, unless a sentence begins behind it: ``2021 р. Вона``, ``3 млрд дол. 18 травня``."""
    if before.text.lower() not in abbreviations(language):
        return False
    if before.text in LAST_WORDS and (after.text[:1].isupper() or after.kind == "number"):
        return False
    if before.text in GREAT_NUMBERS and after.text.istitle() and not after.text.isascii() and len(after.text) > 1:
        return False
    return not (before.text in AMOUNTS and len(after.text) > 1 and is_beginner(after, language))


def is_address(before: Token, after: Token, touching: bool) -> bool:
    """``LB.ua``, ``v1.Beta``, ``Газета.Ru``: no space behind a stop, Latin on both sides or the end of an address."""
    if not touching:
        return False
    named = before.text[:1].isupper() and after.text in NAMED_DOMAINS
    return named or (before.text.isascii() and after.text.isascii()) or after.text.lower() in DOMAINS


def names_place(tokens: list[Token], at: int) -> bool:
    """``в г. Гайске``: whether the short form before a stop is no unit of a number, but says what place follows."""
    return at > 1 and tokens[at - 1].text in OF_PLACES and not any(map(str.isdigit, tokens[at - 2].text))


NO_END: tuple[Callable[[Token, Token, bool, str], bool], ...] = (
    lambda before, after, touching, language: is_initial(before, after, language),
    lambda before, after, touching, language: is_abbreviation(before, after, language),
    lambda before, after, touching, language: is_address(before, after, touching),
)
# Words of the longest name of an outlet that is looked up.
MOST_OF_OUTLET = 5


def starts_sentence(token: Token, touching: bool) -> bool:
    """Whether a sentence can begin here; a lower-case letter never does, a digit not when it touches the stop."""
    if token.kind == "mark":
        return token.text in OPENERS and not touching
    return token.text[0].isupper() or (token.text[0].isdigit() and not touching)


def begins_quote(tokens: list[Token], at: int) -> bool:
    """``поставки.«Ми чекали`` where a page lost the space: a mark that only opens, and a capital behind it."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].text in NAME_OPENS and behind is not None and behind.text.istitle()


def ends_after(tokens: list[Token], at: int, language: str) -> int | None:
    """The index one past the sentence that ends with the stop at ``at``, or None where it goes on."""
    last = at
    while last + 1 < len(tokens) and tokens[last + 1].text in STOPS:
        last += 1
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].text in CLOSERS
        and tokens[last + 1].start == tokens[last].stop
        and not opens_here(tokens, last + 1)
    ):
        last += 1
    noted = behind_footnotes(tokens, last + 1)
    if last + 1 >= len(tokens) or noted is not None:
        return noted or last + 1
    before, after = tokens[at - 1] if at else tokens[at], tokens[last + 1]
    touching = after.start == tokens[last].stop
    if not (starts_sentence(after, touching) or begins_quote(tokens, last + 1)) or is_told_behind(tokens, last):
        return None
    if last == at and tokens[at].text == "." and (is_in_name(tokens, at, language) or names_place(tokens, at)):
        return None
    if last == at and touching and is_branch(tokens, at, language):
        return None
    if last == at and tokens[at].text == "." and any(rule(before, after, touching, language) for rule in NO_END):
        return None
    return last + 1


def is_branch(tokens: list[Token], at: int, language: str) -> bool:
    """``видання Depo[.]Полтава``: behind a noun for a medium a name in Latin letters, with the place of its branch."""
    if at < 2 or not names_branch(tokens[at - 1].text, tokens[at + 1].text, language):
        return False
    noun = tokens[at - 2]
    return noun.text.islower() and any(r.lemma in media_nouns(language) for r in parses(noun.text, language))


def is_told_behind(tokens: list[Token], at: int) -> bool:
    """``– Чи буде міст? – запитав мер``: behind the mark of a question or a call a dash and a small letter go on."""
    behind = tokens[at + 1 : at + 3]
    called = tokens[at].text[0] in "!?…" or (at > 0 and tokens[at - 1].text == tokens[at].text == ".")
    return called and len(behind) == 2 and behind[0].text in DASHES and behind[1].text[0].islower()


def is_in_name(tokens: list[Token], at: int, language: str) -> bool:
    """Whether a stop stands inside a quoted name, which has no verb: ``«Кур'єр. Середа»``."""
    opens = next((i for i in range(at - 1, max(-1, at - 2 - NAME_REACH), -1) if opens_name(tokens, i)), None)
    closes = next((i for i in range(at + 1, min(len(tokens), at + 2 + NAME_REACH)) if closes_name(tokens, i)), None)
    if opens is None or closes is None or any(closes_name(tokens, i) for i in range(opens + 1, at)):
        return False
    inside = tokens[opens + 1 : closes]
    return inside[0].text[0].isupper() and not any(t.kind == "word" and is_finite(t, language) for t in inside)


def opens_name(tokens: list[Token], at: int) -> bool:
    """Whether a mark opens a quotation; a straight one with a space before it and none behind."""
    if tokens[at].text != '"':
        return tokens[at].text in NAME_OPENS
    apart = at == 0 or tokens[at - 1].stop < tokens[at].start
    return apart and at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].stop


def closes_name(tokens: list[Token], at: int) -> bool:
    """Whether a mark closes a quotation; a straight one with no space before it."""
    straight = tokens[at].text == '"' and at > 0 and tokens[at - 1].stop == tokens[at].start
    return straight or tokens[at].text in NAME_CLOSES


def behind_footnotes(tokens: list[Token], at: int) -> int | None:
    """One past the marks of footnotes that touch a stop (``захворювання.[9][10] Вона``); None where there are none."""
    end = at
    while end + 2 < len(tokens) and tokens[end].text == "[" and tokens[end].start == tokens[end - 1].stop:
        if tokens[end + 1].kind != "number" or tokens[end + 2].text != "]":
            break
        end += 3
    return end if end > at else None


def opens_here(tokens: list[Token], at: int) -> bool:
    """A straight or left quote directly before a word and after a stop with a space opens; one after a stop closes."""
    mark = tokens[at]
    if mark.text not in "\"“'":
        return False
    nxt = tokens[at + 1] if at + 1 < len(tokens) else None
    return nxt is not None and nxt.start == mark.stop and nxt.kind == "word" and tokens[at - 1].stop != mark.start


def sentence_ends(tokens: list[Token], language: str) -> Iterator[tuple[int, int]]:
    """Index pairs of the sentences in a run of tokens."""
    begin = at = 0
    verbs, media = told_by(language)
    while at < len(tokens):
        text = tokens[at].text
        if text[0] in STOPS:
            end = ends_after(tokens, at, language)
        else:
            low = text.lower()
            end = at + 1 if (low in verbs or low in media) and lost_teller(tokens, at, language) else None
        if end is None and at - begin < MAX_SENTENCE_TOKENS:
            at += 1
            continue
        at = end if end is not None else at + 1
        yield begin, at
        begin = at
    if begin < len(tokens):
        yield begin, len(tokens)


def lost_teller(tokens: list[Token], at: int, language: str) -> bool:
    """``..., пише Як стало відомо, ...``: a link to the medium was lost with its stop, and a new sentence begins."""
    verbs, media = told_by(language)
    noun = tokens[at].text.lower() in media and at > 0
    verb = at - 1 if noun else at
    if verb < 1 or verb + 1 >= len(tokens) or tokens[verb].text.lower() not in verbs:
        return False
    if noun and begins_outlet(tokens, at):
        return False
    before = tokens[verb - 1].text
    return (before in BEFORE_TELLER or before.lower() in told_by_pointers(language)) and begins_anew(
        tokens, at + 1, language
    )


def begins_anew(tokens: list[Token], at: int, language: str) -> bool:
    """Whether the words from ``at`` are a sentence, not the name of a medium: a pronoun, a conjunction, a clause."""
    if at < len(tokens) and tokens[at].text in OPENING:
        return quotes_anew(tokens, at + 1, language)
    if at >= len(tokens) or tokens[at].kind != "word" or not tokens[at].text[0].isupper():
        return False
    first = tokens[at].text
    if begins_outlet(tokens, at):
        return False
    if describes_kind(tokens, at, language):
        return False
    small = len(first) == 1 or not first.isupper()
    if small and any(r.pos in BEGINNERS and r.score > LEAST_SCORE for r in parses(first, language)):
        return True
    if small and is_thing(tokens, at, language):
        return True
    for token in tokens[at + 1 : at + 1 + SUBJECT_REACH]:
        if token.kind == "mark":
            return False
        if is_finite(token, language):
            return True
    return False


def begins_outlet(tokens: list[Token], at: int) -> bool:
    """``передає [Радіо Свобода]``, ``пише [Слово і Діло]``: whether words are the name of a known outlet."""
    words = [token.text for token in tokens[at : at + MOST_OF_OUTLET]]
    return any(find_outlet(" ".join(words[:n])) for n in range(len(words), 0, -1) if words[n - 1][:1].isalnum())


def describes_kind(tokens: list[Token], at: int, language: str) -> bool:
    """``Головне управління``, ``Первый областной канал``: adjectives and a noun for what tells news."""
    for token in tokens[at : at + MOST_OF_KIND]:
        readings = parses(token.text, language)
        if token.start > tokens[at].start and any(r.lemma in named_kinds(language) for r in readings):
            return token.text.islower()
        if not any(r.pos == "ADJF" for r in readings):
            return False
    return False


def is_thing(tokens: list[Token], at: int, language: str) -> bool:
    """``передає Зупинка магістралі, ...``: a common noun that is no body, with a word in small letters behind it."""
    readings = parses(tokens[at].text.lower(), language)
    if at + 1 >= len(tokens) or not tokens[at + 1].text[0].islower() or not readings:
        return False
    speakers = named_kinds(language)
    plain = all(r.pos == "NOUN" and r.has("inan") and r.lemma not in speakers for r in readings)
    return plain and any(r.has("nomn") for r in readings) and not readings[0].has("Geox")


def quotes_anew(tokens: list[Token], at: int, language: str) -> bool:
    """Whether a quotation that opens before ``at`` is speech, not the name of a medium: it has a finite verb."""
    inside = tokens[at : at + QUOTED_REACH]
    ends = next((i for i, token in enumerate(inside) if token.text in CLOSERS), len(inside))
    return any(token.kind == "word" and is_finite(token, language) for token in inside[:ends])


def is_finite(token: Token, language: str) -> bool:
    """Whether a word is likeliest a finite verb."""
    first = next(iter(parses(token.text, language)), None)
    return first is not None and first.pos == "VERB" and token.text[0].islower()


KINDS = ("media", "bodies", "documents", "announcers", "serving", "branches")


@cache
def named_kinds(language: str) -> frozenset[str]:
    """Nouns for what can be named behind a teller's verb: media, bodies, documents, press services, offices."""
    grammar = load(language).table("grammar")
    return frozenset(name for kind in KINDS for name in grammar[kind])


@cache
def media_nouns(language: str) -> frozenset[str]:
    """Nouns for a medium: ``видання``."""
    return frozenset(load(language).table("grammar")["media"])


@cache
def told_by(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Forms of verbs by which media tell, and bare nouns for a medium (``видання``)."""
    grammar = load(language).table("grammar")
    return frozenset(grammar.get("trailing_tellers", ())), media_nouns(language)


@cache
def told_by_pointers(language: str) -> frozenset[str]:
    """``Про [це] пише``: words that point back to what is told."""
    return frozenset(load(language).table("grammar")["pronouns"]["told"])


def blocks(report: Report, regions: tuple[Region, ...]) -> Iterator[list[Token]]:
    """Runs of tokens that no line break and no junk interrupts; an editor's note is skipped inside its sentence."""
    skipped = [r.span for r in regions if r.kind == "editor-note"]
    barriers = [r.span for r in regions if r.kind != "editor-note"]
    run: list[Token] = []
    for line in LINE.finditer(report.text):
        for start, stop in free_parts(line.start(), line.end(), barriers):
            part = list(tokenize(report.text, start, stop))
            if skipped:
                part = [token for token in part if not any(s.start <= token.start < s.stop for s in skipped)]
            if not part:
                continue
            if run and not (goes_on(part) and continues(run)):
                yield run
                run = []
            run = run + part
    if run:
        yield run


def goes_on(part: list[Token]) -> bool:
    """Whether a line that starts so may carry on the one before: in lower case, also behind a comma."""
    first = part[1] if part[0].text == "," and len(part) > 1 else part[0]
    return first.kind == "word" and first.text[0].islower()


def continues(run: list[Token]) -> bool:
    """Whether a line that starts in lower case may carry on this one: it did not end with a stop."""
    return run[-1].text not in STOPS


def free_parts(start: int, stop: int, barriers: list[Span]) -> Iterator[tuple[int, int]]:
    """The parts of ``[start, stop)`` that no barrier covers."""
    at = start
    for span in sorted(barriers):
        if span.stop <= at or span.start >= stop:
            continue
        if span.start > at:
            yield at, span.start
        at = max(at, span.stop)
    if at < stop:
        yield at, stop


def split(report: Report, regions: tuple[Region, ...]) -> tuple[Sentence, ...]:
    """The sentences of the news text, in order; junk regions are in none of them."""
    found = []
    for run in blocks(report, regions):
        for begin, end in sentence_ends(run, report.language):
            tokens = tuple(run[begin:end])
            found.append(Sentence(Span(tokens[0].start, tokens[-1].stop), tokens))
    return tuple(found)

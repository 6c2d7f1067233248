"""Whether a date stands with a verb of speech, so that it is the day on which the news was said."""

from __future__ import annotations

import re
from functools import cache

from firsthand.lang import load
from firsthand.lang.morphology import parses
from firsthand.records import Report, Span
from firsthand.stages.times.lexicon import fold, lexicon

SENTENCE = 400
INSIDE = frozenset("\"«»“”'.")
BEFORE, AFTER = 12, 3
# at most so many words before a date that opens its sentence, behind which the subject may be long
OPENING_WORDS = 1
TOKEN = re.compile(r"[^\W\d_][\w'’ʼ-]{0,40}|[^\w\s]")
STOPS = re.compile(r"[.!?…]\s|\n")
CLAUSE = re.compile(r"[,;:()—–]")


def is_said(report: Report, span: Span, *, far: bool = False) -> bool:
    """Whether the clause of a date has a finite verb of speech, and its sentence recalls nothing older.

    ``far`` lets a long subject stand between a date that opens its sentence and the verb.
    """
    after = STOPS.split(report.text[span.stop : span.stop + SENTENCE])[0]
    if recalls(report, span):
        return False
    back, language = _words_before(report, span), report.language
    reach = BEFORE if far and len(back) <= OPENING_WORDS else AFTER
    return _speaks(back[:BEFORE], language) or _speaks(TOKEN.findall(after)[:reach], language)


def follows_speech(report: Report, span: Span) -> bool:
    """Whether a verb of speech stands before it in its clause: "he told reporters on Tuesday", not "on Tuesday he"."""
    return not recalls(report, span) and _speaks(_words_before(report, span)[:BEFORE], report.language)


def recalls(report: Report, span: Span) -> bool:
    """Whether its sentence says before it that something older is told: "Нагадаємо", "Раніше", "ще 5 липня"."""
    words = _words_before(report, span)
    clause = words.index(",") if "," in words else len(words)
    earlier = (*words[:clause], *words[-1:])
    if any(_is(word, "still", report.language) for word in words[:1]):
        return True
    return any(_is(word, "reminder", report.language) for word in words) or any(
        _is_past(word, report.language) for word in earlier
    )


def _words_before(report: Report, span: Span) -> list[str]:
    """The words and marks of the sentence before it, the nearest first."""
    before = STOPS.split(report.text[max(0, span.start - SENTENCE) : span.start])[-1]
    return TOKEN.findall(before)[::-1]


@cache
def _verbs(language: str) -> frozenset[str]:
    return frozenset(load(language).table("cues").get("verbs", {}))


def _speaks(tokens: list[str], language: str) -> bool:
    """Whether a verb of speech comes before the clause ends."""
    for token in tokens:
        readings = parses(token.lower(), language)
        if any(r.has("VERB") and not r.has("futr") and r.lemma in _verbs(language) for r in readings):
            return True
        if (
            any(r.pos == "INFN" for r in readings)
            or _is(token, "about", language)
            or (not token[0].isalpha() and token not in INSIDE)
            or any(r.pos == "CONJ" for r in readings)
        ):
            return False
    return False


def speaks_about(report: Report, span: Span) -> bool:
    """Whether the date belongs to what is spoken of: "they announced a strike on Friday, 10 August"."""
    words = _words_before(report, span)[:BEFORE]
    about = next((at for at, word in enumerate(words) if _is(word, "about", report.language)), None)
    return about is not None and _speaks(words[about + 1 :][:1], report.language)


def is_scheduled(report: Report, span: Span) -> bool:
    """Whether the verb before it in its clause stands in the present: "the airline cancels flights on Friday"."""
    words, language = _words_before(report, span)[:BEFORE], report.language
    clause = words[: words.index(",")] if "," in words else words
    verbs = (r for word in clause for r in parses(word.lower(), language)[:1] if r.pos == "VERB")
    verb = next(verbs, None)
    return verb is not None and verb.has("pres") and verb.lemma not in _verbs(language)


def follows_infinitive(report: Report, span: Span) -> bool:
    """Whether an infinitive stands right before it, which has no tense: "not to wait for 1 November"."""
    words = [word.lower() for word in _words_before(report, span)[:2]]
    if words and any(r.pos == "PREP" for r in parses(words[0], report.language)[:1]):
        words = words[1:]
    return any(r.pos == "INFN" or r.has("infn") for word in words[:1] for r in parses(word, report.language)[:1])


def is_main_news(report: Report, span: Span) -> bool:
    """Whether a past verb tells of a date in a clause that is no subordinate one: not "the crash that happened on"."""
    after = STOPS.split(report.text[span.stop : span.stop + SENTENCE])[0]
    before = CLAUSE.split(STOPS.split(report.text[max(0, span.start - SENTENCE) : span.start])[-1])[-1]
    words = TOKEN.findall(before) + TOKEN.findall(CLAUSE.split(after.lstrip(" ,"))[0])
    opening = parses(words[0].lower(), report.language) if words else ()
    subordinate = any(r.pos in ("CONJ", "NPRO", "PRTF", "GRND") or r.has("Apro") for r in opening)
    past = any(r.has("VERB", "past") for word in words for r in parses(word.lower(), report.language)[:1])
    return past and not subordinate and not recalls(report, span)


def _is_past(word: str, language: str) -> bool:
    entry = lexicon(language).words.get(fold(word))
    return entry is not None and entry.values.get("reference") == "PAST_REF"


def _is(word: str, kind: str, language: str) -> bool:
    entry = lexicon(language).words.get(fold(word))
    return entry is not None and kind in entry.values

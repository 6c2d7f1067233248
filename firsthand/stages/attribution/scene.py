"""A sentence with what stands around it, and what a frame finds in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import zip_longest

from firsthand.records import Mention, Report, Sentence, Span, TimeExpression
from firsthand.stages.attribution.across import quotations_across
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import last_word, span_of
from firsthand.stages.attribution.cues import CueAt, cues_of, find_cues
from firsthand.stages.attribution.quotes import Quote, around_teller, find_quotes, is_speech
from firsthand.stages.attribution.words import DASHES, Context, Line, Word, make_line, word_forms

MOST_HEADINGS = 6  # paragraphs
# Sentences of a lead of which the next one tells who said them.
LEAD_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what stands around it in its paragraph."""

    line: Line
    quotes: tuple[Quote, ...]
    previous: Span | None
    title: bool
    # Where sentences begin that lead up to this one in its paragraph, without quotation marks: from the first in the
    # first person on or behind a dash that opens the paragraph, and of which nobody is said to have said them.
    speech: int | None = None
    untold: int | None = None
    # The rest of the paragraph, if a dash opens it: "— ..., — сказала вона. — [Далі ...]".
    goes_on: Span | None = None
    # The quotation that opens the paragraph below, if this one ends with a colon.
    below: Span | None = None
    # The paragraph above, if it ends with a comma: "Ми готові[,]", and below that "– сказав мер".
    above: Span | None = None
    # The quotation over several paragraphs that opens or closes in this one.
    across: Span | None = None
    # The sentence before with the only one before that in its paragraph: both are told of under "Про це".
    lead: Span | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a frame found: the source's words, the content as spans, the rule."""

    cue: CueAt
    content: tuple[Span, ...]
    rule: str
    source: Span | None = None
    subject: Phrase | None = None
    parenthetical: Span | None = None
    nominal: bool = False


def paragraphs(report: Report, sentences: tuple[Sentence, ...]) -> Iterator[list[Sentence]]:
    """Sentences that stand on one line of the page."""
    group: list[Sentence] = []
    for sentence in sentences:
        if group and "\n" in report.text[group[-1].span.stop : sentence.span.start]:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def scenes(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], times: tuple[TimeExpression, ...]
) -> Iterator[Scene]:
    """Every sentence with its paragraph's quotations and the sentence before it."""
    context = Context(report, mentions, times)
    previous = None
    groups = list(paragraphs(report, sentences))
    across = quotations_across(report.text, [Span(group[0].span.start, group[-1].span.stop) for group in groups])
    above, heading, opening, before = None, True, None, None
    for number, (group, beneath) in enumerate(zip_longest(groups, groups[1:])):
        quotes = quotes_of(report, group)
        below = opening_quote(report, beneath) if beneath is not None else None
        title = len(group) == 1 and (number == 0 or (heading and number < MOST_HEADINGS and not is_stopped(group)))
        heading = heading and not is_stopped(group)
        untold = None
        speech = spoken = behind_opening_dash(group[0])
        for sentence, following in zip(group, [*group[1:], None], strict=True):
            line = make_line(sentence, context, quotes)
            rest = behind_dash(report.text, following, group[-1]) if following is not None else None
            last = following is None and line.words[-1].text == ":"
            lead = leading(groups, number, sentence, opening, previous)
            lead = None if lead is not None and "\n" in lead.of(report.text) else lead
            yield Scene(
                line, quotes, previous, title, speech, untold, rest, below if last else None, above,
                across.get(number), lead,
            )  # fmt: skip
            if not only_passes_on(line):
                opening, previous = previous, span_of(line, 0, last_word(line))
                opening = opening if tells_itself(before) else None
            before = line
            start = sentence.span.start
            spoken = None if has_teller(line) else spoken
            untold = (start if untold is None else untold) if is_untold(line) else None
            goes_on = speech is not None and untold is not None and untold <= speech
            speech = start if speech is None else speech
            speech = spoken or (speech if goes_on or is_first_person(line) else None)
        above = up_to_comma(report.text, group)


def leading(
    groups: list[list[Sentence]], number: int, sentence: Sentence, first: Span | None, second: Span | None
) -> Span | None:
    """The two sentences of a lead as one: all that stands before in the paragraph, or all of the paragraph above."""
    own = groups[number]
    told = own[: own.index(sentence)] or (groups[number - 1] if number else [])
    if first is None or second is None or len(told) != LEAD_SENTENCES:
        return None
    whole = told[0].span.start <= first.start and second.stop <= told[-1].span.stop and first.stop <= second.start
    return Span(first.start, second.stop) if whole else None


def tells_itself(line: Line | None) -> bool:
    """Whether a sentence tells something: no dateline (``КИЇВ, 5 травня.``), no ``Про це сказав мер``."""
    if line is None or not any((w.finite and w.mention < 0) or "PRTS" in w.pos for w in line.words):
        return False
    about, this = (*line.words[:2], None, None)[:2]
    back = about is not None and this is not None and about.low in line.group("about")
    return not (back and this is not None and this.low in line.group("pronouns.told"))


def is_stopped(group: list[Sentence]) -> bool:
    """Whether a mark that ends a sentence ends the paragraph; behind the first such one stands no headline."""
    return group[-1].tokens[-1].text[0] in ".!?…"


def quotes_of(report: Report, group: list[Sentence]) -> tuple[Quote, ...]:
    """The quotations of a paragraph."""
    known, place = quotes_in(report.text, report.language), Span(group[0].span.start, group[-1].span.stop)
    if place not in known:
        found = find_quotes(report.text, place.start, place.stop)
        is_cue = partial(is_telling, language=report.language)
        known[place] = tuple(part for quote in found for part in around_teller(report.text, quote, is_cue))
    return known[place]


@lru_cache(maxsize=1)
def quotes_in(text: str, language: str) -> dict[Span, tuple[Quote, ...]]:
    """The quotations of the report at hand by their paragraphs: each is asked for here, from above, and for chains."""
    return {}


def is_telling(word: str, language: str) -> bool:
    """Whether a word is a verb that stands beside what is said: ``сказав``, not ``скажемо`` of the speaker himself."""
    said = any("paren" in cue.frames and cue.kind == "verb" for cue, _ in cues_of(word, language))
    return said and any(
        r.pos == "VERB" and not r.grammemes & {"1per", "2per"} for r in word_forms(word, language).readings
    )


def opening_quote(report: Report, group: list[Sentence]) -> Span | None:
    """The speech in quotation marks with which a paragraph opens."""
    first = next(iter(quotes_of(report, group)), None)
    if first is None or first.span.start != group[0].span.start or not is_speech(report.text, first.span):
        return None
    return first.span


def up_to_comma(text: str, group: list[Sentence]) -> Span | None:
    """A paragraph that ends with a comma, without it."""
    end = group[-1].tokens[-1]
    return Span(group[0].span.start, end.start) if end.text == "," and end.start > group[0].span.start else None


def behind_dash(text: str, following: Sentence, last: Sentence) -> Span | None:
    """What a paragraph goes on with behind a dash, up to its last stop; None where it goes on without."""
    first, end = following.tokens[0], last.tokens[-1]
    if first.text not in DASHES or len(following.tokens) < 2:
        return None
    return Span(following.tokens[1].start, end.start if end.text == "." else end.stop)


def behind_opening_dash(first: Sentence) -> int | None:
    """Where speech begins in a paragraph that a dash opens: ``– [Роботи почнуться. Мости готові], – сказав мер``."""
    return first.tokens[1].start if len(first.tokens) > 1 and first.tokens[0].text in DASHES else None


def has_teller(line: Line) -> bool:
    """Whether a sentence says behind a dash who speaks."""
    return any(line.words[cue.first - 1].dash for cue in find_cues(line) if cue.first > 1)


def is_untold(line: Line) -> bool:
    """Whether a sentence has no quotation, and no verb or word group that says whose words it is."""
    return all(w.quote < 0 for w in line.words) and not any(
        cue.cue.kind == "phrase" or (cue.cue.kind != "noun" and not is_open_form(line.words[cue.verb]))
        for cue in find_cues(line)
    )


def only_passes_on(line: Line) -> bool:
    """``Повідомляє «Схід».``, ``04.02.2020``: a sentence that tells nothing but who passes on what stands before."""
    if line.words[0].low in line.group("trailing_tellers"):
        return not any(w.finite and w.mention < 0 for w in line.words[1:])
    return all(w.time or w.kind in ("number", "mark") for w in line.words)


def is_open_form(word: Word) -> bool:
    """``не можна сказати``, ``грубо кажучи``: an infinitive or a gerund says of nobody that he said it."""
    return not word.finite and bool(word.pos) and word.pos <= {"INFN", "GRND", "VERB"}


def is_first_person(line: Line) -> bool:
    """Whether somebody speaks of himself outside quotation marks; ``нагадаємо`` the report says itself."""
    first = line.spelled("pronouns.first")
    return any(w.quote < 0 for w in first) or any(w.finite and w.quote < 0 and says_i(line, w) for w in line.words)


def says_i(line: Line, word: Word) -> bool:
    """A verb in the first person that is not the report's own."""
    return word.finite and not word.lemmas & line.group("own_voice") and all(r.has("1per") for r in word.readings)

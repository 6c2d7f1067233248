"""Where clauses begin and end: geometry over the words of a line."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.heads import quoted_modifier, quoted_name
from firsthand.stages.attribution.opening import dateline_end, opening
from firsthand.stages.attribution.phrases import NEVER_FIRST, fixed_end, phrase_at
from firsthand.stages.attribution.words import PASSING, Line, Word, cases_in, first_words, once

FINAL = frozenset(".!?…")
OPENERS = frozenset('«“„"(:/')
FORM_MARKS = frozenset(("past", "pres", "futr", "masc", "femn", "neut", "plur", "sing", "3per"))
# A relative clause of more words does not end: sentences of such length are no sentences.
MAX_RELATIVE = 200
INSERTION_REACH = 8
# In how many words a relative pronoun may stand that others lead: "оголошення про продаж якого".
RELATIVE_DEPTH = 6
# How many words of time, place and occasion may stand between a comma and the verb that it leads to.
CIRCUMSTANCES_REACH = 16
CONNECTOR_REACH = 5
INCLUDING_REACH = 3
# How far from its verb a subject may stand over an inset between dashes, and over a gerund's clause.
INSET_REACH = 16
LONG_INSET = 40
MAX_GERUND = 30


def last_word(line: Line) -> int:
    """One past the last word that belongs to the sentence's content: final stops and footnotes stay out."""
    last = len(line.words)
    while last:
        if is_footnote(line, last - 3):
            last -= 3
        elif line.words[last - 1].text[0] in FINAL or line.words[last - 1].text in "*":
            last -= 1
        else:
            return last
    return last


def is_footnote(line: Line, at: int) -> bool:
    """Whether the mark of a footnote stands at word ``at``: ``[9]``."""
    if at < 0 or at + 3 > len(line.words) or line.words[at].text != "[":
        return False
    return line.words[at + 1].kind == "number" and line.words[at + 2].text == "]"


def span_of(line: Line, first: int, last: int) -> Span | None:
    """The span of words ``first`` up to ``last``, without a dateline, commas, dashes and stops at its ends."""
    words = line.words
    if 0 <= first < opening(line) < last:
        first = opening(line)
    first = behind_turn(line, behind_pointer(line, first, last), last)
    while first < last and (words[first].text in ",;:" or (words[first].dash and spaced(line, first))):
        first += 1
    while first < last and (closes_nothing(line, last - 1) or is_final(line, last - 1, first)):
        last -= 1
    last = before_connector(line, first, last)
    return Span(words[first].start, words[last - 1].stop) if first < last else None


def behind_turn(line: Line, first: int, last: int) -> int:
    """``[Однак] страйк триватиме, [пише «Схід»]``: what only leads from the sentence before is the report's."""
    if first != opening(line) or first >= last or not line.words[first].capital or line.words[first].quote >= 0:
        return first
    if line.words[first].low not in first_words(line.language, "turns"):
        return first
    for length in range(min(CONNECTOR_REACH, last - first) - 1, 0, -1):
        if " ".join(w.low for w in line.between(first, first + length)) in line.group("turns"):
            at = first + length
            return at + is_comma(line, at) if at + 1 < last else first
    return first


def behind_pointer(line: Line, first: int, last: int) -> int:
    """``[Про те, що] завод закрили, [розповів «Схід»]``: the first word of what is told, behind what points to it."""
    about, this, comma, that = (*line.between(first, first + 4), *[None] * 4)[:4]
    if about is None or this is None or comma is None or that is None or first + 4 >= last:
        return first
    points = about.low in line.group("about") and this.low in line.group("demonstratives") and comma.text == ","
    return first + 4 if points and that.low in line.group("plain_that") else first


def closes_nothing(line: Line, at: int) -> bool:
    """A mark or a word with which no content ends: ``закон і [заявив]``, ``план виходу з`` with the rest lost."""
    word = line.words[at]
    if word.text in ",;:(" or word.dash:
        return True
    small = word.mention < 0 and word.text.islower()
    return small and word.low in line.group("joining|place_prepositions|as_says")


def before_connector(line: Line, first: int, last: int) -> int:
    """``за сім днів, [водночас]``: behind a comma what leads on to the next clause belongs to that."""
    comma = next((w.at for w in reversed(line.between(last - CONNECTOR_REACH, last)) if w.text == ","), None)
    if comma is None or comma <= first:
        return last
    leading = " ".join(w.low for w in line.between(comma + 1, last))
    return comma if leading in line.group("connectors|pronouns.this") else last


def is_final(line: Line, at: int, first: int) -> bool:
    """A stop that ends the sentence, not one inside a quotation or behind an abbreviation."""
    word = line.words[at]
    return word.text[0] in FINAL and at == len(line.words) - 1 and at > first


def phrase_span(line: Line, phrase: Phrase) -> Span:
    """Where a phrase stands in the text."""
    return Span(line.words[phrase.first].start, line.words[phrase.last - 1].stop)


def spans(*parts: Span | None) -> tuple[Span, ...]:
    """The parts that are there."""
    return tuple(part for part in parts if part is not None)


def is_comma(line: Line, at: int) -> bool:
    """Whether word ``at`` is a comma."""
    return 0 <= at < len(line.words) and line.words[at].text == ","


def is_break(word: Word) -> bool:
    """A mark that no subject or complement reaches over."""
    return word.text in ";:()" or word.text in "«“„"


@once
def relative_end(line: Line, comma: int, limit: int) -> int | None:
    """Where the relative clause that starts behind ``comma`` ends (its comma or ``limit``); None if none starts."""
    if not starts_relative(line, comma + 1):
        return None
    if line.words[comma + 1].low in line.group("among") and (end := verbless_end(line, comma, limit)) is not None:
        return end
    seen = False
    for at in range(comma + 1, min(limit, comma + MAX_RELATIVE)):
        word = line.words[at]
        seen = seen or word.finite or "PRTS" in word.pos
        if seen and word.text == "," and not starts_relative(line, at + 1) and not joins(line, at + 1):
            return at
    return limit


def verbless_end(line: Line, comma: int, limit: int) -> int | None:
    """``противники, серед яких і мер, заявили``: the comma before the main verb; None if the clause has its own."""
    inner = line.between(comma + 1, min(limit, comma + MAX_RELATIVE))
    verb = next((w.at for w in inner if w.finite and w.mention < 0), limit)
    return verb - 1 if is_comma(line, verb - 1) and verb - 1 > comma else None


def starts_relative(line: Line, at: int) -> bool:
    """``який``, ``у якому``, ``слова якого``, ``оголошення про продаж якого``."""
    if at >= len(line.words):
        return False
    relatives = line.group("relatives")
    if line.words[at].low in relatives:
        return True
    if "PREP" not in line.words[at].pos and not line.words[at].nouns:
        return False
    for word in line.between(at + 1, at + RELATIVE_DEPTH):
        if word.low in relatives and (word.adjectives or word.at == at + 1):
            return True
        if word.text in ",;:" or word.finite or word.low in line.group("that"):
            return False
    return False


def joins(line: Line, at: int) -> bool:
    """Whether a coordinating word stands at ``at``."""
    return at < len(line.words) and line.words[at].low in line.group("coordinators")


def may_stand_between(line: Line, word: Word) -> bool:
    """Whether a word may stand between a conjunction and the verb that it joins."""
    return bool(word.pos & PASSING) or word.low in line.group("additives|adversatives")


def chunks(line: Line, first: int, last: int) -> Iterator[tuple[str, Phrase]]:
    """Noun phrases (``np``) and prepositional phrases (``pp``) between two words, left to right."""
    at = first
    while at < last:
        if line.words[at].time or line.words[at].text in NEVER_FIRST:
            at += 1
            continue
        inner = prepositional(line, at, last)
        if inner is not None:
            yield "pp", inner
            at = inner.last
            continue
        if (end := fixed_end(line, at)) is not None and "PREP" not in line.words[at].pos:
            at = end  # "Тим часом порт заявив"
            continue
        phrase = phrase_at(line, at)
        if phrase is not None:
            yield "np", phrase
        at = max(phrase.last, at + 1) if phrase is not None else at + 1


def prepositional(line: Line, at: int, last: int) -> Phrase | None:
    """The prepositional phrase that starts at word ``at``, cut at ``last``."""
    word = line.words[at]
    # "понад 20 членів" is a number, not a place.
    if "PREP" not in word.pos or word.mention >= 0 or at + 1 >= last or word.low in line.group("quantifiers"):
        return None
    if (end := fixed_end(line, at)) is not None:
        return Phrase(at, min(end, last), min(end, last) - 1, frozenset())
    inner = phrase_at(line, at + 1)
    if inner is None or inner.cases() <= {"nomn"}:
        return None
    end, head = min(inner.last, last), min(inner.head, last - 1)
    return Phrase(at, end, head, inner.forms, inner.animate, inner.named, inner.pronoun)


def inserted_start(line: Line, begin: int) -> int | None:
    """``Вирок лишили, однак [зараз], сказав адвокат, він сподівається``: where the clause begins that is interrupted.

    Behind the last comma with a conjunction or the last dash, where no verb stands between it and word ``begin``.
    """
    for at in range(begin - 2, 0, -1):
        word = line.words[at]
        if (word.finite and word.mention < 0) or "PRTS" in word.pos or word.text in ";:()" or word.quote >= 0:
            return None
        if word.dash and spaced(line, at):
            return at + 1 if any(w.finite and w.mention < 0 for w in line.between(0, at)) else None
        if is_comma(line, at):
            behind = line.words[at + 1]
            sets_on = behind.low in line.group("coordinators|adversatives")
            return at + 2 if sets_on and at + 2 < begin - 1 else None
    return None


@once
def clause_start(line: Line, verb: int) -> int:
    """The first word of the stretch that may hold the subject of the verb at ``verb``."""
    depth = 0
    closed = False
    inset = min((at for at in (inset_start(line, verb), gerund_start(line, verb)) if at is not None), default=verb)
    for at in range(verb - 1, -1, -1):
        if at >= inset:
            continue
        word = line.words[at]
        depth += (word.text == ")") - (word.text == "(" and depth > 0)
        closed = closed or word.text == ")"
        if depth or (word.text == "(" and closed):
            continue
        quoted = word.text in "«“„" and not (
            is_inner_mark(line, at) or names(line, at, verb) or is_set_aside(line, at, verb)
        )
        if word.text in ";:(" or (word.dash and spaced(line, at)) or quoted:
            return at + 1
        if opens_sentence(line, at):
            return at
        if is_comma(line, at) and line.words[at + 1].low in line.group("that") and not which_end(line, at, verb):
            return at + 2
    return dateline_end(line) if dateline_end(line) < verb else 0


def is_inner_mark(line: Line, at: int) -> bool:
    """``група «Ладонське вугілля [„]Схід[“]» заявила``: a mark of a name inside another name in quotation marks."""
    if line.words[at].text == "«":
        return False
    outer = next((w.at for w in reversed(line.between(at - INSET_REACH, at)) if w.text in "«»"), at)
    end = quoted_name(line, outer) if line.words[outer].text == "«" else None
    return end is not None and end > at


def opens_sentence(line: Line, at: int) -> bool:
    """``... газопроводу «Схід» [У компанії] заявили``: a capitalised preposition where a page lost the stop before."""
    word, before = line.words[at], line.words[at - 1]
    if not at or "PREP" not in word.pos or not word.capital or (word.text.isupper() and len(word.text) > 1):
        return False
    plain = word.mention < 0 and word.quote < 0 and before.kind != "number" and not before.dash
    return plain and before.text not in OPENERS and word.low in line.group("place_prepositions")


def inset_start(line: Line, verb: int) -> int | None:
    """``більшість – 52 відсотки – заявили``: the dash that opens what stands between a subject and its verb."""
    if not (verb and line.words[verb - 1].dash and spaced(line, verb - 1)):
        return None
    depth, reach = 0, INSET_REACH if is_comma(line, verb - 2) else LONG_INSET
    for at in range(verb - 2, max(verb - reach, 0), -1):
        word = line.words[at]
        depth += (word.text == ")") - (word.text == "(")
        if depth:
            continue
        if (word.finite and word.mention < 0) or word.text in ";:":
            return None
        if word.dash and spaced(line, at):
            before = line.words[at - 1]
            return at if before.nouns or before.mention >= 0 or before.text in ')»”"' else None
    return None


def leads_on(line: Line, at: int, verb: int) -> bool:
    """``мер, обраний торік, [у п'ятницю, 5 травня, на брифінгу] заявив``: nothing but when, where and how up to it."""
    opened = at
    opening = line.group("that|relatives|subordinators|questions")
    while at < verb:
        word = line.words[at]
        if word.low in opening:
            return False
        inner = prepositional(line, at, verb) if "PREP" in word.pos else None
        end = inner.last if inner is not None else fixed_end(line, at)
        dated = is_comma(line, at) and at > opened and line.words[at - 1].time
        led = "PREP" in word.pos and any(w.time for w in line.between(at + 1, at + 2))
        plain = led or (may_stand_between(line, word) and word.low not in line.group("adversatives"))
        if end is None and not (word.time or plain or dated):
            return False
        at = at + 1 if end is None else end
    return at == verb


@once
def gerund_close(line: Line, verb: int) -> int | None:
    """The comma before a verb and what leads on to it: ``активісти, заявивши про успіх[,] у п'ятницю розійшлися``."""
    commas = [w.at for w in line.between(verb - CIRCUMSTANCES_REACH, verb) if w.text == ","]
    return next((at for at in commas if leads_on(line, at + 1, verb)), None)


@once
def gerund_start(line: Line, verb: int) -> int | None:
    """``активісти, заявивши про успіх, розійшлися``: the comma that opens a gerund's clause right before the verb."""
    close = gerund_close(line, verb)
    if close is None:
        return None
    for at in range(close - 1, max(close - MAX_GERUND, 0), -1):
        if line.words[at].text in ";:":
            return None
        if is_comma(line, at) and line.words[at + 1].pos == {"GRND"}:
            return at
    return None


def which_end(line: Line, comma: int, verb: int) -> int | None:
    """``профспілки, що представляють екіпажі, закликали``: the comma before the verb, where ``що`` says which ones."""
    close = gerund_close(line, verb)
    if line.words[comma + 1].low not in line.group("relative_that") or close is None:
        return None
    before = line.words[comma - 1]
    if not (before.nouns or before.mention >= 0 or before.text in ")»”") or comma + 2 >= close:
        return None
    inner = line.between(comma + 2, close)
    several = any(w.finite and w.mention < 0 and not w.nouns for w in inner[1:])
    whole = not any(is_comma(line, w.at) for w in inner) or not several
    led = inner[0].low in line.group("negation") and len(inner) > 1
    return close if inner[led].finite and whole else None


def is_set_aside(line: Line, at: int, verb: int) -> bool:
    """``лікар, з яким «Схід» говорив, заявив``: the mark at ``at`` opens a name in a relative clause before a verb."""
    end = quoted_name(line, at)
    comma = next((w.at for w in reversed(line.between(at - INSERTION_REACH, at)) if w.text == ","), None)
    if end is None or comma is None or not starts_relative(line, comma + 1):
        return False
    return any(is_comma(line, w.at) for w in line.between(end, verb))


def names(line: Line, at: int, verb: int) -> bool:
    """Whether the mark at ``at`` opens the name of a body inside the subject: ``директор заводу «Схід» заявив``."""
    if quoted_modifier(line, at) is not None:
        return True  # "прибічник «жорсткого» сценарію заявив"
    end = quoted_name(line, at)
    if end is None or end > verb:
        return False
    if at == 0 or (end == verb and line.words[at - 1].pos <= {"ADVB", "PRCL", "CONJ"} and line.words[at - 1].pos):
        bracketed = line.between(end, end + 1) and line.words[end].text == "(" and line.words[verb - 1].text == ")"
        return end == verb or bool(bracketed)  # "Водночас «Схід» заявив", "«Ладонський порт» (ЛП) заявив"
    before = line.words[at - 1]
    if any(w.low in line.group("by_reference") for w in line.between(end, end + 2)) and (
        before.time or before.kind == "mark"
    ):
        return True  # "у вівторок «Схід» із посиланням на джерела писав"
    if before.low in line.group("party_prepositions") and any(w.has("anim") for w in line.between(at - 3, at - 1)):
        return True  # "депутатка Ради від «Сходу» Олена Гай заявила"
    if "PREP" in before.pos and before.mention < 0:
        return leads_on(line, at - 1, verb)  # "у розмові з «Новим часом» заявив"
    if end < len(line.words) and line.words[end].mention_type == "PER" and before.nouns:
        return True  # "голова «Сходу» Іван Коваль заявив"
    if end == verb and names_right_before(before):
        return True
    named = line.group("bodies|media|bearers|makers")
    # "Telegram-каналом «Схід»"
    kinds = before.lemmas | {lemma.rpartition("-")[2] for lemma in before.lemmas}
    if at > 1 and word_is_genitive(before):
        kinds |= line.words[at - 2].lemmas  # "сервіс прокату «Схід»"
    follows = all(w.pos & PASSING or w.time for w in line.between(end, verb))
    told = before.has("anim") or kinds & named
    if follows and told and "nomn" in cases_in(before.nouns):
        return True  # "газовий монополіст «Схід» заявив", "працівники «Сходу» знову заявили"
    if told and "nomn" in cases_in(before.nouns) and is_passed_on(line, end, verb):
        return True
    if at == 1 and not before.nouns and "nomn" in cases_in(before.adjectives) and is_comma(line, end):
        return starts_relative(line, end + 1)  # "Британська «Moriona», яка збудувала міст, заявила"
    first = (at - 1 == 0 or is_comma(line, at - 2)) and bool(
        before.lemmas & named
    )  # "Компанія «Схід», відповідаючи на запит, заявила"
    return bool(kinds & named or before.text.isupper()) and (
        end == verb
        or line.words[end].kind == "word"
        or line.words[end].text == "("
        or (is_comma(line, end) and (first or leads_on(line, end + 1, verb) or starts_relative(line, end + 1)))
    )


def is_passed_on(line: Line, comma: int, verb: int) -> bool:
    """``співрозмовник «Сходу»[, як передає Moriona,] пояснив``: only who passes it on stands before the verb."""
    how = line.between(comma + 1, comma + 2)
    if not is_comma(line, comma) or not any(w.low in line.group("as_says") for w in how):
        return False
    close = next((w.at for w in line.between(comma + 1, verb) if w.text == ","), None)
    told = [w for w in line.between(comma + 1, close or 0) if w.finite and w.mention < 0]
    return close is not None and len(told) == 1 and leads_on(line, close + 1, verb)


def word_is_genitive(word: Word) -> bool:
    """A common noun in small letters that can stand in the genitive."""
    return word.mention < 0 and word.text.islower() and "gent" in cases_in(word.nouns)


def names_right_before(word: Word) -> bool:
    """``британська «Moriona» заявила``, ``екіпаж судна «Схід» заявив``: a name up to its verb goes with the word."""
    if not word.nouns:
        return "nomn" in cases_in(word.adjectives)
    return (word.text.islower() or word.at == 0) and word.mention < 0


def behind_including(line: Line, at: int) -> int | None:
    """``країни, [зокрема] Польща``: one past the words that single out a part of the whole; None where none stand."""
    words = [w.low for w in line.between(at, at + INCLUDING_REACH)]
    known = line.group("including")
    behind = next((at + n for n in range(len(words), 0, -1) if " ".join(words[:n]) in known), None)
    return None if behind is None or is_comma(line, behind) else behind


def spaced(line: Line, at: int) -> bool:
    """Whether a dash stands between spaces: a break, not a hyphen."""
    word = line.words[at]
    before = line.words[at - 1].stop if at else word.start
    after = line.words[at + 1].start if at + 1 < len(line.words) else word.stop
    return before < word.start or after > word.stop


def same_form(left: Word, right: Word) -> bool:
    """Whether two finite verbs can be of one tense, person, number and gender."""
    ours = {r.grammemes & FORM_MARKS for r in left.readings if r.pos == "VERB"}
    return any(r.grammemes & FORM_MARKS in ours for r in right.readings if r.pos == "VERB")


def behind_prepositional(line: Line, at: int, stop: int) -> int:
    """One past the prepositional phrases, none of time, that follow one another from word ``at`` on."""
    while at < stop:
        inner = prepositional(line, at, stop)
        if inner is None or any(w.time for w in line.between(at, inner.last)):
            return at
        at = inner.last
    return at


def insertion_end(line: Line, comma: int) -> int | None:
    """One past the comma that closes a short insertion of time behind a verb (``заявив у четвер, 10 січня, глава``)."""
    for at in range(comma + 1, min(comma + INSERTION_REACH, len(line.words))):
        if is_comma(line, at):
            return at + 1 if any(w.time for w in line.between(comma + 1, at)) else None
        if line.words[at].finite:
            return None
    return None

"""Where clauses begin and end, and the subject of a verb: geometry over the words of a line."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.media import is_medium
from firsthand.stages.attribution.phrases import Phrase, agree, phrase_at
from firsthand.stages.attribution.words import Form, Line, Word

FINAL = frozenset(".!?…")
CLOSING = frozenset("»”\"’'")
REACH = 40


def last_word(line: Line) -> int:
    """One past the last word that belongs to the sentence's content: final stops stay out."""
    last = len(line.words)
    while last and (line.words[last - 1].text[0] in FINAL or line.words[last - 1].text in "*"):
        last -= 1
    return last


def is_comma(line: Line, at: int) -> bool:
    """Whether word ``at`` is a comma."""
    return 0 <= at < len(line.words) and line.words[at].text == ","


def is_break(word: Word) -> bool:
    """A mark that no subject or complement reaches over."""
    return word.text in ";:()" or word.text in "«“„"


def relative_end(line: Line, comma: int, limit: int) -> int | None:
    """Where the relative clause that starts behind ``comma`` ends (its closing comma or ``limit``); None if none starts."""
    if not starts_relative(line, comma + 1):
        return None
    seen = False
    for at in range(comma + 1, limit):
        word = line.words[at]
        seen = seen or word.finite or "PRTS" in word.pos
        if seen and word.text == "," and not starts_relative(line, at + 1) and not joins(line, at + 1):
            return at
    return limit


def starts_relative(line: Line, at: int) -> bool:
    """``який``, ``у якому``, ``серед яких``."""
    words = line.words[at : at + 3]
    return any(w.low in line.group("relatives") for w in words[:1]) or (
        len(words) > 1 and "PREP" in words[0].pos and words[1].low in line.group("relatives")
    )


def joins(line: Line, at: int) -> bool:
    """Whether a coordinating word stands at ``at``."""
    return at < len(line.words) and line.words[at].low in line.group("coordinators")


def agrees(form: frozenset[Form], verb: Word, person: bool) -> bool:
    """Whether a nominative fits the verb; a post of masculine gender takes a feminine verb when a woman holds it."""
    numbers = {n for c, n, _ in form if c == "nomn"}
    if not numbers:
        return False
    for reading in verb.readings:
        if reading.pos not in ("VERB", "PRTS", "ADJS", "ADJF"):
            continue
        g = reading.grammemes
        if g & {"1per", "2per", "impr", "Impe"}:
            continue
        if "plur" in g:
            if "plur" in numbers:
                return True
            continue
        gender = next((x for x in ("masc", "femn", "neut") if x in g), "")
        for case, number, own in form:
            if case != "nomn" or number != "sing":
                continue
            if not gender or not own or own == gender or (person and {own, gender} <= {"masc", "femn"}):
                return True
    return False


def chunks(line: Line, first: int, last: int) -> Iterator[tuple[str, Phrase]]:
    """Noun phrases (``np``) and prepositional phrases (``pp``) between two words, left to right."""
    at = first
    while at < last:
        word = line.words[at]
        if word.time:
            at += 1
            continue
        if "PREP" in word.pos and word.mention < 0 and at + 1 < last:
            inner = phrase_at(line, at + 1, coordinate=True)
            if inner is not None and not inner.cases() <= {"nomn"}:
                inner = governed(line, inner, last)
                yield "pp", Phrase(at, inner.last, inner.head, inner.forms, inner.animate, inner.named, inner.pronoun)
                at = inner.last
                continue
        phrase = phrase_at(line, at)
        if phrase is None:
            at += 1
            continue
        yield "np", phrase
        at = max(phrase.last, at + 1)


def governed(line: Line, phrase: Phrase, last: int) -> Phrase:
    """A phrase cut at ``last``."""
    if phrase.last <= last:
        return phrase
    return Phrase(
        phrase.first, last, min(phrase.head, last - 1), phrase.forms, phrase.animate, phrase.named, phrase.pronoun
    )


def clause_start(line: Line, verb: int) -> int:
    """The first word of the stretch that may hold the subject of the verb at ``verb``."""
    depth = 0
    for at in range(verb - 1, -1, -1):
        word = line.words[at]
        depth += (word.text == ")") - (word.text == "(" and depth > 0)
        if depth or (word.text == "(" and closes_before(line, at, verb)):
            continue
        if word.text in ";:(" or (word.dash and spaced(line, at)) or word.text in "«“„":
            return at + 1
        if is_comma(line, at) and at + 1 < len(line.words):
            nxt = line.words[at + 1]
            if nxt.low in line.group("that"):
                return at + 2
    return 0


def closes_before(line: Line, at: int, stop: int) -> bool:
    """Whether the bracket that opens at ``at`` closes before ``stop``."""
    return any(w.text == ")" for w in line.between(at, stop))


def spaced(line: Line, at: int) -> bool:
    """Whether a dash stands between spaces: a break, not a hyphen."""
    word = line.words[at]
    before = line.words[at - 1].stop if at else word.start
    after = line.words[at + 1].start if at + 1 < len(line.words) else word.stop
    return before < word.start or after > word.stop


def subject_left(line: Line, cue: CueAt) -> Phrase | None:
    """The nearest nominative before the verb that agrees with it, over relative clauses and insertions."""
    end = min(cue.first, cue.verb)
    start = clause_start(line, end)
    verb = line.words[cue.verb]
    best = None
    for at, stop in clear_parts(line, start, end, verb):
        for kind, phrase in chunks(line, at, stop):
            if kind == "np" and is_subject(line, phrase, verb):
                best = phrase
    return with_apposition(line, best, cue.first) if best else None


def is_subject(line: Line, phrase: Phrase, verb: Word) -> bool:
    """A nominative that agrees and can speak: no time, no ``це``."""
    head = line.words[phrase.head]
    if head.lemmas & line.group("collectives") and verb.has("plur") and "nomn" in phrase.cases():
        return True
    if (
        head.time
        or head.low in line.group("pronouns.this")
        or head.low in line.group("pronouns.possessive")
        or not agrees(phrase.forms, verb, phrase.animate)
    ):
        return False
    if head.mention_type == "PRO" and verb.lemmas & line.group("media_verbs"):
        return True
    return can_speak(line, phrase)


def text_of(line: Line, phrase: Phrase) -> str:
    """The words of a phrase."""
    return line.text[line.words[phrase.first].start : line.words[phrase.last - 1].stop]


def can_speak(line: Line, phrase: Phrase) -> bool:
    """People, names, bodies and documents can; a plain thing (``квитки``, ``локдаун``) cannot."""
    head = line.words[phrase.head]
    if head.mention_type in ("PRO", "EVT") and not is_medium(text_of(line, phrase), line.language):
        return False
    if phrase.animate or phrase.pronoun or head.mention >= 0 or head.has("anim"):
        return True
    if head.lemmas & (line.group("bodies") | line.group("documents") | line.group("media")):
        return True
    if head.text.isupper() or head.text.isascii() or not head.nouns or head.text in '«“„"':
        return True
    if head.capital and head.at:
        return True
    return any(
        w.mention_type in ("ORG", "PER") and w.at <= phrase.head + 1 for w in line.between(phrase.first, phrase.last)
    )


def antecedent(line: Line, cue: CueAt) -> Phrase | None:
    """``експерт, який заявив``: the relative pronoun is the subject, so the noun before its comma is the source."""
    if any(r.pos == "PRTF" for r in line.words[cue.verb].readings) and is_comma(line, cue.first - 1):
        return phrase_ending(line, cue.first - 1)
    for at in range(cue.first - 1, max(cue.first - 6, 0), -1):
        word = line.words[at]
        if word.text == "," or word.finite:
            return None
        if (
            word.low in line.group("relatives")
            and "nomn" in {f[0] for f in word.adjectives | word.nouns}
            and is_comma(line, at - 1)
        ):
            return phrase_ending(line, at - 1)
    return None


def phrase_ending(line: Line, stop: int) -> Phrase | None:
    """The longest noun phrase that ends right before word ``stop``."""
    for kind, phrase in chunks(line, max(0, stop - 25), stop):
        if phrase.last == stop:
            return (
                phrase
                if kind == "np"
                else Phrase(phrase.first + 1, phrase.last, phrase.head, phrase.forms, phrase.animate, phrase.named)
            )
    return None


def clear_parts(line: Line, start: int, stop: int, verb: Word) -> list[tuple[int, int]]:
    """Stretches before the verb that can hold its subject: relative clauses cut out, and what another verb governs."""
    parts: list[tuple[int, int]] = []
    begin = at = start
    while at < stop:
        if is_comma(line, at):
            end = relative_end(line, at, stop)
            if end is not None:
                parts.append((begin, at))
                begin = at = end + 1 if end < stop else stop
                continue
        elif line.words[at].finite and not shares_subject(line, at, stop, verb):
            # Another verb: what stands before it is its own subject; begin anew behind its clause.
            following = next((i for i in range(at, stop) if is_comma(line, i) or joins(line, i)), stop)
            parts, begin, at = [], min(following + 1, stop), following
        at += 1
    parts.append((begin, stop))
    return [p for p in parts if p[0] < p[1]]


def shares_subject(line: Line, other: int, stop: int, verb: Word) -> bool:
    """``прибув і заявив``: two verbs of one form, joined; the second takes the subject of the first."""
    joint = any(joins(line, i) for i in range(other + 1, stop)) or line.words[stop - 1].text == ","
    if not joint:
        return False
    left = {(r.grammemes & FORM_MARKS) for r in line.words[other].readings if r.pos == "VERB"}
    right = {(r.grammemes & FORM_MARKS) for r in verb.readings if r.pos == "VERB"}
    return bool(left & right)


FORM_MARKS = frozenset(("past", "pres", "futr", "masc", "femn", "neut", "plur", "3per"))


def with_apposition(line: Line, phrase: Phrase, verb: int) -> Phrase:
    """Take in what stands between the head noun and the verb in commas, and the noun before an apposition."""
    words = line.words
    if phrase.first >= 2 and is_comma(line, phrase.first - 1) and is_comma(line, phrase.last):
        for back in range(max(0, phrase.first - 10), phrase.first - 1):
            before = phrase_at(line, back)
            if before is not None and before.last == phrase.first - 1 and "nomn" in before.cases() and before.named:
                return Phrase(back, phrase.last, before.head, before.forms, before.animate, True)
    if is_comma(line, phrase.last) and phrase.last + 1 < verb and not starts_relative(line, phrase.last + 1):
        nxt = words[phrase.last + 1]
        close = next((i for i in range(phrase.last + 1, verb) if is_comma(line, i)), None)
        if close is not None and close == verb - 1 and nxt.adjectives and agree(phrase.forms, nxt.adjectives):
            return Phrase(phrase.first, close, phrase.head, phrase.forms, phrase.animate, phrase.named)
    return phrase


def subject_right(line: Line, cue: CueAt) -> Phrase | None:
    """The first nominative behind the verb that agrees with it, before any complement."""
    verb = line.words[cue.verb]
    at = cue.last
    while at < min(len(line.words), cue.last + REACH):
        word = line.words[at]
        if (
            word.finite
            or "INFN" in word.pos
            or is_break(word)
            or (word.dash and spaced(line, at))
            or word.text[0] in FINAL
        ):
            return None
        if is_comma(line, at):
            after = insertion_end(line, at)
            if after is None:
                return None
            at = after
            continue
        step = next(iter(chunks(line, at, min(len(line.words), at + REACH))), None)
        if step is None or step[1].first > at:
            at += 1
            continue
        kind, phrase = step
        if kind == "np" and is_subject(line, phrase, verb):
            return with_trailing_apposition(line, person_behind(line, phrase, verb) or phrase)
        at = max(phrase.last, at + 1)
    return None


def person_behind(line: Line, phrase: Phrase, verb: Word) -> Phrase | None:
    """``розповів РИА "Новости" директор департаменту``: behind an undeclined medium the person is the subject."""
    if phrase.animate or phrase.last >= len(line.words) or line.words[phrase.head].mention_type == "PER":
        return None
    after = phrase_at(line, phrase.last)
    if after is None or not after.animate or after.pronoun or not is_subject(line, after, verb):
        return None
    return after


def with_trailing_apposition(line: Line, phrase: Phrase) -> Phrase:
    """``Зіта Сонді, директор лікарні``: a title behind the name, closed by a comma, a dash or the sentence."""
    if not is_comma(line, phrase.last):
        return phrase
    if line.words[phrase.head].lemmas & line.group("anonymous"):
        return with_described(line, phrase)
    if not phrase.named:
        return phrase
    title = phrase_at(line, phrase.last + 1)
    if (
        title is None
        or not title.animate
        or "nomn" not in title.cases()
        or line.words[title.head].capital
        or title.pronoun
    ):
        return phrase
    end = line.words[title.last] if title.last < len(line.words) else None
    if end is None or end.kind == "mark":
        return Phrase(phrase.first, title.last, phrase.head, phrase.forms, phrase.animate, phrase.named)
    return phrase


def with_described(line: Line, phrase: Phrase) -> Phrase:
    """``джерело, близьке до відомства``: what an anonymous source is said to be, up to the next mark."""
    nxt = line.words[phrase.last + 1] if phrase.last + 1 < len(line.words) else None
    if nxt is None or not agree(phrase.forms, nxt.adjectives):
        return phrase
    stop = next((i for i in range(phrase.last + 1, len(line.words)) if line.words[i].kind == "mark"), len(line.words))
    if any(w.finite for w in line.between(phrase.last + 1, stop)):
        return phrase
    return Phrase(phrase.first, stop, phrase.head, phrase.forms, phrase.animate, phrase.named)


def insertion_end(line: Line, comma: int) -> int | None:
    """One past the comma that closes a short insertion of time behind a verb (``заявив у четвер, 10 січня, глава ...``)."""
    for at in range(comma + 1, min(comma + 8, len(line.words))):
        if is_comma(line, at):
            return at + 1 if any(w.time for w in line.between(comma + 1, at)) else None
        if line.words[at].finite:
            return None
    return None

"""The subject of an English verb, by word order: the noun phrase to its left."""

from __future__ import annotations

from firsthand.stages.attribution.english.lexicon import is_cue, is_past, is_strong_verb, is_verb, lexicon
from firsthand.stages.attribution.english.nouns import is_apposition, leads_in, tidy
from firsthand.stages.attribution.english.words import (
    OPENING,
    Phrase,
    Words,
    group,
    is_adverb,
    opens_phrase,
    short_quote,
)

REACH = 60


HARD = frozenset(";:—–")


def subject_left(words: Words, verb: int) -> Phrase | None:
    """The noun phrase before a verb group that begins at ``verb``: title and apposition in, relative clauses out."""
    end = over_adjuncts(words, verb)
    dated = 1 < end < verb and any(words[i].time for i in range(end, verb))
    if dated and words[end - 1].low.endswith("ed") and is_verb(words, end - 1):
        end -= 1  # "A report published on Wednesday said"
    if end == 0:
        return None
    if words[end - 1].low in group("relatives") and words[end - 1].low != "where":
        return antecedent(words, end - 1)
    if words[end - 1].text in "—–":
        # "Many speakers — among them two judges — said": the subject stands before the insertion.
        opening = next((i for i in range(end - 2, max(end - 25, 0), -1) if words[i].text in "—–"), 0)
        return subject_left(words, opening) if opening else None
    begin = left_bound(words, end)
    parts = split_commas(words, begin, end)
    if not parts:
        return None
    phrase = interrupted(words, parts) if words[end - 1].text == "," else plain(words, parts)
    return tidy(words, phrase)


def over_adjuncts(words: Words, verb: int) -> int:
    """Step left over adverbs and times between the subject and its verb: ``the ministry on Tuesday also said``."""
    at = verb
    while at > 0 and verb - at < 8:
        before = words[at - 1]
        if is_adverb(before) and before.low not in ("and", "there") and not (before.low == "all" and at == 1):
            at -= 1
        elif before.time:
            at -= 1
            while (
                at > 0
                and (words[at - 1].low in group("calendar_leads") or words[at - 1].low in ("on", "in", "of"))
                and not words[at - 1].capital
            ):
                at -= 1
        else:
            break
    return at


def left_bound(words: Words, end: int) -> int:
    """The first word of the stretch that may hold the subject: behind a mark that no subject reaches over."""
    at = end
    depth = 0
    while at > 0 and end - at < REACH:
        word = words[at - 1]
        if word.text == ")":
            depth += 1
        elif word.text == "(":
            if depth == 0:
                return at
            depth -= 1
        elif (depth == 0 and (word.text in HARD or (word.text == "-" and word.start > words[max(at - 2, 0)].stop))) or (
            ((depth == 0 and word.text in '”»"’') or word.text in OPENING) and not short_quote(words, at - 1)
        ):
            return at
        at -= 1
    return at


def split_commas(words: Words, begin: int, end: int) -> list[Phrase]:
    """The stretches between commas; the last is empty where a comma stands before the verb."""
    parts: list[Phrase] = []
    first = begin
    for at in range(begin, end):
        if words[at].text == ",":
            parts.append((first, at))
            first = at + 1
    parts.append((first, end))
    return parts


def plain(words: Words, parts: list[Phrase]) -> Phrase | None:
    """The subject right before its verb; of a joined verb (``arrived and said``) the subject of the clause."""
    first, last = parts[-1]
    if (
        len(parts) > 1
        and words[last - 1].low in ("and", "but")
        and (is_strong_verb(words, first) or is_past(words[first].low))
    ):
        return interrupted(words, parts[:-1])
    start, stop, verb = clause_subject(words, first, last)
    if start is None:
        return clause_of(words, parts[:-1])
    if verb is not None and words[last - 1].low in ("and", "but", "then"):
        present = next((i for i in range(start + 1, verb) if is_present_cue(words, i)), None)
        if present is not None:
            return start, over_adjuncts(words, present)
        takes_clause = any("that" in cue.frames for cue, _ in lexicon().verbs.get(words[verb].low, ()))
        had = next((i for i in range(verb + 1, last) if words[i].low in ("had", "has", "have") and takes_clause), None)
        # "said the leader had come and praised ...": the leader praised.
        if words[start].low == "who" and start:
            return antecedent(words, start)  # "who own half of it and see it as a bribe"
        return (
            (verb + (2 if words[verb + 1].low == "that" else 1), had)
            if had is not None
            else (start, over_adjuncts(words, verb))
        )
    if verb is None and start < stop and words[start].low in group("coordinators") and len(parts) > 1:
        joined = listed(words, parts)
        if joined is not None:
            return joined
    while start < stop and (
        words[start].low in group("coordinators") | group("adversatives") or words[start].low == "which"
    ):
        start += 1
    if start >= stop:
        return clause_of(words, parts[:-1])
    if words[start].low == "who" and start:
        return antecedent(words, start)  # "who own half of it and see it as a bribe"
    return start, stop


def listed(words: Words, parts: list[Phrase]) -> Phrase | None:
    """``Poland, Latvia and Finland``: short members before the last one are part of the subject."""
    first = parts[-1][0]
    for start, stop in reversed(parts[:-1]):
        if (
            stop - start > 4
            or stop == start
            or any(is_verb(words, i) for i in range(start, stop))
            or leads_in(words, start)
        ):
            break
        first = start
    return (first, parts[-1][1]) if first < parts[-1][0] else None


def clause_subject(words: Words, first: int, last: int) -> tuple[int | None, int, int | None]:
    """Start and end of the subject in a stretch without commas, and where a verb of its own stands in it."""
    start, stop, verb, latest = first, last, None, -1
    relative = -1
    for at in range(first, last):
        word = words[at]
        if word.kind != "word":
            continue
        if word.low == "where" or (word.low == "which" and at > first and words[at - 1].low in group("prepositions")):
            # "a letter in which he called ...": the clause has a subject of its own.
            start, relative, verb = min(at + 1, last - 1), -1, None
        elif word.low in group("relatives") and word.low not in ("where", "that") and at > start:
            relative = at if relative < 0 else relative
        elif (
            word.low == "that"
            and (
                at == first
                or is_adverb(words[at - 1])
                or is_verb(words, at - 1)
                or words[at - 1].time
                or is_cue(words, at - 1)
                or verb is not None
            )
        ) or (word.low in group("clause_openers") and (word.low != "as" or opens_clause_as(words, at, relative))):
            start, relative, verb = at + 1, -1, None
        elif relative < 0 and (at > start or joins_on(words, at, first)) and is_predicate(words, at):
            verb, latest = at if verb is None else verb, at
        elif verb is not None and word.low in ("and", "but") and at + 1 < last and not is_adverb(words[at + 1]):
            start, verb = at + 1, None
    if relative >= 0:
        stop = relative
    if verb is not None and words[last - 1].low not in ("and", "but", "then"):
        # "Reuters reported the ministry said": what follows the other verb is the subject.
        start, verb = latest + 1, None
    start = over_lead(words, start, stop)
    return (start if start < stop else None), stop, verb


def joins_on(words: Words, at: int, first: int) -> bool:
    """``Ilves, told the board that ...``: the verb of the sentence right behind an apposition."""
    return at == first and at > 0 and words[at - 1].text == "," and is_past(words[at].low)


def opens_clause_as(words: Words, at: int, relative: int) -> bool:
    """Whether ``as`` opens a clause: ``her years as secretary of state`` names a post."""
    return relative < 0 and (at == 0 or words[at - 1].low not in group("before_posts"))


def is_predicate(words: Words, at: int) -> bool:
    """A verb for certain, or one in -ed with an object or adverb behind it (``brushed aside the denial``)."""
    if is_strong_verb(words, at):
        return True
    if not is_verb(words, at) or at + 1 >= len(words):
        return False
    nxt = words[at + 1]
    return nxt.low in ("and", "that") or opens_phrase(nxt) or is_adverb(nxt) or (nxt.capital and not nxt.time)


def over_lead(words: Words, first: int, last: int) -> int:
    """Past what leads in before the subject without a comma: adverbs, times, a prepositional phrase."""
    at = first
    while at < last:
        word = words[at]
        if (
            word.low in group("adversatives")
            or (is_adverb(word) and word.low not in ("all", "both") and at + 1 < last)
            or word.time
        ):
            at += 1
        elif word.low in group("coordinators") and at == first and at + 1 >= last:
            return last
        elif word.low in group("calendar_leads") and at + 1 < last and words[at + 1].time:
            at += 2
        elif word.low in group("prepositions") and word.low != "like":
            nxt = behind_preposition(words, at, last)
            if nxt is None:
                return at if at == first and word.low in ("between", "over", "under", "some") else last
            at = nxt
        else:
            return at
    return at


def behind_preposition(words: Words, at: int, last: int) -> int | None:
    """Where the next phrase begins behind the prepositional phrase at ``at``; None where there is none."""
    if at + 1 < last and words[at + 1].time:
        return at + 2
    if at + 2 < last and words[at + 1].low in group("calendar_leads") and words[at + 2].time:
        return at + 3
    for here in range(at + 2, last):
        opener = opens_phrase(words[here]) or words[here].low.rstrip(".") in group("honorifics")
        if opener and words[here - 1].low not in group("prepositions"):
            return here
    return None


def clause_of(words: Words, parts: list[Phrase]) -> Phrase | None:
    """The subject of the clause that the parts make: for ``..., adding``, ``..., and said``."""
    for first, last in parts:
        if leads_in(words, first) or (first < last and is_strong_verb(words, first)):
            continue
        for at in range(first + 1, last):
            if words[at].low in group("relatives"):
                break
            if is_verb(words, at) or is_finite_cue(words, at):
                start = over_lead(words, first, at)
                end = over_adjuncts(words, at)
                return (start, end) if start < end else None
    for first, last in parts[1:]:
        at = next((i for i in range(first, last) if not is_adverb(words[i])), last)
        if at < last and is_verb(words, at) and words[first - 1].text == ",":
            return subject_left(words, at)  # "Dean, a doctor, then appeared ... by saying"
    return None


def is_finite_cue(words: Words, at: int) -> bool:
    """A cue in the present behind a noun: ``The union insists that ..., adding``."""
    tags = {tag for _, found in lexicon().verbs.get(words[at].low, ()) for tag in found}
    return bool(tags & {"third", "past", "base"}) and not (
        words[at - 1].low in group("determiners") or words[at - 1].possessive
    )


def is_present_cue(words: Words, at: int) -> bool:
    """``lawmakers say``, ``the union says``: a cue in the present that agrees with the noun before it."""
    tags = {tag for cue, found in lexicon().verbs.get(words[at].low, ()) for tag in found if "that" in cue.frames}
    plural = words[at - 1].low.endswith("s") or words[at - 1].low in ("they", "we")
    return is_finite_cue(words, at) and (("base" in tags and plural) or ("third" in tags and not plural))


def interrupted(words: Words, parts: list[Phrase]) -> Phrase | None:
    """A subject with an insertion before its verb: ``Anna Kovach, head of the fund, said``, ``who ..., said``."""
    parts = [p for p in parts if p[0] < p[1]]
    head = next((n for n, (first, last) in enumerate(parts) if is_head(words, first, last, n == len(parts) - 1)), None)
    if head is None:
        return None
    start, stop, _ = clause_subject(words, *parts[head])
    if start is None:
        return None
    listing = False
    for first, last in parts[head + 1 :]:
        # "Critics, like Anna Ilves, a judge, and Omar Amsel, say": the examples are part of the source.
        listing = listing or words[first].low in ("like", "including")
        if not is_apposition(words, first, last) and not (
            listing and not any(is_strong_verb(words, at) for at in range(first, last))
        ):
            break
        stop = last
    return start, stop


def is_head(words: Words, first: int, last: int, final: bool) -> bool:
    """Whether a part can hold the head noun: no lead-in, no clause of its own."""
    start, stop, verb = clause_subject(words, first, last)
    if start is None or verb is not None:
        return False
    if leads_in(words, first) and not final:
        # "Earlier in the day Elsa Martowitz, spokeswoman ...": a name behind what leads in.
        return start > first and stop - start > 1 and all(w.capital for w in words[start:stop])
    return not any(is_strong_verb(words, at) for at in range(start, stop))


def antecedent(words: Words, relative: int) -> Phrase | None:
    """The noun phrase before ``who`` or ``which``."""
    end = relative - 1 if relative and words[relative - 1].text == "," else relative
    at = end
    while at > 0 and end - at < 15:
        word = words[at - 1]
        if (
            word.kind == "mark"
            or is_verb(words, at - 1)
            or (word.low in group("prepositions") and word.low != "of")
            or word.low in group("clause_openers")
            or word.time
        ):
            break
        if word.low in ("and", "or", "that"):
            break
        at -= 1
        if word.low in group("determiners") and not (at and words[at - 1].low == "of"):
            break
    return tidy(words, (at, end))

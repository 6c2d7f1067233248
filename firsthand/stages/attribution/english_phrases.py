"""Noun phrases of English by word order: the subject left of a verb, the phrase right of it, what follows a cue.

Positions are indexes into the words of a sentence; a phrase is a pair ``(first, last)``, last not included.
"""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.stages.attribution.english_words import (
    FINAL,
    Word,
    group,
    is_adverb,
    is_auxiliary,
    is_contracted,
    is_strong_verb,
    is_verb,
    lexicon,
    opens_phrase,
)

Words = tuple[Word, ...]
Phrase = tuple[int, int]
REACH = 60
LONGEST = 30
HARD = frozenset(";:—–")
OPENING = frozenset('“«„"‘')


# --- the verb group ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Group:
    """A cue verb with its auxiliaries: where the group begins, where the cue begins, what it is."""

    first: int
    cue: int
    negated: bool = False
    passive: bool = False
    infinitive: bool = False
    modal: str = ""
    auxiliaries: tuple[str, ...] = ()


def verb_group(words: Words, verb: int) -> Group:
    """The auxiliaries, negations and adverbs before a verb."""
    first = at = verb
    negation = -1
    auxiliaries: list[str] = []
    infinitive = False
    while at > 0 and verb - at < 9:
        before = words[at - 1]
        if before.low in group("negation") or before.low.endswith("n't") or before.low == "cannot":
            negation = first = at = at - 1
            if before.low not in group("negation"):
                auxiliaries.append(before.low)
        elif (is_auxiliary(before) and not before.capital) or (before.capital and at == 1 and is_auxiliary(before)):
            auxiliaries.append(before.low)
            first = at = at - 1
            if is_contracted(before):
                break
        elif before.low == "to" and at > 1 and words[at - 2].low in group("refusals"):
            negation = first = at = at - 2
            auxiliaries.append("to")
        elif before.low == "to" and at > 1 and after_phase(words, at - 1):
            first = at = at - 2 if words[at - 2].low != "on" else at - 3
            auxiliaries.append("to")
        elif before.low == "to":
            infinitive = True
            break
        elif is_adverb(before) and before.low != "and":
            at -= 1
        else:
            break
    negated = negation >= 0
    passive = bool(auxiliaries) and (
        auxiliaries[0] in group("be") or auxiliaries[0] in ("wasn't", "weren't", "isn't", "aren't")
    )
    modal = next((a for a in auxiliaries if a in group("modals")), "")
    return Group(first, first if negated else verb, negated, passive, infinitive, modal, tuple(auxiliaries))


def after_phase(words: Words, to: int) -> bool:
    """``went on to say``, ``continued to deny``."""
    before = words[to - 1].low
    return before in group("phases") or (before == "on" and to > 1 and words[to - 2].low in group("phases"))


# --- the subject to the left ----------------------------------------------------------------------------


def subject_left(words: Words, verb: int) -> Phrase | None:
    """The noun phrase before a verb group that begins at ``verb``: title and apposition in, relative clauses out."""
    end = over_adjuncts(words, verb)
    if end == 0:
        return None
    if words[end - 1].low in group("relatives") and words[end - 1].low != "where":
        return antecedent(words, end - 1)
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


def short_quote(words: Words, mark: int) -> bool:
    """Whether the quotation mark belongs to a short quotation, that is, a name in quotation marks."""
    number = words[mark].quote
    if number < 0:
        return False
    inside = [w.text for w in words[max(mark - 8, 0) : mark + 8] if w.quote == number]
    return len(inside) <= 6 and not any(t in ",.!?" for t in inside[-2:])


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
        takes_clause = any("that" in cue.frames for cue, _ in lexicon().verbs.get(words[verb].low, ()))
        had = next((i for i in range(verb + 1, last) if words[i].low in ("had", "has", "have") and takes_clause), None)
        # "said the leader had come and praised ...": the leader praised.
        return (
            (verb + (2 if words[verb + 1].low == "that" else 1), had)
            if had is not None
            else (start, over_adjuncts(words, verb))
        )
    if verb is None and start < stop and words[start].low in group("coordinators") and len(parts) > 1:
        joined = listed(words, parts)
        if joined is not None:
            return joined
    while start < stop and words[start].low in group("coordinators") | group("adversatives"):
        start += 1
    if start >= stop:
        return clause_of(words, parts[:-1])
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
        if word.low in group("relatives") and word.low not in ("where", "that") and at > start:
            relative = at if relative < 0 else relative
        elif (
            word.low == "that"
            and (
                at == first or is_verb(words, at - 1) or words[at - 1].time or is_cue(words, at - 1) or verb is not None
            )
        ) or (word.low in SUBORDINATORS and not (word.low == "as" and relative >= 0)):
            start, relative, verb = at + 1, -1, None
        elif relative < 0 and at > start and is_predicate(words, at):
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


def is_predicate(words: Words, at: int) -> bool:
    """A verb for certain, or one in -ed with an object or adverb behind it (``brushed aside the denial``)."""
    if is_strong_verb(words, at):
        return True
    if not is_verb(words, at) or at + 1 >= len(words):
        return False
    nxt = words[at + 1]
    return nxt.low in ("and", "that") or opens_phrase(nxt) or is_adverb(nxt) or (nxt.capital and not nxt.time)


SUBORDINATORS = frozenset(
    [
        "because",
        "if",
        "when",
        "while",
        "although",
        "though",
        "unless",
        "whereas",
        "after",
        "as",
        "before",
        "whether",
        "since",
        "how",
        "why",
        "until",
    ]
)


def is_past(low: str) -> bool:
    """The past form of a cue."""
    return any("past" in tags for _, tags in lexicon().verbs.get(low, ()))


def is_cue(words: Words, at: int) -> bool:
    """Whether the word can be a cue verb."""
    return words[at].low in lexicon().verbs


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
        if opens_phrase(words[here]) and words[here - 1].low not in group("prepositions"):
            return here
    return None


def clause_of(words: Words, parts: list[Phrase]) -> Phrase | None:
    """The subject of the clause that the parts make: for ``..., adding``, ``..., and said``."""
    for first, last in parts:
        if leads_in(words, first):
            continue
        for at in range(first + 1, last):
            if words[at].low in group("relatives"):
                break
            if is_verb(words, at) or is_finite_cue(words, at):
                start = over_lead(words, first, at)
                end = over_adjuncts(words, at)
                return (start, end) if start < end else None
    return None


def is_finite_cue(words: Words, at: int) -> bool:
    """A cue in the present behind a noun: ``The union insists that ..., adding``."""
    tags = {tag for _, found in lexicon().verbs.get(words[at].low, ()) for tag in found}
    return bool(tags & {"third", "past", "base"}) and not (
        words[at - 1].low in group("determiners") or words[at - 1].possessive
    )


def interrupted(words: Words, parts: list[Phrase]) -> Phrase | None:
    """A subject with an insertion before its verb: ``Anna Kovach, head of the fund, said``, ``who ..., said``."""
    parts = [p for p in parts if p[0] < p[1]]
    head = next((n for n, (first, last) in enumerate(parts) if is_head(words, first, last, n == len(parts) - 1)), None)
    if head is None:
        return None
    start, stop, _ = clause_subject(words, *parts[head])
    if start is None:
        return None
    for first, last in parts[head + 1 :]:
        if not is_apposition(words, first, last):
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


def leads_in(words: Words, first: int) -> bool:
    """A part that leads in or is inserted: ``In a statement``, ``Speaking in Kyiv``, ``However``, ``who ...``."""
    word = words[first]
    return (
        word.low in group("prepositions")
        or word.low in group("relatives")
        or word.low in SUBORDINATORS
        or word.low in group("adversatives")
        or word.low in ("according", "but", "and", "citing")
        or is_adverb(word)
        or word.time
        or (word.low.endswith("ing") and len(word.low) > 5)
        or (word.low.endswith("ed") and not word.capital)
    )


def is_apposition(words: Words, first: int, last: int) -> bool:
    """``head of the fund``, ``a teacher``, ``45``, ``Anna Kovach``: a phrase, no clause and no lead-in."""
    if first >= last or (leads_in(words, first) and not words[first].low.isdigit()) or last - first > 20:
        return False
    return not any(is_strong_verb(words, at) for at in range(first, last) if words[at].low not in group("relatives"))


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
            or word.low in SUBORDINATORS
            or word.time
        ):
            break
        if word.low in ("and", "or", "that"):
            break
        at -= 1
        if word.low in group("determiners") and not (at and words[at - 1].low == "of"):
            break
    return tidy(words, (at, end))


NOT_SOURCES = frozenset(
    [
        "there",
        "that",
        "this",
        "what",
        "which",
        "these",
        "those",
        "here",
        "such",
        "who",
        "where",
        "when",
        "how",
        "why",
        "as",
        "so",
        "if",
        "than",
        "it's",
        "that's",
        "there's",
    ]
)


def tidy(words: Words, phrase: Phrase | None) -> Phrase | None:
    """A phrase without marks at its ends; None where what is left is no noun phrase."""
    if phrase is None:
        return None
    first, last = phrase
    while first < last and ((words[first].text in ',“"' and words[first].quote < 0) or words[first].text in ",-–—"):
        first += 1
    while first < last and (words[last - 1].text in ",-–—" or words[last - 1].low == "and"):
        last -= 1
    return (first, last) if is_noun_phrase(words, first, last) else None


def is_noun_phrase(words: Words, first: int, last: int) -> bool:
    """A stretch that can be a noun phrase: no lead-in, no verb for certain, not too long."""
    if not 0 < last - first <= LONGEST:
        return False
    one, end = words[first], words[last - 1]
    if last - first == 1 and (
        one.low in NOT_SOURCES
        or one.kind != "word"
        or one.time
        or (is_adverb(one) and not one.capital)
        or one.possessive
    ):
        return False
    if (
        one.low in group("prepositions") and one.low not in ("over", "around", "under", "near")
    ) or one.low in SUBORDINATORS:
        return False
    if (
        end.low in group("prepositions")
        or (end.low in group("determiners") and last - first == 1 and end.low not in GROUPS)
        or is_auxiliary(one)
    ):
        return False
    return all(words[at].low not in EMPTY_HEADS for at in range(first, min(first + 1, last)))


GROUPS = frozenset(
    [
        "some",
        "many",
        "several",
        "most",
        "all",
        "both",
        "another",
        "few",
        "others",
        "one",
        "two",
        "three",
        "four",
        "five",
        "this",
    ]
)
EMPTY_HEADS = frozenset(["to", "not", "whether", "than", "because"])


# --- the phrase to the right ---------------------------------------------------------------------------


def phrase_right(words: Words, first: int, fronted: bool = False) -> Phrase | None:
    """The noun phrase that begins at ``first``: ``said Omar Belhadj, head of the commission``; ``fronted`` before a comma that ends it."""
    last = simple_right(words, first)
    if last == first:
        return None
    for _ in range(3):
        appositive = apposition_right(words, first, last, fronted)
        if appositive is None:
            break
        last = appositive
    return tidy(words, (first, last))


def simple_right(words: Words, first: int) -> int:
    """One past the noun phrase without appositions."""
    at = first
    while at < len(words) and at - first < LONGEST:
        word = words[at]
        if word.text == "(" and at > first:
            end = next((i for i in range(at, min(at + 12, len(words))) if words[i].text == ")"), None)
            if end is None:
                return at
            at = end + 1
            continue
        if word.text in OPENING or word.text in '”»"’':
            if not short_quote(words, at):
                return at
        elif (word.kind == "mark" and word.text not in "&%$€£-/.'#@") or word.text in FINAL:
            return at
        if at > first and ends_phrase(words, first, at):
            return at
        at += 1
    return at


def ends_phrase(words: Words, first: int, at: int) -> bool:
    """Whether the phrase that began at ``first`` ends before word ``at``."""
    word, before = words[at], words[at - 1]
    if (
        word.low in group("pronouns.subject")
        or is_auxiliary(word)
        or word.low in group("relatives")
        or word.low in SUBORDINATORS
    ):
        return True
    if words[first].low in group("pronouns.subject") or (
        words[first].low in ("him", "them", "us", "me", "her") and at == first + 1
    ):
        return True
    if word.time or (is_adverb(word) and word.low not in ("and", "first", "all", "both")):
        return word.low != "also" or True
    if word.low in group("negation"):
        return True
    if opens_phrase(word):
        return (
            before.low not in group("prepositions")
            and before.low not in ("and", "or", "all", "both", "to", "&", "than")
            and before.text not in ("$",)
        )
    if word.low == "by" and before.low.endswith(("ed", "seen", "written", "made")):
        return False
    if word.low in group("prepositions"):
        return word.low not in group("inner_prepositions") or ends_source(words, at)
    if word.low in ("and", "or"):
        return (
            at + 1 >= len(words)
            or is_verb(words, at + 1)
            or is_cue(words, at + 1)
            or words[at + 1].low in group("pronouns.subject")
        )
    return is_strong_verb(words, at) and before.low not in group("determiners")


def ends_source(words: Words, at: int) -> bool:
    """A preposition behind the source that leads to when, where or whereby it was said: ``on Tuesday``, ``in an interview``."""
    near = words[at + 1 : at + 5]
    if not near:
        return True
    if near[0].time or (near[0].low in group("calendar_leads") and len(near) > 1 and near[1].time):
        return True
    if words[at].low == "to":
        return not words[at - 1].low.startswith(
            ("close", "envoy", "ambassador", "adviser", "advisor", "representative", "aide")
        )
    return words[at].low in ("in", "on", "at", "to", "with") and any(w.low in group("settings") for w in near)


def apposition_right(words: Words, first: int, last: int, fronted: bool) -> int | None:
    """One past an apposition in commas behind the phrase; None where there is none."""
    if last + 1 >= len(words) or words[last].text != ",":
        return None
    start = last + 1
    end = next(
        (
            i
            for i in range(start, min(start + 22, len(words)))
            if words[i].text in ",;:)" or words[i].text in FINAL or words[i].text in DASHED
        ),
        None,
    )
    if end is None or not is_apposition(words, start, end) or (is_cue(words, start) and not opens_phrase(words[start])):
        return None
    if any(is_verb(words, i) for i in range(start, end)) or words[end - 1].low in group("coordinators"):
        return None
    names = [w for w in words[first:last] if w.capital]
    if fronted and (words[end].text != "," or end - start > 9 or not titled(words, start, end)):
        return None
    named_after = words[start].capital and words[end - 1].capital and end - start <= 4 and not fronted
    told = inside_titled(words, start, end, len(names))
    return end if told or (named_after and not names) else None


DASHED = frozenset("—–")


def inside_titled(words: Words, first: int, last: int, names: int) -> bool:
    """An apposition behind so many capitalised words: one alone takes only an age or an article."""
    if names == 1:
        return words[first].low in ("a", "an", "the") or words[first].low.isdigit()
    return names >= 2 and titled(words, first, last)


def titled(words: Words, first: int, last: int) -> bool:
    """An apposition that says who somebody is: ``head of the fund``, ``a teacher``, ``45``."""
    inside = words[first:last]
    return (
        inside[0].low in ("a", "an", "the", "its", "his", "her", "their")
        or inside[0].low.isdigit()
        or any(w.low in ("of", "at", "for", "in") for w in inside[:6])
    )


# --- what follows the cue ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue: its kind (that, question, bare, inf, colon, quote), its first word, the addressee between."""

    kind: str
    first: int
    addressee: Phrase | None = None


def complement(words: Words, at: int, addressed: bool, infinitive: bool) -> Complement | None:
    """The first complement from word ``at``, over adverbs, times, places and an addressee."""
    addressee: Phrase | None = None
    stop = min(len(words), at + 45)
    while at < stop:
        word = words[at]
        if word.text in ":":
            return Complement("colon", at + 1, addressee)
        if word.quote >= 0 and word.text in OPENING and not short_quote(words, at):
            return Complement("quote", at, addressee)
        if word.low == "that" and word.kind == "word":
            if at + 2 >= len(words):
                return None
            return (
                Complement("bare", at, addressee)
                if is_auxiliary(words[at + 1])
                else Complement("that", at + 1, addressee)
            )
        if word.text == ",":
            nxt = over_insertion(words, at, stop)
            if nxt is None:
                return None
            at = nxt
        elif word.kind == "mark" and word.text not in OPENING and word.text not in "$€£#@(":
            return None
        elif word.low in group("questions") and at + 1 < len(words) and words[at + 1].kind != "mark":
            return Complement("question", at, addressee)
        elif word.low in SUBORDINATORS and word.kind == "word" and word.low not in group("prepositions"):
            return None
        elif word.low == "to" and is_infinitive(words, at):
            return Complement("inf", at, addressee) if infinitive else None
        elif word.low == "not" and at + 1 < len(words) and words[at + 1].low == "to" and infinitive:
            return Complement("inf", at, addressee)
        elif (
            word.time
            or (is_adverb(word) and word.low not in ("there", "all", "both", "so"))
            or leads_to_time(words, at)
        ):
            at += 1
        elif word.low in group("prepositions") and not is_subject_like(words, at):
            at = over_preposition(words, at, stop)
        elif addressed and addressee is None and not is_auxiliary(word):
            phrase = addressee_at(words, at)
            if phrase is None or (
                phrase[1] < len(words)
                and (is_strong_verb(words, phrase[1]) or word.low in ("he", "she", "they", "it", "we", "i"))
            ):
                return Complement("bare", at, addressee)
            addressee = phrase
            at = phrase[1]
        else:
            return Complement("bare", at, addressee)
    return None


def leads_to_time(words: Words, at: int) -> bool:
    """``last week``, ``the same day``."""
    low = words[at].low
    return (low in group("calendar_leads") and any(w.time for w in words[at + 1 : at + 2])) or (
        low == "the" and at + 2 < len(words) and words[at + 2].time and words[at + 1].low in group("calendar_leads")
    )


def is_subject_like(words: Words, at: int) -> bool:
    """``over 400 people``, ``like``: a preposition that opens a noun phrase."""
    if at + 1 >= len(words):
        return False
    if words[at].low == "at":
        return words[at + 1].low in ("least", "most")
    return words[at].low in ("over", "around", "under", "between", "about", "near") and words[at + 1].text[:1].isdigit()


def is_infinitive(words: Words, to: int) -> bool:
    """Whether ``to`` leads to a verb: no determiner, name, number, possessive or plural noun behind it."""
    if to + 1 >= len(words):
        return False
    nxt = words[to + 1]
    if nxt.kind != "word" or nxt.capital or opens_phrase(nxt) or nxt.possessive:
        return False
    if is_adverb(nxt) and to + 2 < len(words):
        return True
    return nxt.low not in NOT_VERBS and not nxt.low.endswith(
        ("ers", "ists", "ors", "ians", "ies", "ents", "one", "body", "thing")
    )


NOT_VERBS = frozenset(
    [
        "reporters",
        "journalists",
        "parliament",
        "parliamentarians",
        "lawmakers",
        "deputies",
        "the",
        "media",
        "us",
        "him",
        "them",
        "me",
        "you",
        "it",
        "state-run",
        "local",
    ]
)


def over_insertion(words: Words, comma: int, stop: int) -> int | None:
    """The word behind an insertion in commas (``said, however, that``), or behind a comma before a quotation or that."""
    if comma + 1 >= len(words):
        return None
    nxt = words[comma + 1]
    if (nxt.quote >= 0 and nxt.text in OPENING) or nxt.low == "that":
        return comma + 1
    for at in range(comma + 1, min(comma + 18, stop)):
        if words[at].text == "," and at + 1 < len(words):
            after = words[at + 1]
            return (
                at + 1
                if after.low == "that"
                or (after.text in OPENING and after.quote >= 0)
                or (at - comma <= 4 and is_adverb(nxt))
                else None
            )
        if is_strong_verb(words, at) and nxt.low not in group("relatives"):
            return None
    return None


def over_preposition(words: Words, at: int, stop: int) -> int:
    """The word behind the prepositional phrase at ``at``: ``in a statement``, ``on condition of anonymity``."""
    here = at + 1
    if here < stop and opens_phrase(words[here]):
        here += 1
    taken = 0
    while here < stop and taken < 7:
        word = words[here]
        if taken and (ends_adjunct(words, here) or (word.kind == "mark" and word.text not in "&/-")):
            return here
        if word.kind == "mark" and word.text not in "&/-":
            return here
        here, taken = here + 1, taken + 1
        if word.low in group("settings") and here < stop:
            if words[here].low.endswith("ed") or words[here].low in ("sent", "given", "made"):
                return here + 1
            if words[here].low not in ("of", "with", "to", "on", "by"):
                return here
    return here


def ends_adjunct(words: Words, at: int) -> bool:
    """Whether the prepositional phrase ends before word ``at``."""
    word = words[at]
    if word.low in group("prepositions") or word.low in group("that") or word.low in SUBORDINATORS or word.time:
        return True
    return (
        (opens_phrase(word) and words[at - 1].low not in ("and", "of"))
        or is_strong_verb(words, at)
        or word.low in group("questions")
    )


def addressee_at(words: Words, at: int) -> Phrase | None:
    """Whom the cue addresses: ``told reporters that``, ``urged the ministry to``."""
    last = simple_right(words, at)
    for here in range(at + 1, last):
        if words[here].low == "to" and is_infinitive(words, here):
            last = here
            break
        if words[here].low in ("in", "on", "at", "during") and here > at + 1 and words[at].low not in ("both",):
            last = here
            break
    return (at, last) if last > at else None

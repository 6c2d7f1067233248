"""Frames whose content follows the cue: a clause, an infinitive, a quotation, a phrase."""

from __future__ import annotations

from firsthand.stages.attribution.english.complements import Complement, addressee_at, is_infinitive, is_subject_like
from firsthand.stages.attribution.english.contents import (
    CueAt,
    Found,
    Scene,
    behind,
    clear_clause,
    content_end,
    end_of,
    has_verb,
    infinitive_end,
    is_finite,
    is_speech,
    noun_that,
    source_span,
    span_of,
    subject_of,
    with_quote,
)
from firsthand.stages.attribution.english.left import subject_left
from firsthand.stages.attribution.english.lexicon import is_past, is_strong_verb, is_verb, lexicon
from firsthand.stages.attribution.english.right import phrase_right
from firsthand.stages.attribution.english.tails import behind_dateline, clause_source
from firsthand.stages.attribution.english.verbs import verb_group
from firsthand.stages.attribution.english.words import (
    OPENING,
    Phrase,
    Words,
    group,
    is_adverb,
    is_auxiliary,
    is_contracted,
    opens_phrase,
)


def clause_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``said (on Tuesday) that ...``, ``told reporters ...``, ``said the bridge was closed``."""
    if (
        cue.cue.kind not in ("verb", "predicate")
        or not cue.cue.frames & {"that", "clause"}
        or (cue.group.passive and cue.cue.kind == "verb" and "ing" not in cue.tags)
    ):
        return None
    source = subject_of(scene, cue)
    found = behind(scene, cue)
    if source is None or found is None or not clausal(scene.words, found, cue):
        return None
    if (
        found.kind == "that"
        and found.addressee is None
        and "ask" in cue.cue.frames
        and "tell" not in cue.cue.frames
        and cue.cue.lemma == "ask"
    ):
        return None
    content = with_quote(scene, span_of(scene.words, found.first, content_end(scene.words, found.first, cue)))
    return Found(cue, content, "clause", source_span(scene.words, source)) if content else None


def clausal(words: Words, found: Complement, cue: CueAt) -> bool:
    """Whether the complement is a clause; a bare one has a verb of its own behind its subject."""
    if found.kind == "that":
        if cue.cue.frames & {"obj", "rest"} and not opens_clause(words, found.first):
            return False
        return end_of(words) - found.first > 1 and has_verb(words, found.first, loose=True)
    if found.kind == "question":
        return (
            words[found.first].low in ("whether", "why", "how", "what", "if")
            or cue.group.negated
            or cue.cue.act == "direct"
            or (found.addressee is not None and words[found.first].low not in ("who", "which"))
        )
    if found.kind == "bare" and "that" not in cue.cue.frames:
        return False
    if found.kind == "bare" and is_contracted(words[found.first]):
        return True
    if found.kind == "bare" and words[found.first].low == "that":
        return True
    if (
        found.kind != "bare"
        or found.first + 1 >= len(words)
        or (cue.cue.kind == "predicate" and not opens_phrase(words[found.first]))
    ):
        return False
    if noun_that(words, found.first):
        return False
    if words[found.first].low in ("he", "she", "they", "it"):
        after = words[found.first + 1]
        if is_verb(words, found.first + 1) or (after.text in OPENING and after.quote >= 0):
            return True  # "said it “takes safety seriously”"
    if words[found.first].low in group("empty") and words[found.first + 1].low in (
        "and",
        "to",
        "in",
        "of",
        "about",
        ",",
    ):
        return False
    return (
        "obj" not in cue.cue.frames and "rest" not in cue.cue.frames and has_verb(words, found.first)
    ) or clear_clause(words, found.first)


def opens_clause(words: Words, first: int) -> bool:
    """Whether a clause opens behind ``that``; ``rejected that plea in March`` points to a thing."""
    word = words[first]
    if opens_phrase(word) or word.capital or word.kind != "word" or word.low.endswith("s") or is_adverb(word):
        return True
    return clear_clause(words, first) or is_verb(words, first + 1)


def infinitive_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``promised to resign``, ``urged residents to leave``, ``called on the state to pay``; the addressee stays out."""
    if cue.cue.kind not in ("verb", "predicate") or not cue.cue.frames & {"inf", "ask"}:
        return None
    if cue.group.passive and cue.cue.kind == "verb" and "ing" not in cue.tags:
        return None
    found = behind(scene, cue)
    if found is None or found.kind != "inf" or (found.addressee is None and "inf" not in cue.cue.frames):
        return None
    if scene.words[cue.verb].low in group("refusals") and scene.words[found.first + 1].low in lexicon().verbs:
        return None  # "refused to confirm": the other cue is negated
    source = subject_of(scene, cue)
    content = span_of(scene.words, found.first, infinitive_end(scene.words, found.first, cue))
    frame = "inf" if found.addressee is None else "ask"
    if source is None or content is None:
        return None
    return Found(cue, (content,), "infinitive", source_span(scene.words, source), cue.cue.acts.get(frame))


def quote_behind_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``said: “...”``, ``told Radio Steppe, “...”``."""
    if cue.cue.kind != "verb" or not cue.cue.frames & {"quote", "that", "tell"} or cue.group.passive:
        return None
    words = scene.words
    if cue.first == 0 and "past" in cue.tags:
        return inverted_quote(scene, cue)
    found = behind(scene, cue)
    if found is None or found.kind not in ("colon", "quote"):
        return None
    at = words[found.first - 1].stop if found.kind == "colon" else words[found.first].start
    quote = next((q for q in scene.quotes if at <= q.start <= at + 2), None)
    source = subject_of(scene, cue)
    if source is None or (quote is None and found.kind == "quote"):
        return None
    content = quote or span_of(words, found.first, end_of(words))
    if quote is not None and not is_speech(scene.text, quote):
        content = span_of(words, found.first, content_end(words, found.first, cue))
    return Found(cue, (content,), "colon", source_span(words, source)) if content else None


def inverted_quote(scene: Scene, cue: CueAt) -> Found | None:
    """``Said Dora Ilves, who grew up there: “...”``: the cue opens the sentence and the quotation ends it."""
    words = scene.words
    source = phrase_right(words, cue.last)
    at = next((i for i in range(cue.last, min(cue.last + 30, len(words))) if words[i].quote >= 0), None)
    if source is None or at is None or words[at - 1].text not in ",:":
        return None
    quote = next((q for q in scene.quotes if q.start == words[at].start), None)
    if quote is None or not is_speech(scene.text, quote):
        return None
    return Found(cue, (quote,), "colon", source_span(words, source))


def nominal_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``denied any role``, ``accused the firm of fraud``, ``called for a strike``: the content is a phrase."""
    shown = cue.cue.lemma in group("finding_verbs")
    if cue.cue.kind != "verb" or not (shown or cue.cue.frames & {"obj", "rest"}) or not nominal_form(cue):
        return None
    words = scene.words
    first = object_at(words, cue)
    if (
        first is not None
        and "tell" in cue.cue.frames
        and first + 1 < len(words)
        and (words[first].capital or words[first].low in ("them", "us", "him"))
    ):
        # "promised Norland 20 tanks": whom it was promised stays out.
        first += words[first + 1].text[:1].isdigit() or opens_phrase(words[first + 1])
    bare = "ing" in cue.tags and not cue.group.auxiliaries
    source = subject_of(scene, cue)
    if bare and not (source is not None and source[0] and words[source[0] - 1].low == "with"):
        source = clause_source(scene, cue)  # unlike "with Ilves calling it a farce"
    if first is None or source is None:
        return None
    if shown and not is_finding(words, source):
        return None
    bare_object = "rest" in cue.cue.frames and "obj" not in cue.cue.frames and not as_gap(words, cue)
    if bare_object and not said_of(words, cue, first):
        return None
    clause = "raise" in cue.cue.frames and any(w.low == "to" for w in words[first : first + 20])
    content = with_quote(scene, span_of(words, first, content_end(words, first, cue, nominal=not clause)))
    return Found(cue, content, "nominal", source_span(words, source)) if content else None


def is_finding(words: Words, source: Phrase) -> bool:
    """``A poll of 900 drivers``: what shows a result rather than an object."""
    last = next((i for i in range(source[0] + 1, source[1]) if words[i].low in group("prepositions")), source[1])
    head = words[last - 1]
    if head.low.endswith("ed") and last - 1 > source[0]:
        head = words[last - 2]  # "New polls released in May"
    return head.low in group("findings") or head.low.removesuffix("s") in group("findings")


def addressed_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``warned the West against war``, ``asked them for help``: an addressee, then a phrase."""
    prepositions = {"tell": ("of", "about", "against"), "ask": ("for",)}
    wanted = {p for frame, ps in prepositions.items() if frame in cue.cue.frames for p in ps}
    words = scene.words
    if (
        cue.cue.kind != "verb"
        or not wanted
        or not is_finite(cue)
        or cue.last >= len(words)
        or words[cue.last].kind == "mark"
    ):
        return None
    at = next((i for i in range(cue.last + 1, min(cue.last + 8, len(words) - 1)) if words[i].low in wanted), None)
    if at is None or any(words[i].kind == "mark" or is_verb(words, i) or words[i].time for i in range(cue.last, at)):
        return None
    phrase, source = addressee_at(words, cue.last), subject_of(scene, cue)
    content = span_of(words, at + 1, content_end(words, at + 1, cue, nominal=True))
    if phrase is None or source is None or content is None or words[cue.last].low in group("prepositions"):
        return None
    return Found(
        cue, (content,), "addressed", source_span(words, source), "direct" if words[at].low == "against" else None
    )


def nominal_form(cue: CueAt) -> bool:
    """A finite form, or a participle in -ing behind a comma."""
    return is_finite(cue) or "ing" in cue.tags


def object_at(words: Words, cue: CueAt) -> int | None:
    """The first word of the object, over an adverb; None where a mark, a preposition or a verb follows."""
    at = cue.last
    while at < len(words) and is_adverb(words[at]) and words[at].low not in ("both", "all", "there"):
        at += 1
    if at >= len(words) or at - cue.last > 3:
        return None
    word = words[at]
    if as_gap(words, cue):
        return cue.last + 1
    if (
        word.time
        or word.low == "to"
        or word.low in group("clause_openers")
        or (is_strong_verb(words, at) and word.low not in ("having", "being"))
    ):
        return None
    if word.kind == "mark" and word.text not in OPENING and word.text not in "$€£#":
        return None
    if word.low in group("prepositions") and not is_subject_like(words, at):
        return None
    return (
        None
        if word.low in ("itself", "himself", "herself", "themselves", "him", "them", "me")
        and cue.cue.lemma in ("describe", "reject", "dismiss", "order")
        else at
    )


def as_gap(words: Words, cue: CueAt) -> bool:
    """``a blast that the mayor described as “deliberate”``: the object stands before, its name behind."""
    at = cue.last + 1
    if at >= len(words) or words[cue.last].low != "as" or "rest" not in cue.cue.frames:
        return False
    return words[at].text in OPENING or words[at].low in ("a", "an", "the")


def said_of(words: Words, cue: CueAt, first: int) -> bool:
    """Whether what is said of the object stands behind it: ``called the charge absurd``, not ``called the police``."""
    wanted = cue.cue.needs
    if not wanted:
        return True
    end = content_end(words, first, cue, nominal=True)
    rest = words[first + 1 : end]
    if any(w.low in wanted for w in rest[:25]) or any(w.text in OPENING and w.quote >= 0 for w in words[first:end]):
        return True
    return (
        "adj" in wanted
        and bool(rest)
        and (
            predicative(rest[-1].low)
            or (words[first].low in ("it", "this", "him", "her", "them") and cue.cue.lemma != "call")
        )
    )


def predicative(low: str) -> bool:
    """A word that can end in an adjective's ending."""
    return low.endswith(tuple(group("adjective_endings")))


def noun_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``the ministry's claim that ...``, ``a statement by X that ...``, ``repeated his promise to ...``."""
    if cue.cue.kind != "noun":
        return None
    words = scene.words
    by, at = agent_of(words, cue)
    if at >= len(words):
        return None
    if words[at].low == "that" and "that" in cue.cue.frames and at + 2 < len(words) and is_clause_noun(words, cue, at):
        first = at + 1
    elif words[at].low == "to" and "inf" in cue.cue.frames and is_infinitive(words, at):
        first = at
    else:
        return None
    if cue.first > 1 and words[cue.first - 1].low in ("a", "an") and words[cue.first - 2].text == ",":
        return None
    end = min(content_end(words, first, cue), subject_end(words, cue, first))
    content = with_quote(scene, span_of(words, first, end))
    source = by or owner(scene, cue)
    if source is None and words[first].low == "to":
        return None
    return Found(cue, content, "noun", source_span(words, source)) if content else None


def subject_end(words: Words, cue: CueAt, first: int) -> int:
    """Where the content of a noun ends that is itself the subject: at the verb of the sentence."""
    if any(is_verb(words, i) for i in range(cue.first)):
        return len(words)
    begin = behind_dateline(words, cue.first)
    if words[begin].low in group("prepositions"):
        # "In reply to his call to strike, the mayor said": the sentence's own subject stands behind the comma.
        return next((at for at in range(first, len(words)) if words[at].text == ","), len(words))
    own = 1 if words[first - 1].low == "that" else 0
    for at in range(first + 1, len(words)):
        if (
            is_verb(words, at)
            and words[at - 1].low not in ("that", "who", "which", "to", "and", "not")
            and not is_auxiliary(words[at - 1])
        ):
            if not own:
                return at - 1 if is_adverb(words[at - 1]) else at
            own -= 1
    return len(words)


def is_clause_noun(words: Words, cue: CueAt, that: int) -> bool:
    """Whether ``that`` opens a clause and is no relative pronoun: a subject stands before the verb."""
    nxt = words[that + 1]
    if is_verb(words, that + 1) or (is_adverb(nxt) and that + 2 < len(words) and is_verb(words, that + 2)):
        return False
    return has_verb(words, that + 1, loose=False) or (
        has_verb(words, that + 1, loose=True)
        and cue.cue.lemma not in ("report", "statement", "plan", "charge", "order")
    )


def agent_of(words: Words, cue: CueAt) -> tuple[Phrase | None, int]:
    """``by X``, ``from X`` behind the noun, and the word behind that."""
    at = cue.last
    if at < len(words) and words[at].low in ("by", "from", "of"):
        phrase = phrase_right(words, at + 1)
        if phrase is not None:
            return phrase, phrase[1]
    return None, at


def owner(scene: Scene, cue: CueAt) -> Phrase | None:
    """A possessive before the noun, or the subject of the verb that carries it."""
    words = scene.words
    at = cue.first
    while (
        at > 0
        and cue.first - at < 4
        and not is_past(words[at - 1].low)
        and not is_adverb(words[at - 1])
        and not opens_phrase(words[at - 1])
        and not words[at - 1].possessive
        and words[at - 1].low not in group("carriers")
    ):
        at -= 1
    if at > 0 and words[at - 1].low in group("pronouns.possessive"):
        return at - 1, at
    if at > 0 and words[at - 1].possessive:
        return possessor(words, at)
    if at > 0 and opens_phrase(words[at - 1]):
        at -= 1
    if at > 0 and words[at - 1].low in group("carriers"):
        subject = subject_left(words, verb_group(words, at - 1).first)
        return subject if subject and words[subject[0]].low != "there" else None
    return None


def possessor(words: Words, at: int) -> Phrase | None:
    """``the coach's``, ``the prime minister's``."""
    first = at - 1
    while first > 0 and at - first < 8:
        word = words[first - 1]
        if (
            word.kind != "word"
            or is_verb(words, first - 1)
            or is_adverb(word)
            or word.low in group("prepositions")
            or word.low in lexicon().verbs
            or word.low in ("and", "that")
        ):
            break
        first -= 1
        if opens_phrase(word):
            break
    return first, at

"""What kind of saying it is: the act by the cue, its negation and the content; the form by the quotation marks."""

from __future__ import annotations

import re
from itertools import pairwise

from firsthand.records import Span
from firsthand.stages.attribution.clauses import chunks, is_comma
from firsthand.stages.attribution.cues import CueAt, lexicon
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.words import PASSING, Line, Word, cases_in

# What a negation makes of an act where the cue does not say otherwise.
NEGATED = {"assert": "doubt", "deny": "assert"}
# How far behind "the holding of" stands what is held, with when and where: "про проведення в п'ятницю страйку".
HELD_REACH = 14
# Words in which a quotation says that its speaker is ready, and behind that what for.
OPENING_WORDS, READY_REACH = 8, 3
DIALOGUE, DIALOGUE_REACH = re.compile(r"(?:^|\n)[ \t]{0,4}[—–-][ \t]{1,2}$"), 8


def act_of(scene: Scene, found: Found) -> str:
    """The act: the cue's own, changed by its negation."""
    cue = found.cue.cue
    if found.cue.negated:
        return "deny" if calls_it_wrong(scene.line, found) else cue.negated or NEGATED.get(cue.act, cue.act)
    if cue.act == "direct" and found.rule == "clause" and tells(scene.line, found):
        return "assert"
    if found.rule == "infinitive" and scene.line.words[found.cue.verb].lemmas & scene.line.group("ruling"):
        return "direct"
    if cue.act == "direct" and offers_help(scene.line, found):
        return "commit"
    if cue.act == "assert" and found.nominal and calls_it_untrue(scene.line, found):
        return "deny"
    return "commit" if cue.act == "assert" and commits(scene.line, found) else cue.act


def calls_it_wrong(line: Line, found: Found) -> bool:
    """``не вважає угоду вигідною``: what somebody does not hold a thing to be he denies that it is."""
    thinks_so = found.cue.cue.negated is None and "that" in found.cue.cue.frames
    return found.nominal and thinks_so and bool(line.words[found.cue.verb].lemmas & line.group("opinions"))


def calls_it_untrue(line: Line, found: Found) -> bool:
    """``назвав чутки [вигадкою]``, ``вважає претензії [надуманими]``: what is called untrue is denied."""
    if not line.words[found.cue.verb].lemmas & line.group("naming|opinions"):
        return False
    inside = [w for span in found.content for w in line.inside(span)]
    if inside:  # "визнали брехнею [повідомлення агентства]"
        inside += line.between(found.cue.last, min(inside[0].at, found.cue.last + READY_REACH))
    named = [w for w in inside if "ablt" in cases_in(w.adjectives | w.nouns)]
    if any(w.lemmas & line.group("untruths") for w in named):
        return True
    told = line.group("denied_things") | lexicon(line.language).nouns.keys()
    return any(w.lemmas & line.group("baseless") for w in named) and any(w.lemmas & told for w in inside)


def tells(line: Line, found: Found) -> bool:
    """``наполягає, що обшук незаконний``: the clause says what is, where ``щоб`` would say what shall be."""
    inside = [w.at for w in line.words if found.content and w.start >= found.content[0].start]
    return bool(inside) and inside[0] > 0 and line.words[inside[0] - 1].low in line.group("plain_that")


def commits(line: Line, found: Found) -> bool:
    """``заявив про готовність``, ``сообщил, что уйдет``: readiness, or a future whose subject is the source."""
    inside = line.inside(found.content[0]) if found.content else []
    if found.nominal:
        ready = found.subject is not None and tells_of_readiness(line, inside[0]) if inside else False
        return ready or (bool(inside) and announces(line, found, inside[0]))
    if found.rule == "infinitive":
        return bool(line.words[found.cue.verb].lemmas & line.group("counting_on"))
    if found.rule == "quote":
        return is_ready_oneself(line, inside)
    if found.rule != "clause" or not inside or found.cue.impersonal or thinks(line, found.cue):
        return False
    if any(w.low in line.group("questions") for w in inside[:2]):
        return False
    return promises(line, inside, line.words[found.cue.verb])


def is_ready_oneself(line: Line, inside: list[Word]) -> bool:
    """``«Ми готові чекати», – каже мер``: the readiness of the first person, with what one is ready to do."""
    words = [w for w in inside[:OPENING_WORDS] if w.kind == "word"]
    for first, second in pairwise(words):
        ready = second.lemmas & line.group("ready_words") and not second.finite
        if first.low in line.group("pronouns.speaking") and ready:
            return any(w.infinitive for w in line.between(second.at + 1, second.at + 1 + READY_REACH))
    return False


def thinks(line: Line, cue: CueAt) -> bool:
    """``сподівається``, ``висловив надію``: what somebody thinks will come he does not promise."""
    known, nouns = line.group("thoughts"), line.group("thought_nouns")
    return bool(line.words[cue.verb].lemmas & known) or any(
        w.lemmas & nouns for w in line.between(cue.verb + 1, cue.last)
    )


def tells_of_readiness(line: Line, first: Word) -> bool:
    """``заявив про готовність``, ``про (свій) намір``, ``висловили бажання допомогти``: of one's own."""
    told = any(w.low in line.group("about") for w in line.between(first.at - 1, first.at))
    own = first.low in line.group("pronouns.reflexive") and first.at + 1 < len(line.words)
    noun = line.words[first.at + own]
    if told and noun.lemmas & line.group("readiness") - line.group("intentions"):
        return True
    willed = (told and noun.lemmas & line.group("intentions")) or noun.lemmas & line.group("wishes")
    return bool(willed) and (own or any(w.infinitive for w in line.between(noun.at + 1, noun.at + 2)))


def announces(line: Line, found: Found, first: Word) -> bool:
    """``оголосили страйк``, ``объявили о проведении забастовки``: what they announce they will do themselves."""
    if not line.words[found.cue.verb].lemmas & line.group("announcing"):
        return False
    thing = phrase_at(line, first.at)
    if thing is None:
        return False
    head = line.words[thing.head]
    if not head.lemmas & line.group("holding"):
        return bool(head.lemmas & line.group("undertakings"))
    held = (w for w in line.inside(found.content[0])[:HELD_REACH] if w.at > thing.head)
    return any(w.lemmas & line.group("undertakings") and w.has("gent") for w in held)


def offers_help(line: Line, found: Found) -> bool:
    """``запропонували притулок``: what somebody offers to give himself."""
    offered = found.nominal and bool(line.words[found.cue.verb].lemmas & line.group("offering"))
    first = line.inside(found.content[0])[:1] if found.content and offered else []
    thing = phrase_at(line, first[0].at) if first else None
    return thing is not None and bool(line.words[thing.head].lemmas & line.group("help"))


def promises(line: Line, inside: list[Word], told: Word) -> bool:
    """Whether a clause tells of the source's own future or readiness: no subject but that of the verb that tells."""
    ready = next((w for w in inside[:3] if w.lemmas & line.group("ready_words")), None)
    verb = next((w for w in inside if w.finite), None)
    future = (
        verb is not None and verb.has("futr") and verb.has("3per") and not (verb.has("pres") or befalls(line, verb))
    )
    if ready is not None and ready.finite and told.finite and told.has("plur") != ready.has("plur"):
        return False  # "нагадав, що в країні планують": others do
    if future and verb is not None and told.finite and told.has("plur") != verb.has("plur"):
        return False  # "посол сподівається, що угоду підпишуть": others do
    word = ready or (verb if future else None)
    return word is not None and not has_subject(line, inside[0].at, word.at)


def befalls(line: Line, verb: Word) -> bool:
    """``рейси будуть скасовані``, ``доведеться платити``: what will be done or must be, and nobody undertakes."""
    done = verb.lemmas & line.group("future_auxiliaries") and any(
        "PRTS" in w.pos or w.lemmas & line.group("phase_verbs") for w in line.between(verb.at + 1, verb.at + 2)
    )
    return bool(done or verb.lemmas & line.group("befalling"))


def has_subject(line: Line, first: int, verb: int) -> bool:
    """Whether a clause from word ``first`` has a subject of its own, before its verb or right behind it."""
    if any(is_comma(line, at) for at in range(first, verb)):
        return True
    if any(kind == "np" and "nomn" in phrase.cases() for kind, phrase in chunks(line, first, verb)):
        return True
    behind = next((w.at for w in line.words[verb + 1 :] if not w.pos & PASSING), len(line.words))
    after = phrase_at(line, behind)
    return after is not None and after.cases() == {"nomn"}


def form_of(scene: Scene, content: tuple[Span, ...]) -> str:
    """direct: all of it in quotation marks or behind a dialogue dash; mixed: part of it is in marks; indirect: none."""
    quotes = [q.span for q in scene.quotes]
    if content and is_line_of_dialogue(scene.line, content[0]):
        return "direct"
    if content and all(any(q.start <= c.start and c.stop <= q.stop for q in quotes) for c in content):
        return "direct"
    partly = [q for q in quotes if any(c.contains(q) for c in content) and quotes_words(scene.line.text, q)]
    return "mixed" if partly else "indirect"


def is_line_of_dialogue(line: Line, content: Span) -> bool:
    """``— Порт закриють, — каже мер``: behind a dash that opens its line."""
    return DIALOGUE.search(line.text[max(0, content.start - DIALOGUE_REACH) : content.start]) is not None


def quotes_words(text: str, quote: Span) -> bool:
    """Whether a quotation inside a content quotes words, rather than setting off a name."""
    inner = quote.of(text).strip('«»“”„" ')
    return bool(inner) and (inner[0].islower() or len(inner.split()) > 5)

"""``Про це заявив X``: the content is the sentence before."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import is_comma, spaced, span_of
from firsthand.stages.attribution.cues import CueAt, find_cues, lexicon
from firsthand.stages.attribution.objects import prepositions
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, verb_subject
from firsthand.stages.attribution.words import Line

POINTER_REACH = 7
# As far behind the start it may stand where it says first who passes it on.
PASSED_REACH = 16
SUCH_REACH = 2
SAID_REACH = 14
# Frames of what is said on or in this: "На цьому наголосив мер", "У цьому переконана лікарка".
POINTED = ("on", "in", "with")


def about_this_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``Про це заявив X``: the content is the sentence before. A medium there makes a chain, no attribution."""
    line = scene.line
    if (put_in := such_put_in(scene, cue)) is not None:
        return put_in
    if cue.cue.kind == "noun":
        return such_noun(scene, cue)
    if cue.cue.kind not in ("verb", "predicate") or scene.previous is None:
        return None
    if not (points_back(line, cue) or takes_up(line, cue)) or tells_noun(scene, cue):
        return None
    if "GRND" in line.words[cue.verb].pos and not line.words[cue.verb].finite:
        return None
    if any(w.low in line.group("relatives") and is_comma(line, w.at - 1) for w in line.between(1, cue.first)):
        return None  # "Про це заявив мер, який виступав на форумі"
    alone = only_verb(cue)
    subject = verb_subject(line, alone, right_first=True)
    if passes_on(line, cue) and subject is not None and subject.last < cue.first:
        subject = None  # "Про це заявив мер, пише [Степ]": who passes it on was not read
    inside = subject is not None and cue.first <= subject.first < cue.last
    cue = alone if inside else cue
    return Found(cue, (scene.lead or scene.previous,), "about-this", source_span(line, subject), subject)


def only_verb(cue: CueAt) -> CueAt:
    """The verb of a group by itself: ``думку він [висловив]``; with its negation where that is all."""
    return replace(cue, first=cue.verb, last=cue.verb + 1) if cue.last - cue.first > SUCH_REACH else cue


def tells_noun(scene: Scene, cue: CueAt) -> bool:
    """``такий прогноз [озвучила]``: the verb of a noun that already says that somebody said so."""
    nouns = (c for c in find_cues(scene.line) if c.cue.kind == "noun" and c.last <= cue.first)
    return any((told := such_noun(scene, noun)) is not None and told.cue.last > cue.verb for noun in nouns)


def such_noun(scene: Scene, cue: CueAt) -> Found | None:
    """``К такому выводу пришли X``, ``С данным заявлением выступил X``: whoever does so said the sentence before."""
    line = scene.line
    such = any(w.low in line.group("such") for w in line.between(cue.first - 1, cue.first))
    verb = next((w for w in line.between(cue.last, cue.last + SAID_REACH) if w.finite), None)
    if verb is None or scene.previous is None or cue.first > SUCH_REACH or takes_side(line, verb.at):
        return None
    if "question" in cue.cue.frames or line.words[verb.at - 1].low in line.group("negation"):
        return None  # "На це питання він [не дав] відповіді"
    voiced = verb.lemmas & line.group("voicing")
    this = any(w.low in line.group("pointing_back") for w in line.between(cue.first - 1, cue.first))
    if not (such or (this and voiced)) or (not voiced and verb.at > cue.last + SAID_REACH // 2):
        return None
    if is_comma(line, cue.last) and any("GRND" in w.pos for w in line.between(0, cue.first)):
        return None  # "Винісши такий вирок, суд заборонив ...": what it did before
    subject = teller(line, cue, verb.at)
    if subject is None:
        return None
    # "такий [прогноз озвучила]", "таким прогнозом у програмі [поділилася]", "таку [заяву] міністр зробив"
    light = verb.lemmas & line.group("light_verbs")
    first = cue.first if verb.at == cue.last or light else verb.at
    whole = replace(cue, first=first, last=cue.last if light and verb.at > cue.last else verb.at + 1)
    return Found(whole, (scene.lead or scene.previous,), "about-this", source_span(line, subject), subject)


def teller(line: Line, cue: CueAt, verb: int) -> Phrase | None:
    """Who does what a verb says with the noun of a cue; not the noun itself: ``[Ці дані] свідчать``."""
    subject = verb_subject(line, CueAt(verb, verb + 1, verb, cue.cue), right_first=True)
    return None if subject is None or subject.first <= cue.first < subject.last else subject


def takes_up(line: Line, cue: CueAt) -> bool:
    """``На цьому наголосив мер``, ``Такі умови ... озвучила міністерка``, ``Так ситуацію оцінив капітан``."""
    verb, first = line.words[cue.verb], line.words[0]
    if cue.negated or not cue.first or any(w.finite for w in line.between(0, cue.first)):
        return False
    if first.low in line.group("so") and cue.first == SUCH_REACH and "rest" in cue.cue.frames:
        return bool(line.words[1].nouns)
    known = prepositions(line.language)
    pointed = cue.first > 1 and line.words[1].low in line.group("pronouns.this") and cue.cue.act in ("assert", "direct")
    if pointed and any(frame in cue.cue.frames and first.low in known[frame] for frame in POINTED):
        return cue.first == SUCH_REACH and not takes_clause(line, cue)
    if not verb.lemmas & line.group("voicing") or cue.first > POINTER_REACH * 2 or takes_clause(line, cue):
        return False
    return opens_with_such(line, cue.first)


def takes_clause(line: Line, cue: CueAt) -> bool:
    """Whether behind a cue a clause tells what is said: ``наголосив, що``."""
    that = line.between(cue.last + 1, cue.last + 2)
    return is_comma(line, cue.last) and any(w.low in line.group("that") for w in that)


def opens_with_such(line: Line, stop: int) -> bool:
    """``Такі умови``, ``З цією пропозицією``: whether the sentence takes up what was said, before word ``stop``."""
    start = int("PREP" in line.words[0].pos)
    about = line.words[0].low in line.group("about")  # "Про [цю ідею] посол повідомив": a thing of its own
    pointers = line.group("such") | (frozenset() if about else line.group("pointing_back"))
    told = line.group("told_things") | lexicon(line.language).nouns.keys()
    things = line.between(start + 1, start + 1 + SUCH_REACH)
    return line.words[start].low in pointers and any(w.lemmas & told for w in things if w.at < stop)


def takes_side(line: Line, verb: int) -> bool:
    """``З таким рішенням [не погодився] мер``, ``такі заяви [вважає] хибними``: what others said he judges himself."""
    own = (c for c in find_cues(line) if c.verb == verb and c.cue.kind in ("verb", "predicate"))
    sides = (c.negated or c.cue.now or c.cue.done or c.cue.act in ("deny", "doubt") for c in own)
    return any(sides) or any(c.frames & {"rest", "with"} for c in own)


def such_put_in(scene: Scene, cue: CueAt) -> Found | None:
    """``Ціни впадуть – такий прогноз дав X``: behind a comma or a dash, what was said stands before."""
    line, mark = scene.line, cue.first - 2
    if mark < 1 or line.words[mark + 1].low not in line.group("such") or cue.cue.kind not in ("noun", "verb"):
        return None
    if not (is_comma(line, mark) or (line.words[mark].dash and spaced(line, mark))):
        return None
    verb = next((w for w in line.between(cue.first, cue.last + SAID_REACH) if w.finite), None)
    content = span_of(line, 0, mark)
    if verb is None or content is None or not any(w.finite for w in line.between(0, mark)):
        return None
    if any(is_comma(line, w.at) for w in line.between(cue.last, verb.at)):
        return None  # "..., таких планів нема, заявив мер"
    if line.words[0].low in line.group("as_says"):
        return None  # "Як пише агенція, таке рішення анонсував міністр"
    last = max(verb.at + 1, cue.last)
    subject = verb_subject(line, CueAt(verb.at, last, verb.at, cue.cue), right_first=True)
    if subject is None:
        return None
    own = Span(line.words[mark].start, line.words[-1].stop)
    return Found(cue, (content,), "about-this", source_span(line, subject), subject, own)


def points_back(line: Line, cue: CueAt) -> bool:
    """``Про це``, ``Об этом``, ``Таку [заяву зробив]``, ``Так`` near the start of the sentence and before the cue."""
    if line.words[0].low in line.group("so") and cue.first == 1:
        return True
    if any(w.low in line.group("such") for w in line.between(cue.first - SUCH_REACH, cue.first)):
        return cue.first <= SUCH_REACH
    passed = line.words[0].low in line.group("as_says")
    for word in line.between(0, min(cue.first, PASSED_REACH if passed else POINTER_REACH)):
        if (word.quote >= 0 and not passed) or (word.finite and not passed):
            return False
        told = any(w.low in line.group("pronouns.told") for w in line.between(word.at + 1, word.at + 2))
        if told and word.low in line.group("about"):
            return passed or not is_second(line, word.at, cue)
    return False


def passes_on(line: Line, cue: CueAt) -> bool:
    """``Про це заявив мер, [пише] «Схід»``: a verb of media right behind a comma."""
    before = cue.first - 1
    if before > 0 and line.words[before].dash and spaced(line, before):
        before -= 1  # "Про це заявив мер, – пише «Схід»"
    return is_comma(line, before) and bool(line.words[cue.verb].lemmas & line.group("media_verbs"))


def is_second(line: Line, this: int, cue: CueAt) -> bool:
    """``Про це заявив мер, а фірма це [підтвердила]``: behind another verb of telling, no medium's."""
    if passes_on(line, cue):
        return False
    before = (c for c in find_cues(line) if this < c.first and c.last < cue.first and c.cue.kind == "verb")
    return any(line.words[c.verb].finite and line.words[c.verb].quote < 0 for c in before) and any(
        is_comma(line, at) for at in range(this, cue.first)
    )

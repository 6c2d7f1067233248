"""A body or a document as the place where something is said: ``У Кремлі заявили``, ``У ньому зазначено``."""

from __future__ import annotations

from dataclasses import replace

from firsthand.lang.morphology import is_known
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.appositions import phrase_ending
from firsthand.stages.attribution.clauses import (
    behind_prepositional,
    is_comma,
    last_word,
    prepositional,
    relative_end,
)
from firsthand.stages.attribution.cues import CueAt, lexicon
from firsthand.stages.attribution.heads import OPENING, is_participle, quoted_name
from firsthand.stages.attribution.media import has_newsroom, known_outlet
from firsthand.stages.attribution.occasions import is_occasion, leads_to
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.subjects import SAYS, is_latin_name
from firsthand.stages.attribution.words import PASSING, Line, Word, once

# How many words before the cue: ``там``, a place.
THERE_REACH = 3
# Words of what is judged, between a place and its verb.
OBJECT_REACH = 8
PLACE_REACH = 24
BODY_REACH = 6
# How many words a body's short name in brackets has: "фонд ООН (ЮНІСЕФ)".
BRACKET_REACH = 6
# Words of an outlet's name.
OUTLET_WORDS = 3
# How many words may lead on from what was said before.
CONNECTOR_WORDS = 3


def says_when(line: Line, word: Word) -> bool:
    """A time, or the preposition before one: ``у четвер``."""
    return word.time or ("PREP" in word.pos and any(w.time for w in line.between(word.at + 1, word.at + 2)))


@once
def place_subject(line: Line, cue: CueAt) -> Phrase | None:
    """``У Кремлі заявили``, ``додали в бюро``: a body as a place, with a verb in the plural or an impersonal one."""
    if not any(line.words[cue.verb].has(mark) for mark in ("plur", "Refl", "Impe", "neut")) and not cue.impersonal:
        return None
    for word in reversed(line.between(cue.first - THERE_REACH, cue.first)):
        if word.low in line.group("pronouns.there"):
            return Phrase(word.at, word.at + 1, word.at, frozenset(), pronoun=True)
    verb = line.words[cue.verb]
    nobody = has_no_subject(line, cue) or verb.has("Refl")
    if nobody and (inside := written_inside(line, cue)) is not None:
        return inside
    written = ("bodies", "documents", "venues", "releases")
    kinds = (*written, "told_by") if has_no_subject(line, cue) else ("bodies",)
    also = any(w.low in line.group("additives") for w in line.between(cue.last, cue.last + 1))
    beside = cue.last + also
    beside = behind_connector(line, beside)
    behind = behind_addressee(line, past_date(line, beside))
    found = place_before(line, cue.first, kinds) or place_behind(line, behind, kinds)
    if found is None and line.words[cue.verb].has("plur"):
        found = place_at(line, behind, written)
    said = not cue.cue.weak or any(w.low in line.group("as_says") for w in line.between(cue.first - 1, cue.first))
    if found is None and cue.cue.frames >= SAYS and said:
        found = said_in(line, cue) or inside_behind(line, cue)
    if found is not None and nobody and not verb.has("plur"):
        found = with_whose(line, found, cue)
    return whole_document(line, found, cue) if found is not None else None


def has_no_subject(line: Line, cue: CueAt) -> bool:
    """``йдеться``, ``сказано``: no nominative says it; what does stands as a place."""
    verb = line.words[cue.verb]
    return cue.impersonal or "PRTS" in verb.pos or verb.has("Impe")


def with_whose(line: Line, place: Phrase, cue: CueAt) -> Phrase:
    """``говорится в тексте [Х. Ларсена]``, ``В листе [лоукоста] сказано``: whose it is, in any form."""
    whose = phrase_at(line, place.last, coordinate=False)
    if whose is None or whose.pronoun or place.named:
        return place
    before = place.last <= cue.first
    marked = any(w.kind == "mark" for w in line.between(whose.last, whose.last + 1))
    ends = whose.last == cue.first if before else marked
    word = line.words[whose.head]
    unsure = word.mention_type == "PER" or not is_known(word.text, line.language)
    return place.up_to(whose.last) if ends and ("gent" in whose.cases() or unsure) else place


def inside_behind(line: Line, cue: CueAt) -> Phrase | None:
    """``"...", – додають у [ній]``: the document named before, behind the cue and up to a mark."""
    where, there, mark = (*line.between(cue.last, cue.last + 3), None, None, None)[:3]
    if where is None or there is None or where.low not in line.group("place_prepositions"):
        return None
    closed = mark is None or mark.kind == "mark"
    inside = there.low in line.group("pronouns.inside") and closed
    return Phrase(there.at, there.at + 1, there.at, frozenset(), pronoun=True) if inside else None


def written_inside(line: Line, cue: CueAt) -> Phrase | None:
    """``В [ньому] зазначено``, ``[доповідь], в якій зазначалося``: what was named before stands as the place."""
    for word in reversed(line.between(cue.first - THERE_REACH, cue.first - 1)):
        there = line.words[word.at + 1]
        if word.low not in line.group("place_prepositions"):
            continue
        if there.low in line.group("relatives") and is_comma(line, word.at - 1):
            document = phrase_ending(line, word.at - 1)
            return document if document is not None and is_written(line, document) else None
        if there.low in line.group("pronouns.inside"):
            return Phrase(there.at, there.at + 1, there.at, frozenset(), pronoun=True)
    return None


def is_written(line: Line, phrase: Phrase) -> bool:
    """A document, or what a medium publishes."""
    return bool(line.words[phrase.head].lemmas & line.group("documents|releases|news_items"))


def behind_time(line: Line, at: int) -> int:
    """The word behind a time: ``повідомили [в п'ятницю] в уряді``."""
    while at < len(line.words) and says_when(line, line.words[at]):
        at += 1
    return at


def past_date(line: Line, at: int) -> int:
    """The word behind a time, also of one between commas: ``повідомили [у середу, 11 жовтня,] в уряді``."""
    stop = behind_time(line, at)
    dated = any(is_comma(line, here) for here in range(at, stop))
    return stop + 1 if dated and is_comma(line, stop) else stop


def before_date(line: Line, stop: int) -> int:
    """Where a date between commas begins before word ``stop``: ``в уряді [у середу, 11 жовтня,] повідомили``."""
    first = stop - 1
    while is_comma(line, stop - 1) and first > 0 and says_when(line, line.words[first - 1]):
        first -= 1
    return first if any(is_comma(line, here) for here in range(first, stop - 1)) else stop


def behind_date(line: Line, at: int) -> int:
    """The word behind a date whose day stands before it: ``від вівторка[, 11 вересня]``."""
    more = behind_time(line, at + 1) if is_comma(line, at) else at
    return more if more > at + 1 else at


def whole_document(line: Line, phrase: Phrase, cue: CueAt) -> Phrase:
    """``йдеться в заяві фірми від вівторка, 11 вересня``: a document with what belongs to it, up to a mark or cue."""
    if not line.words[phrase.head].lemmas & line.group("documents|releases"):
        return phrase
    if phrase.first < cue.first:
        whole = behind_prepositional(line, phrase.last, cue.first) == cue.first
        return phrase.up_to(cue.first) if whole else phrase  # "у листі фірми до клієнтів сказано"
    last = behind_prepositional(line, phrase.last, last_word(line))
    if last < last_word(line) and "PREP" in line.words[last].pos:
        last = behind_date(line, behind_time(line, last))
    ends = last >= last_word(line) or line.words[last].kind == "mark"
    return phrase.up_to(last) if ends and last > phrase.last else phrase


def said_in(line: Line, cue: CueAt) -> Phrase | None:
    """``йдеться в [нових правилах]``, ``В [оперштабі] запевнили``: right beside a cue it is who or what says it."""
    nobody = has_no_subject(line, cue)
    tells = nobody or (line.words[cue.verb].has("plur") and is_comma_or_dash(line, cue.first - 1))
    behind = line.between(cue.last, cue.last + 1) if tells else ()
    before = reversed(line.between(cue.first - PLACE_REACH, cue.first))
    for word in (*behind, *(w for w in before if w.low in line.group("place_prepositions"))):
        phrase = phrase_at(line, word.at + 1) if word.low in line.group("place_prepositions") else None
        if phrase is None or "loct" not in phrase.cases() or phrase.pronoun:
            continue
        if phrase.last < cue.first == behind_prepositional(line, phrase.last, cue.first):
            phrase = phrase.up_to(cue.first)
        follows = tells and word.at >= cue.last
        if follows and nobody:
            phrase = with_whose(line, phrase, cue)
            phrase = replace(phrase, last=behind_prepositional(line, phrase.last, len(line.words)))
        behind_it = behind_time(line, phrase.last) if follows else phrase.last
        mark = line.between(behind_it, behind_it + 1) if follows else ()
        described = any(is_participle(w) for w in line.between(behind_it + 1, behind_it + 2))
        closed = any(w.kind == "mark" for w in mark) and not (nobody and described)
        if behind_it not in (cue.first, last_word(line)) and not closed:
            continue
        if not nobody and follows and is_where(line, word.at, phrase):
            continue
        if not any(w.time for w in line.between(phrase.first, phrase.last)) and not is_connector(line, word.at, phrase):
            return phrase
    return None


def is_comma_or_dash(line: Line, at: int) -> bool:
    """Whether word ``at`` sets a clause apart, a word that leads to the verb passed over: ``..., як [пояснили]``."""
    at -= any(w.low in line.group("as_says|additives") for w in line.between(at, at + 1))
    return is_comma(line, at) or any(w.dash for w in line.between(at, at + 1))


def is_where(line: Line, at: int, phrase: Phrase) -> bool:
    """``..., сказали на [зустрічі]``, ``додали в [Києві]``: an occasion, a place or a page, that tells nothing."""
    if is_occasion(line, at) or line.words[phrase.head].mention_type == "LOC":
        return True
    return bool(line.words[phrase.head].lemmas & line.group("sites|own_pages|venues|spoken_at"))


def is_connector(line: Line, first: int, phrase: Phrase) -> bool:
    """``у свою чергу``, ``в частности``: words that only join sentences."""
    return " ".join(w.low for w in line.between(first, phrase.last)) in line.group("connectors")


def behind_connector(line: Line, at: int) -> int:
    """The word behind what only joins sentences: ``додали [своєю чергою] в секретаріаті``."""
    known = line.group("connectors")
    lengths = range(CONNECTOR_WORDS, 0, -1)
    return next((at + n for n in lengths if " ".join(w.low for w in line.between(at, at + n)) in known), at)


def place_behind(line: Line, at: int, kinds: tuple[str, ...]) -> Phrase | None:
    """``заявили [у мерії]``, ``заявили на брифінгу у Ризі [в мерії]``: over occasions and where the body is."""
    found = place_at(line, behind_occasions(line, at) if kinds == ("bodies",) else at, kinds)
    if found is None or not is_country_place(line, found):
        return found
    return place_at(line, behind_time(line, found.last), ("bodies",)) or found


def behind_occasions(line: Line, at: int) -> int:
    """``заявили [на брифінгу у вівторок] в мерії``: one past the occasions at word ``at``, with when they were."""
    while leads_to(line, at, line.group("occasions")):
        inner = prepositional(line, at, len(line.words))
        if inner is None:
            break
        at = behind_time(line, inner.last)
    return at


def place_before(line: Line, stop: int, kinds: tuple[str, ...]) -> Phrase | None:
    """The nearest body as a place before word ``stop``, in its clause, over a relative clause right before it."""
    stop = before_relative(line, before_object(line, before_date(line, stop)))
    told = kinds == ("bodies",)
    bracket = stop
    while bracket > 1 and not line.words[bracket - 1].nouns and line.words[bracket - 1].pos & PASSING:
        bracket -= 1  # "У фонді (ЮНІСЕФ) [потім] підрахували"
    if line.words[bracket - 1].text == ")":  # "У фонді ООН (ЮНІСЕФ) підрахували"
        opening = (w.at for w in reversed(line.between(bracket - BRACKET_REACH, bracket)) if w.text == "(")
        stop = next(opening, stop)
    for word in reversed(line.between(stop - PLACE_REACH, stop)):
        if word.text in ";:(),":
            return None
        apart = told and is_occasion(line, word.at) and not is_channel(line, word.at + 1)
        place = None if apart else place_at(line, word.at, kinds)
        if place is not None:
            if (branch := branch_around(line, word.at, place, kinds)) is not None:
                return branch
            if is_country_place(line, place):
                return at_country_place(line, word.at, place, stop, kinds)
            if line.words[place.head].mention_type == "LOC" and belongs_to_noun(line, word.at):
                place = body_there(line, word.at, place, kinds) or place  # "В консульстве в Батуми": shows no case
            return document_there(line, word.at, place) or place
    return None


def branch_around(line: Line, at: int, place: Phrase, kinds: tuple[str, ...]) -> Phrase | None:
    """``[У управлінні поліції] в Одеській області заявили``: the body that a region at word ``at`` is the place of."""
    if not line.words[place.head].lemmas & line.group("place_kinds"):
        return None
    before = (place_at(line, w.at, kinds) for w in line.between(at - BODY_REACH, at))
    return next((p for p in before if p is not None and p.last == place.last), None)


def before_object(line: Line, stop: int) -> int:
    """``У порту, який будує причал, [план] назвали наклепом``: one past the comma before an object up to ``stop``."""
    comma = next((w.at for w in reversed(line.between(stop - OBJECT_REACH, stop)) if w.kind == "mark"), None)
    thing = phrase_at(line, comma + 1) if comma is not None and is_comma(line, comma) else None
    if comma is None or thing is None or thing.last != stop or thing.named or thing.pronoun:
        return stop
    return comma + 1 if "accs" in thing.cases() and before_relative(line, comma + 1) <= comma else stop


def is_channel(line: Line, at: int) -> bool:
    """``В [телеграм-каналі «Маяк»], який веде журналіст, написали``: a page that tells news by a name of its own."""
    phrase = phrase_at(line, at)
    return phrase is not None and phrase.named and bool(line.words[phrase.head].lemmas & line.group("channels"))


def at_country_place(line: Line, at: int, place: Phrase, stop: int, kinds: tuple[str, ...]) -> Phrase | None:
    """Who tells where a town or country stands as a place at word ``at``: the body before it, else its own."""
    if (body := body_with_time(line, at, kinds)) is not None:
        return body
    if belongs_to_noun(line, at):
        return body_there(line, at, place, kinds)
    acts = any(w.finite and not tells(line, w) for w in line.between(place.last, stop))
    return document_there(line, at, place) or (None if acts else place)


def body_with_time(line: Line, at: int, kinds: tuple[str, ...]) -> Phrase | None:
    """``[У МЗС] у вівторок у Ризі повідомили``: the body before a time and the place at word ``at``."""
    stop = at
    while stop and says_when(line, line.words[stop - 1]):
        stop -= 1
    found = (place_at(line, w.at, kinds) for w in line.between(at - BODY_REACH, stop)) if stop < at else ()
    return next((p for p in found if p is not None and p.last == stop and not is_country_place(line, p)), None)


def document_there(line: Line, at: int, place: Phrase) -> Phrase | None:
    """``[У повідомленні на сайті фірми] йдеться``: the document right before the preposition of a site at ``at``."""
    if not line.words[place.head].lemmas & line.group("sites|own_pages"):
        return None
    found = (place_at(line, w.at, ("documents", "releases")) for w in line.between(at - BODY_REACH, at))
    before = next((p for p in found if p is not None and p.last == at), None)
    return before.up_to(place.last) if before is not None else None


def body_there(line: Line, at: int, place: Phrase, kinds: tuple[str, ...]) -> Phrase | None:
    """``[У лікарні в Ладонії] заявили``: the body right before the preposition of a place at word ``at``, with it."""
    for word in reversed(line.between(at - BODY_REACH, at)):
        body = place_at(line, word.at, kinds)
        if body is not None:
            return body.up_to(place.last) if body.last in (at, place.last) else None
        if word.kind == "mark":
            return None
    return None


def before_relative(line: Line, stop: int) -> int:
    """``В оголошенні[, яке вийшло у віснику,] вказувалося``: the comma that opens what is put in up to ``stop``."""
    if not is_comma(line, stop - 1):
        return stop
    commas = [w.at for w in reversed(line.between(stop - PLACE_REACH, stop - 1)) if w.text == ","]
    if commas and is_put_in(line, commas[0] + 1, stop - 1):
        return commas[0]
    return next((at for at in commas if relative_end(line, at, stop) == stop - 1), stop)


def is_put_in(line: Line, first: int, stop: int) -> bool:
    """``У фірмі[, своєю чергою,] заявили``, ``У МЗС[, коментуючи угоду,] заявили``: no clause with its own verb."""
    words = line.between(first, stop)
    if not words or any(w.finite and w.mention < 0 for w in words):
        return False
    connects = " ".join(w.low for w in words) in line.group("connectors|reminders")
    described = is_participle(words[0]) and first > 1 and bool(line.words[first - 2].nouns)
    return connects or described or "GRND" in words[0].pos or ("PREP" in words[0].pos and words[0].mention < 0)


def tells(line: Line, word: Word) -> bool:
    """Whether a verb is one of those that say whose words follow."""
    return bool(word.lemmas & lexicon(line.language).verbs.keys())


def belongs_to_noun(line: Line, at: int) -> bool:
    """``Клінікам [у Ладонії] заборонили``: the place behind a noun that stands in no time says where that is."""
    before = line.between(at - 1, at)
    return any(w.nouns and not w.time and "NPRO" not in w.pos and w.kind == "word" for w in before)


def is_country_place(line: Line, place: Phrase) -> bool:
    """``В Україні провели опитування і з'ясували``: where something is done says not who tells it, if it is no body."""
    return line.words[place.head].mention_type == "LOC" and "nomn" not in place.cases()


def place_at(line: Line, at: int, kinds: tuple[str, ...]) -> Phrase | None:
    """The body behind a preposition of place at word ``at``."""
    if at + 1 >= len(line.words) or line.words[at].low not in line.group("place_prepositions"):
        return None
    phrase = phrase_at(line, at + 1)
    if phrase is None or not is_body(line, phrase, kinds):
        return None
    # A name in quotation marks may stand undeclined.
    return phrase if "loct" in phrase.cases() or line.words[phrase.head].text in OPENING else None


def behind_addressee(line: Line, at: int) -> int:
    """The word behind whom a cue addresses: ``рассказали "Известиям" в ведомстве``."""
    if at >= len(line.words) or line.words[at].low in line.group("place_prepositions"):
        return at
    stops = (quoted_name(line, at), outlet_stop(line, at))
    for stop in (stop for stop in stops if stop is not None):
        if any(w.low in line.group("place_prepositions") for w in line.between(stop, stop + 1)):
            return stop
    if is_latin_name(line.words[at]) and any(
        w.low in line.group("place_prepositions") for w in line.between(at + 1, at + 2)
    ):
        return at + 1  # "сказали Moriona в диспетчерській"
    phrase = phrase_at(line, at)
    return phrase.last if phrase is not None and "datv" in phrase.cases() and "nomn" not in phrase.cases() else at


def outlet_stop(line: Line, at: int) -> int | None:
    """Where the name of a known outlet ends that begins at a word and need not be declined: ``сообщили [РБК] в``."""
    if not line.words[at].capital:
        return None
    for stop in range(min(at + OUTLET_WORDS, len(line.words)), at, -1):
        outlet = known_outlet(line.text[line.words[at].start : line.words[stop - 1].stop], line.language)
        if outlet is not None and has_newsroom(outlet):
            return stop
    return None


def is_body(line: Line, phrase: Phrase, kinds: tuple[str, ...]) -> bool:
    """Something that can speak: a named place or organisation, or a noun of the kinds, no time and no plain place."""
    head = line.words[phrase.head]
    mark = next((w.at for w in line.between(phrase.first, phrase.last) if w.text in OPENING), phrase.last)
    if any(w.time and not w.adjectives for w in line.between(phrase.first, mark)):
        return False  # but "у торішньому звіті", "у телеграм-каналі «Порт сьогодні»"
    called = phrase.named or head.mention >= 0 or head.capital or is_outlet(line, phrase)
    return called or any(head.lemmas & line.group(kind) for kind in kinds)


def is_outlet(line: Line, phrase: Phrase) -> bool:
    """``повідомили в [Українській правді]``, ``у [hromadske]``: a known outlet, in small letters too."""
    text = line.text[line.words[phrase.first].start : line.words[phrase.last - 1].stop]
    outlet = known_outlet(text, line.language)
    return outlet is not None and has_newsroom(outlet)

"""Media that put out the news itself: ``Новину поширило X``, ``Цими даними поділився X``, ``На це звернуло увагу X``.

The sentence begins with the news, as it is called, so it covers what stands above as ``Про це`` does.
"""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.records import Attribution, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import first_noun, is_platform, known_outlet, medium_name
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line, Word, cases_in
from firsthand.stages.chains.foreign import foreign_name_at
from firsthand.stages.chains.scene import OPENING, Scene, unquoted
from firsthand.stages.chains.tellers import DOMAIN, names_one_medium
from firsthand.stages.chains.unread import capital_name

# Words of "З такою новиною", "Відповідне повідомлення про це".
MOST_OF_NEWS = 4
# Words between the news and the verb: "з покликанням на агенцію X", "у вівторок увечері".
MOST_BETWEEN = 12
# Words between the verb and who tells: "звернула увагу [також] X", "оприлюднило видання".
MOST_BEHIND = 3


def news_tellers(scene: Scene) -> Iterator[Attribution]:
    """``Новину поширило X``: who put the news out that a sentence begins with, without content."""
    line = scene.line
    called = past_news(line)
    stop = called or past_this(line)
    brings = brings_news if called else brings_this
    verb = next((w for w in line.between(stop, stop + MOST_BETWEEN) if brings(line, w)), None) if stop else None
    if verb is None or any(w.finite and not w.text[0].isupper() for w in line.between(stop, verb.at)):
        return
    source = teller_behind(line, verb) or teller_before(line, stop, verb)
    confirms = bool(verb.lemmas & line.group("confirming"))
    if source is not None and not (confirms and not names_one_medium(unquoted(source.of(line.text)), line.language)):
        text = source.of(line.text)
        address = DOMAIN.search(text)
        named = capital_name(line, source) or medium_name(unquoted(text), line.language)
        name = address.group() if address is not None else named
        yield Attribution(source, Span(verb.start, verb.stop), (), "assert", "indirect", "about-this", name)


def puts_out_news(scene: Scene) -> bool:
    """``Повідомлення про це опублікувала газета X``: whether somebody puts out the news, and no document."""
    return bool(past_news(scene.line)) and next(news_tellers(scene), None) is not None


def past_news(line: Line) -> int:
    """Where ``Новину``, ``З такою новиною``, ``Повідомлення про це`` ends; 0 where no such phrase begins a sentence."""
    preposition = line.words[0].low in line.group("with_prepositions")
    noun = next((w for w in line.between(preposition, MOST_OF_NEWS) if w.lemmas & line.group("told_news")), None)
    if noun is None or cases_in(noun.nouns) <= {"nomn"}:
        return 0
    before = line.between(preposition, noun.at)
    points = line.group("such|pointing_back|news_kinds")
    if not all(w.low in points or w.lemmas & points for w in before):
        return 0
    behind = line.between(noun.at + 1, noun.at + 3)
    if len(behind) > 1 and behind[0].low in line.group("about") and behind[1].low in line.group("pronouns.this"):
        return noun.at + 3
    # "Повідомлення [міністерства] опублікував X": a document of somebody
    owned = behind and behind[0].nouns and not behind[0].time and "nomn" not in cases_in(behind[0].nouns)
    return 0 if owned else noun.at + 1


def past_this(line: Line) -> int:
    """Where ``На це``, ``Це`` ends before what a newsroom does with it; 0 where a sentence begins otherwise."""
    at = int(line.words[0].low in line.group("reference_prepositions"))
    this = line.between(at, at + 1)
    return at + 1 if this and this[0].low in line.group("pronouns.this") else 0


def brings_news(line: Line, word: Word) -> bool:
    """``Новину поширило``: whether a word is what a newsroom does with news that is called so."""
    verbs = line.group("media_verbs|cite_verbs|news_verbs|put_out_verbs|naming_verbs|confirming")
    return word.finite and bool(word.lemmas & verbs)


def brings_this(line: Line, word: Word) -> bool:
    """``На це звернуло увагу``, ``Це з'ясувало``: whether a word is what a newsroom does with what it noticed."""
    if not word.finite:
        return False
    behind = line.words[word.at + 1].low if word.at + 1 < len(line.words) else ""
    noticed = word.lemmas & line.group("notice_verbs") and behind in line.group("noticed")
    return bool(noticed or word.lemmas & line.group("found_out_verbs"))


def teller_behind(line: Line, verb: Word) -> Span | None:
    """The medium or press service behind a verb, at most a few words on."""
    first = verb.at + 1 + any(w.low in line.group("noticed") for w in line.between(verb.at + 1, verb.at + 2))
    foreign = foreign_name_at(line, first) if past_news(line) else None
    if foreign is not None:
        return foreign
    for word in line.between(first, first + MOST_BEHIND):
        phrase = phrase_at(line, word.at, coordinate=False)
        if phrase is not None and is_teller(line, phrase_span(line, phrase)):
            return phrase_span(line, phrase) if "nomn" in phrase.cases() or phrase.named else None
        if word.kind == "mark" and word.text not in OPENING:
            return None
    return None


def teller_before(line: Line, stop: int, verb: Word) -> Span | None:
    """``Новину агентство X поширило``: the medium right before the verb."""
    for first in range(stop, verb.at):
        phrase = phrase_at(line, first, coordinate=False)
        led = "PREP" in line.words[first - 1].pos
        if phrase is not None and not led and phrase.last == verb.at and is_teller(line, phrase_span(line, phrase)):
            return phrase_span(line, phrase)
    return None


def is_teller(line: Line, span: Span) -> bool:
    """Whether a medium or a press service is named there, and no platform where anybody may put it."""
    text = span.of(line.text)
    if is_platform(text, line.language):
        return False
    announces = bool(first_noun(text, line.language) & line.group("announcers"))
    named = names_one_medium(text, line.language)
    return announces or named or DOMAIN.search(text) is not None or known_outlet(text, line.language) is not None

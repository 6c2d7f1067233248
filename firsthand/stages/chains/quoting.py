"""Whose words a medium quotes, by what stands beside its verb: ``передає фразу міністерки X``, ``цитує X речника``."""

from __future__ import annotations

from firsthand.records import Attribution, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line
from firsthand.stages.chains.names import hop_name
from firsthand.stages.chains.scene import CLOSING, Scene

# Words of "його слова", "фрагмент її промови".
MOST_OF_WORDS = 3


def passes_words(scene: Scene, teller: Attribution) -> bool:
    """``«...», передає фразу міністерки X``, ``Її слова передає Y``: whether a medium passes on words."""
    line = scene.line
    assert teller.source is not None  # noqa: S101 - asked before
    places = (line.from_place(teller.cue.stop), line.from_place(teller.source.stop))
    behind = [next((w for w in line.words[at:] if w.text not in CLOSING), None) for at in places]
    told = any(word is not None and word.low in line.group("quoted_words") for word in behind)
    verb = line.from_place(teller.cue.start)
    whose = verb > 1 and line.words[verb - 1].low in line.group("relatives")  # "мерка, слова якої передав X"
    told_of = whose and line.words[verb - 2].low in line.group("quoted_words")
    return (told and teller.rule in ("quote", "parenthesis")) or told_of or leads_with_words(line)


def leads_with_words(line: Line) -> bool:
    """``Її слова``, ``Фрагмент його виступу``: whether a sentence begins with what somebody has said, named before."""
    words = line.words[:MOST_OF_WORDS]
    part = bool(words) and bool(words[0].lemmas & line.group("copies|spread_things"))
    whose, what = (*words[part:], None, None)[:2]
    if whose is None or what is None or whose.low not in line.group("pronouns.possessive"):
        return False
    spoken = what.lemmas & line.group("spoken_at|spoken_documents")
    return what.low in line.group("quoted_words") or (part and bool(spoken))


def whose_quoted(scene: Scene, teller: Attribution) -> str | None:
    """``цитує спогади професора X``: who stands between the verb and the medium, by noun."""
    line = scene.line
    assert teller.source is not None  # noqa: S101 - asked before
    for word in line.words:
        between = teller.cue.stop <= word.start and word.stop <= teller.source.start
        phrase = phrase_at(line, word.at, coordinate=False) if between else None
        if phrase is None or phrase.pronoun:
            continue
        if phrase.animate or phrase.named or line.words[phrase.head].lemmas & line.group("bodies"):
            stop = min(phrase_span(line, phrase).stop, teller.source.start)
            span = Span(word.start, word.start + len(line.text[word.start : stop].rstrip()))
            known = scene.cast.people.get(span.of(line.text).lower())  # also where the name was taken for the medium's
            return known.name if known is not None else hop_name(scene, span)
    return None


def quoted_behind(scene: Scene, teller: Attribution) -> str | None:
    """``цитує X [речника міністра]``: who stands right behind the medium."""
    line = scene.line
    assert teller.source is not None  # noqa: S101 - asked before
    at = next((w.at for w in line.words if w.start >= teller.source.stop and w.text not in CLOSING), len(line.words))
    phrase = phrase_at(line, at, coordinate=False) if at < len(line.words) else None
    if phrase is None or phrase.pronoun or "accs" not in phrase.cases():
        return None
    kinds = line.group("bodies|announcers")
    if not phrase.animate and not (line.words[phrase.head].lemmas & kinds and "nomn" not in phrase.cases()):
        return None
    return hop_name(scene, phrase_span(line, phrase))


def words_before(scene: Scene, teller: Attribution) -> str | None:
    """``Слова міністра X наводить Y``: whose words the verb of a medium follows."""
    line = scene.line
    first = line.words[0]
    said = first.low in line.group("quoted_words") or first.lemmas & line.group("releases|venues")
    phrase = phrase_at(line, 1, coordinate=False) if said and len(line.words) > 1 else None
    if phrase is None or phrase.pronoun or "gent" not in phrase.cases():
        return None
    span = phrase_span(line, phrase)
    return hop_name(scene, span) if span.stop <= teller.cue.start else None

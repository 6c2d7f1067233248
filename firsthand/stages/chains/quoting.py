"""Whose words a medium quotes, by what stands beside its verb: ``передає фразу міністерки X``, ``цитує X речника``."""

from __future__ import annotations

from firsthand.records import Attribution, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.chains.names import hop_name
from firsthand.stages.chains.scene import CLOSING, Scene


def passes_words(scene: Scene, teller: Attribution) -> bool:
    """``«...», передає фразу міністерки X``: whether a medium passes on the words of somebody."""
    at = scene.line.from_place(teller.cue.stop)
    behind = scene.line.between(at, at + 1)
    return teller.rule == "quote" and bool(behind) and behind[0].low in scene.line.group("quoted_words")


def whose_quoted(scene: Scene, teller: Attribution) -> str | None:
    """``цитує спогади професора X``: who stands between the verb and the medium, by noun."""
    line = scene.line
    assert teller.source is not None  # noqa: S101 - asked before
    for word in line.words:
        between = teller.cue.stop <= word.start and word.stop <= teller.source.start
        phrase = phrase_at(line, word.at, coordinate=False) if between else None
        if phrase is not None and phrase.animate and not phrase.pronoun:
            stop = min(phrase_span(line, phrase).stop, teller.source.start)
            return hop_name(scene, Span(word.start, word.start + len(line.text[word.start : stop].rstrip())))
    return None


def quoted_behind(scene: Scene, teller: Attribution) -> str | None:
    """``цитує X [речника міністра]``: who stands right behind the medium."""
    line = scene.line
    assert teller.source is not None  # noqa: S101 - asked before
    at = next((w.at for w in line.words if w.start >= teller.source.stop and w.text not in CLOSING), len(line.words))
    phrase = phrase_at(line, at, coordinate=False) if at < len(line.words) else None
    if phrase is None or not phrase.animate or phrase.pronoun or "accs" not in phrase.cases():
        return None
    return hop_name(scene, phrase_span(line, phrase))


def words_before(scene: Scene, teller: Attribution) -> str | None:
    """``Слова міністра X наводить Y``: whose words the verb of a medium follows."""
    line = scene.line
    first = line.words[0]
    said = first.low in line.group("quoted_words") or first.lemmas & (line.group("releases") | line.group("venues"))
    phrase = phrase_at(line, 1, coordinate=False) if said and len(line.words) > 1 else None
    if phrase is None or phrase.pronoun or "gent" not in phrase.cases():
        return None
    span = phrase_span(line, phrase)
    return hop_name(scene, span) if span.stop <= teller.cue.start else None

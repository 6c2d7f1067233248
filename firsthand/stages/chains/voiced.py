"""Who said what a medium closes, unread: ``Про це заявило X, передає Z``, ``Такі умови озвучив X, ...``."""

from __future__ import annotations

from firsthand.records import Attribution, Span
from firsthand.stages.attribution.clauses import is_comma, phrase_span
from firsthand.stages.attribution.media import medium_name
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line, Word
from firsthand.stages.chains.names import hop_name, joint_names
from firsthand.stages.chains.news import past_news
from firsthand.stages.chains.scene import Hop, Scene
from firsthand.stages.chains.tellers import names_one_medium
from firsthand.stages.chains.unread import opens_about_this

# Words among which the verb of "Про це вчора заявило X" stands.
MOST_OPENING = 5
# Words of "міністерка сільського господарства Олена Коваль та її радник Петро Ткач".
MOST_OF_SPEAKER = 12


def unread_speaker(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``Про це заявило керівництво X та об'єднання Y, передає Z``: who stands behind the first verb, as it stands.

    ``Про це свідчать дані вчених, інформує Z``: whose findings they are.
    """
    line = scene.line
    there = line.group("stands_there")
    verb = next((w for w in line.words[:MOST_OPENING] if w.finite or w.low in there), None)
    first = min((t.cue.start for t in tellers), default=0)
    if verb is None or not opens_about_this(line) or verb.stop >= first:
        return []
    if (medium := told_in_news(line, verb)) is not None and medium.span.stop < first:
        return [medium]
    finding = next((w for w in line.words[verb.at + 1 : verb.at + 3] if w.lemmas & line.group("findings")), None)
    phrase = phrase_at(line, finding.at + 1 if finding is not None else verb.at + 1, coordinate=finding is None)
    if phrase is None or phrase.pronoun or phrase_span(line, phrase).stop >= first:
        return []
    span = phrase_span(line, phrase)
    if finding is not None:
        return [Hop(hop_name(scene, span), span)]
    speaks = phrase.named or phrase.animate or line.words[phrase.head].lemmas & line.group("bodies")
    person = phrase.animate and any(w.mention_type == "PER" for w in line.inside(span))
    name = joint_names(scene, span) or hop_name(scene, span) if person else span.of(line.text)
    return [Hop(name, span)] if speaks and "nomn" in phrase.cases() else []


def told_in_news(line: Line, verb: Word) -> Hop | None:
    """``Про це йдеться в публікації [газети X]``: the medium in whose news it stands."""
    item = line.words[verb.at + 2] if verb.at + 3 < len(line.words) else None
    told = verb.lemmas & line.group("told_in_writing") or verb.low in line.group("stands_there")
    within = item is not None and "PREP" in line.words[item.at - 1].pos
    if item is None or not told or not within or not item.lemmas & line.group("news_items"):
        return None
    phrase = phrase_at(line, item.at + 1, coordinate=False)
    span = phrase_span(line, phrase) if phrase is not None and not phrase.pronoun else None
    if span is None or not names_one_medium(span.of(line.text), line.language):
        return None
    return Hop(medium_name(span.of(line.text), line.language), span)


def voiced_by(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``Такі умови в понеділок озвучив на нараді Z, передає X``: who stands right before the tag, as it stands."""
    line = scene.line
    tag = next((t for t in tellers if t.rule == "parenthesis"), None)
    comma = line.from_place(tag.cue.start) - 1 if tag is not None else 0
    if comma < 1 or not is_comma(line, comma) or not (past_news(line) or past_pointed(line)):
        return []
    verbs = [w for w in line.words[:comma] if w.finite]
    kinds = ("speaking_verbs", "voicing_verbs", "news_verbs")
    if len(verbs) != 1 or not any(verbs[0].lemmas & line.group(kind) for kind in kinds):
        return []
    if any(
        w.low in line.group("pronouns.personal") and w.low not in line.group("pronouns.first")
        for w in subjects(line, comma)
    ):
        last = scene.cast.last_speaker(line.words[0].start, frozenset(("person",)))
        return [Hop(last, Span(line.words[0].start, line.words[comma - 1].stop))] if last else []
    starts = range(max(verbs[0].at + 1, comma - MOST_OF_SPEAKER), comma)
    for phrase in (found for at in starts if (found := phrase_at(line, at)) is not None and found.last == comma):
        led = "PREP" in line.words[phrase.first - 1].pos
        speaks = phrase.animate or bool(line.words[phrase.head].lemmas & line.group("bodies"))
        if speaks and not led and not phrase.pronoun and "nomn" in phrase.cases():
            span = phrase_span(line, phrase)
            return [Hop(joint_names(scene, span) or hop_name(scene, span), span)]
    return []


def subjects(line: Line, stop: int) -> tuple[Word, ...]:
    """The words around the verb in which ``він`` may be the subject: ``Таку думку він висловив``."""
    return line.between(0, min(stop, MOST_OPENING + 1))


def past_pointed(line: Line) -> bool:
    """``Такі умови``, ``На цьому``: whether a sentence begins by pointing back at what was said."""
    at = "PREP" in line.words[0].pos
    points = line.group("such|pointing_back")
    return at < len(line.words) and (line.words[at].low in points or line.words[0].low in line.group("so"))

"""From whom a medium learned the news: ``X дізнався від джерел``, ``стало відомо X від речника``."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.records import Attribution, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import is_document, medium_name
from firsthand.stages.attribution.phrases import phrase_at, phrases_up_to
from firsthand.stages.attribution.words import Line, Word, cases_in, small_first
from firsthand.stages.chains.names import hop_name
from firsthand.stages.chains.references import can_be_origin, owned_document
from firsthand.stages.chains.scene import QUOTES, Hop, Scene, unquoted
from firsthand.stages.chains.tellers import names_one_medium

# Words from "дізнався" to "від": "стало відомо [виданню «Порт»] від".
MOST_TO_FROM = 7
# Words from "поговорив" to "з", and from there to whom: "з [кількома колишніми] членами".
MOST_TO_WHOM = 4
# Words of "агенція «Порт-Інформ»".
MOST_OF_MEDIUM = 6


def learned_from(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``дізнався від [джерел]``: from whom a medium that tells has the news."""
    line = scene.line
    if told := informed_by(scene, tellers) or talked_with(scene, tellers):
        return told
    for verb in learning_verbs(line):
        known = verb.low in line.group("became_known")
        if not known and not any(t.cue.contains(Span(verb.start, verb.stop)) for t in tellers):
            continue
        origin = origin_behind(scene, verb)
        if origin:
            return origin
    return []


def informed_by(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``дізнався X, якому про це розповіли [джерела]``: who told it to a medium, in a clause behind its name."""
    line = scene.line
    ends = [line.from_place(t.source.stop) for t in tellers if t.source is not None]
    for comma in (at for at in ends if line.between(at, at + 1) and line.words[at].text == ","):
        whom = line.between(comma + 1, comma + 2)
        if not whom or whom[0].low not in line.group("relatives") or "datv" not in cases_in(whom[0].adjectives):
            continue
        near = line.between(comma + 2, comma + 2 + MOST_TO_FROM)
        verb = next((w for w in near if w.finite and w.lemmas & line.group("stating_verbs")), None)
        phrase = phrase_at(line, verb.at + 1, coordinate=False) if verb is not None else None
        if phrase is None or phrase.pronoun or "nomn" not in phrase.cases():
            continue
        if phrase.animate or line.words[phrase.head].lemmas & line.group("anonymous"):
            span = phrase_span(line, phrase)
            person = any(w.mention_type == "PER" for w in line.between(phrase.first, phrase.last))
            return [Hop(hop_name(scene, span) if person else small_first(span.of(line.text)), span)]
    return []


def talked_with(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``Газета X, поговоривши з [членами ради], стверджує``, ``Після розмов із [членами журі] X робить висновок``."""
    line = scene.line
    for talk in line.meaning("talked_to|talks") if tellers else ():
        participle = talk.lemmas & line.group("talked_to") and talk.pos & {"PRTF", "GRND"}
        before = line.words[talk.at - 1].low if talk.at else ""
        after = talk.lemmas & line.group("talks") and before in line.group("after_talk")
        if not participle and not after:
            continue
        near = line.between(talk.at + 1, talk.at + 1 + MOST_TO_WHOM)
        leads = next((w for w in near if w.low in line.group("with_prepositions")), None)
        people = line.between(leads.at + 1, leads.at + 1 + MOST_TO_WHOM) if leads is not None else ()
        head = next((w for w in people if w.has("anim") and "ablt" in cases_in(w.nouns)), None)
        if head is not None and head.lemmas & line.group("reporters"):
            continue  # "Розмовляючи з репортерами, мер сказав": who speaks to media
        phrase = phrase_at(line, head.at, coordinate=False) if head is not None else None
        if phrase is not None and not phrase.pronoun:
            span = phrase_span(line, phrase)
            return [Hop(hop_name(scene, span), span)]
    return []


def learning_tellers(scene: Scene) -> Iterator[Attribution]:
    """``Про страйк УНІАН дізнався від радіостанції X``: a medium that no reading took for one that tells."""
    line = scene.line
    if line.words[0].low not in line.group("about"):
        return
    for verb in learning_verbs(line):
        read = any(r.cue.contains(Span(verb.start, verb.stop)) and r.source is not None for r in scene.reportings)
        if read or not verb.finite or not origin_behind(scene, verb):
            continue
        phrases = (phrase_span(line, phrase) for phrase in phrases_up_to(line, verb.at, MOST_OF_MEDIUM))
        medium = next((span for span in phrases if names_one_medium(span.of(line.text), line.language)), None)
        if medium is not None:
            name = medium_name(unquoted(medium.of(line.text)), line.language)
            yield Attribution(medium, Span(verb.start, verb.stop), (), "assert", "indirect", "about-this", name)
        return


def learning_verbs(line: Line) -> list[Word]:
    """``дізнався``, ``стало відомо``."""
    learns = {word.at for word in line.meaning("learned_verbs") if word.finite}
    return [line.words[at] for at in sorted(learns.union(word.at for word in line.spelled("became_known")))]


def origin_behind(scene: Scene, verb: Word) -> list[Hop]:
    """Who stands behind ``від``, or which document behind ``з``, in the clause of a verb."""
    line = scene.line
    near = line.between(verb.at + 1, verb.at + 1 + MOST_TO_FROM)
    stop = next((w.at for w in near if w.finite or (w.kind == "mark" and w.text not in QUOTES)), len(line.words))
    for word in (w for w in near if w.at < stop):
        of_whom, at_whom = word.low in line.group("learned_from"), word.low in line.group("learned_at")
        if not of_whom and not at_whom and word.low not in line.group("out_of"):
            continue
        phrase = phrase_at(line, word.at + 1, coordinate=False)
        if phrase is None or phrase.pronoun or not can_be_origin(line, phrase):
            continue
        span = phrase_span(line, phrase)
        document = is_document(span.of(line.text), line.language)
        if document:
            return owned_document(scene, span) or [Hop(hop_name(scene, span), span)]
        people = phrase.animate or bool(line.words[phrase.head].lemmas & line.group("anonymous"))
        if of_whom or (at_whom and people and "gent" in phrase.cases()):
            return [Hop(hop_name(scene, span), span)]
    return []

"""Where a document was put: ``у повідомленні на сайті порту``, ``у листі, оприлюдненому на сайті КМДА``."""

from __future__ import annotations

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line
from firsthand.stages.chains.platforms import platform_at
from firsthand.stages.chains.scene import Hop, Scene

# Words behind a document among which it says where it was put: ", опублікованому вчора на".
MOST_BEHIND = 4


def site_at(line: Line, at: int) -> Phrase | None:
    """``на сайті компанії``: the phrase of a site behind the preposition at word ``at``."""
    if at >= len(line.words) or line.words[at].low not in line.group("place_prepositions"):
        return None
    return site_phrase(line, at + 1)


def site_phrase(line: Line, at: int) -> Phrase | None:
    """The phrase of a site that begins at a word."""
    phrase = phrase_at(line, at, coordinate=False)
    return phrase if phrase is not None and line.words[phrase.head].lemmas & line.group("sites") else None


def posted_on(line: Line, source: Span) -> Hop | None:
    """``, опублікованому на сайті міністерства``: the site or the platform where a document was put."""
    behind = [w for w in line.words if w.start >= source.stop][: MOST_BEHIND + 1]
    verbs = line.group("put_out_verbs") | line.group("put_out_participles")
    if not behind or behind[0].text != "," or not any(w.lemmas & verbs for w in behind[1:]):
        return None
    for word in behind[1:]:
        site, platform = site_at(line, word.at), platform_at(line, word.at)
        if site is not None:
            span = phrase_span(line, site)
            return Hop(phrase_nominative(span.of(line.text), line.language), span)
        if platform is not None:
            return platform
    return None


def with_place(scene: Scene, source: Span) -> str:
    """``повідомленні на сайті компанії``: a document with the site where it was put out."""
    line = scene.line
    behind = line.from_place(source.stop)
    site = site_at(line, behind)
    stop = source.stop if site is None else line.words[site.last - 1].stop
    return line.text[source.start : stop]

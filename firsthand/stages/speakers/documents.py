"""Rules for media and documents: ``видання``, ``заява компанії``."""

from __future__ import annotations

from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import bare_name, is_document, is_medium, is_platform, is_release, lemmas
from firsthand.stages.attribution.words import WORD, group
from firsthand.stages.speakers.bodies import fullest_body, owner_by_noun
from firsthand.stages.speakers.cast import MOST, Cast, full_name
from firsthand.stages.speakers.sources import plain_name


def from_medium(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """A medium by its name: ``агентство Bloomberg`` -> ``Bloomberg``; a bare ``видання`` is the medium named last."""
    text = source.of(cast.report.text)
    language = cast.report.language
    if not is_medium(text, language) or ends_in_person(cast, source):
        return False
    if len(text.split()) == 1 and lemmas(text, language) & group(language, "media") and not text.isupper():
        return last_medium(cast, source.start) or plain_name(cast, attribution, text)
    return bare_name(text, language, "media") or plain_name(cast, attribution, text)


def ends_in_person(cast: Cast, source: Span) -> bool:
    """``журналістка «Степ-Інформу» Марта Соловій``: no medium, though one is named."""
    return any(m.type == "PER" and source.start < m.span.start < source.stop <= m.span.stop for m in cast.over(source))


def last_medium(cast: Cast, at: int) -> str | None:
    """The medium named last before a place: what a bare ``видання`` means."""
    for mention in reversed(cast.before(at)):
        text = mention.span.of(cast.report.text)
        if mention.type in ("ORG", "PRO") and is_medium(text, cast.report.language):
            return mention.name
    return cast.last_speaker(at, frozenset(("medium",)))


def last_author(cast: Cast, at: int) -> str | None:
    """The body that spoke last and is no teller of others' news: whose statement a bare ``заява`` is."""
    tellers = {name for _, name, _ in cast.tellers}
    return next(
        (n for i, n, kind in reversed(cast.spoken[-MOST:]) if i < at and kind == "body" and n not in tellers), None
    )


def from_document(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """A document speaks for its owner: ``заява НАК``, ``матеріал AP``; alone, for the body that spoke last."""
    text = source.of(cast.report.text)
    language = cast.report.language
    if not (is_document(text, language) or is_platform(text.split()[0], language)):
        return False
    owner = owner_of(cast, source) or owner_by_noun(cast, source)
    if owner is None and len(WORD.findall(text)) == 1:
        owner = author_before(cast, source.start, is_release(text, language))
    return owner or plain_name(cast, attribution, text)


def owner_of(cast: Cast, source: Span) -> str | None:
    """``заява НАК``: whose name stands in the source behind its noun."""
    inside = [m for m in cast.over(source) if source.contains(m.span) and m.span.start > source.start]
    owner = next((m for m in inside if m.type in ("ORG", "PER", "LOC", "PRO")), None)
    if owner is None:
        return None
    return full_name(cast, owner) if owner.type == "PER" else fullest_body(cast, owner.name)


def author_before(cast: Cast, at: int, release: bool) -> str | None:
    """Whose a bare document is: a release (``заява``) that of a body that spoke, another that of who told the news."""
    if release:
        return last_author(cast, at)
    return cast.last_teller(at) or cast.last_speaker(at, frozenset(("body", "medium")))

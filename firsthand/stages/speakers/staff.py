"""``співробітниця міністерства``: any member of a body may be called so, also who heads its department."""

from __future__ import annotations

import re

from firsthand.records import Attribution, Mention, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, group
from firsthand.stages.speakers.cast import MOST, Cast, Person, full_name
from firsthand.stages.speakers.crowds import NEAR
from firsthand.stages.speakers.sources import is_governed, is_subject
from firsthand.stages.speakers.titles import MAX_TITLE

# "Марту Соловій, яка представляє департамент міста."
MEMBER = re.compile(r",\s([^\W\d_]{2,6})\s([^\W\d_]{4,14})\s([^,.;:!?()\n]{3,80})")


def from_staff(cast: Cast, attribution: Attribution, source: Span, people: list[Person]) -> str | None:
    """``співробітниця міністерства``: who was named last, if of that body and unheard or not yet followed."""
    text, language = cast.report.text, cast.report.language
    words = WORD.findall(source.of(text))
    told = is_subject(cast, attribution) or is_governed(cast, attribution)
    if len(words) < 2 or not told or not lemmas(words[0], language) & group(language, "staff"):
        return None
    near = [m for m in cast.before(source.start) if m.type == "PER" and source.start - NEAR <= m.span.start]
    person = next((p for p in people if near and p.name == full_name(cast, near[-1])), None)
    since = [at for at, name, _ in cast.spoken[-MOST:] if near and near[-1].span.stop <= at < source.start]
    if person is None or since:
        return None
    rest = [lemmas(word, language) for word in words[1:]]
    body = person.title.words | member_of(cast, near[-1])
    return person.name if all(options & body for options in rest) else None


def member_of(cast: Cast, mention: Mention) -> frozenset[str]:
    """``Марту Соловій, яка представляє департамент міста``: the words of the body that a clause tells."""
    text, language = cast.report.text, cast.report.language
    clause = MEMBER.match(text, mention.span.stop, mention.span.stop + MAX_TITLE)
    if clause is None or clause.group(1).lower() not in group(language, "relatives"):
        return frozenset()
    verb = lemmas(clause.group(2), language)
    if not verb & group(language, "belonging"):
        return frozenset()
    return frozenset(lemma for word in WORD.findall(clause.group(3)) for lemma in lemmas(word, language))

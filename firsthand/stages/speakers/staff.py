"""``співробітниця міністерства``: any member of a body may be called so, also who heads its department."""

from __future__ import annotations

import re

from firsthand.names.keys import notions
from firsthand.records import Attribution, Mention, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import MOST, Cast, Person, full_name
from firsthand.stages.speakers.crowds import NEAR
from firsthand.stages.speakers.sources import is_governed, is_subject
from firsthand.stages.speakers.titles import MAX_TITLE

# "Марту Соловій, яка представляє департамент міста."
MEMBER = re.compile(r",\s([^\W\d_]{2,8})\s([^\W\d_]{4,14})\s([^,.;:!?()\n]{3,80})")


def from_staff(cast: Cast, attribution: Attribution, source: Span, people: list[Person]) -> str | None:
    """``співробітниця міністерства``: who was named last, if of that body and nobody spoke since."""
    text, language = cast.report.text, cast.report.language
    words = WORD.findall(source.of(text))
    told = is_subject(cast, attribution) or is_governed(cast, attribution)
    countries = frozenset[str]()
    if len(words) == 2 and word_forms(words[0], language).adjectives:
        # "Литовський урядовець"
        countries = frozenset(n for n in notions(words[0], language) if n.startswith("@"))
        words = words[1:] if countries else words
    if len(words) < 2 - bool(countries) or not told or not lemmas(words[0], language) & group(language, "staff"):
        return None
    near = [m for m in cast.before(source.start) if m.type == "PER" and source.start - NEAR <= m.span.start]
    person = next((p for p in people if near and p.name == full_name(cast, near[-1])), None)
    spoken = (at for at, _, kind in cast.spoken[-MOST:] if kind != "medium")
    since = [at for at in spoken if near and near[-1].span.stop <= at < source.start]
    if person is None or since:
        return None
    if countries:
        return person.name if is_official_of(cast, person, countries) else None
    rest = [lemmas(word, language) for word in words[1:]]
    body = person.title.words | member_of(cast, near[-1])
    # "речник компанії Олесь Гнатюк" is "співробітник перевізника" too.
    body |= group(language, "firms") if body & group(language, "firms") else frozenset()
    return person.name if all(options & body for options in rest) else None


def is_official_of(cast: Cast, person: Person, countries: frozenset[str]) -> bool:
    """Whether a person holds a post, and the report has not placed them in another country."""
    language = cast.report.language
    around = notions(cast.report.text[max(0, person.first - MAX_TITLE) : person.first], language)
    theirs = {notion for notion in around if notion.startswith("@")}
    official = person.title.roles & group(language, "posts|state_posts")
    return bool(official) and (not theirs or bool(theirs & countries))


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

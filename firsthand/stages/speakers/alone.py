"""The only man, woman or person of a report whom a noun can mean."""

from __future__ import annotations

from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import MOST, MOST_PEOPLE, Cast, full_name, surname_of
from firsthand.stages.speakers.crowds import NEAR, sentences_before
from firsthand.stages.speakers.sources import verb_gender


def woman_before(cast: Cast, at: int) -> str | None:
    """``Після розмови з Мартою Соловій ... прем'єр додала``: the woman named last, if near."""
    near = [full_name(cast, m) for m in cast.before(at) if m.type == "PER" and at - NEAR <= m.span.start]
    return next((name for name in reversed(near) if cast.gender(name) == "femn"), None)


def only_man(cast: Cast, source: Span, noun: frozenset[str]) -> str | None:
    """``Чоловік обурюється``: the one man whom the sentence before names, if no woman has been named whose he is."""
    starts = sentences_before(cast, source.start)
    named = [m for m in cast.before(source.start) if m.type == "PER"]
    names = {full_name(cast, m) for m in named if len(starts) > 1 and starts[-2] <= m.span.start}
    # "Чоловік додав" goes on with the man who has just spoken.
    spoke = [name for at, name, _ in cast.spoken[-MOST:] if source.start - NEAR <= at < source.start][-1:]
    names = names or {name for name in spoke if name in cast.persons}
    women = any(cast.gender(full_name(cast, m)) != "masc" for m in named)
    return names.pop() if noun & group(cast.report.language, "men") and len(names) == 1 and not women else None


def only_woman(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``Представник управління розповіла``: the one woman who has been named, if the noun itself is a man's."""
    language = cast.report.language
    if verb_gender(cast, attribution) != "femn" or any(m.type == "PER" for m in cast.over(source)):
        return None
    words = WORD.findall(source.of(cast.report.text))
    known = (word_forms(word, language) for word in words)
    nouns = next((forms for forms in known if forms.nouns and not forms.adjectives), None)
    # "Глава уряду" is a feminine noun of either sex.
    either = nouns is not None and bool(nouns.lemmas & group(language, "posts"))
    if nouns is not None and not either and "femn" in {gender for _, _, gender in nouns.nouns}:
        return None
    spoke = {name for at, name, kind in cast.spoken[-MOST:] if kind == "person" and at < source.start}
    named = {full_name(cast, m) for m in cast.before(source.start)[-MOST_PEOPLE:] if m.type == "PER"}
    women = [{name for name in found if cast.gender(name) == "femn"} for found in (spoke, named)]
    found = next((names for names in women if names), set())
    name = next(iter(found)) if len(found) == 1 else None
    person = cast.people.get(surname_of(name)) if name is not None else None
    # "мер міста запропонувала християнці прихисток": who is called otherwise holds no post.
    official = group(language, "posts|relational") - group(language, "kin")
    if person is not None and person.title.roles and not person.title.roles & official:
        return (
            None if {lemma for word in words for lemma in lemmas(word, language)} & group(language, "posts") else name
        )
    return name


def only_person(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``речниця МЗС``: the one person whom the report names at all, who has spoken and of whom no title is told."""
    language = cast.report.language
    official = group(language, "posts|spokespeople")
    if not first_noun(source.of(cast.report.text), language) & official:
        return None
    names = {full_name(cast, m) for m in cast.mentions[:MOST_PEOPLE] if m.type == "PER"}
    name = names.pop() if len(names) == 1 else ""
    spoke = any(told == name and at < source.start for at, told, _ in cast.spoken[-MOST:])
    person = cast.person(name) if spoke else None
    if not spoke or not cast.may_be(name, verb_gender(cast, attribution)):
        return None
    return name if person is None or not person.title.roles else None

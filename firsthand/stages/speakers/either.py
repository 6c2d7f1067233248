"""Where two fit, unknown is right: of two people joined by a conjunction none is meant by a word for either."""

from __future__ import annotations

from firsthand.names.parties import post
from firsthand.records import Mention
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD
from firsthand.stages.speakers.callings import titles_of_calling
from firsthand.stages.speakers.cast import MOST, Cast, Person, full_name, surname_of
from firsthand.stages.speakers.crowds import NEAR, are_coordinated
from firsthand.stages.speakers.heads import heads_office
from firsthand.stages.speakers.titles import same_post


def is_either(cast: Cast, at: int, name: str, gender: str, description: str = "") -> bool:
    """``Мер Олесь Гнатюк та суддя Іван Буряк ... Він``: whether the other of two joined last may be meant as well."""
    pair = joined_last(cast, at)
    names = [full_name(cast, mention) for mention in pair]
    if len(set(names)) != 2 or name not in names:
        return False
    other = names[1 - names.index(name)]
    if not cast.may_be(other, gender):
        return False
    left, right = (cast.people.get(surname_of(called)) for called in (name, other))
    if not description or left is None or right is None:
        return True
    return suits(left, description, cast.report.language) == suits(right, description, cast.report.language)


def joined_last(cast: Cast, at: int) -> list[Mention]:
    """The last two people named before a place, if a conjunction joins them and nobody has spoken since."""
    near = [m for m in cast.before(at) if m.type == "PER" and at - NEAR <= m.span.start][-2:]
    if len(near) < 2 or any(near[0].span.start <= i < at for i, _, _ in cast.spoken[-MOST:]):
        return []
    return near if are_coordinated(cast, near) else []


def suits(person: Person, description: str, language: str) -> bool:
    """Whether a title tells that a description is this person's: by its words, its post or its profession."""
    words = WORD.findall(description)
    meant = frozenset(lemma for word in words[:1] for lemma in lemmas(word, language))
    whole = len(words) > 1 and all(lemmas(word, language) & person.title.words for word in words)
    own = len(words) == 1 and bool(meant & person.title.roles)
    called = len(words) == 1 and bool(titles_of_calling(meant, language) & person.title.words)
    if len(words) == 2 and heads_office(person, lemmas(words[1], language), language):
        return True
    return own or whole or called or same_post(person, post(description, language))

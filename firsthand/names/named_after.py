"""``Институт имени Иванова`` is one organisation: in all 57 such names of SlavicNER the person is a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.lang import table
from firsthand.names.words import Name, Word, is_one_of

BODY, HONOURED = "ORG", ("PER", "ORG", "LOC")
RULE = "names.named-after"
# "институт эпидемиологии и микробиологии имени": so many words at most stand between the noun of a body and the mark.
FARTHEST = 7


@dataclass(frozen=True, slots=True)
class Honour:
    """Around ``имени``: where a body's name may stop, and the noun of a body in small letters that begins one."""

    stops: frozenset[int]
    noun: Word | None


def with_honoured(names: Sequence[Name], sentences: Iterable[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, each body in one with whom it is named after; the score is the lesser."""
    honours = dict(named_after(sentences, language))
    found: list[Name] = []
    for name in names:
        body = found[-1] if found else None
        honour = honours.get(name.start) if name.type in HONOURED else None
        if honour and body is not None and body.type == BODY and body.stop in honour.stops:
            found[-1] = replace(body, stop=name.stop, score=min(body.score, name.score))
        elif honour and honour.noun and (body is None or body.stop <= honour.noun.start):
            found.append(replace(name, start=honour.noun.start, type=BODY, rule=RULE))
        else:
            found.append(name)
    return found


def named_after(sentences: Iterable[Sequence[Word]], language: str) -> Iterator[tuple[int, Honour]]:
    """Where the names of those begin whom a body is named after, and what may stand in front."""
    marks = table("bodies")["named_after"]
    for words in sentences:
        for at, word in enumerate(words):
            if at and word.text.lower().rstrip(".") in marks:
                behind = next((w for w in words[at + 1 : at + 3] if w.text != "."), None)
                if behind is not None:
                    before = in_small_letters(words[:at])
                    stops = {word.stop, *(w.stop for w in words[max(0, at - len(before) - 1) : at])}
                    yield behind.start, Honour(frozenset(stops), body_noun(before, language))


def in_small_letters(words: Sequence[Word]) -> Sequence[Word]:
    """The last words, as far as they are written small and no mark stands between them."""
    number = 0
    for word in reversed(words[-FARTHEST:]):
        if not (word.text.isalpha() and word.text.islower()):
            break
        number += 1
    return words[len(words) - number :]


def body_noun(words: Sequence[Word], language: str) -> Word | None:
    """The last of the words that calls a body that may be named after somebody."""
    return next((word for word in reversed(words) if is_one_of(word, "honouring", language)), None)

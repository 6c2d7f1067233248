"""``Мохаммед аль-Фаиз``, ``Люсия де Оливейра``: a particle inside a person's name joins what is around it.

In SlavicNER 14 of 17 particles between two words with capitals are inside a person's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.lang import table
from firsthand.names.words import HYPHENS, Name, Word

PERSON = "PER"
# "Томас ван дер Линден": so many particles at most.
MOST = 2


def with_particles(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, each person in one with what stands behind a particle."""
    particles = frozenset(table(f"{language}/names").get("joining", ()))
    if not particles:
        return list(names)
    words = [word for sentence in sentences for word in sentence]
    lasts = {word.stop: at for at, word in enumerate(words)}
    found: list[Name] = []
    for name in names:
        if found and name.start < found[-1].stop:
            continue
        if name.type == PERSON and name.stop in lasts:
            stop = surname_stop(words[lasts[name.stop] + 1 : lasts[name.stop] + 2 + MOST], particles)
            found.append(name if stop is None else replace(name, stop=stop))
        else:
            found.append(name)
    return found


def surname_stop(behind: Sequence[Word], particles: frozenset[str]) -> int | None:
    """Where the surname stops that particles right behind a name lead to."""
    number = next((at for at, word in enumerate(behind) if word.text not in particles), len(behind))
    if number == len(behind):
        return None
    word = behind[number]
    if number:
        return word.stop if word.text[0].isupper() and word.text[-1].isalnum() else None
    first, *rest = HYPHENS.split(word.text)
    return word.stop if first in particles and rest and rest[-1][:1].isupper() else None

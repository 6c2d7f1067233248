"""The rules behind the taggers, in order: they hold for any topic, each is a function from names to names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from firsthand.names.addresses import with_addresses
from firsthand.names.again import with_names_again
from firsthand.names.beside import with_neighbours
from firsthand.names.described import with_described
from firsthand.names.given import with_given_names
from firsthand.names.headed import with_headed
from firsthand.names.initials import with_initials
from firsthand.names.joint import with_halves
from firsthand.names.kinds import with_known_types
from firsthand.names.known import with_known
from firsthand.names.latin import with_latin
from firsthand.names.named_after import with_honoured
from firsthand.names.particles import with_particles
from firsthand.names.products import with_products, without_abbreviations
from firsthand.names.quoted import with_quoted
from firsthand.names.roles import with_people
from firsthand.names.ruled import with_ruled
from firsthand.names.trimmed import with_trimmed
from firsthand.names.whole import with_ends
from firsthand.names.words import Name, Word

Rule = Callable[[Sequence[Name], Sequence[Sequence[Word]], str], list[Name]]

# First what belongs to a person and what does not, then bodies with all that is theirs, last the types of names.
RULES: tuple[Rule, ...] = (
    with_particles,
    with_trimmed,
    with_neighbours,
    with_people,
    with_initials,
    with_ruled,
    with_known,
    with_described,
    with_headed,
    with_names_again,
    with_ends,
    with_given_names,
    with_honoured,
    without_abbreviations,
    with_quoted,
    with_latin,
    with_addresses,
    with_products,
    with_known_types,
)


def with_rules(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names of a tagger as the rules leave them, in order."""
    found = list(names)
    for rule in RULES:
        found = rule(found, sentences, language)
    return with_halves(found, sentences)

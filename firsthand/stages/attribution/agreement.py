"""Case, number and gender: which words can stand in one phrase."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from firsthand.stages.attribution.words import ANY_FORM, PERSONAL, Form, Word, cases_in

# Endings of women's names that the dictionary has as men's only, and the cases they stand for.
FEMININE = (
    ("ия", "nomn"), ("ія", "nomn"), ("ии", "gent"), ("ії", "gent"), ("ии", "datv"), ("ії", "datv"),
    ("ию", "accs"), ("ію", "accs"), ("ией", "ablt"), ("ією", "ablt"),
)  # fmt: skip


# Not frozen, though nothing changes one: a frozen one takes three times as long to make, and rules make very many.
@dataclass(slots=True, unsafe_hash=True)
class Phrase:
    """Words ``first`` up to ``last`` (not included) with the forms that they can stand in together."""

    first: int
    last: int
    head: int
    forms: frozenset[Form]
    animate: bool = False
    named: bool = False
    pronoun: bool = False

    def up_to(self, last: int) -> Phrase:
        """The same phrase with another end; ``replace`` takes ten times as long."""
        return Phrase(self.first, last, self.head, self.forms, self.animate, self.named, self.pronoun)

    def cases(self) -> frozenset[str]:
        """The cases it can stand in."""
        return cases_in(self.forms)


@lru_cache(maxsize=20_000)
def agree(left: frozenset[Form], right: frozenset[Form]) -> frozenset[Form]:
    """The forms that both sides allow; an open gender agrees with any."""
    return frozenset(
        (case, number, gender or other)
        for case, number, gender in left
        for other_case, other_number, other in right
        if case == other_case and number == other_number and (gender == other or not gender or not other)
    )


@lru_cache(maxsize=20_000)
def agree_apposed(left: frozenset[Form], right: frozenset[Form]) -> frozenset[Form]:
    """As ``agree``, but a post and its holder may differ in gender: ``спікер Олена Коваль``."""
    open_left = frozenset((c, n, "" if g in ("masc", "femn") else g) for c, n, g in left)
    return agree(open_left, right)


def is_name_like(word: Word) -> bool:
    """A capitalised or Latin word that may decline in ways the dictionary does not know."""
    return word.kind == "word" and (word.capital or word.text.isascii())


def noun_forms(word: Word, initial: bool) -> frozenset[Form]:
    """Forms of a word as the head of a phrase; a name unknown to the dictionary can be in any."""
    if word.mention_type == "PER" and not word.capital:
        # "фон дер Ляйен": a particle of a name, not a background.
        return ANY_FORM
    if word.pos & {"PREP", "CONJ"} and word.mention < 0 and not (word.text.isupper() and len(word.text) > 1):
        return frozenset()
    if word.finite and (not word.nouns or is_mostly_verb(word)):
        return frozenset()
    if word.mention_type == "PER" and word.nouns:
        return person_forms(word)
    if word.nouns:
        return word.nouns
    unknown = not word.readings or bool(word.pos & {"", "UNKN", "LATN"}) or (word.mention >= 0 and not word.adjectives)
    if is_name_like(word) and (unknown or (not initial and not word.pos & {"PREP", "CONJ", "NPRO", "PRCL", "ADVB"})):
        return ANY_FORM
    return frozenset()


def person_forms(word: Word) -> frozenset[Form]:
    """The forms of a person's name; of one that the dictionary has no name for ("Трюдо", "Сайфул") it only guesses."""
    if not word.grammemes & PERSONAL or all(number == "plur" for _, number, _ in word.nouns):
        return ANY_FORM
    # A given name stands for one: "Зеновій" is no genitive of many a Зеновія.
    singular = frozenset(form for form in word.nouns if form[1] == "sing") if word.has("Name") else word.nouns
    known = living(singular or word.nouns)
    if cases_in(known) == {"loct"}:
        return ANY_FORM  # "посол Филипе Гоув": no name stands in the locative alone, so it is a foreign one
    # "Асия", "Асии" are no Mr Асий.
    return known | {(case, "sing", "femn") for ending, case in FEMININE if word.low.endswith(ending)}


def living(known: frozenset[Form]) -> frozenset[Form]:
    """The forms of a name: ``Клер`` has no accusative like its nominative, as the dictionary guesses of things."""
    thing = ("nomn", "sing", "masc") in known and ("gent", "sing", "masc") not in known
    return known - {("accs", "sing", "masc")} if thing else known


def is_mostly_noun(word: Word) -> bool:
    """Whether the noun readings outweigh the others (in Russian, that scores them)."""
    nominal = sum(r.score for r in word.readings if r.pos == "NOUN")
    return nominal > 0.5 and sum(r.score for r in word.readings) <= 1.0001


def is_mostly_verb(word: Word) -> bool:
    """Whether the verb readings outweigh the others (Russian scores them; ``стали`` is seldom steel)."""
    verbal = sum(r.score for r in word.readings if r.pos == "VERB")
    return 0.5 < verbal <= 1.0001 and sum(r.score for r in word.readings) <= 1.0001

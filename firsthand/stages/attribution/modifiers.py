"""What stands before the head of a noun phrase: adjectives, numbers, quoted names, in one case."""

from __future__ import annotations

from firsthand.stages.attribution.agreement import agree
from firsthand.stages.attribution.heads import (
    COUNTED,
    OPENING,
    are_of_other_kinds,
    behind_adjective,
    fitting_forms,
    is_numeral,
    is_participle,
    modifies,
    quoted_modifier,
    quoted_name,
)
from firsthand.stages.attribution.words import Form, Line, Word, cases_in

MAX_MODIFIERS = 12


def is_when(line: Line, at: int) -> bool:
    """Whether the word at ``at`` says when; of ``24-годинний страйк`` it says which."""
    word = line.words[at]
    if not word.time or word.kind == "number" or not word.adjectives or at + 1 >= len(line.words):
        return word.time
    behind = line.words[at + 1]
    return behind.time or not agree(word.adjectives, behind.nouns | behind.adjectives)


def modifiers_from(line: Line, at: int) -> tuple[frozenset[Form] | None, int] | None:
    """The forms that the modifiers from ``at`` on share (None: no modifier) and the word behind them."""
    modifiers: frozenset[Form] | None = None
    here = at
    while here < len(line.words) and here - at < MAX_MODIFIERS and not is_when(line, here):
        step = over_modifier(line, at, here, modifiers) or over_comma(line, at, here, modifiers)
        if step is None:
            return modifiers, here
        modifiers, here = step
    return None


def over_modifier(
    line: Line, at: int, here: int, modifiers: frozenset[Form] | None
) -> tuple[frozenset[Form] | None, int] | None:
    """The forms and the next word behind the modifier at ``here``; None where it is none."""
    word = line.words[here]
    opens = word.text in OPENING
    if opens and (behind := quoted_modifier(line, here)) is not None:
        return modifiers, behind
    if word.low in line.group("pronouns.inside") and here and "PREP" in line.words[here - 1].pos:
        return None  # "В нем злоумышленник пишет"
    if word.low in line.group("pronouns.this") and begins_anew(line, here):
        return None
    if "CONJ" in word.pos and any(w.low in line.group("pronouns.personal") for w in line.between(here + 1, here + 2)):
        return None  # "если можно, то я советую"
    if word.low in line.group("joining") and not any(
        w.low in line.group("sameness") for w in line.between(here + 1, here + 2)
    ):
        return None  # "та" is rather "and" than "that one"
    if opens and quoted_name(line, here) is not None:
        return None
    if word.capital and here and word.nouns and word.lemmas & line.group("bodies"):
        return None  # "в Раді Європи": no adjective
    if word.kind == "number" or is_numeral(line, word) or counts(line, here) or (word.text == "%" and here > at):
        return None, here + 1
    narrowed = word.adjectives if modifiers is None else agree(modifiers, word.adjectives)
    if cases_in(narrowed) == {"accs"} and here > at and are_of_other_kinds(line.words[here - 1], word):
        return None  # "уполномоченный Белого дома": the accusative of a thing, and of somebody
    if narrowed and modifies(line, here, fitting_forms(word, modifiers)):
        return with_plural(line, here, modifiers, narrowed), behind_adjective(line, here, narrowed)
    return None


def counts(line: Line, at: int) -> bool:
    """``кількох чиновників``: a pronoun by the dictionary that counts what stands behind it in its case."""
    word = line.words[at]
    if "NPRO" not in word.pos or not word.lemmas & line.group("quantifiers"):
        return False
    return any(agree(word.nouns, w.nouns | w.adjectives) for w in line.between(at + 1, at + 2))


def begins_anew(line: Line, this: int) -> bool:
    """``у відповідь на це [Гай]``, ``Про це [Міністерство] повідомило``: who stands behind ``це`` is another."""
    behind = line.between(this + 1, this + 2)
    if any(w.mention_type == "PER" for w in behind):
        return True
    told = this == 1 and line.words[0].low in line.group("about")
    people = (w for w in behind if w.has("anim") and "nomn" in cases_in(w.nouns))  # "Об этом экс-министр"
    return told and (any(w.capital or w.lemmas & line.group("bodies") for w in behind) or any(people))


def with_plural(line: Line, here: int, modifiers: frozenset[Form] | None, forms: frozenset[Form]) -> frozenset[Form]:
    """``ірландського та бельгійського [підрозділів]``: behind adjectives of one each, their noun is of several."""
    joined = modifiers is not None and line.words[here - 1].low in line.group("joining")
    return forms | {(case, "plur", "") for case, _, _ in forms} if joined else forms


def over_comma(
    line: Line, at: int, here: int, modifiers: frozenset[Form] | None
) -> tuple[frozenset[Form] | None, int] | None:
    """``німецькі[,] італійські та іспанські пілоти``: a comma between adjectives that a conjunction joins soon."""
    if modifiers is None or line.words[here].text != "," or here + 3 >= len(line.words):
        return None
    nxt, joint, last = line.words[here + 1 : here + 4]
    both = agree(modifiers, nxt.adjectives)
    if nxt.nouns or is_participle(nxt) or is_participle(line.words[here - 1]) or not agree(both, last.adjectives):
        return None
    return (both, here + 1) if joint.text == "," or joint.low in line.group("joining") else None


def few_forms(line: Line, at: int, word: Word, modifiers: frozenset[Form] | None) -> frozenset[Form]:
    """``два высоких чиновника``: behind a small number the adjective stands in the plural, the noun need not."""
    few = line.words[at].lemmas & line.group("paucal") and modifiers is not None and ("gent", "plur", "") in modifiers
    nouns = fitting_forms(word, None) if few else frozenset()
    return COUNTED if {("gent", "sing"), ("nomn", "plur")} & {form[:2] for form in nouns} else frozenset()

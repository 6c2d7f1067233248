"""Noun phrases by agreement: no parser, but case, number and gender of every word."""

from __future__ import annotations

from dataclasses import dataclass, replace

from firsthand.stages.attribution.words import ANY_FORM, Form, Line, Word

MAX_PHRASE = 45
MAX_BRACKET = 14
OPENING = frozenset('«“„"')
CLOSING = frozenset('»”“"')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words ``first`` up to ``last`` (not included) with the forms that they can stand in together."""

    first: int
    last: int
    head: int
    forms: frozenset[Form]
    animate: bool = False
    named: bool = False
    pronoun: bool = False

    def cases(self) -> frozenset[str]:
        """The cases it can stand in."""
        return frozenset(form[0] for form in self.forms)


def agree_apposed(left: frozenset[Form], right: frozenset[Form]) -> frozenset[Form]:
    """As ``agree``, but a post and its holder may differ in gender: ``спікер Олена Коваль``."""
    open_left = frozenset((c, n, "" if g in ("masc", "femn") else g) for c, n, g in left)
    return agree(open_left, right)


def agree(left: frozenset[Form], right: frozenset[Form]) -> frozenset[Form]:
    """The forms that both sides allow; an open gender agrees with any."""
    found = set()
    for case, number, gender in left:
        for other_case, other_number, other_gender in right:
            if (
                case == other_case
                and number == other_number
                and (gender == other_gender or not gender or not other_gender)
            ):
                found.add((case, number, gender or other_gender))
    return frozenset(found)


def is_name_like(word: Word) -> bool:
    """A capitalised or Latin word that may decline in ways the dictionary does not know."""
    return word.kind == "word" and (word.capital or word.text.isascii())


def noun_forms(word: Word, initial: bool) -> frozenset[Form]:
    """Forms of a word as the head of a phrase; a name unknown to the dictionary can be in any."""
    if word.pos & {"PREP", "CONJ"} and word.mention < 0 and not (word.text.isupper() and len(word.text) > 1):
        return frozenset()
    if word.finite and (not word.nouns or is_mostly_verb(word)):
        return frozenset()
    if word.nouns:
        return word.nouns
    unknown = not word.readings or bool(word.pos & {"", "UNKN", "LATN"}) or (word.mention >= 0 and not word.adjectives)
    if is_name_like(word) and (unknown or (not initial and not word.pos & {"PREP", "CONJ", "NPRO", "PRCL", "ADVB"})):
        return ANY_FORM
    return frozenset()


def is_mostly_verb(word: Word) -> bool:
    """Whether the verb readings outweigh the others (Russian scores them; ``стали`` is seldom steel)."""
    verbal = sum(r.score for r in word.readings if r.pos == "VERB")
    return 0.5 < verbal <= 1.0001 and sum(r.score for r in word.readings) <= 1.0001


def phrase_at(line: Line, at: int, coordinate: bool = True, depth: int = 0) -> Phrase | None:
    """The longest noun phrase that starts at word ``at``; None if none does."""
    if depth > 6:
        return None
    words = line.words
    modifiers: frozenset[Form] | None = None
    here = at
    while here < len(words) and here - at < 12:
        word = words[here]
        if word.time:
            return None
        if here == at and is_initial(line, here):
            return extend(line, Phrase(at, here + 1, here, ANY_FORM, True, True), coordinate, depth)
        if scare := quoted_modifier(line, here):
            here = scare
            continue
        if quoted := quoted_name(line, here):
            return extend(
                line,
                Phrase(at, quoted, here, modifiers or quoted_forms(line, here, quoted), named=True),
                coordinate,
                depth,
            )
        if word.kind == "number" or is_numeral(line, word) or (word.text == "%" and here > at):
            modifiers, here = None, here + 1
            continue
        head = noun_forms(word, word.at == 0)
        fitting = head if modifiers is None else agree(modifiers, head)
        following = words[here + 1] if here + 1 < len(words) else None
        if word.adjectives and modifies(line, here, fitting):
            narrowed = word.adjectives if modifiers is None else agree(modifiers, word.adjectives)
            if narrowed:
                modifiers, here = narrowed, after_participle(line, here, narrowed)
                if (
                    following is not None
                    and following.low in line.group("coordinators")
                    and here + 1 < len(words)
                    and words[here + 1].adjectives
                ):
                    here += 1
                continue
        if one_of := one_of_many(line, at, here):
            return extend(line, one_of, coordinate, depth)
        if fitting and not is_relative(line, word):
            return extend(line, counted(line, head_phrase(word, at, fitting)), coordinate, depth)
        return substantive(line, at, here)
    return None


def one_of_many(line: Line, at: int, here: int) -> Phrase | None:
    """``один із депутатів``, ``одного из источников``: the one stands in the case, the many in the genitive."""
    word = line.words[at]
    if not word.lemmas & {"один"} or here + 1 >= len(line.words) or line.words[here].low not in ("з", "із", "зі", "из"):
        return None
    many = phrase_at(line, here + 1, coordinate=False, depth=5)
    if many is None or "gent" not in many.cases():
        return None
    return Phrase(at, many.last, many.head, word.adjectives | word.nouns, many.animate, many.named)


def counted(line: Line, phrase: Phrase) -> Phrase:
    """``16% респондентів``, ``20 членів партії``: behind a number the genitive plural stands as a subject."""
    first = line.words[phrase.first]
    if (first.kind != "number" and not is_numeral(line, first)) or phrase.first == phrase.head:
        return phrase
    if ("gent", "plur", "") not in phrase.forms:
        return phrase
    forms = phrase.forms | {("nomn", "plur", ""), ("nomn", "sing", ""), ("accs", "plur", "")}
    return replace(phrase, forms=forms)


def substantive(line: Line, at: int, here: int) -> Phrase | None:
    """A participle or ordinal without a noun that stands for people: ``Бастующие требуют``, ``Останній не визнав``."""
    word = line.words[at]
    if here != at + 1 or word.kind != "word":
        return None
    participle = any(r.pos == "PRTF" and "actv" in r.grammemes and "plur" in r.grammemes for r in word.readings)
    if not participle and not word.lemmas & line.group("stand_ins"):
        return None
    return Phrase(at, at + 1, at, word.adjectives, True)


PARTICIPLE_REACH = 7


def after_participle(line: Line, at: int, forms: frozenset[Form]) -> int:
    """The word behind an adjective; behind a participle with its own words, the noun it belongs to (``виробленого із Союзом проекту``)."""
    words = line.words
    if not any(r.grammemes & {"pssv", "actv"} for r in words[at].readings if r.pos in ("ADJF", "PRTF")):
        return at + 1
    nxt = words[at + 1] if at + 1 < len(words) else None
    if nxt is None or agree(forms, nxt.nouns | nxt.adjectives):
        return at + 1
    for here in range(at + 2, min(at + PARTICIPLE_REACH, len(words))):
        word = words[here]
        if word.kind == "mark" or word.finite or word.infinitive:
            return at + 1
        if (
            word.mention < 0
            and not word.capital
            and agree(forms, word.nouns | word.adjectives)
            and "PREP" not in words[here - 1].pos
        ):
            return here
    return at + 1


def is_initial(line: Line, at: int) -> bool:
    """``С.`` before a capitalised word."""
    words = line.words
    return (
        len(words[at].text) == 1 and words[at].capital and at + 2 < len(words) and words[at + 1].text == "." and words[at + 2].capital
        and words[at + 1].start == words[at].stop
    )  # fmt: skip


def quoted_modifier(line: Line, at: int) -> int | None:
    """One past an adjective in quotation marks inside a phrase: ``прибічники "жорсткого" виходу``."""
    words = line.words
    if at + 2 < len(words) and words[at].text in OPENING and words[at + 1].adjectives and words[at + 2].text in CLOSING:
        return at + 3
    return None


def modifies(line: Line, at: int, fitting: frozenset[Form]) -> bool:
    """Whether an adjective reading stands before its noun here, rather than being the noun itself."""
    word = line.words[at]
    if not fitting:
        return True
    if at + 1 >= len(line.words) or (word.mention >= 0 and word.mention_type == "PER"):
        return False
    nxt = line.words[at + 1]
    target = nxt.nouns | nxt.adjectives
    return bool(target and agree(word.adjectives, target))


def head_phrase(word: Word, first: int, fitting: frozenset[Form]) -> Phrase:
    """The phrase that ends with its head, before anything is attached behind."""
    animate = word.has("anim") or word.mention_type == "PER"
    pronoun = ("NPRO" in word.pos and not word.capital) or word.low in PERSONAL
    return Phrase(
        first, word.at + 1, word.at, fitting, animate, word.mention >= 0 or (word.capital and word.at > 0), pronoun
    )


PERSONAL = frozenset(["він", "вона", "вони", "воно", "он", "она", "они", "оно", "я", "ми", "мы"])


def is_numeral(line: Line, word: Word) -> bool:
    """A numeral or quantity word that stands before the counted noun."""
    return "NUMR" in word.pos or word.low in line.group("quantifiers")


def is_relative(line: Line, word: Word) -> bool:
    """A relative or interrogative pronoun is no head."""
    return word.low in line.group("relatives") or word.low in line.group("that")


def quoted_forms(line: Line, first: int, last: int) -> frozenset[Form]:
    """The cases of a quoted name: those of its one declined word (``"Известиям"``), any for a longer or foreign one."""
    words = line.between(first + 1, last - 1)
    if len(words) != 1 or not words[0].nouns:
        return ANY_FORM
    return frozenset((case, number, "") for case, _, _ in words[0].nouns for number in ("sing", "plur"))


def quoted_name(line: Line, at: int) -> int | None:
    """One past the closing mark of a short quoted name that opens at ``at``; None where there is none."""
    words = line.words
    if (
        words[at].text not in OPENING
        or at + 1 >= len(words)
        or not (words[at + 1].capital or words[at + 1].kind == "number")
    ):
        return None
    for here in range(at + 2, min(at + 9, len(words))):
        if words[here].text in CLOSING and words[here].start == words[here - 1].stop:
            return here + 1
        if words[here].text in ",.;:!?" or words[here].finite:
            return None
    return None


def extend(line: Line, phrase: Phrase, coordinate: bool, depth: int) -> Phrase:
    """Attach what belongs to the head behind it: names, genitives, brackets, titles' prepositions, coordination."""
    while (
        phrase.last < len(line.words) and phrase.last - phrase.first < MAX_PHRASE and not line.words[phrase.last].time
    ):
        longer = (
            with_bracket(line, phrase)
            or with_number(line, phrase)
            or with_quoted(line, phrase)
            or with_name(line, phrase)
            or with_second_title(line, phrase)
            or with_genitive(line, phrase, depth)
            or with_title_preposition(line, phrase, depth)
            or with_holder(line, phrase, depth)
            or (with_coordinate(line, phrase, depth) if coordinate else None)
        )
        if longer is None or longer.last <= phrase.last:
            return phrase
        phrase = longer
    return phrase


def with_bracket(line: Line, phrase: Phrase) -> Phrase | None:
    """``(RUSI)``, ``(Heiko Maas)``."""
    words = line.words
    if words[phrase.last].text != "(":
        return None
    for here in range(phrase.last + 1, min(phrase.last + MAX_BRACKET, len(words))):
        if words[here].text == ")":
            return replace(phrase, last=here + 1)
        if words[here].finite:
            return None
    return None


def with_number(line: Line, phrase: Phrase) -> Phrase | None:
    """``телеканал 360``: a medium whose name is a number."""
    word, before = line.words[phrase.last], line.words[phrase.last - 1]
    numbered = before.text.isascii() and before.capital and len(word.text) == 1
    if word.kind != "number" or not (numbered or before.lemmas & line.group("media")):
        return None
    return replace(phrase, last=phrase.last + 1, named=True)


def with_quoted(line: Line, phrase: Phrase) -> Phrase | None:
    """``телеканал "Схід"``."""
    stop = quoted_name(line, phrase.last)
    return None if stop is None or phrase.pronoun else replace(phrase, last=stop, named=True)


def with_name(line: Line, phrase: Phrase) -> Phrase | None:
    """A name in the same case: ``глава відомства Іван Коваль``, ``агентство Bloomberg``, ``Кім Чен Ин``."""
    word = line.words[phrase.last]
    if phrase.pronoun or not is_name_like(word) or (word.finite and word.mention < 0):
        return initials(line, phrase)
    if is_relative(line, word) or (word.pos & {"PREP", "CONJ"} and word.mention < 0 and not word.text.isupper()):
        return None
    forms = noun_forms(word, False) or word.adjectives
    if word.mention_type == "PER":
        # Foreign surnames are neuter or unknown to the dictionary; what they share with a title is case and number.
        forms = frozenset((case, number, "") for case, number, _ in forms)
    apposed = word.mention_type == "PER" or word.has("Surn") or word.has("Name")
    both = (agree_apposed if phrase.animate and apposed else agree)(phrase.forms, forms)
    same_name = word.mention >= 0 and word.mention == line.words[phrase.last - 1].mention
    if not both and (same_name or names_body(line, phrase)):
        both = phrase.forms
    if word.mention_type == "PER" and line.words[phrase.head].mention_type in ("ORG", "LOC") and not same_name:
        return None
    if not both:
        return None
    person = word.mention_type == "PER" or (word.mention < 0 and word.has("Surn"))
    if (
        person
        and not phrase.animate
        and line.words[phrase.last - 1].mention_type in ("ORG", "PRO", "LOC")
        and not same_name
    ):
        return None
    if line.words[phrase.last - 1].low in ("имени", "імені", "им", "ім"):
        return replace(phrase, last=phrase.last + 1)
    if person and not (phrase.animate or phrase.named) and "gent" not in {f[0] for f in both}:
        return None
    if person and not phrase.animate and not same_name and not is_org(line, phrase):
        return None
    return replace(phrase, last=phrase.last + 1, forms=both, animate=phrase.animate or person, named=True)


def with_second_title(line: Line, phrase: Phrase) -> Phrase | None:
    """A further title in the same case before the name: ``глава команды академик Александр Гинцбург``."""
    word = line.words[phrase.last]
    if not phrase.animate or phrase.pronoun or word.capital or not word.has("anim") or "NOUN" not in word.pos:
        return None
    if any(w.mention_type == "PER" for w in line.between(phrase.first, phrase.last)):
        return None
    both = agree_apposed(phrase.forms, word.nouns)
    ahead = line.between(phrase.last + 1, phrase.last + 4)
    return (
        replace(phrase, last=phrase.last + 1, forms=both)
        if both and any(w.mention_type == "PER" for w in ahead)
        else None
    )


def names_body(line: Line, phrase: Phrase) -> bool:
    """``компанії Нафтогаз``: behind a noun for a body its name may stand undeclined."""
    before, word = line.words[phrase.last - 1], line.words[phrase.last]
    return word.mention_type == "ORG" and bool(before.lemmas & (line.group("bearers") | line.group("media")))


def is_org(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase ends in a capitalised foreign word, of which the next may be a part."""
    return is_name_like(line.words[phrase.last - 1])


def initials(line: Line, phrase: Phrase) -> Phrase | None:
    """``С. Міксер``: the stop after an initial and the surname behind it."""
    words = line.words
    before = words[phrase.last - 1]
    if words[phrase.last].text == "." and len(before.text) == 1 and before.capital and phrase.last + 1 < len(words):
        if words[phrase.last + 1].capital:
            return replace(phrase, last=phrase.last + 2, animate=True, named=True)
    return None


def with_genitive(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``голова Європейської Ради``; a person's name of unclear case joins only people, not things."""
    if phrase.pronoun:
        return None
    inner = phrase_at(line, phrase.last, coordinate=False, depth=depth + 1)
    if inner is None or inner.pronoun or "gent" not in inner.cases():
        return None
    inner = with_name_list(line, with_plain_genitives(line, inner, depth), depth)
    first, head = line.words[inner.first], line.words[phrase.head]
    if head.text.isascii() and not first.capital:
        return None
    if first.mention_type == "PER" and "nomn" in inner.cases() and not phrase.animate:
        return None
    if first.capital and line.words[phrase.last - 1].mention_type == "PER":
        return None
    return replace(phrase, last=inner.last, named=phrase.named)


def with_name_list(line: Line, inner: Phrase, depth: int) -> Phrase:
    """``Мінторгу, Мінагро і митниці``: a list of names in the genitive that a comma opens and a conjunction closes."""
    while (
        inner.last < len(line.words)
        and line.words[inner.head].capital
        and line.words[inner.last].text == ","
        and listed(line, inner.last)
    ):
        longer = with_coordinate(line, inner, depth + 1)
        if longer is None:
            return inner
        closing = with_coordinate(line, longer, depth + 1) if longer.last < len(line.words) else None
        inner = replace(closing or longer, forms=inner.forms)
    return inner


def with_plain_genitives(line: Line, inner: Phrase, depth: int) -> Phrase:
    """``розвитку і торгівлі``: common nouns of one case joined inside a name; the second must be unmistakably genitive."""
    words = line.words
    at = inner.last
    if at + 1 >= len(words) or words[at].low not in ("і", "й", "та", "и") or words[inner.head].capital:
        return inner
    nxt = phrase_at(line, at + 1, coordinate=False, depth=depth + 2)
    if nxt is None or words[nxt.head].capital or words[nxt.head].has("anim") or "gent" not in nxt.cases():
        return inner
    # A genitive plural of both, or a singular that another genitive follows: "розвитку і торгівлі України".
    both_plural = ("gent", "plur", "") in inner.forms & nxt.forms
    return (
        replace(inner, last=nxt.last) if both_plural or "nomn" not in nxt.cases() or nxt.last > nxt.head + 1 else inner
    )


# Prepositions that lead on inside a title or an organisation's name.
TITLE_PREPOSITIONS = frozenset(["при", "по", "з", "із", "зі", "с", "со", "по", "у", "в", "во", "на", "для", "від", "от", "из"])


def with_title_preposition(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``міністр з питань Brexit Іван Коваль``, ``представництво при ООН``, ``оглядачі у Британії``."""
    words = line.words
    word = words[phrase.last]
    if phrase.pronoun or word.low not in TITLE_PREPOSITIONS or words[phrase.last - 1].mention_type == "PER":
        return None
    inner = phrase_at(line, phrase.last + 1, coordinate=False, depth=depth + 1)
    if inner is None:
        return None
    anonymous = bool(line.words[phrase.head].lemmas & line.group("anonymous"))
    if anonymous or word.low in ("при", "по") or titled(line, phrase, inner) or is_place(line, phrase, inner):
        return replace(phrase, last=inner.last)
    if inner.last < len(words) and phrase.animate and words[inner.last].mention_type == "PER":
        return replace(phrase, last=inner.last)
    return None


HOLDER_REACH = 16


def with_holder(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """A long title up to the name of who holds it: ``координатор Союзу на переговорах щодо миру Мішель Барньє``."""
    words = line.words
    if (
        depth
        or not phrase.animate
        or phrase.pronoun
        or any(w.mention_type == "PER" for w in line.between(phrase.first, phrase.last))
    ):
        return None
    for at in range(phrase.last, min(phrase.last + HOLDER_REACH, len(words))):
        word = words[at]
        if word.mention_type == "PER":
            person = phrase_at(line, at, coordinate=False, depth=depth + 1)
            both = agree_apposed(phrase.forms, person.forms) if person is not None and at > phrase.last else frozenset()
            return replace(phrase, last=person.last, forms=both, named=True) if person is not None and both else None
        if (
            (word.kind == "mark"
            and word.text not in '«»“”„"()')
            or word.finite
            or word.time
            or (at == phrase.last and "PREP" not in word.pos)
        ):
            return None
    return None


SUBJECT_WORDS = frozenset(
    ["питань", "питаннях", "справах", "справ", "вопросам", "вопросах", "делам", "зв'язків", "звязків", "связям", "комунікацій", "безпеки", "безопасности", "прав", "переговорах", "прессы", "преси"]
)


def titled(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """A post with its field: ``з питань``, ``у справах``, ``по делам``."""
    return any(w.low.replace("’", "'") in SUBJECT_WORDS for w in line.between(inner.first, inner.last))


def is_place(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``оглядачі у Британії``: people of a kind and a place name."""
    head = line.words[phrase.head]
    return head.has("anim") and not phrase.named and line.words[inner.first].mention_type == "LOC"


def with_coordinate(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``Пхеньян і Москва``, ``Рааб, а також Вара``: the same case, plural together."""
    words = line.words
    here = phrase.last
    if (
        words[here].text == ","
        and here + 2 < len(words)
        and words[here + 1].low == "а"
        and words[here + 2].low in ("також", "также")
    ):
        here += 2
    elif words[here].text == "," and listed(line, here):
        pass
    elif words[here].low not in ("і", "й", "та", "и"):
        return None
    inner = phrase_at(line, here + 1, coordinate=False, depth=depth + 1)
    if inner is None or (inner.pronoun and not phrase.pronoun):
        return None
    shared = phrase.cases() & inner.cases()
    if not shared or not likewise(line, phrase, inner):
        return None
    forms = frozenset((case, "plur", "") for case in shared)
    return replace(phrase, last=inner.last, forms=forms, animate=phrase.animate or inner.animate)


def listed(line: Line, comma: int) -> bool:
    """Whether a comma stands in a list of names that a conjunction closes soon: ``easyJet, Ryanair і Lufthansa``."""
    words = line.words
    for at in range(comma + 1, min(comma + 10, len(words))):
        if words[at].low in ("і", "й", "та", "и"):
            return at > comma + 1 and all(w.text == "," or is_name_like(w) for w in line.between(comma + 1, at))
        if words[at].finite:
            return False
    return False


def likewise(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """Only like joins like: names with names, people with people."""
    left, right = line.words[phrase.head], line.words[inner.head]
    return left.capital == right.capital or (phrase.animate and inner.animate)

"""What stands in a register that anybody can look up: ``За даними держреєстру``, ``У реєстрі вказано``."""

from __future__ import annotations

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Chain, Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import QUOTED, first_noun
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line, Word
from firsthand.stages.chains.names import cased
from firsthand.stages.chains.scene import Scene, distinct, evidence, is_about_this

# Words between "за" and the data: "згідно з останніми даними", "за актуальною інформацією з".
MOST_BEFORE = 5
# Words from a register to "вказано".
MOST_TO_VERB = 4


def register_chain(scene: Scene) -> Chain | None:
    """The register that a piece of the report is taken from; what says ``Про це`` is told of elsewhere."""
    line = scene.line
    if is_about_this(scene) or not names_register(line):
        return None
    for word in line.words:
        found = by_data(line, word) or read_in(line, word) or seen_in(line, word) or shows(line, word)
        if found is not None:
            span = with_purpose(line, found)
            whole = evidence(scene, [Span(word.start, word.stop), span])
            return Chain(distinct(iter((register_name(line, span),))), "passage", whole, "register")
    return None


def names_register(line: Line) -> bool:
    """Whether a sentence has a word for a register or for sources that are open to all: none begins without one."""
    return bool(line.meaning("public_registers|open_to_all") or line.spelled("public_registers"))


def register_name(line: Line, span: Span) -> str:
    """What a register is called; a printed one (``бюлетень «Торги»``) by the name in its marks."""
    text = span.of(line.text)
    quoted = QUOTED.search(text)
    if quoted is not None and first_noun(text, line.language) & line.group("medium_beginnings"):
        return quoted.group(1)
    return cased(phrase_nominative(text, line.language), text)


def by_data(line: Line, word: Word) -> Phrase | None:
    """``За даними реєстру``, ``Згідно з витягом з реєстру``, ``Згідно з реєстром``: the register behind the data."""
    judged = word.low in line.group("according") or word.low in line.group("judging")
    if not judged and word.low not in line.group("by_data"):
        return None
    data = data_behind(line, word, line.group("data_nouns|extracts"))
    if data is not None:
        return register_at(line, past_preposition(line, data + 1))
    return register_at(line, past_preposition(line, word.at + 1)) if judged else None


def past_preposition(line: Line, at: int) -> int:
    """The word behind a preposition at a word; the same word where none stands."""
    return at + (at < len(line.words) and "PREP" in line.words[at].pos)


def data_behind(line: Line, word: Word, nouns: frozenset[str] | None = None) -> int | None:
    """``За даними``, ``згідно з останньою інформацією``: the number of the noun that a preposition leads to."""
    wanted = line.group("data_nouns") if nouns is None else nouns
    near = range(word.at + 1, min(word.at + MOST_BEFORE, len(line.words) - 1))
    return next((at for at in near if line.words[at].lemmas & wanted), None)


def seen_in(line: Line, word: Word) -> Phrase | None:
    """``Як видно з кадастру``: the register behind what says that it can be seen there."""
    behind = word.at + 1
    if word.low not in line.group("seen_from") or behind + 1 >= len(line.words):
        return None
    if line.words[behind].low not in line.group("out_of"):
        return None
    return register_at(line, behind + 1) or extract_of(line, behind + 1)


def extract_of(line: Line, at: int) -> Phrase | None:
    """``витягу з реєстру``, ``даних реєстру``: the register that an extract at a word is from."""
    nouns = line.group("extracts|data_nouns")
    return register_at(line, past_preposition(line, at + 1)) if line.words[at].lemmas & nouns else None


def shows(line: Line, word: Word) -> Phrase | None:
    """``Реєстр компаній свідчить``, ``Як свідчать дані кадастру``: the register that is the subject."""
    if not word.finite or not word.lemmas & line.group("showing_verbs"):
        return None
    behind = word.at + 1
    found = register_at(line, behind) if behind < len(line.words) else None
    if found is not None and "nomn" in found.cases():
        return found
    if behind < len(line.words) and (found := extract_of(line, behind)) is not None:
        return found
    before = (register_at(line, at) for at in range(max(0, word.at - MOST_BEFORE), word.at))
    return next((p for p in before if p is not None and p.last == word.at and "nomn" in p.cases()), None)


def read_in(line: Line, word: Word) -> Phrase | None:
    """``У реєстрі вказано``, ``З відкритих джерел відомо``: the register before what says that it stands there."""
    inside, out_of = word.low in line.group("inside"), word.low in line.group("out_of")
    found = register_at(line, word.at + 1) if inside or out_of else None
    if found is None:
        return None
    says = line.group("stands_there|found_there") if inside else line.group("seen_from")
    near = line.words[found.last : found.last + MOST_TO_VERB]
    denied = any(behind.low in line.group("negation") for behind in near)
    return found if not denied and any(({behind.low} | behind.lemmas) & says for behind in near) else None


def register_at(line: Line, at: int) -> Phrase | None:
    """The phrase of a register at a word, or of sources that are open to all."""
    phrase = phrase_at(line, at, coordinate=False) if at < len(line.words) else None
    if phrase is None or phrase.pronoun:
        return None
    head = line.words[phrase.head]
    inside = line.between(phrase.first, phrase.last)
    is_open = bool(head.lemmas & line.group("anonymous")) and any(w.lemmas & line.group("open_to_all") for w in inside)
    named = bool((head.lemmas | {head.low}) & line.group("public_registers"))
    return phrase if named or is_open else None


def with_purpose(line: Line, register: Phrase) -> Span:
    """``реєстр прав на нерухоме майно``: a register with what it is of, up to the comma."""
    span = phrase_span(line, register)
    behind = line.words[register.last] if register.last < len(line.words) else None
    many = register.last - register.first > 1
    if behind is None or not many or behind.low not in line.group("onto"):
        return span
    thing = phrase_at(line, register.last + 1, coordinate=False)
    return span if thing is None or thing.named else Span(span.start, line.words[thing.last - 1].stop)

"""What stands in a register that anybody can look up: ``За даними держреєстру``, ``У реєстрі вказано``."""

from __future__ import annotations

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Chain, Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import phrase_span
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
    if is_about_this(scene):
        return None
    line = scene.line
    for word in line.words:
        found = by_data(line, word) or read_in(line, word)
        if found is not None:
            span = with_purpose(line, found)
            name = phrase_nominative(span.of(line.text), line.language)
            whole = evidence(scene, [Span(word.start, word.stop), span])
            return Chain(distinct(iter((cased(name, span.of(line.text)),))), "passage", whole, "register")
    return None


def by_data(line: Line, word: Word) -> Phrase | None:
    """``За даними реєстру``, ``Згідно з інформацією з реєстру``: the register behind the data."""
    if word.low not in line.group("by_data"):
        return None
    data = data_behind(line, word)
    return register_at(line, data + 1 + ("PREP" in line.words[data + 1].pos)) if data is not None else None


def data_behind(line: Line, word: Word) -> int | None:
    """``За даними``, ``згідно з останньою інформацією``: the number of the noun that a preposition leads to."""
    near = range(word.at + 1, min(word.at + MOST_BEFORE, len(line.words) - 1))
    return next((at for at in near if line.words[at].lemmas & line.group("data_nouns")), None)


def read_in(line: Line, word: Word) -> Phrase | None:
    """``У реєстрі вказано``, ``З відкритих джерел відомо``: the register before what says that it stands there."""
    inside, out_of = word.low in line.group("inside"), word.low in line.group("out_of")
    found = register_at(line, word.at + 1) if inside or out_of else None
    if found is None:
        return None
    says = line.group("stands_there") if inside else line.group("seen_from")
    near = line.words[found.last : found.last + MOST_TO_VERB]
    denied = any(behind.low in line.group("negation") for behind in near)
    return found if not denied and any(behind.low in says for behind in near) else None


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

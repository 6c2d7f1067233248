"""Platforms on which somebody wrote: ``у Twitter``, ``на сторінці в VK``, ``у своєму Telegram-каналі``."""

from __future__ import annotations

from firsthand.lang.outlets import may_name_platform
from firsthand.names.nominative import phrase_nominative
from firsthand.names.words import doubles
from firsthand.records import Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import QUOTED, is_platform, lemmas, outlet_in_any_case
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import WORD, Line, group, word_forms
from firsthand.stages.chains.names import cased
from firsthand.stages.chains.scene import QUOTES, Hop

# A platform's name has at most so many words.
MOST_NAME = 2


def platform_behind(line: Line, source: Span) -> Hop | None:
    """``заяві міністра в Telegram``: the platform right behind a document, by its own name."""
    behind = line.from_place(source.stop)
    return platform_at(line, behind) if behind < len(line.words) else None


def platform_at(line: Line, at: int) -> Hop | None:
    """``у Twitter``, ``на сторінці в VK``: a platform behind the preposition at word ``at``."""
    if line.words[at].low not in line.group("place_prepositions") or at + 1 >= len(line.words):
        return None
    phrase = phrase_at(line, at + 1, coordinate=False)
    if phrase is None:
        return undeclined_platform(line, at + 1)
    return platform_hop(line, phrase_span(line, phrase))


def undeclined_platform(line: Line, at: int) -> Hop | None:
    """``официальном Твиттер``: a platform whose name does not agree with the adjective at word ``at``."""
    described = at + 1 < len(line.words) and bool(line.words[at].adjectives)
    return platform_hop(line, Span(line.words[at].start, line.words[at + 1].stop)) if described else None


def platform_hop(line: Line, span: Span) -> Hop | None:
    """``у Twitter``, ``в своем твиттере``, ``в Telegram-канале``, ``у соцмережі Х``."""
    whole, words = span.of(line.text), own_words(line, span)
    names = (" ".join(words[:size]) for size in range(MOST_NAME, 0, -1)) if words else ()
    name = next((name for name in names if names_platform(line, name, span)), None)
    if name is None:
        return None
    named = QUOTED.search(whole)
    # "у «Фейсбуці» «Вісник»": the platform is marked itself
    marked = whole.find(words[0]) > 0 and whole[whole.find(words[0]) - 1] in QUOTES
    if named is not None and not marked:
        return Hop(named.group(1), span)  # "Telegram-канал «Радіоточка»": the channel by its own name
    start = span.start + max(whole.find(words[0]), 0)
    return Hop(cased(phrase_nominative(name, line.language), name), Span(start, start + len(name)))


def own_words(line: Line, span: Span) -> list[str]:
    """The words of a phrase without whose it is, what leads to a platform and what only describes one."""
    language = line.language
    own = group(language, "pronouns.reflexive")
    words = [word for word in WORD.findall(span.of(line.text)) if not lemmas(word, language) & own]
    if len(words) > 1 and lemmas(words[0], language) & group(language, "venues"):
        words = words[is_platform(words[1], language) :]  # "у мікроблозі Twitter": the platform by its own name
    if len(words) > 1 and word_forms(words[0], language).adjectives and is_platform(words[-1], language):
        words = words[-1:]  # "в официальном Твиттер"
    return words


def names_platform(line: Line, name: str, span: Span) -> bool:
    """Whether a name is a platform's, also in letters of the other alphabet; one word also as a part of another."""
    language = line.language
    if is_platform(name, language) or is_platform(name.translate(doubles()[1]), language):
        return True
    return " " not in name and (is_called_platform(line, name, span) or is_platform(name.split("-")[0], language))


def is_called_platform(line: Line, name: str, span: Span) -> bool:
    """``у Threads``, ``в Одноклассниках``, ``у своєму X``: a platform whose name may be another word elsewhere."""
    outlet = outlet_in_any_case(name, line.language) if name[0].isupper() and may_name_platform(name) else None
    if outlet is None or outlet.kind != "platform":
        return False
    # "у X столітті"
    return len(name) > 1 or any(w.lemmas & line.group("pronouns.reflexive") for w in line.inside(span))

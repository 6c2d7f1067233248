"""Platforms on which somebody wrote: ``у Twitter``, ``на сторінці в VK``, ``у своєму Telegram-каналі``."""

from __future__ import annotations

import re
from string import ascii_letters

from firsthand.lang.outlets import may_name_platform
from firsthand.names.nominative import phrase_nominative
from firsthand.names.words import doubles
from firsthand.records import Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import QUOTED, is_platform, lemmas, outlet_in_any_case
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import WORD, Line, Word, group, word_forms
from firsthand.stages.chains.names import cased
from firsthand.stages.chains.scene import OPENING, Hop, ones_own

MARKED = re.compile(r"[ \t]{1,3}[«“„\"]([^«»“”„\"\n]{2,60})[»”“\"]")
# A platform's name has at most so many words.
MOST_NAME = 2


def platform_behind(line: Line, source: Span) -> Hop | None:
    """``заяві міністра в Telegram``: the platform right behind a document, by its own name."""
    behind = line.from_place(source.stop)
    return platform_at(line, behind) if behind < len(line.words) else None


def platform_at(line: Line, at: int) -> Hop | None:
    """``у Twitter``, ``на сторінці в VK``, ``через свій Telegram``: a platform behind the preposition at a word."""
    if at + 1 >= len(line.words) or not leads_to_page(line, at):
        return None
    if (channel := apart_channel(line, at + 1)) is not None:
        return channel
    phrase = phrase_at(line, at + 1, coordinate=False)
    if phrase is None:
        return undeclined_platform(line, at + 1)
    return platform_hop(line, with_letter(line, phrase_span(line, phrase)))


def with_letter(line: Line, span: Span) -> Span:
    """``у соцмережі [X].``: a page with the letter right behind it, which was read as somebody's initial."""
    last = line.inside(span)[-1]
    behind = line.words[last.at + 1] if last.at + 1 < len(line.words) else None
    led = behind is not None and bool(last.lemmas & line.group("venues"))
    return (
        Span(span.start, behind.stop)
        if behind is not None and led and is_page_only(behind.text, line.language)
        else span
    )


def leads_to_page(line: Line, at: int) -> bool:
    """``у``, ``на``; ``через`` where one's own page stands behind it."""
    low = line.words[at].low
    own = low in line.group("through") and line.words[at + 1].lemmas & ones_own(line)
    return low in line.group("place_prepositions") or bool(own)


def apart_channel(line: Line, at: int) -> Hop | None:
    """``Telegram канал``: a page on a platform, where the page left the hyphen out; one with a name is a medium."""
    first, second = (*line.between(at, at + 2), None, None)[:2]
    behind = line.between(at + 2, at + 3)
    named = bool(behind) and (behind[0].text in OPENING or behind[0].text[:1] in ascii_letters)
    if first is None or second is None or named or not is_apart_channel(line, first.text, second.text):
        return None
    name = f"{first.text} {phrase_nominative(second.text, line.language)}"
    return Hop(name, Span(first.start, second.stop))


def is_apart_channel(line: Line, platform: str, noun: str) -> bool:
    """Whether two words are ``телеграм-канал`` without its hyphen."""
    joined = {f"{platform.lower()}-{lemma}" for lemma in lemmas(noun, line.language)}
    return bool(joined & line.group("channels"))


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
    marked = whole.find(words[0]) > 0 and whole[whole.find(words[0]) - 1] in OPENING
    if named is not None and not marked and not is_owned(line, span, named.start()):
        return Hop(named.group(1), span)  # "Telegram-канал «Радіоточка»": the channel by its own name
    if (called := channel_behind(line, span)) is not None:
        return called
    start = span.start + max(whole.find(words[0]), 0)
    return Hop(cased(phrase_nominative(name, line.language), name), Span(start, start + len(name)))


def channel_behind(line: Line, span: Span) -> Hop | None:
    """``у своєму телеграм-каналі [«Два береги»]``: a channel by the name in marks right behind it."""
    last = line.inside(span)[-1:]
    match = MARKED.match(line.text, span.stop) if last and last[0].lemmas & line.group("channels") else None
    return Hop(match.group(1), Span(span.start, match.end())) if match is not None else None


def networks(line: Line, span: Span) -> Hop | None:
    """``у соцмережах``, ``в социальных сетях``: where somebody wrote, who does not say on which of them."""
    words = [w for w in line.inside(span) if not w.lemmas & ones_own(line)]
    if not words or len(words) > MOST_NAME or not words[-1].lemmas & line.group("networks"):
        return None
    if ("loct", "plur") not in {form[:2] for form in words[-1].nouns} or not is_social(line, words):
        return None
    whole = Span(words[0].start, words[-1].stop)
    return Hop(phrase_nominative(whole.of(line.text), line.language).lower(), whole)


def is_social(line: Line, words: list[Word]) -> bool:
    """Whether a noun alone says that it is of people's pages, or the adjective before it."""
    if len(words) == 1:
        return bool(words[0].lemmas & line.group("social_networks"))
    return bool(words[0].lemmas & line.group("social"))


def is_owned(line: Line, span: Span, quoted: int) -> bool:
    """``Telegram-канал порту «Лиман»``: whether a noun for whose the page is stands before the marks."""
    before = [w for w in line.inside(span) if w.stop <= span.start + quoted and w.kind == "word"]
    whose = (w for w in before[1:] if not w.lemmas & line.group("channels"))
    return any(w.nouns and not w.adjectives and w.lemmas & line.group("bodies") for w in whose)


def own_words(line: Line, span: Span) -> list[str]:
    """The words of a phrase without whose it is, what leads to a platform and what only describes one."""
    language = line.language
    own = ones_own(line)
    words = [word for word in WORD.findall(span.of(line.text)) if not lemmas(word, language) & own]
    if len(words) > 1 and lemmas(words[0], language) & group(language, "venues"):
        # "у мікроблозі Twitter": the platform by its own name
        words = words[is_platform(words[1], language) or is_page_only(words[1], language) :]
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
    return len(name) > 1 or is_on_page(line, span) or ends_clause(line, span)


def is_page_only(word: str, language: str) -> bool:
    """``X``: a platform whose one letter may be another word elsewhere."""
    outlet = outlet_in_any_case(word, language) if len(word) == 1 and may_name_platform(word) else None
    return outlet is not None and outlet.kind == "platform"


def is_on_page(line: Line, span: Span) -> bool:
    """``у своєму X``, ``у соцмережі X``, ``на сторінці в X``: whether a word says that a letter names a platform."""
    words = line.inside(span)
    before = line.words[words[0].at - 2] if words[0].at > 1 else None
    page = line.group("venues|own_pages")
    owned = any(w.lemmas & (ones_own(line) | page) for w in words)
    return owned or (before is not None and bool(before.lemmas & page))


def ends_clause(line: Line, span: Span) -> bool:
    """``написала Ткач у X.``, ``повідомив у X, що``: whether a letter behind ``у`` ends what somebody told."""
    letter = line.inside(span)[0]
    behind = line.words[letter.at + 1] if letter.at + 1 < len(line.words) else None
    ends = behind is None or behind.text == "," or (behind.text == "." and behind.at == len(line.words) - 1)
    led = letter.at > 0 and line.words[letter.at - 1].low in line.group("place_prepositions")
    telling = [w for w in line.meaning("speaking_verbs|media_verbs|put_out_verbs") if w.finite]
    told = letter.at > 1 and line.words[letter.at - 2] in telling  # "повідомила в X міністерка"
    return led and (told or (ends and bool(telling)))

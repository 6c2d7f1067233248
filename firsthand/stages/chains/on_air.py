"""The medium behind what leads to it: ``в інтерв'ю [DW]``, ``у програмі «Вечір» на [Sonce TV]``."""

from __future__ import annotations

from itertools import takewhile

from firsthand.lang.outlets import find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import QUOTED, has_newsroom, is_medium, is_platform, known_outlet, medium_name
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line, Word, cases_in
from firsthand.stages.chains.foreign import capital_outlet, foreign_name, foreign_name_at, is_latin_text, latin_run
from firsthand.stages.chains.platforms import platform_hop
from firsthand.stages.chains.scene import OPENING, Hop, Scene
from firsthand.stages.chains.tellers import DOMAIN

# Words between a programme and the channel that it is on.
NEAR = 2
# Words of a name behind a noun for a medium.
MOST_OF_NAME = 5
# Characters of a name.
LONGEST_NAME = 60
LONGEST_NUMBER = 3


def outlet_hop(line: Line, span: Span) -> Hop | None:
    """``розповіла в Daily Mail``: an outlet whose name is nothing else."""
    text = span.of(line.text)
    outlet = find_outlet(text)
    if outlet is None or outlet.ambiguous or not has_newsroom(outlet):
        return None
    return Hop(medium_name(text, line.language), span)


def medium_behind(scene: Scene, at: int) -> Hop | None:
    """The medium named within the next words behind ``інтерв'ю``, ``ефір``, ``сторінка``."""
    line = scene.line
    through_whom = line.group("reporters|newsrooms")
    for here in range(at + 1, min(at + 8, len(line.words))):
        word = line.words[here]
        if word.text in ",.;:()" or (word.finite and word.mention < 0):
            return None
        if ("PREP" in word.pos and word.mention < 0) or word.lemmas & through_whom:
            continue  # "у розмові з [журналістами] X", "в коментарі [редакції] X"
        single = Span(word.start, word.stop)
        if (outlet := capital_outlet(line, single)) is not None:
            return Hop(outlet, single)
        if is_numbered(line, word):
            return Hop(line.text[word.start : line.words[here + 1].stop], Span(word.start, line.words[here + 1].stop))
        phrase = phrase_at(line, here, coordinate=False)
        foreign = foreign_medium(line, here)
        if foreign is not None and (phrase is None or is_latin_text(foreign.name)):
            return with_number(line, foreign)  # "програма «Вечір» телеканалу X" is on a channel
        if phrase is None:
            continue
        span = Span(word.start, line.words[phrase.last - 1].stop)
        text = span.of(line.text)
        platform = platform_hop(line, span)
        if platform is not None:
            return platform
        if is_medium(text, line.language) or named_medium(line, phrase.first, phrase.last):
            alone = phrase.last - phrase.first == 1
            if alone and (called := undeclined_outlet(line, phrase) or undeclined_name(line, phrase)) is not None:
                return called
            found = Hop(medium_name(text, line.language), span)
            if find_outlet(found.name) is not None:
                return with_number(line, found)
            return channel_behind(line, phrase) or in_nominative(line, phrase, found)
        return outlet_before(line, word, phrase)
    return None


def with_number(line: Line, medium: Hop) -> Hop:
    """``Rai News [24]``: a name in Latin letters with the number behind it, where that ends the clause."""
    behind = [w for w in line.words if w.start >= medium.span.stop][:2]
    numbered = bool(behind) and behind[0].kind == "number" and len(behind[0].text) <= LONGEST_NUMBER
    if not numbered or not is_latin_text(medium.name):
        return medium
    ends = len(behind) == 1 or behind[1].kind == "mark" or behind[1].finite or "PREP" in behind[1].pos
    if not ends or behind[0].time:
        return medium
    return Hop(f"{medium.name} {behind[0].text}", Span(medium.span.start, behind[0].stop))


def is_numbered(line: Line, word: Word) -> bool:
    """``в ефірі Лиман24``: a name that a number ends without a blank, as those of channels do."""
    behind = line.words[word.at + 1] if word.at + 1 < len(line.words) else None
    return word.capital and behind is not None and behind.kind == "number" and behind.start == word.stop


def in_nominative(line: Line, phrase: Phrase, found: Hop) -> Hop:
    """``в ефірі «Карпатського радіо»``: the name between marks that begin a phrase, where it shows its case."""
    first = line.words[phrase.first]
    begins = first if first.text in OPENING else line.words[first.at - 1] if first.at else first
    if begins.text not in OPENING or found.name not in line.text[begins.start : begins.start + LONGEST_NAME]:
        return found
    return Hop(foreign_name(line, Span(begins.start, begins.stop + len(found.name))), found.span)


def foreign_medium(line: Line, at: int) -> Hop | None:
    """``у коментарі швейцарській [Le Temps]``: a medium by a name that no table has; a platform is none."""
    span = foreign_name_at(line, at)
    if span is None or is_platform(span.of(line.text), line.language) or find_outlet(span.of(line.text)) is not None:
        return None
    return Hop(foreign_name(line, span), span)


def outlet_before(line: Line, first: Word, phrase: Phrase) -> Hop | None:
    """``у розмові з [УНІАН] експерт``: an outlet that never declines, before who spoke."""
    inside = line.between(phrase.first, phrase.last)
    named = [word for word in inside if word.mention == first.mention >= 0]
    named = named or latin_run(line, first.at)  # "в інтерв'ю [Wired] Олена Ткач"
    if not named or len(named) == len(inside):
        return None
    return outlet_hop(line, Span(first.start, named[-1].stop))


def undeclined_outlet(line: Line, medium: Phrase) -> Hop | None:
    """``телеканалу Україна 24``: the outlet whose name stands in the nominative behind the word for it."""
    for last in range(min(medium.last + MOST_OF_NAME, len(line.words)), medium.last, -1):
        span = Span(line.words[medium.last].start, line.words[last - 1].stop)
        outlet = find_outlet(span.of(line.text)) if line.words[last - 1].kind != "mark" else None
        if outlet is not None and has_newsroom(outlet):
            return Hop(medium_name(span.of(line.text), line.language), span)
    return None


def undeclined_name(line: Line, medium: Phrase) -> Hop | None:
    """``телеканалу Світанок``, ``радио Новый день``: a name in the nominative where the noun before stands in no such.

    A name right before a verb is who does something: ``в інтерв'ю газеті Коваль сказав``.
    """
    run = list(takewhile(lambda w: w.capital and w.kind == "word" and not w.time, line.words[medium.last :]))[
        :MOST_OF_NAME
    ]
    if not run or not line.words[medium.head].lemmas & line.group("media") or any(w.mention_type == "PER" for w in run):
        return None
    phrase = phrase_at(line, run[0].at, coordinate=False)
    last = max(run[-1].at + 1, phrase.last if phrase is not None and "nomn" in phrase.cases() else 0)
    acts = last < len(line.words) and line.words[last].finite
    if acts or not (run[0].text.isascii() or "nomn" in cases_in(run[0].nouns | run[0].adjectives)):
        return None
    span = Span(run[0].start, line.words[last - 1].stop)
    return Hop(span.of(line.text), span)


def channel_behind(line: Line, programme: Phrase) -> Hop | None:
    """``програмі «Вечір» на телеканалі ICTV``: the channel right behind its programme."""
    for word in line.words[programme.first + 1 : programme.last + NEAR]:
        phrase = phrase_at(line, word.at, coordinate=False) if word.lemmas & line.group("media") else None
        if phrase is not None and phrase.head == word.at:
            text = phrase_span(line, phrase).of(line.text)
            named = known_outlet(text, line.language) is not None or QUOTED.search(text) is not None
            named = named or line.words[phrase.last - 1].text.isascii()
            return Hop(medium_name(text, line.language), phrase_span(line, phrase)) if named else None
        # "у програмі «Вечір» на Sonce TV"
        on = word.at >= programme.last and word.low in line.group("place_prepositions")
        span = foreign_name_at(line, word.at + 1) if on else None
        if span is not None and not line.inside(span)[0].time:
            return Hop(foreign_name(line, span), span)
    return None


def named_medium(line: Line, first: int, last: int) -> bool:
    """Behind ``інтерв'ю`` an unknown name in Latin letters or quotation marks is a medium, a person's is not."""
    words = line.between(first, last)
    if any(w.mention_type == "PER" for w in words):
        return False
    text = line.text[words[0].start : words[-1].stop]
    known = find_outlet(phrase_nominative(text, line.language)) is not None or DOMAIN.search(text) is not None
    return known or words[0].text.isascii() or words[0].text in '«“"'

"""How a source that was read counts in chains: the medium without who it quotes, a document by whose it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, takewhile

from firsthand.lang.outlets import find_outlet
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import (
    first_noun,
    is_document,
    known_outlet,
    lemmas,
    medium_name,
    piece_outlet,
)
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line, Word, group
from firsthand.stages.chains.foreign import capital_outlet
from firsthand.stages.chains.media import behind_preposition
from firsthand.stages.chains.names import hop_name, media_before
from firsthand.stages.chains.plain import plain_name_behind
from firsthand.stages.chains.platforms import platform_at
from firsthand.stages.chains.put_out import with_publisher
from firsthand.stages.chains.scene import Scene
from firsthand.stages.chains.tellers import DOMAIN, begins_with_announcer, names_medium, names_one_medium, verb_lemmas
from firsthand.stages.chains.unread import ABOUT_WORDS, capital_name, named_between, with_capitals
from firsthand.stages.speakers.cast import full_name
from firsthand.stages.speakers.resolve import speaker_of

ADDRESS = re.compile(r"[ \t]{1,3}([\w.-]{3,40}\w)")
MARKED = re.compile(r"[ \t]{1,3}[«“„\"]([^«»“”„\"\n]{2,40})[»”“\"](?=[ \t]{0,3}(?:[.\n]|$))")
MARKED_ADDRESS = re.compile(r"[ \t]{1,3}[«“„\"]([\w-]{2,40}\.[a-z]{2,6})[»”“\"]")
# "Вежа[.Захід],": a part of a medium's name, before a mark or at the end; "[Громада.]Полісся".
PART_BEHIND = re.compile(r"\.[А-ЯІЇЄҐ][а-яіїєґ]{2,20}(?=[»”“\"]?(?:[.,;)]|\s*$|\s*\n| [зі]з? поси| со ссыл| из ссыл))")
PART_BEFORE = re.compile(r"(?<![\w.])[А-ЯІЇЄҐ][а-яіїєґ]{2,20}\.$")
MOST_OF_PART = 24
# "15min", "rbc24": a name in Latin letters with a number.
NUMBERED = re.compile(r"\d{1,4}[a-z]{2,12}|[a-z]{2,12}\d{1,4}", re.I)
LATIN_DECLINED = re.compile(r"\b([A-Z][\w.]{1,30})['’ʼ][уаоиеміюяів]{1,3}$")
# Words of a name in Latin letters.
MOST_OF_LATIN = 4


def as_teller(scene: Scene, reporting: Attribution) -> Attribution:
    """A reporting as it counts in chains: a press service by its own name, a body without where it wrote."""
    if reporting.source is None:
        return reporting
    torn = torn_before(scene, reporting)
    if torn is not None:
        return torn
    for mended in MENDING:
        reporting = mended(scene, reporting)
    assert reporting.source is not None  # noqa: S101 - it keeps one
    line = scene.line
    inside = [w for w in line.inside(reporting.source) if w.start > reporting.source.start]
    place = next((w for w in inside if platform_at(line, w.at) is not None), None)
    source = reporting.source if place is None else Span(reporting.source.start, line.words[place.at - 1].stop)
    if place is None and not begins_with_announcer(source.of(line.text), line.language):
        return reporting
    return replace(reporting, source=source, speaker=hop_name(scene, source))


def torn_before(scene: Scene, reporting: Attribution) -> Attribution | None:
    """``Про це Порт.ua. повідомляє Учора міністр``: the page put the medium before its verb, with the full stop."""
    if reporting.rule != "about-this":
        return None
    line = scene.line
    verb = next((w for w in line.words if w.start == reporting.cue.start), None)
    if verb is None or line.words[verb.at - 1].text != ".":
        return None
    medium = named_between(line, verb)
    if medium is None or find_outlet(medium.of(line.text)) is None:
        return None
    return replace(reporting, source=medium, speaker=medium_name(medium.of(line.text), line.language))


def without_whom(scene: Scene, reporting: Attribution) -> Attribution:
    """``цитує [його] портал X``: behind such a verb the pronoun says who is quoted, and not whose the medium is."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    words = line.inside(reporting.source)
    cites = verb_lemmas(scene, reporting) & line.group("cite_verbs")
    if not cites or len(words) < 2 or words[0].low not in line.group("pronouns.possessive"):
        return reporting
    if not words[1].lemmas & line.group("media"):
        return reporting
    source = Span(words[1].start, reporting.source.stop)
    return replace(reporting, source=source, speaker=medium_name(source.of(line.text), line.language))


def in_document(scene: Scene, reporting: Attribution) -> Attribution:
    """``«...», сказано у звіті``: what stands in a document has no subject, whatever was read as its source."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    words = line.from_place(reporting.cue.stop)
    impersonal = reporting.cue.of(line.text).lower() in line.group("stands_there")
    phrase = behind_preposition(line, words) if impersonal else None
    if phrase is None or phrase_span(line, phrase).overlaps(reporting.source):
        return reporting
    document = phrase_span(line, phrase)
    if not is_document(document.of(line.text), line.language):
        return reporting
    bare = replace(reporting, source=document, speaker=None)
    owner = speaker_of(scene.cast, bare)
    mistaken = owner == reporting.speaker
    before = scene.cast.last_speaker(reporting.source.start - 1, frozenset(("body",))) if mistaken else owner
    return replace(bare, speaker=before)


def of_medium(scene: Scene, reporting: Attribution) -> Attribution:
    """``йдеться в публікації [газети X]``: what a medium writes it tells itself, also where it refers."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    words = line.inside(reporting.source)
    # "у коментарі X" somebody may speak too
    items = (line.group("news_items") | line.group("press_items")) - line.group("venues")
    if len(words) < 2 or not words[0].lemmas & items or words[0].lemmas & line.group("media"):
        return reporting
    refers = next((w.at for w in words if w.low in line.group("reference")), words[-1].at + 1)
    stop = refers - ("PREP" in line.words[refers - 1].pos)
    behind = line.between(words[1].at, stop)
    span = Span(behind[0].start, behind[-1].stop) if behind else reporting.source
    text = span.of(line.text)
    people = any(w.mention_type == "PER" for w in behind)
    known = None if people else piece_outlet(f"{words[0].text} {text}", line.language)
    if not behind or not (known or names_one_medium(text, line.language)):
        return reporting
    return replace(reporting, source=span, speaker=known or medium_name(text, line.language))


def up_to_sentence(scene: Scene, reporting: Attribution) -> Attribution:
    """``дізналася газета За даними видання``: the page lost the name, and a sentence begins behind the word for it."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    words = line.inside(reporting.source)
    torn = next((w for w in words[1:] if "PREP" in w.pos and w.capital and w.mention < 0), None)
    if torn is None or not words[0].lemmas & line.group("media"):
        return reporting
    source = Span(reporting.source.start, line.words[torn.at - 1].stop)
    return replace(reporting, source=source, speaker=medium_name(source.of(line.text), line.language))


def without_quoted(scene: Scene, reporting: Attribution) -> Attribution:
    """``цитирует Ткача Порт.ru``: who is quoted stands between the verb and the medium, and is no part of it."""
    line = scene.line
    source = reporting.source
    if source is None or not verb_lemmas(scene, reporting) & line.group("cite_verbs"):
        return reporting
    words = source.of(line.text).split()
    names = (" ".join(words[first:]) for first in range(1, len(words)))
    name = next((n for n in names if is_outlet_name(n, line.language)), None)
    last = words[-1]
    if len(words) > 1 and is_role(scene.line.inside(source)[0]) and NUMBERED.fullmatch(last):
        # "цитує прем'єрку 15min"
        return replace(reporting, source=Span(source.stop - len(last), source.stop), speaker=last)
    if name is None or not is_quoted_first(scene, source):
        return behind_quoted(scene, reporting) or without_quoted_behind(scene, reporting)
    return replace(
        reporting, source=Span(source.stop - len(name), source.stop), speaker=medium_name(name, line.language)
    )


def is_quoted_first(scene: Scene, source: Span) -> bool:
    """``Ткача [Порт.ru]``, ``міністерство [Порт.ru]``: whether a source begins with whom one can quote."""
    line = scene.line
    head = line.inside(source)[:1]
    if any(m.type in ("PER", "ORG") for m in scene.cast.over(Span(source.start, source.start + 1))):
        return not head or not head[0].text.isascii()
    return bool(head) and bool(head[0].lemmas & line.group("bodies")) and not head[0].lemmas & line.group("media")


def behind_quoted(scene: Scene, reporting: Attribution) -> Attribution | None:
    """``цитує Ткача [офіційний сайт X]``, ``цитирует Ткача [«Порт»]``: a medium right behind who is quoted."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    first = next_start(scene, reporting.cue.stop)
    person = next((m for m in scene.cast.over(reporting.source) if m.type == "PER"), None)
    quoted = person.span if person is not None else reporting.source
    if quoted.start != first or reporting.source.start != first or not is_quoted_first(scene, quoted):
        return None
    if (marked := MARKED.match(line.text, quoted.stop)) is not None:
        return replace(reporting, source=Span(marked.start(1) - 1, marked.end()), speaker=marked.group(1))
    at = line.from_place(quoted.stop)
    phrase = phrase_at(line, at, coordinate=False) if at < len(line.words) else None
    heads = line.words[phrase.head].lemmas if phrase is not None and "nomn" in phrase.cases() else frozenset()
    if phrase is None or not heads & line.group("media|sites"):
        return None
    span = phrase_span(line, phrase)
    return replace(reporting, source=span, speaker=medium_name(span.of(line.text), line.language))


def without_quoted_behind(scene: Scene, reporting: Attribution) -> Attribution:
    """``цитує Порт.ua Ткача``: who is quoted stands behind the medium."""
    language = scene.line.language
    assert reporting.source is not None  # noqa: S101 - asked before
    words = scene.line.inside(reporting.source)
    if len(words) > 1 and words[0].lemmas & scene.line.group("media") and is_role(words[1]):
        # "цитує агентство мера Ткача": a medium named before
        bare = Span(words[0].start, words[0].stop)
        told = next(media_before(scene, words[0].start, words[0].lemmas), None)
        return replace(reporting, source=bare, speaker=told or medium_name(bare.of(scene.line.text), language))
    role = next((w for before, w in pairwise(words) if before.capital and is_role(w)), None)
    if words and words[0].lemmas & scene.line.group("media") and role is not None:
        # "цитує газета Порт [міністра оборони]"
        bare = Span(words[0].start, scene.line.words[role.at - 1].stop)
        return replace(reporting, source=bare, speaker=medium_name(bare.of(scene.line.text), language))
    person = next((m for m in scene.cast.over(reporting.source) if m.type == "PER"), None)
    start = min(reporting.source.start, next_start(scene, reporting.cue.stop))
    if person is None or person.span.start <= start:
        return reporting
    source = Span(start, person.span.start)
    text = source.of(scene.line.text).rstrip()
    if not is_outlet_name(text, language):
        return reporting
    return replace(reporting, source=Span(source.start, source.start + len(text)), speaker=medium_name(text, language))


def is_outlet_name(name: str, language: str) -> bool:
    """Whether a name is an address or a known outlet's."""
    return (" " not in name and DOMAIN.search(name) is not None) or known_outlet(name, language) is not None


def is_role(word: Word) -> bool:
    """``мера``: a common noun for people."""
    return bool(word.nouns) and word.has("anim") and word.text.islower()


def next_start(scene: Scene, at: int) -> int:
    """Where the word behind a place begins."""
    return next((word.start for word in scene.line.words if word.start >= at), at)


def behind_tag(scene: Scene, reporting: Attribution) -> Attribution:
    """``Про це заявив Z, пише [Вікна Полісся]``: a medium by a plain name, where Z was read for who writes, too."""
    line = scene.line
    cue = line.inside(reporting.cue)
    span = plain_name_behind(line, cue[-1]) if cue else None
    if span is None or reporting.source is None:
        return reporting
    apart = reporting.source.stop < reporting.cue.start
    if not apart and (reporting.source.start != span.start or reporting.source.stop >= span.stop):
        return reporting
    return replace(reporting, source=span, speaker=span.of(line.text))


def behind_verb(scene: Scene, reporting: Attribution) -> Attribution:
    """``Про приїзд Ткача повідомляла [газета «Вежа»]``: the medium in the nominative right behind the verb."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    cue = line.inside(reporting.cue)
    if reporting.rule != "fronted" or reporting.source.start > reporting.cue.start or not cue:
        return reporting
    phrase = phrase_at(line, cue[-1].at + 1, coordinate=False) if cue[-1].at + 1 < len(line.words) else None
    span = phrase_span(line, phrase) if phrase is not None and "nomn" in phrase.cases() else None
    if span is None or not line.inside(span)[0].lemmas & line.group("media"):
        return reporting
    text = span.of(line.text)
    named = names_medium(text, line.language) and not text.islower()
    return replace(reporting, source=span, speaker=medium_name(text, line.language)) if named else reporting


def with_address(scene: Scene, reporting: Attribution) -> Attribution:
    """``сообщает портал Порт.ру``: a medium by the address right behind it."""
    language = scene.line.language
    assert reporting.source is not None  # noqa: S101 - asked before
    bare = reporting.source.of(scene.line.text)
    match = ADDRESS.match(scene.line.text, reporting.source.stop)
    if match is None or not DOMAIN.fullmatch(match.group(1)) or not lemmas(bare, language) & group(language, "media"):
        return reporting
    return replace(reporting, source=Span(reporting.source.start, match.end(1)), speaker=match.group(1))


def with_part(scene: Scene, reporting: Attribution) -> Attribution:
    """``передає [Вежа].Захід``, ``Громада.[Полісся] пише``: a medium with the part of it that a stop joins on."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    source = reporting.source
    behind = PART_BEHIND.match(line.text, source.stop)
    before = PART_BEFORE.search(line.text[max(0, source.start - MOST_OF_PART) : source.start])
    bare = len(source.of(line.text).split()) == 1
    start = source.start - len(before.group()) if before is not None and bare else source.start
    whole = Span(start, behind.end() if behind is not None else source.stop)
    if whole == source or whole.start < line.words[0].start:
        return reporting
    words = line.inside(whole)
    first = next((w.start for w in words if w.capital), whole.start)
    named = any(w.mention_type == "PER" for w in words)
    return reporting if named else replace(reporting, source=whole, speaker=line.text[first : whole.stop])


def without_ending(scene: Scene, reporting: Attribution) -> Attribution:
    """``кореспондент Reuters'у``: a name in Latin letters without the ending that an apostrophe joins on."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    match = LATIN_DECLINED.search(reporting.source.of(line.text))
    if match is None:
        return reporting
    source = Span(reporting.source.start, reporting.source.start + match.end(1))
    return replace(reporting, source=source, speaker=medium_name(source.of(line.text), line.language))


def told_on(scene: Scene, reporting: Attribution) -> Attribution:
    """``Про це вона заявила в ефірі телеканалу Україна 24``: a channel that looks like the subject."""
    line = scene.line
    source, words = reporting.source, line.words
    subject = phrase_at(line, ABOUT_WORDS, coordinate=False) if reporting.rule == "about-this" else None
    if source is None or subject is None or subject.last >= len(words):
        return reporting
    before = next((w for w in reversed(words) if w.start < source.start), None)
    speaks = "nomn" in subject.cases() and (subject.pronoun or subject.animate or subject.named)
    verb = words[subject.last]
    if before is None or not speaks or verb.start != reporting.cue.start or not before.lemmas & line.group("media"):
        return reporting
    span = phrase_span(line, subject)
    name = speaker_of(scene.cast, replace(reporting, source=span, speaker=None))
    return replace(reporting, source=span, speaker=name) if name else reporting


def with_person(scene: Scene, reporting: Attribution) -> Attribution:
    """``заявила Радниця Президента [Тамара Гайдук]``: a title in capitals goes on with the name of who bears it."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    words = line.inside(reporting.source)
    head = next((w for w in words if not w.adjectives or w.has("anim")), None)
    if head is None or not words[0].capital or not head.has("anim") or any(w.mention_type == "PER" for w in words):
        return reporting
    at = line.from_place(reporting.source.stop)
    behind = line.between(at, at + 1)
    person = next((m for w in behind for m in scene.cast.over(Span(w.start, w.stop)) if m.type == "PER"), None)
    if person is None or person.span.start != behind[0].start or not behind[0].capital:
        return reporting
    source = Span(reporting.source.start, person.span.stop)
    return replace(reporting, source=source, speaker=full_name(scene.cast, person))


def by_name(scene: Scene, reporting: Attribution) -> Attribution:
    """``Радіо [Швеція]``, ``Чеське радіо``; ``Dawn, найстаріша газета Пакистану``: a medium by its name."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    text = reporting.source.of(line.text)
    if (outlet := capital_outlet(line, reporting.source)) is not None:
        return replace(reporting, speaker=outlet)
    first, comma, described = text.partition(",")
    named = comma and first_noun(described, line.language) & line.group("media")
    if comma and names_medium(first, line.language) and not first.islower() and described.islower():
        # "газета Dawn, одна из самых читаемых"
        source = Span(reporting.source.start, reporting.source.start + len(first))
        return replace(reporting, source=source, speaker=medium_name(first, line.language))
    if named and (first.isascii() or known_outlet(first, line.language) is not None):
        return replace(reporting, speaker=first)
    source = with_capitals(line, reporting.source)
    if behind := latin_behind(line, source) or marked_name(line, source):
        return replace(reporting, source=Span(source.start, behind.stop), speaker=behind.of(line.text))
    name = capital_name(line, source)
    known = known_outlet(text, line.language) is not None
    return reporting if name is None or known else replace(reporting, source=source, speaker=name)


def latin_behind(line: Line, source: Span) -> Span | None:
    """``чешское интернет-издание [Seznam Zprávy]``: the name behind a noun for a medium that was read without it."""
    words = line.inside(source)
    if not words or not words[-1].text.islower() or not words[-1].lemmas & line.group("media"):
        return None
    behind = line.between(words[-1].at + 1, words[-1].at + 1 + MOST_OF_LATIN)
    named = list(takewhile(lambda w: w.kind == "word" and w.capital and w.text[0].isascii(), behind))
    return Span(named[0].start, named[-1].stop) if named else None


def marked_name(line: Line, source: Span) -> Span | None:
    """``издание "[Порт.uz]"``: the address between marks right behind a noun for a medium that was read without it."""
    word = line.inside(source)[-1:]
    match = MARKED_ADDRESS.match(line.text, source.stop) if word and word[0].text.islower() else None
    return Span(match.start(1), match.end(1)) if match is not None and word[0].lemmas & line.group("media") else None


# How a teller is read anew, in this order.
MENDING: tuple[Callable[[Scene, Attribution], Attribution], ...] = (
    behind_tag,
    without_whom,
    in_document,
    of_medium,
    up_to_sentence,
    with_publisher,
    without_quoted,
    behind_verb,
    with_address,
    with_part,
    without_ending,
    told_on,
    with_person,
    by_name,
)

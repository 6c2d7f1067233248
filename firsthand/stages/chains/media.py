"""Chains of media that tell: ``передає X із посиланням на Y``."""

from __future__ import annotations

import re
from bisect import insort
from dataclasses import replace

from firsthand.lang.outlets import find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Chain, Mention, Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.appositions import with_described
from firsthand.stages.attribution.clauses import is_comma, phrase_span
from firsthand.stages.attribution.media import (
    first_noun,
    is_document,
    is_named_channel,
    known_outlet,
    lemmas,
    medium_name,
    split_name,
)
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import WORD, Line, group, small_first
from firsthand.stages.chains.documents import documents
from firsthand.stages.chains.foreign import is_latin_text
from firsthand.stages.chains.insiders import last_medium, medium_meant, named_insider
from firsthand.stages.chains.joint import joint_media
from firsthand.stages.chains.learned import learned_from
from firsthand.stages.chains.names import (
    cased,
    hop_name,
    is_nameless,
    owning_words,
    quoted_name,
    speaker_name,
    spoke_up_to,
)
from firsthand.stages.chains.on_air import medium_behind
from firsthand.stages.chains.platforms import platform_at
from firsthand.stages.chains.quoting import passes_words, quoted_behind, whose_quoted, words_before
from firsthand.stages.chains.references import references
from firsthand.stages.chains.scene import (
    CLOSING,
    TAGS,
    Hop,
    Scene,
    distinct,
    evidence,
    is_about_this,
    is_background,
    is_commented,
    scope_of,
)
from firsthand.stages.chains.shown import quoted_document
from firsthand.stages.chains.spoken import inner_speaker, opens_as, tagged_speaker
from firsthand.stages.chains.tellers import (
    DOMAIN,
    has_reporters,
    is_crowd,
    is_foreign_name,
    is_letters,
    is_several,
    names_medium,
    tells,
    verb_lemmas,
)
from firsthand.stages.chains.unread import about_end, medium_ending, opens_about_this
from firsthand.stages.chains.venues import venue_of
from firsthand.stages.chains.voiced import unread_speaker, voiced_by
from firsthand.stages.speakers.cast import full_name

# "12-й", "5".
NUMBER = re.compile(r"\d{1,3}(?:-\w{1,3})?")
# Words of "агентство Рейтер стратега" up to who is no part of it.
MOST_OF_OUTLET = 6
# Words between "Про це" and its verb: "Про це вчора йдеться".
MOST_TO_VERB = 3
# Words behind a medium: "» на своїй сторінці в Facebook".
MOST_OF_PAGE = 6
# Words from the comma to the pronoun and from there to the verb: ", слова которого цитирует".
MOST_OF_RELATIVE = 3
# Characters between a medium and whom it has it from: " із посиланням на газету «".
MOST_TO_ORIGIN = 40
# Words of "неназваний член комісії".
MOST_OF_DESCRIBED = 6


def media_chain(scene: Scene) -> Chain | None:
    """``передає X``, ``Про це пише X із посиланням на Y``, ``Про це заявив Z, повідомляє X``."""
    carrying = (r for r in scene.reportings if tells(scene, r))
    tellers = nearest(scene, [r for r in carrying if r.source is None or not is_commented(scene.line, r.source)])
    sources = [hop for source in references(scene) for hop in asked_there(scene, source)]
    sources = [*learned_from(scene, tellers), *sources]
    if not tellers and not any(names_medium(h.span.of(scene.line.text), scene.line.language) for h in sources):
        return None
    opened = min((r.cue.stop for r in scene.reportings if opens_as(scene, r)), default=scene.line.words[-1].stop)
    first = sorted(tellers, key=lambda r: (nearness(scene, r, opened), r.cue.start))
    hops = (
        [*(persons_behind(scene, tellers) or (unnamed_before(scene, tellers, sources) if sources else [])), *sources]
        or told_documents(scene, tellers)
        or quoted_document(scene, tellers)
        or quoted_person(scene, tellers)
        or tagged_speaker(scene, tellers)
        or inner_speaker(scene, tellers)
        or unread_speaker(scene, tellers)
        or voiced_by(scene, tellers)
    )
    late = sources if belongs_to_last(scene, first, sources) else []
    hops = [hop for hop in hops if hop not in late]
    for teller in first:
        hops += late if teller is first[-1] else []
        told = told_by(scene, named_again(scene, teller, sources))
        note(scene, told[-1])
        hops += [*told, *own_page(scene, teller)]
    names = distinct(h.name for h in hops)
    # "Про це повідомляє видання": the page lost the name right behind it; "За даними видання" never had one
    if any(is_nameless(name, scene.line.language) for name in names) and is_about_this(scene):
        return None
    back = next((r for r in scene.reportings if r.rule == "about-this"), None)
    lead = next((t for t in first if is_background(scene, t)), first[0] if first else back)
    piece = quotes_back(scene, tellers) or (lead is not None and is_told_of(scene, lead, tellers))
    scope = "passage" if piece else scope_of(scene, lead)
    rule = "background" if lead is not None and is_background(scene, lead) else "medium"
    return Chain(names, scope, evidence(scene, [h.span for h in hops] + [t.cue for t in first]), rule)


def nearest(scene: Scene, tellers: list[Attribution]) -> list[Attribution]:
    """``X дізнався, що ..., як повідомляв Y``: whoever recalls all of it tells for himself."""
    recalled = [t for t in tellers if t.rule == "parenthesis" and opens_as(scene, t) and is_background(scene, t)]
    others = [t for t in tellers if t not in recalled]
    first = min((t.cue.start for t in recalled), default=0)
    apart = bool(others) and all(t.rule == "clause" and t.cue.start < first for t in others)
    return recalled if recalled and apart else tellers


def unnamed_before(scene: Scene, tellers: list[Attribution], sources: list[Hop]) -> list[Hop]:
    """``Про це йдеться у звіті фірми, передає X з посиланням на Y``: what or who no reading took for the first hop.

    ``Z вважає, що ..., передає X з посиланням на Y``: who spoke to the medium that the teller has it from.
    """
    written = told_documents(scene, tellers) if is_written_about_this(scene) else []
    language = scene.line.language
    passed = all(names_medium(hop.name, language) or DOMAIN.search(hop.name) for hop in sources)
    spoke = tagged_speaker(scene, tellers) or unread_speaker(scene, tellers) if passed else []
    return written or voiced_by(scene, tellers) or spoke


def is_written_about_this(scene: Scene) -> bool:
    """``Про це йдеться``: whether a sentence begins with what stands in writing."""
    line = scene.line
    verbs = [w for w in line.meaning("told_in_writing") if w.finite]
    return any(says_about(line, w.at) for w in verbs)


def belongs_to_last(scene: Scene, tellers: list[Attribution], sources: list[Hop]) -> bool:
    """``Як пише X із посиланням на Y, про це повідомляє Z``: whether X has it from Y, and Y from Z.

    So ``Про це йдеться в публікації Z, передає X із посиланням на Y``: whom X has it from stands behind its name.
    """
    if len(tellers) < 2 or not sources:
        return False
    if not opens_as(scene, tellers[-1]):
        return refers_behind(tellers, sources)
    rest = min(min(t.cue.start, t.source.start if t.source is not None else t.cue.start) for t in tellers[:-1])
    return all(tellers[-1].cue.stop <= source.span.start < rest for source in sources)


def refers_behind(tellers: list[Attribution], sources: list[Hop]) -> bool:
    """``..., інформує X з посиланням на Y``: whether whom one has it from stands right behind the last of several."""
    last = tellers[-1]
    stop = max(last.cue.stop, last.source.stop if last.source is not None else 0)
    before = all(t.cue.stop < last.cue.start for t in tellers[:-1])
    return before and all(0 <= source.span.start - stop <= MOST_TO_ORIGIN for source in sources)


def is_told_of(scene: Scene, teller: Attribution, tellers: list[Attribution]) -> bool:
    """``У мерії зазначають, що X повідомляє``: whether a medium tells but within what somebody says."""
    others = (r for r in scene.reportings if r not in tellers and r.rule == "clause" and r.source is not None)
    return teller.rule != "about-this" and any(part.contains(teller.cue) for r in others for part in r.content)


def note(scene: Scene, told: Hop) -> None:
    """Remember who told news by a name that no table has, for the ``видання`` that follows."""
    known = any(name == told.name and kind == "medium" for _, name, kind in scene.cast.tellers)
    if not known and told.name[:1].isupper():
        insort(scene.cast.tellers, (told.span.start, told.name, "medium"))


def asked_there(scene: Scene, source: Hop) -> list[Hop]:
    """``з посиланням на інтерв'ю міністра X каналу Y``: who spoke there, then the medium; any other source as it is."""
    line = scene.line
    words = line.inside(source.span)
    talk = next((w for w in words if w.lemmas & line.group("venues")), None)
    if talk is None:
        return [source]
    named = next((m for m in people_in(scene) if m.span.start in range(talk.stop, source.span.stop)), None)
    medium = medium_behind(scene, talk.at if named is None else line.from_place(named.span.stop) - 1)
    if medium is None:
        return [source]
    person = full_name(scene.cast, named) if named is not None else None
    if named is None and any(w.low in line.group("pronouns.possessive") for w in words):
        person = scene.cast.last_speaker(source.span.start, frozenset(("person",)))
    return [Hop(person, source.span), medium] if person is not None else [medium]


def told_documents(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``Про це йдеться у заяві, передає X``; not ``У заяві йдеться, що ..., тоді як X повідомив``: apart from it."""
    # "йдеться на сайті port.ua": the address is the medium itself
    told = [t.source for t in tellers if t.source is not None and DOMAIN.search(t.source.of(scene.line.text))]
    hops = [hop for hop in documents(scene) if not any(source.overlaps(hop.span) for source in told)]
    within = any(part.overlaps(hop.span) for t in tellers for part in t.content for hop in hops)
    apart = bool(tellers) and not within and all(t.rule == "clause" for t in tellers)
    return [] if apart else hops


def nearness(scene: Scene, teller: Attribution, opened: int) -> int:
    """Who is nearest to the reader stands last: ``Про це пише X, передає Y``, ``Як нагадує Y, X пише``.

    A tag behind ``Як пише X, ...`` closes all of it: ``Як пише X, ..., передає Y``; ``opened`` is where the first ends.
    """
    if teller.rule == "phrase" and any(r.rule == "clause" and tells(scene, r) for r in told_inside(scene, teller)):
        return 2  # "За повідомленням агенції X, канал Y заявив"
    if verb_lemmas(scene, teller) & scene.line.group("referring_verbs"):
        return 2  # "Про це повідомив X, на нього посилається Y"
    if teller.rule == "about-this" and not opens_as(scene, teller):
        return 0
    if opens_as(scene, teller):
        return 2
    return 3 if teller.rule in TAGS and opened < teller.cue.start else 1


def told_inside(scene: Scene, teller: Attribution) -> list[Attribution]:
    """What is reported within what a teller tells."""
    return [r for r in scene.reportings if r is not teller and any(part.contains(r.cue) for part in teller.content)]


def named_again(scene: Scene, teller: Attribution, sources: list[Hop]) -> Attribution:
    """``зі слів Агентства праці повідомляє агентство``: nobody refers to itself, so it is the medium named before."""
    if teller.source is None or teller.speaker not in [hop.name for hop in sources]:
        return teller
    bare = medium_name(teller.source.of(scene.line.text), scene.line.language)
    return replace(teller, speaker=last_medium(scene, teller) or bare) if bare.islower() else teller


def told_by(scene: Scene, teller: Attribution) -> list[Hop]:
    """The medium; before it its source or its reporter: ``джерело газети X``, ``кореспондент X Олена Коваль``."""
    language = scene.line.language
    assert teller.source is not None  # noqa: S101 - `tells` asks for it
    text = teller.source.of(scene.line.text)
    if (joint := joint_media(scene.line, teller.source)) is not None:
        return [joint]
    person = next((m for m in scene.cast.over(teller.source) if m.type == "PER"), None)
    if person is not None and person.span.start > teller.source.start:
        before = scene.line.text[teller.source.start : person.span.start]
        outlet = leading_outlet(before, language)
        rest = before.partition(outlet)[2].strip() if outlet is not None else ""
        if outlet is not None and rest and is_latin_text(rest) and rest[:1].isupper():
            outlet = f"{outlet} {rest}"  # "кореспондент Вежа TV Іван Ткач"
        named = medium_name(outlet, language) if outlet is not None else reporters_outlet(before, language)
        if named is not None:
            return [Hop(full_name(scene.cast, person), person.span), Hop(named, teller.source)]
    if is_letters(text) and teller.speaker in scene.cast.persons:
        # "приводит КазТАГ слова", and not who spoke last
        return [*informant(scene, teller), Hop(text, teller.source)]
    if person is None and (reporter := reporter_of(text, language)) is not None:
        return [Hop(reporter, teller.source)]
    at_large = text.split()[-1].lower() in group(language, "media_at_large")
    if at_large or is_press(text, language) or is_several(text, language) or is_crowd(text, language):
        press = phrase_nominative(text, language)
        return [Hop(press if press[:2].isupper() else small_first(press), teller.source)]
    if insider := named_insider(scene, teller.source, teller.rule != "phrase"):
        return [Hop(name, teller.source) for name in insider]
    if (address := DOMAIN.search(text)) is not None and first_noun(text, language) & group(language, "sites"):
        return [Hop(address.group(), teller.source)]
    parts = split_name(text, language)
    to_whom = teller.cue.of(scene.line.text).lower() in group(language, "became_known")  # named in another case
    foreign = parts.name is not None and is_foreign_name(text, language) and not to_whom
    name = quoted_name(parts.name, language) if parts.name is not None and foreign else None
    called = medium_name(teller.speaker, language) if is_named_channel(teller.speaker or "", language) else None
    told = Hop(name or called or teller.speaker or medium_name(text, language), teller.source)
    if (numbered := numbered_channel(scene.line, teller.source)) is not None:
        told = replace(told, name=numbered)
    if is_nameless(told.name, language) and not is_about_this(
        scene
    ):  # "Видання пише" behind a name that no reading took for a medium's
        told = replace(told, name=medium_meant(scene, teller) or told.name)
    return [*informant(scene, teller), told]


def numbered_channel(line: Line, source: Span) -> str | None:
    """``12-й телеканал`` of ``ізраїльський 12-й телеканал``: a channel that is called by its number and its noun."""
    words = line.inside(source)
    noun = words[-1] if words else None
    number = line.words[noun.at - 1] if noun is not None and noun.at else None
    if noun is None or number is None or not NUMBER.fullmatch(number.text):
        return None
    channel = noun.text.islower() and bool(noun.lemmas & line.group("media_nouns.broadcaster"))
    return f"{number.text} {phrase_nominative(noun.text, line.language)}" if channel else None


def own_page(scene: Scene, teller: Attribution) -> list[Hop]:
    """``повідомляє X у своєму Telegram-каналі``: the platform where a medium itself tells it, right behind its name."""
    line = scene.line
    assert teller.source is not None  # noqa: S101 - `tells` asks for it
    near = [w for w in line.words if w.start >= teller.source.stop][:MOST_OF_PAGE]
    if near and (platform := platform_at(line, near[0].at)) is not None:
        return [platform]  # "повідомляє AFP у Twitter"
    if not any(w.lemmas & line.group("pronouns.reflexive") for w in near):
        return []
    prepositions = (w for w in near if w.low in line.group("place_prepositions"))
    return [hop for word in prepositions if (hop := platform_at(line, word.at)) is not None][:1]


def is_press(text: str, language: str) -> bool:
    """``преса``, ``британській пресі``: media at large, whatever medium told the news before."""
    return bool(first_noun(text, language) & group(language, "media_at_large")) and text.islower()


def reporter_of(text: str, language: str) -> str | None:
    """``кореспондент УНІАН``, ``власний кореспондент УНІАН``: the outlet for which somebody without a name tells."""
    words = text.split()
    nouns = [at for at, word in enumerate(words) if lemmas(word, language) & group(language, "reporters")]
    outlet = medium_name(" ".join(words[nouns[0] + 1 :]), language) if nouns and nouns[0] + 1 < len(words) else None
    if outlet is None or outlet.islower():
        return None
    several = not nouns[0] and has_reporters(text, language)  # "журналісти «Схем»" are so called
    if find_outlet(outlet) is None and text[-1] in CLOSING:
        outlet = cased(phrase_nominative(outlet, language), outlet)  # "корреспондентка «Нового часу»"
    return phrase_nominative(text, language) if several else outlet


def informant(scene: Scene, teller: Attribution) -> list[Hop]:
    """``повідомило УНІАН джерело``, ``сообщили ТАСС в министерстве``: who told it to a medium that never declines."""
    line = scene.line
    if teller.source is None or teller.source.start < teller.cue.stop:
        return []
    source = teller.source
    at = line.from_place(source.stop)
    place = behind_preposition(line, at)
    if place is not None and line.words[place.head].lemmas & line.group("venues"):
        # "уточнив УНІАН в інтерв'ю міністр"
        at, place = place.last, None
    phrase = place or (phrase_at(line, at, coordinate=False) if at < len(line.words) else None)
    if phrase is None:
        return []
    head, span = line.words[phrase.head], phrase_span(line, phrase)
    if place is not None:
        speaks = is_plural_cue(scene, teller) and bool(head.lemmas & line.group("bodies|announcers"))
    else:
        speaks = "nomn" in phrase.cases() and (phrase.animate or bool(head.lemmas & line.group("anonymous")))
    name = hop_name(scene, span)
    if name == teller.speaker:  # "сказав Рейтер [банкір, знайомий з угодою]": a medium that looks like a person
        span = phrase_span(line, with_described(line, phrase))
        name = small_first(span.of(line.text))
    return [Hop(name, span)] if speaks else []


def behind_preposition(line: Line, at: int) -> Phrase | None:
    """What stands behind ``у`` at a word; None where no such word stands there."""
    here = at < len(line.words) and line.words[at].low in line.group("place_prepositions")
    return phrase_at(line, at + 1, coordinate=False) if here else None


def is_plural_cue(scene: Scene, teller: Attribution) -> bool:
    """``сообщили``: a verb in the plural, which one medium is no subject of."""
    cue = scene.line.inside(teller.cue)
    return any(w.finite and all("plur" in r.grammemes for r in w.readings if r.pos == "VERB") for w in cue)


def leading_outlet(text: str, language: str) -> str | None:
    """The known outlet that words begin with: ``кореспондент НТВ``, ``агентство Рейтер стратега``."""
    words = text.split()[:MOST_OF_OUTLET]
    sizes = range(len(words), 0, -1)
    return next((" ".join(words[:n]) for n in sizes if known_outlet(" ".join(words[:n]), language)), None)


def reporters_outlet(text: str, language: str) -> str | None:
    """``кореспондентка «Нової хвилі»``: whose reporter it is, by the name in quotation marks, in the nominative."""
    parts = split_name(text.strip(), language)
    reporter = first_noun(parts.common, language) & group(language, "reporters")
    if not reporter or parts.name is None or text.strip()[-1] not in CLOSING:
        return None
    return cased(phrase_nominative(parts.name, language), parts.name)


def persons_behind(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``Про це заявив Z, повідомляє X``: the person.

    ``він`` only where he spoke in some medium himself, or where the medium that tells it has it from nobody else.
    """
    refers = next(references(scene), None) is not None
    return [
        hop
        for reporting in scene.reportings
        if (reporting.rule == "about-this" or says_about_this(scene, reporting))
        and reporting not in tellers
        and reporting.speaker
        and reporting.source
        and not is_document(reporting.source.of(scene.line.text), scene.line.language)
        and (not refers or not is_pronoun(scene.line, reporting.source) or venue_of(scene, reporting) is not None)
        for hop in person_hops(scene, reporting, reporting.source)
    ]


def person_hops(scene: Scene, reporting: Attribution, source: Span) -> list[Hop]:
    """Who says what a medium closes: whose data it is, ``співрозмовники X`` with their medium, else the speaker."""
    if insider := named_insider(scene, source):
        return [Hop(name, source) for name in insider]
    return [data_owner(scene, source) or Hop(speaker_name(scene, reporting), source)]


def is_pronoun(line: Line, source: Span) -> bool:
    """``він``, ``вони``: whether a source is a pronoun alone."""
    words = line.inside(source)
    return len(words) == 1 and "NPRO" in words[0].pos


def data_owner(scene: Scene, source: Span) -> Hop | None:
    """``дані [адміністрації порту]``: whose the data are that show it."""
    words = scene.line.inside(source)
    if len(words) < 2 or words[0].low not in scene.line.group("reference_things"):
        return None
    span = Span(words[1].start, source.stop)
    return Hop(hop_name(scene, span), span)


def says_about_this(scene: Scene, reporting: Attribution) -> bool:
    """``Як передає X, про це заявив Z``: whether ``про це`` opens the clause of a verb."""
    line = scene.line
    at = line.from_place(reporting.cue.start)
    if at >= len(line.words):
        return False
    begins = opens_about_this(line) and any(part.start == line.words[0].start for part in reporting.content)
    # "Про це, як передає X, сказала Z"
    return says_about(line, at) or (begins and reporting.rule == "parenthesis" and is_comma(line, about_end(line)))


def says_about(line: Line, at: int) -> bool:
    """Whether ``про це`` opens the clause in which a verb stands."""
    comma = next((w.at for w in reversed(line.words[:at]) if is_comma(line, w.at)), -1)
    about = line.words[comma + 1 : comma + 3]
    return len(about) > 1 and about[0].low in line.group("about") and about[1].low in line.group("pronouns.this")


def quoted_person(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``цитує X Коваля``, ``приводит его слова X``: the person quoted, who spoke last."""
    for teller in tellers:
        words = WORD.findall(teller.cue.of(scene.line.text))
        cue = {lemma for word in words for lemma in lemmas(word, scene.line.language)}
        cites = teller.rule == "words" or cue & group(scene.line.language, "cite_verbs") or passes_words(scene, teller)
        if not cites or teller.source is None:
            continue
        name = whose_words(scene) or words_before(scene, teller) or relative_person(scene, teller)
        if name is None and len(words) == 1 and teller.rule != "words":
            inside = (m for m in people_in(scene) if m.span.start > teller.cue.start)
            named = next(inside, None)
            last = scene.cast.last_speaker(teller.cue.start, frozenset(("person",)))
            described = whose_quoted(scene, teller) or quoted_behind(scene, teller) if named is None else None
            name = full_name(scene.cast, named) if named is not None else described or last
        if name:
            return [Hop(name, teller.cue)]
    return []


def relative_person(scene: Scene, teller: Attribution) -> str | None:
    """``мер Ткач, якого цитує X``, ``мер Ткач, чиї слова наводить X``: who stands before the relative clause."""
    line = scene.line
    verb = line.from_place(teller.cue.start)
    pronoun = next((w for w in line.between(verb - MOST_OF_RELATIVE, verb) if w.low in line.group("relatives")), None)
    commas = [w.at for w in line.between(pronoun.at - MOST_OF_RELATIVE, pronoun.at) if w.text == ","] if pronoun else []
    if not commas or not commas[-1]:
        return None
    stop = commas[-1]
    if (medium := medium_ending(line, stop)) is not None and medium == teller.source:
        phrase = phrase_at(line, verb + 1, coordinate=False)  # "агентство X, яке цитує [джерело в уряді]"
        return hop_name(scene, phrase_span(line, phrase)) if phrase is not None and not phrase.pronoun else None
    spoke = spoke_up_to(scene, line.words[stop - 1].stop)
    return spoke.name if spoke is not None else person_up_to(scene, stop)


def person_up_to(scene: Scene, stop: int) -> str | None:
    """``мер [Ткач]``, ``[неназваний член комісії]``: the person whose name or description ends before a word."""
    line = scene.line
    if line.words[stop - 1].text == ")":  # "Ткач (Tkach), слова якого"
        stop = next((w.at for w in reversed(line.words[:stop]) if w.text == "("), stop)
    last = line.words[stop - 1]
    person = next((m for m in scene.cast.over(Span(last.start, last.stop)) if m.type == "PER"), None)
    if person is not None:
        return full_name(scene.cast, person)
    for first in range(max(0, last.at - MOST_OF_DESCRIBED), last.at + 1):
        phrase = phrase_at(line, first, coordinate=False)
        led = first > 0 and "PREP" in line.words[first - 1].pos
        if phrase is None or not phrase.animate or phrase.pronoun or led:
            continue
        if all(w.kind == "word" and not w.finite for w in line.between(phrase.last, stop)):
            return hop_name(scene, Span(line.words[first].start, last.stop))
    return None


def whose_words(scene: Scene) -> str | None:
    """``приводит слова представителя фонда``: whose words a medium quotes, where it names them."""
    for reporting in scene.reportings:
        if reporting.rule != "words" or reporting.source is None or tells(scene, reporting):
            continue
        return reporting.speaker
    return None


def quotes_back(scene: Scene, tellers: list[Attribution]) -> bool:
    """``приводит его слова X``: whether a medium only adds more words of whom the report has told."""
    quoted = [r for r in scene.reportings if r.rule == "words" and r.source is not None and r not in tellers]
    own = owning_words(scene.line.language)
    # "Про це сказав X, його слова наводить Y": these are the words that the report tells of
    if any(r not in tellers and r not in quoted and r.source is not None for r in scene.reportings):
        return False
    return any(r.source is not None and r.source.of(scene.line.text).lower() in own for r in quoted)


def people_in(scene: Scene) -> list[Mention]:
    """The persons that a sentence names, in order."""
    line = scene.line
    return [m for m in scene.cast.over(Span(line.words[0].start, line.words[-1].stop)) if m.type == "PER"]

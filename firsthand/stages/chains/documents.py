"""Chains of documents that their authors put out: ``йдеться у заяві НАК``."""

from __future__ import annotations

from dataclasses import replace

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Chain, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import (
    QUOTED,
    first_noun,
    is_document,
    is_medium,
    is_named_channel,
    is_release,
    medium_name,
)
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import WORD, Line, Word, group, word_forms
from firsthand.stages.chains.authors import with_author
from firsthand.stages.chains.names import (
    document_name,
    hop_name,
    is_bureau,
    is_page,
    is_thing,
    owner_and_document,
    owning_words,
    without_owner,
    without_possessive,
)
from firsthand.stages.chains.owners import (
    behind_noun,
    is_of_place,
    named_owner,
    owner_of_document,
    whole_document,
    without_addressee,
)
from firsthand.stages.chains.pages import page_chain, site_chain
from firsthand.stages.chains.platforms import platform_behind
from firsthand.stages.chains.pointing import by_pronoun
from firsthand.stages.chains.posted import page_of, posted_on, site_at
from firsthand.stages.chains.put_out import is_participle, is_put_out
from firsthand.stages.chains.references import references
from firsthand.stages.chains.scene import TAGS, Hop, Scene, distinct, evidence, is_first_behind, scope_of
from firsthand.stages.chains.tellers import begins_with_announcer, names_medium, tells
from firsthand.stages.speakers.pronouns import person_before
from firsthand.stages.speakers.resolve import speaker_of
from firsthand.stages.speakers.sources import pronoun_gender

# Frames that add a piece from a document: "У заяві йдеться, що", "Як йдеться у заяві", "Згідно із заявою".
ADDED = ("clause", "as", "phrase")


def documents(scene: Scene) -> list[Hop]:
    """``йдеться у заяві НАК``: the owner, then the document, where a document is the source in this sentence."""
    for reporting in scene.reportings:
        meant = with_author(scene, of_original(scene, reporting))
        hops = (
            by_cue(scene, meant)
            or on_own_page(scene, reporting)
            or by_source(scene, meant)
            or by_study(scene, meant)
            or by_pronoun(scene, meant)
        )
        if hops and reporting.source is not None:
            return [Hop(hops[0].name, reporting.source), *hops[1:]]
    return []


def of_original(scene: Scene, reporting: Attribution) -> Attribution:
    """``сказано в тексті резолюції``: a reporting with the document itself as its source."""
    line = scene.line
    words = line.inside(reporting.source) if reporting.source is not None else []
    if len(words) < 2 or not words[0].lemmas & line.group("copies"):
        return reporting
    document = Span(words[1].start, words[-1].stop)
    if not is_put_out(document.of(line.text), line.language):
        return reporting
    bare = replace(reporting, source=document, speaker=None)
    return replace(bare, speaker=speaker_of(scene.cast, bare))


def on_own_page(scene: Scene, reporting: Attribution) -> list[Hop]:
    """``йдеться в його телеграм-каналі``: whom the pronoun means, then the page."""
    line, source = scene.line, reporting.source
    words = line.inside(source) if source is not None else []
    if source is None or len(words) < 2 or words[0].low not in line.group("pronouns.possessive"):
        return []
    page = words[-1]
    gender = pronoun_gender(words[0].low, line.language)
    owner = person_before(scene.cast, source.start, gender) if gender and is_channel_page(line, page) else None
    return [] if owner is None else [Hop(owner, source), Hop(phrase_nominative(page.text, line.language), source)]


def is_channel_page(line: Line, page: Word) -> bool:
    """``телеграм-каналі``, ``Telegram``, ``мікроблозі``: whether a word is of a page on which people write."""
    channel = page.lemmas & line.group("channels|own_pages")
    return bool(channel) or is_page(page.text, line.language)


def by_source(scene: Scene, reporting: Attribution) -> list[Hop]:
    """``йдеться у заяві НАК``, ``у повідомленні``, ``на сайті міністерства``: the source is the document."""
    language = scene.line.language
    if reporting.source is None or not reporting.speaker or reporting.source.overlaps(reporting.cue):
        return []
    text = reporting.source.of(scene.line.text)
    if not carries_words(scene, reporting, text) or not can_be_author(scene, reporting):
        return []
    medium = is_medium(text, language) and not is_bureau(text, language)
    if is_plural(text, language) or medium or is_channel(text, language):
        return []
    place = posted_on(scene.line, reporting.source)
    if place is not None:
        return posted_document(scene, reporting.source, place)
    return document_hops(scene, reporting, reporting.source)


def document_hops(scene: Scene, reporting: Attribution, source: Span) -> list[Hop]:
    """Whose the document is that is the source of a reporting, then what it is or the platform where it was put."""
    language = scene.line.language
    page, rest = page_of(scene.line, source) or (None, source)
    if rest != source:
        reporting = replace(reporting, source=rest)
        reporting = replace(reporting, speaker=speaker_of(scene.cast, reporting))
    whole = without_addressee(scene.line, whole_document(scene, source))
    owner, name = owner_of_document(scene, reporting), document_name(whole.of(scene.line.text), language)
    platform = platform_behind(scene.line, source)
    if owner is not None and platform is not None:
        return [Hop(owner, source), platform]
    quoted = quoted_in(scene, reporting)
    if quoted is not None:
        return [Hop(quoted, source), Hop(name, source)]
    if owner is None and is_put_out(source.of(scene.line.text), language):
        owner = owner_of_site(scene, whole)
    if owner is None or is_of_place(scene, source, owner):
        return []
    here = scene.line.text[scene.line.words[0].start : scene.line.words[-1].stop]
    if owner.split()[0] not in here and is_first_behind(scene, owner, scene.line.words[-1].stop):
        return []  # who is named but behind it, "«...», йдеться в заяві. «Порт»"
    if page is not None:
        return [Hop(owner, source), page]
    if is_medium(owner, language) or is_document(owner, language) or owner.lower() == name.lower():
        return []
    return owner_and_document(owner, name, source, language)


def carries_words(scene: Scene, reporting: Attribution, text: str) -> bool:
    """Whether a source is a document or a page that has its owner's words, as it is told of."""
    language = scene.line.language
    noun = first_noun(text, language)
    page = is_page(text.split()[0], language) and (reporting.rule != "phrase" or len(text.split()) > 1)
    if is_put_out(text, language) or page or is_office_paper(reporting, text, language):
        return True  # "на думку YouTube": the platform itself
    reviews = bool(noun & group(language, "reviews")) and lies_inside(scene, reporting)
    prints = bool(noun & group(language, "columns")) and reporting.speaker in scene.cast.persons
    page = bool(noun & group(language, "own_pages")) and reporting.rule != "nominal"
    return reviews or prints or page


def lies_inside(scene: Scene, reporting: Attribution) -> bool:
    """``в огляді``: whether something stands in a document, by the preposition; ``Огляд показав`` is who found it."""
    assert reporting.source is not None  # noqa: S101 - asked before
    at = scene.line.from_place(reporting.source.start)
    before = scene.line.group("inside|out_of")
    return at > 0 and scene.line.words[at - 1].low in before


def posted_document(scene: Scene, document: Span, place: Hop) -> list[Hop]:
    """``листі міністерства, оприлюдненому на сайті мерії``: the owner, the document and the site of somebody else.

    Where the document has no other owner, the site tells more than it (nothing here).
    """
    language = scene.line.language
    owner = named_owner(scene, document)
    if owner is None or owner == named_owner(scene, place.span) or owner.islower():
        return []
    name = document_name(document.of(scene.line.text), language)
    return [*owner_and_document(owner, name, document, language), place]


def quoted_in(scene: Scene, reporting: Attribution) -> str | None:
    """``у пресрелізі наводяться слова директора X``: whose words stand in a document."""
    line = scene.line
    if not line.inside(reporting.cue)[-1].lemmas & line.group("stand_verbs|cite_verbs"):
        return None
    words = next(iter(line.spelled("quoted_words")), None)
    phrase = phrase_at(line, words.at + 1, coordinate=False) if words is not None else None
    if phrase is None or phrase.pronoun:
        return None
    span = phrase_span(line, phrase)
    # "слова її директора X": whose director is no part of the name
    own = line.words[phrase.first]
    start = line.words[own.at + 1].start if own.low in owning_words(line.language) else span.start
    return hop_name(scene, Span(start, span.stop))


def can_be_author(scene: Scene, reporting: Attribution) -> bool:
    """Whether a bare ``повідомлення`` is of whom it was taken to be of: somebody named, no place, none it quotes."""
    assert reporting.source is not None  # noqa: S101 - asked before
    owner, text = reporting.speaker or "", reporting.source.of(scene.line.text)
    if len(WORD.findall(text)) > 1:
        return True
    if is_pair(owner, scene.line.language):
        return False
    before = {name for at, name, _ in scene.cast.spoken if at < reporting.source.start}
    if owner in scene.cast.persons and owner not in before:
        return False  # "у дописі" behind who is but spoken of
    if any(name == owner and kind == "medium" for _, name, kind in scene.cast.tellers):
        return False  # "За інформацією сайту": the medium itself
    others = (r for r in scene.reportings if r is not reporting and r.source is not None and r.rule != "phrase")
    if any(content.contains(r.cue) for r in others if r.speaker == owner for content in reporting.content):
        return False
    if any(m.name == owner and m.type == "LOC" for m in scene.cast.mentions):
        return False
    return not owner.islower() or begins_with_announcer(owner, scene.line.language)


def is_pair(owner: str, language: str) -> bool:
    """``Skyline і Verum``: several, whose one bare document would be told as theirs."""
    return bool(group(language, "together").intersection(owner.split()))


def owner_of_site(scene: Scene, document: Span) -> str | None:
    """``порт`` of ``оголошенні на сайті порту``: whose the site is that a document without an owner stands on."""
    line = scene.line
    site = site_at(line, line.from_place(document.stop))
    if site is None:
        return None
    return named_owner(scene, Span(line.words[site.head].start, phrase_span(line, site).stop))


def by_study(scene: Scene, reporting: Attribution) -> list[Hop]:
    """``свідчать результати опитування групи X``, ``йдеться в дослідженні вчених``: whose it is, then what it is."""
    line = scene.line
    source = reporting.source
    if source is None or reporting.rule not in ("about-this", "parenthesis", "quote", "as"):
        return []
    words = line.inside(source)
    # "свідчать дані порту" is no more than "за даними порту"
    found = [w.at for w in words if w.lemmas & line.group("findings") - line.group("data_nouns")]
    if not found or found[0] - words[0].at > 1:
        return []
    last = found[0]
    while last + 1 in found:
        last += 1
    whose = Span(line.words[last].stop, source.stop)
    phrase = phrase_at(line, last + 1, coordinate=False)
    if not whose.of(line.text).strip() or phrase is None or "gent" not in phrase.cases():
        return []
    if not (phrase.named or phrase.animate or line.words[phrase.head].lemmas & line.group("bodies")):
        return []
    what = line.text[source.start : line.words[last].stop]
    name = what if is_thing(what, line.language) else without_possessive(what, line.language)
    owner = without_possessive(whose.of(line.text).strip(), line.language)
    return [Hop(owner, source), Hop(name, source)]


def media_document(scene: Scene) -> Chain | None:
    """``йдеться в матеріалі X``, ``В комментарии X отмечается``: what a medium writes is told by the medium."""
    language = scene.line.language
    for reporting in scene.reportings:
        document = reporting.source
        if document is not None and is_channel(document.of(scene.line.text), language):
            name = channel_name(document.of(scene.line.text), language)
            return Chain((name,), scope_of(scene, reporting), evidence(scene, [reporting.cue, document]), "document")
        if document is None or not is_written(document.of(scene.line.text), language):
            continue
        inside = document.of(scene.line.text).partition(" ")[2]
        owner = behind_noun(scene, document) if not inside else Span(document.stop - len(inside), document.stop)
        if owner is not None and names_medium(name := owner.of(scene.line.text), language):
            spans = [reporting.cue, document, owner]
            return Chain((medium_name(name, language),), scope_of(scene, reporting), evidence(scene, spans), "document")
    return None


def is_channel(text: str, language: str) -> bool:
    """``телеграм-канал «Маяк»``, ``сайт «Маяк» пише``: whether it is called by a name of its own.

    ``на сайті «Маяка»`` is of whom the name is, and only who writes is told from that.
    """
    words = WORD.findall(text[: match.start()]) if (match := QUOTED.search(text)) is not None else []
    return (len(words) == 1 and words[0].lower() in group(language, "sites")) or is_named_channel(text, language)


def channel_name(text: str, language: str) -> str:
    """The name of a channel or a site that has one."""
    quoted = QUOTED.search(text)
    site = first_noun(text, language) & group(language, "sites")
    return quoted.group(1) if quoted is not None and site else medium_name(text, language)


def is_written(text: str, language: str) -> bool:
    """Whether a source is a document or a ``комментарий``, and not a medium itself."""
    return bool(first_noun(text, language) & group(language, "venues")) or is_document(text, language)


def is_plural(text: str, language: str) -> bool:
    """Whether a phrase begins with a noun in the plural alone: ``листи говорять``."""
    numbers = {number for _, number, _ in word_forms(text.split()[0], language).nouns}
    return numbers == {"plur"}


def by_cue(scene: Scene, reporting: Attribution) -> list[Hop]:
    """``Згідно із заявою Ryanair``: the document is in the cue, its owner the source."""
    language = scene.line.language
    words = WORD.findall(reporting.cue.of(scene.line.text))
    if reporting.rule != "phrase" or reporting.source is None or not reporting.speaker or len(words) < 2:
        return []
    if not (is_release(words[-1], language) and words[0].lower() in group(language, "according")):
        return []
    text = Span(reporting.cue.stop - len(words[-1]), max(reporting.source.stop, reporting.cue.stop))
    name = phrase_nominative(text.of(scene.line.text), language)
    return [Hop(reporting.speaker, reporting.source), Hop(without_owner(name, reporting.speaker, language), text)]


def is_office_paper(reporting: Attribution, text: str, language: str) -> bool:
    """``Про це свідчить ухвала суду``: what an office draws up, where the news is taken from it and it says whose."""
    tells_all = reporting.rule in ("about-this", *TAGS)
    return (
        tells_all and len(WORD.findall(text)) > 1 and bool(first_noun(text, language) & group(language, "court_papers"))
    )


def document_chain(scene: Scene) -> Chain | None:
    """A document that carries somebody's words, where no medium tells of it in the same sentence."""
    hops = documents(scene)
    if any(tells(scene, r) for r in scene.reportings):
        return None
    if not hops:
        return media_document(scene) or page_chain(scene) or site_chain(scene)
    reporting = next(r for r in scene.reportings if r.source == hops[0].span)
    text = hops[1].span.of(scene.line.text)
    bare = len(WORD.findall(text)) == 1
    message = bare and not is_page(hops[1].name, scene.line.language) and is_message(scene.line, hops[1].span)
    if message or (bare and reporting.rule != "about-this" and scene.number < 0):
        return None  # "..., йдеться в повідомленні" is no more than "повідомили"
    # "у повідомленні порту із посиланням на дані міністерства"
    origins = list(references(scene))
    return Chain(
        distinct(h.name for h in (*origins, *(without_reference(hop, scene.line.language) for hop in hops))),
        "passage" if reporting.rule in ADDED and not closes(reporting) else scope_of(scene, reporting),
        evidence(scene, [reporting.cue, hops[1].span, *(o.span for o in origins)]),
        "document",
    )


def is_message(line: Line, source: Span) -> bool:
    """``повідомлення``, but ``повідомленні, опублікованому міністерством``: words that are no document of anybody."""
    behind = line.from_place(source.stop) + 1
    published = behind < len(line.words) and is_participle(line, line.words[behind])
    return not published and bool(first_noun(source.of(line.text), line.language) & line.group("bare_messages"))


def without_reference(hop: Hop, language: str) -> Hop:
    """``громада [із посиланням на порт]``: a hop up to what says whom it has it from."""
    words = hop.name.split()
    at = next((at for at, word in enumerate(words) if word.lower() in group(language, "reference")), 0)
    return Hop(" ".join(words[: at - 1]), hop.span) if at > 1 else hop


def closes(reporting: Attribution) -> bool:
    """``..., випливає зі звіту``: whether a source stands behind all that it tells."""
    return bool(reporting.content) and all(part.stop <= reporting.cue.start for part in reporting.content)

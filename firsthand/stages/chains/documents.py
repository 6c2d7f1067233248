"""Chains of documents that their authors put out: ``йдеться у заяві НАК``."""

from __future__ import annotations

from dataclasses import replace

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Chain, Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import is_comma, phrase_span
from firsthand.stages.attribution.media import (
    QUOTED,
    first_noun,
    is_document,
    is_medium,
    is_named_channel,
    is_release,
    lemmas,
    medium_name,
)
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import WORD, Line, group, word_forms
from firsthand.stages.chains.authors import with_author
from firsthand.stages.chains.names import (
    document_name,
    hop_name,
    is_page,
    is_thing,
    owners,
    without_owner,
    without_possessive,
)
from firsthand.stages.chains.owners import (
    behind_noun,
    named_owner,
    owner_of_document,
    whole_document,
    without_addressee,
)
from firsthand.stages.chains.platforms import platform_at, platform_behind
from firsthand.stages.chains.pointing import by_pronoun
from firsthand.stages.chains.posted import posted_on, site_at
from firsthand.stages.chains.scene import QUOTES, TAGS, Hop, Scene, distinct, evidence, scope_of, unquoted
from firsthand.stages.chains.tellers import (
    begins_with_announcer,
    names_medium,
    tells,
)
from firsthand.stages.chains.whose import firm_of_report
from firsthand.stages.speakers.resolve import speaker_of

# Frames that add a piece from a document: "У заяві йдеться, що", "Як йдеться у заяві", "Згідно із заявою".
ADDED = ("clause", "as", "phrase")
# Words of "результатах третього етапу дослідження".
MOST_OF_FINDINGS = 6
# The words of "сайт України", where the country puts it out.
TWO = 2


def documents(scene: Scene) -> list[Hop]:
    """``йдеться у заяві НАК``: the owner, then the document, where a document is the source in this sentence."""
    for reporting in scene.reportings:
        meant = with_author(scene, of_original(scene, reporting))
        hops = by_cue(scene, meant) or by_source(scene, meant) or by_study(scene, meant) or by_pronoun(scene, meant)
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


def by_source(scene: Scene, reporting: Attribution) -> list[Hop]:
    """``йдеться у заяві НАК``, ``у повідомленні``, ``на сайті міністерства``: the source is the document."""
    language = scene.line.language
    if reporting.source is None or not reporting.speaker or reporting.source.overlaps(reporting.cue):
        return []
    text = reporting.source.of(scene.line.text)
    told = (
        is_put_out(text, language)
        or is_page(text.split()[0], language)
        or (lies_inside(scene, reporting.source) and bool(first_noun(text, language) & group(language, "reviews")))
        or is_paper(reporting, text, language)
        or (reporting.speaker in scene.cast.persons and bool(first_noun(text, language) & group(language, "columns")))
        or (reporting.rule != "nominal" and bool(first_noun(text, language) & group(language, "own_pages")))
    )
    if not told or is_plural(text, language) or is_medium(text, language) or is_channel(text, language):
        return []
    if not can_be_author(scene, reporting):
        return []
    place = posted_on(scene.line, reporting.source)
    if place is not None:
        return posted_document(scene, reporting.source, place)
    whole = without_addressee(scene.line, whole_document(scene, reporting.source))
    owner, name = owner_of_document(scene, reporting), document_name(with_place(scene, whole), language)
    platform = platform_behind(scene.line, reporting.source)
    if owner is not None and platform is not None:
        return [Hop(owner, reporting.source), platform]
    quoted = whose_words(scene, reporting)
    if quoted is not None:
        return [Hop(quoted, reporting.source), Hop(name, reporting.source)]
    if owner is None and is_put_out(text, language):
        owner = owner_of_site(scene, whole)
    if owner is None or is_of_place(scene, reporting.source, owner):
        return []
    if is_medium(owner, language) or is_document(owner, language) or owner.lower() == name.lower():
        return []
    return [Hop(owner, reporting.source), Hop(without_owner(name, owner, language), reporting.source)]


def lies_inside(scene: Scene, document: Span) -> bool:
    """``в огляді``: whether something stands in a document, by the preposition; ``Огляд показав`` is who found it."""
    at = scene.line.from_place(document.start)
    before = scene.line.group("inside") | scene.line.group("out_of")
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
    return [Hop(owner, document), Hop(without_owner(name, owner, language), document), place]


def whose_words(scene: Scene, reporting: Attribution) -> str | None:
    """``у пресрелізі наводяться слова директора X``: whose words stand in a document."""
    line = scene.line
    if not line.inside(reporting.cue)[-1].lemmas & (line.group("stand_verbs") | line.group("cite_verbs")):
        return None
    words = next((w for w in line.words if w.low in line.group("quoted_words")), None)
    phrase = phrase_at(line, words.at + 1, coordinate=False) if words is not None else None
    if phrase is None or phrase.pronoun:
        return None
    span = phrase_span(line, phrase)
    # "слова її директора X": whose director is no part of the name
    own = line.words[phrase.first]
    start = line.words[own.at + 1].start if own.low in owners(line.language) else span.start
    return hop_name(scene, Span(start, span.stop))


def can_be_author(scene: Scene, reporting: Attribution) -> bool:
    """Whether a bare ``повідомлення`` is of whom it was taken to be of: somebody named, no place, none it quotes."""
    assert reporting.source is not None  # noqa: S101 - asked before
    owner, text = reporting.speaker or "", reporting.source.of(scene.line.text)
    if len(WORD.findall(text)) > 1:
        return True
    if is_pair(owner, scene.line.language):
        return False
    others = (r for r in scene.reportings if r is not reporting and r.source is not None and r.rule != "phrase")
    if any(content.contains(r.cue) for r in others if r.speaker == owner for content in reporting.content):
        return False
    if any(m.name == owner and m.type == "LOC" for m in scene.cast.mentions):
        return False
    return not owner.islower() or begins_with_announcer(owner, scene.line.language)


def is_pair(owner: str, language: str) -> bool:
    """``Skyline і Verum``: several, whose one bare document would be told as theirs."""
    return bool(group(language, "together").intersection(owner.split()))


def with_place(scene: Scene, source: Span) -> str:
    """``повідомленні на сайті компанії``: a document with the site where it was put out."""
    line = scene.line
    behind = line.from_place(source.stop)
    site = site_at(line, behind)
    stop = source.stop if site is None else line.words[site.last - 1].stop
    return line.text[source.start : stop]


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
    found = [w.at for w in words if w.lemmas & line.group("findings")]
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


def is_put_out(text: str, language: str) -> bool:
    """Whether a document is one that its owner puts out: a statement, a message, a site; no law, no book."""
    noun = first_noun(text, language)
    words = WORD.findall(text)
    noted = bool(noun & (group(language, "notes") | group(language, "written_replies"))) and len(words) > 1
    written = noun & group(language, "venues") and words and lemmas(words[0], language) & group(language, "in_writing")
    return noted or bool(written) or is_release(text, language) or bool(noun & group(language, "messages"))


def is_paper(reporting: Attribution, text: str, language: str) -> bool:
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
        return media_document(scene) or page_chain(scene) or site_chain(scene) or unowned_document(scene)
    reporting = next(r for r in scene.reportings if r.source == hops[0].span)
    bare = len(WORD.findall(hops[1].span.of(scene.line.text))) == 1
    if bare and reporting.rule != "about-this" and scene.number < 0:
        return None
    return Chain(
        distinct(h.name for h in hops),
        "passage" if reporting.rule in ADDED and not closes(reporting) else scope_of(scene, reporting),
        evidence(scene, [reporting.cue, hops[1].span]),
        "document",
    )


def closes(reporting: Attribution) -> bool:
    """``..., випливає зі звіту``: whether a source stands behind all that it tells."""
    return bool(reporting.content) and all(part.stop <= reporting.cue.start for part in reporting.content)


def page_scope(scene: Scene, told: Attribution | None) -> str:
    """As of any chain; but ``Як повідомляється у Twitter X`` adds a piece."""
    return "passage" if told is not None and told.rule == "as" else scope_of(scene, told)


def site_chain(scene: Scene) -> Chain | None:
    """``повідомили на сайті порту``, ``документа, опублікованого на сайті уряду``: the owner or document, the site."""
    line = scene.line
    told = told_in_document(scene)
    if told is None and not tells_there(line):
        return None
    phrase = next((found for word in line.words if (found := site_at(line, word.at)) is not None), None)
    if phrase is None or line.words[phrase.first].lemmas & line.group("pronouns.reflexive"):
        return None
    site = phrase_span(line, phrase)
    document = told.source if told is not None else None
    whose = Span(line.words[phrase.head].start, site.stop)
    first = named_owner(scene, whose)
    if first is not None and first.islower() and (behind := behind_noun(scene, whose)) is not None:
        first = firm_of_report(scene, behind) or first
    if is_of_place(scene, whose, first):
        return site_alone(scene, site, told)  # "сайт реєстру ліків України": the register's
    described = first is None or (first.islower() and " " not in first)
    if described and line.words[0].low in line.group("such"):
        return None
    if described and document is not None:
        first = phrase_nominative(document.of(line.text), line.language)
    if first is None:
        return None
    if names_medium(first, line.language):
        hops = distinct(iter((medium_name(first, line.language),)))
        return Chain(hops, page_scope(scene, told), evidence(scene, [site]), "document")
    whole = with_place(scene, document) if document is not None else ""
    name = phrase_nominative(whole if whole.endswith(site.of(line.text)) else site.of(line.text), line.language)
    findings = findings_before(line, phrase)
    if described and name.startswith(first):
        first = name  # "оголошення на сайті": what is put out there is told once
    hops = (first, name) if findings is None or findings == first else (first, findings, name)
    scope = page_scope(scene, told)
    spans = [site] if told is None else [site, told.cue]
    return Chain(distinct(iter(hops)), scope, evidence(scene, spans), "document")


def is_of_place(scene: Scene, document: Span, owner: str | None) -> bool:
    """``сайт реєстру ліків України``: whether the owner is but the country, or the register, of whose site it is."""
    place = any(m.name == owner and m.type == "LOC" for m in scene.cast.mentions)
    place = place or bool(owner and first_noun(owner, scene.line.language) & scene.line.group("public_registers"))
    text = document.of(scene.line.text)
    site = first_noun(text, scene.line.language) & scene.line.group("sites")
    return place and bool(site) and len(WORD.findall(text)) > TWO


def site_alone(scene: Scene, site: Span, told: Attribution | None) -> Chain:
    """A site by its own name."""
    name = phrase_nominative(site.of(scene.line.text), scene.line.language)
    spans = [site] if told is None else [site, told.cue]
    return Chain(distinct(iter((name,))), page_scope(scene, told), evidence(scene, spans), "document")


def findings_before(line: Line, site: Phrase) -> str | None:
    """``результатах дослідження, опублікованих на сайті``: what was put out there, where it is what a study gives."""
    verbs = line.group("put_out_verbs") | line.group("put_out_participles")
    put = next((w.at for w in reversed(line.words[: site.first]) if w.lemmas & verbs), 0)
    comma = next((at for at in (put - 1, put - 2) if put and is_comma(line, at)), None)
    for first in range(max(0, (comma or 0) - MOST_OF_FINDINGS), comma or 0):
        found = phrase_at(line, first, coordinate=False) if line.words[first].lemmas & line.group("findings") else None
        if found is not None and found.last == comma:
            return phrase_nominative(phrase_span(line, found).of(line.text), line.language)
    return None


def page_chain(scene: Scene) -> Chain | None:
    """``сообщается в Твиттере порта``, ``опубліковано на сторінці уряду в Twitter``: whose page, then the platform."""
    line = scene.line
    told = told_in_document(scene)
    if told is None and not puts_out(line):
        return None
    for word in line.words:
        platform = platform_at(line, word.at)
        owner = owner_of_page(scene, platform) or told_behind(scene, platform) if platform is not None else None
        if platform is None or owner is None:
            continue
        scope = page_scope(scene, told)
        spans = [platform.span] if told is None else [platform.span, told.cue]
        return Chain(distinct(iter((owner, platform.name))), scope, evidence(scene, spans), "document")
    return None


def owner_of_page(scene: Scene, platform: Hop) -> str | None:
    """Who stands behind the name of a platform, or behind ``сторінка`` before it."""
    line = scene.line
    pages = [w for w in line.words if w.start < platform.span.start and w.lemmas & line.group("venues")]
    last = line.inside(platform.span)[-1]
    heads = [Span(word.start, word.stop) for word in [last, *pages[-1:]]]
    # "в соцсети X. Криструн": the letter of the platform was read as an initial of who is named next
    owned = [(head, whose) for head in heads if (whose := behind_noun(scene, head)) is not None]
    owners_named = (named_owner(scene, head) for head, whose in owned if not whose.overlaps(platform.span))
    plain = platform.name.lower()
    return next((owner for owner in owners_named if owner and unquoted(owner).rstrip(".").lower() != plain), None)


def told_behind(scene: Scene, platform: Hop) -> str | None:
    """``інформує у Twitter департамент``: the body that speaks right behind the platform."""
    line = scene.line
    at = line.from_place(platform.span.stop)
    at += at < len(line.words) and line.words[at].text in QUOTES
    goes_on = at < len(line.words) and line.words[at].text != "."
    phrase = phrase_at(line, at, coordinate=False) if goes_on else None
    if phrase is None or "nomn" not in phrase.cases() or phrase.pronoun:
        return None
    told = phrase_span(line, phrase)
    if told.overlaps(platform.span):
        return None
    if any(r.source is not None and r.source.overlaps(told) for r in scene.reportings):
        return None
    if is_put_out(told.of(line.text), line.language):
        return None  # "опублікувала в Instagram допис"
    speaks = phrase.animate or line.words[phrase.head].lemmas & (line.group("bodies") | line.group("announcers"))
    return hop_name(scene, phrase_span(line, phrase)) if speaks or phrase.named else None


def told_in_document(scene: Scene) -> Attribution | None:
    """What is reported without a source, by a document, or on a page."""
    line = scene.line

    def written(source: Span | None) -> bool:
        if source is None or is_page_at(line, source):
            return True
        text = source.of(line.text)
        return is_document(text, line.language) or bool(first_noun(text, line.language) & line.group("sites"))

    return next((r for r in scene.reportings if written(r.source)), None)


def is_page_at(line: Line, source: Span) -> bool:
    """``сообщается в микроблоге Twitter``: whether a source is the platform behind ``в``."""
    at = next((w.at for w in line.words if w.start >= source.start), 0)
    return at > 0 and platform_at(line, at - 1) is not None


def tells_there(line: Line) -> bool:
    """``повідомили``, ``заяву опубліковано на сайті``; an ``інструкція`` that is to be found there is no news."""
    if any(word.finite and word.lemmas & line.group("media_verbs") for word in line.words):
        return True
    return puts_out(line) and any(word.lemmas & line.group("releases") for word in line.words)


def puts_out(line: Line) -> bool:
    """Whether a sentence says that something is told or put out: ``повідомили``, ``опубліковано``."""
    verbs = line.group("media_verbs") | line.group("put_out_verbs")
    return any((word.finite or "PRTS" in word.pos) and word.lemmas & verbs for word in line.words) or appears(line)


def appears(line: Line) -> bool:
    """``з'явився запис``, ``таке оголошення з'явилося``: whether something that is put out shows up."""
    shown = [word.at for word in line.words if word.lemmas & line.group("appear_verbs")]
    beside = [place for at in shown for place in (at + 1, at - 1) if 0 <= place < len(line.words)]
    phrases = [found for at in beside if (found := phrase_at(line, at, coordinate=False)) is not None]
    return any("nomn" in p.cases() and is_shown(line, p) for p in phrases)


def is_shown(line: Line, phrase: Phrase) -> bool:
    """``запис``, ``перелік доріг``: whether a phrase is what people put on a page."""
    text = phrase_span(line, phrase).of(line.text)
    return is_document(text, line.language) or bool(first_noun(text, line.language) & line.group("published_lists"))


def unowned_document(scene: Scene) -> Chain | None:
    """``..., йдеться в повідомленні`` in the lead, and nothing says whose: an origin without a name."""
    for reporting in scene.reportings:
        if reporting.source is None or reporting.rule not in ("parenthesis", "quote", "about-this"):
            continue
        text = reporting.source.of(scene.line.text)
        name = phrase_nominative(text, scene.line.language).lower()
        unnamed = (reporting.speaker or name).lower() == name and len(WORD.findall(text)) == 1
        if unnamed and is_put_out(text, scene.line.language) and scope_of(scene, reporting) == "report":
            return Chain((name,), "report", evidence(scene, [reporting.cue, reporting.source]), "body")
    return None

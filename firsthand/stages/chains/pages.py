"""Chains of what stands on a site or a page: ``повідомили на сайті порту``, ``сообщается в Твиттере порта``."""

from __future__ import annotations

from dataclasses import replace

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Chain, Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import is_comma, phrase_span
from firsthand.stages.attribution.media import first_noun, is_document, medium_name
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line, Word, cases_in
from firsthand.stages.chains.names import hop_name
from firsthand.stages.chains.owners import behind_noun, is_of_place, named_owner
from firsthand.stages.chains.platforms import platform_at
from firsthand.stages.chains.posted import site_at
from firsthand.stages.chains.put_out import is_put_out
from firsthand.stages.chains.scene import QUOTES, Hop, Scene, distinct, evidence, ones_own, scope_of, unquoted
from firsthand.stages.chains.tellers import names_medium
from firsthand.stages.chains.whose import firm_of_report

# Words of "ці нові відомості" before the verb.
MOST_OF_NEWS = 4
# Words of "результатах третього етапу дослідження".
MOST_OF_FINDINGS = 6


def site_chain(scene: Scene) -> Chain | None:
    """``повідомили на сайті порту``, ``документа, опублікованого на сайті уряду``: the owner or document, the site."""
    line = scene.line
    told = told_in_document(scene)
    if told is None and not tells_there(line):
        return None
    leads = line.spelled("place_prepositions")
    phrase = next((found for word in leads if (found := site_at(line, word.at)) is not None), None)
    if phrase is None or line.words[phrase.first].lemmas & ones_own(line):
        return None
    site = phrase_span(line, phrase)
    document = told.source if told is not None else None
    whose = Span(line.words[phrase.head].start, site.stop)
    first = site_owner(scene, whose)
    if is_of_place(scene, whose, first):
        # "сайт реєстру ліків України": the register's
        return page_told(scene, [phrase_nominative(site.of(line.text), line.language)], site, told)
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
    return page_told(scene, site_hops(scene, phrase, first, described), site, told)


def site_owner(scene: Scene, site: Span) -> str | None:
    """Whose a site is: who is named behind it, or the firm that a noun there means."""
    owner = named_owner(scene, site)
    behind = behind_noun(scene, site) if owner is not None and owner.islower() else None
    return (firm_of_report(scene, behind) if behind is not None else None) or owner


def site_hops(scene: Scene, phrase: Phrase, first: str, described: bool) -> list[str]:
    """Whose a site is, or what was put there where but a noun ``described`` whose; findings; then the site."""
    line = scene.line
    name = phrase_nominative(phrase_span(line, phrase).of(line.text), line.language)
    findings = findings_before(line, phrase)
    if described and name.startswith(first):
        first = name  # "оголошення на сайті": what is put out there is told once
    return [first, name] if findings is None or findings == first else [first, findings, name]


def page_told(scene: Scene, names: list[str], page: Span, told: Attribution | None) -> Chain:
    """The chain of a page or a site, with what is told there, if that was read."""
    spans = [page] if told is None else [page, told.cue]
    return Chain(distinct(iter(names)), page_scope(scene, told), evidence(scene, spans), "document")


def findings_before(line: Line, site: Phrase) -> str | None:
    """``результатах дослідження, опублікованих на сайті``: what was put out there, where it is what a study gives."""
    verbs = line.group("put_out_verbs|put_out_participles")
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
    for word in line.spelled("place_prepositions|through"):
        platform = platform_at(line, word.at)
        owner = whose_page(scene, platform) if platform is not None else None
        if platform is None or owner is None:
            continue
        return page_told(scene, [owner, platform.name], platform.span, told)
    return None


def whose_page(scene: Scene, platform: Hop) -> str | None:
    """Who stands behind the page, or speaks right behind it; else whose document was put there."""
    return owner_of_page(scene, platform) or body_behind(scene, platform) or owner_of_posted(scene)


def owner_of_posted(scene: Scene) -> str | None:
    """``[Заява голови уряду] була опублікована в Threads``: whose document opens a sentence that tells so."""
    line = scene.line
    document = phrase_at(line, 0, coordinate=False)
    if (
        document is None
        or "nomn" not in document.cases()
        or not (any("PRTS" in w.pos for w in line.words) or put_out_words(line))
    ):
        return None
    span = phrase_span(line, document)
    return named_owner(scene, span) if is_put_out(span.of(line.text), line.language) else None


def owner_of_page(scene: Scene, platform: Hop) -> str | None:
    """Who stands behind the name of a platform, or behind ``сторінка`` before it."""
    line = scene.line
    pages = [w for w in line.meaning("venues") if w.start < platform.span.start]
    last = line.inside(platform.span)[-1]
    heads = [Span(word.start, word.stop) for word in [last, *pages[-1:]]]
    # "в соцсети X. Криструн": the letter of the platform was read as an initial of who is named next
    owned = [(head, whose) for head in heads if (whose := behind_noun(scene, head)) is not None]
    # "на сторінці порту [в «Фейсбуці»]"
    leads = [w.start for w in line.spelled("place_prepositions") if w.start < platform.span.start]
    stop = leads[-1] if leads else 0
    owners_named = (
        named_owner(scene, head, stop)
        for head, whose in owned
        if not whose.overlaps(platform.span) or whose.start < stop < platform.span.start
    )
    plain = platform.name.lower()
    named = next((owner for owner in owners_named if owner and unquoted(owner).rstrip(".").lower() != plain), None)
    if named is not None and named.islower() and owned:
        return firm_of_report(scene, owned[0][1]) or named  # "у Facebook компанії"
    return named


def body_behind(scene: Scene, platform: Hop) -> str | None:
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
    speaks = phrase.animate or line.words[phrase.head].lemmas & line.group("bodies|announcers")
    return hop_name(scene, phrase_span(line, phrase)) if speaks or phrase.named else None


def page_scope(scene: Scene, told: Attribution | None) -> str:
    """As of any chain; but ``Як повідомляється у Twitter X`` adds a piece."""
    return "passage" if told is not None and told.rule == "as" else scope_of(scene, told)


def told_in_document(scene: Scene) -> Attribution | None:
    """What is reported without a source, by a document, or on a page."""
    told = [r for r in scene.reportings if r.rule != "infinitive"]  # "обіцяють опублікувати на сайті"
    written = next((r for r in told if r.source is None or is_written_at(scene.line, r.source)), None)
    return written or next((replace(r, source=None) for r in told if shows_data(scene.line, r)), None)


def shows_data(line: Line, reporting: Attribution) -> bool:
    """``Про це свідчить інформація [на порталі порту]``: whether data that lie somewhere tell what stands above."""
    words = line.inside(reporting.source) if reporting.source is not None else []
    at = words[0].at + 1 if words else len(line.words)
    data = bool(words) and bool(words[0].lemmas & line.group("data_nouns")) and reporting.rule == "about-this"
    return data and site_at(line, at) is not None


def is_written_at(line: Line, source: Span) -> bool:
    """Whether a source is a page, a document or a site."""
    text = source.of(line.text)
    document = is_document(text, line.language) or bool(first_noun(text, line.language) & line.group("sites"))
    return document or is_page_at(line, source)


def is_page_at(line: Line, source: Span) -> bool:
    """``сообщается в микроблоге Twitter``: whether a source is the platform behind ``в``."""
    at = line.from_place(source.start)
    return 0 < at < len(line.words) and platform_at(line, at - 1) is not None


def tells_there(line: Line) -> bool:
    """``повідомили``, ``заяву опубліковано на сайті``; an ``інструкція`` that is to be found there is no news."""
    if any(word.finite for word in line.meaning("media_verbs|showing_verbs")):
        return True
    return (bool(line.meaning("releases")) or line.words[0].low in line.group("such")) and puts_out(line)


def puts_out(line: Line) -> bool:
    """Whether a sentence says that something is told or put out: ``повідомили``, ``опубліковано``."""
    told = any(word.finite or "PRTS" in word.pos for word in line.meaning("media_verbs|put_out_verbs"))
    told = told or any(is_confirmed_on(line, word) for word in line.meaning("confirming"))
    return told or bool(put_out_words(line)) or appears(line)


def is_confirmed_on(line: Line, verb: Word) -> bool:
    """``Цю інформацію підтвердили в [Telegram порту]``: whether somebody on a page bears out what stands above."""
    if not verb.finite or "plur" not in verb.grammemes:
        return False
    told = any(word.lemmas & line.group("told_news") for word in line.between(verb.at - MOST_OF_NEWS, verb.at))
    return told and verb.at + 1 < len(line.words) and platform_at(line, verb.at + 1) is not None


def put_out_words(line: Line) -> list[Word]:
    """``була [опублікована]``: participles that were or are, which Ukrainian has in the form of an adjective."""
    participles = (word for word in line.meaning("put_out_participles") if "nomn" in cases_in(word.adjectives))
    return [word for word in participles if was_done(line, word) or is_predicate(line, word)]


def was_done(line: Line, participle: Word) -> bool:
    """``була [опублікована]``."""
    return any(w.lemmas & line.group("future_auxiliaries") for w in line.between(participle.at - 2, participle.at))


def is_predicate(line: Line, participle: Word) -> bool:
    """``Указ опублікований на сайті``: whether a participle, behind no comma, is all that a sentence has for a verb."""
    before = line.words[participle.at - 1] if participle.at else None
    behind = line.between(participle.at + 1, participle.at + 2)
    leads = bool(behind) and behind[0].low in line.group("place_prepositions")
    subject = before is not None and before.kind != "mark" and "PREP" not in before.pos
    return subject and leads and not any(w.finite for w in line.words)


def appears(line: Line) -> bool:
    """``з'явився запис``, ``таке оголошення з'явилося``: whether something that is put out shows up."""
    shown = [word.at for word in line.meaning("appear_verbs")]
    beside = [place for at in shown for place in (at + 1, at - 1) if 0 <= place < len(line.words)]
    phrases = [found for at in beside if (found := phrase_at(line, at, coordinate=False)) is not None]
    return any("nomn" in p.cases() and is_shown(line, p) for p in phrases)


def is_shown(line: Line, phrase: Phrase) -> bool:
    """``запис``, ``перелік доріг``: whether a phrase is what people put on a page."""
    text = phrase_span(line, phrase).of(line.text)
    return is_document(text, line.language) or bool(first_noun(text, line.language) & line.group("published_lists"))

"""Where a document was put: ``у повідомленні на сайті порту``, ``у листі, оприлюдненому на сайті КМДА``."""

from __future__ import annotations

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import medium_name
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line
from firsthand.stages.chains.names import without_possessive
from firsthand.stages.chains.platforms import platform_at
from firsthand.stages.chains.scene import OPENING, Hop, ones_own
from firsthand.stages.chains.tellers import DOMAIN, names_medium

# Words behind a document among which it says where it was put: ", опублікованому вчора на".
MOST_BEHIND = 4


def leads_to_place(line: Line, at: int) -> bool:
    """Whether a preposition of place stands at word ``at``, and something behind it."""
    return at + 1 < len(line.words) and line.words[at].low in line.group("place_prepositions")


def site_at(line: Line, at: int) -> Phrase | None:
    """``на сайті компанії``: the phrase of a site behind the preposition at word ``at``."""
    phrase = site_phrase(line, at + 1) if leads_to_place(line, at) else None
    return before_document(line, at, phrase) if phrase is not None else None


def before_document(line: Line, at: int, site: Phrase) -> Phrase:
    """``у розміщеному [на сайті порту] повідомленні``: a site without the document that a participle describes."""
    put = at > 0 and bool(line.words[at - 1].lemmas & line.group("put_out_participles"))
    put = put or (at > 0 and "PRTF" in line.words[at - 1].pos)
    kinds = line.group("releases|documents|messages")
    last = next((w.at for w in line.between(site.head + 1, site.last) if put and w.lemmas & kinds), site.last)
    return site.up_to(last) if last > site.head else site


def site_phrase(line: Line, at: int) -> Phrase | None:
    """The phrase of a site that begins at a word."""
    phrase = phrase_at(line, at, coordinate=False)
    if phrase is None:
        return None
    head = line.words[phrase.head]
    # "на сторінці порту", but "на сторінці порту в LinkedIn"
    page = bool(head.lemmas & line.group("own_pages")) and phrase.last > phrase.head + 1
    owned = page and (phrase.last >= len(line.words) or platform_at(line, phrase.last) is None)
    return phrase if owned or head.lemmas & line.group("sites") else None


def own_site(line: Line, at: int) -> Hop | None:
    """``на своєму сайті``; a name behind it is who speaks: ``на своєму сайті ВООЗ оприлюднила``."""
    phrase = site_at(line, at)
    if phrase is None:
        return None
    span = phrase_span(line, phrase)
    if is_own(line, phrase):
        span = Span(span.start, line.words[phrase.head].stop)
    named = Span(line.words[phrase.head].stop, span.stop)
    medium = named.of(line.text).strip()
    if medium and (names_medium(medium, line.language) or DOMAIN.fullmatch(medium)):
        return Hop(medium_name(medium, line.language), span)  # "на сайті Politico": who prints it
    return Hop(without_possessive(span.of(line.text), line.language), span)


def own_blog(line: Line, page: Phrase) -> Hop | None:
    """``на своїй сторінці``, ``у своєму відеоблозі``: a page of one's own that nothing behind it names."""
    head, behind = line.words[page.head], line.words[page.last : page.last + 1]
    if page.last > page.head + 1 or not head.lemmas & line.group("own_pages|blogs"):
        return None
    names = any(w.text in OPENING or "PREP" in w.pos or (w.capital and w.mention_type != "PER") for w in behind)
    return None if names else Hop(phrase_nominative(head.text, line.language), Span(head.start, head.stop))


def is_own(line: Line, site: Phrase) -> bool:
    """Whether a site is of who speaks: ``на своєму сайті``."""
    return any(w.lemmas & ones_own(line) for w in line.between(site.first, site.head))


def posted_on(line: Line, source: Span) -> Hop | None:
    """``, опублікованому на сайті міністерства``: the site or the platform where a document was put."""
    behind = [w for w in line.words if w.start >= source.stop][: MOST_BEHIND + 1]
    verbs = line.group("put_out_verbs|put_out_participles")
    if not behind or behind[0].text != "," or not any(w.lemmas & verbs for w in behind[1:]):
        return None
    for word in behind[1:]:
        site, platform = site_at(line, word.at), platform_at(line, word.at) or platform_of_page(line, word.at)
        if site is not None:
            span = phrase_span(line, site)
            return Hop(phrase_nominative(span.of(line.text), line.language), span)
        if platform is not None:
            return platform
    return None


def platform_of_page(line: Line, at: int) -> Hop | None:
    """``на сторінці порту в LinkedIn``: the platform behind a page and whose it is."""
    page = phrase_at(line, at + 1, coordinate=False) if leads_to_place(line, at) else None
    if page is None or not line.words[page.head].lemmas & line.group("own_pages"):
        return None
    return platform_at(line, page.last)


def page_of(line: Line, document: Span) -> tuple[Hop, Span] | None:
    """``повідомленні порту на сайті``, ``в офіційному акаунті``: the page where a document stands, and the rest."""
    ends = (*(word.at for word in line.inside(document)[1:]), line.from_place(document.stop))
    for at in ends:
        phrase = site_at(line, at) or account_at(line, at)
        if phrase is not None:
            span = phrase_span(line, phrase)
            rest = Span(document.start, min(document.stop, line.words[at - 1].stop))
            return Hop(without_possessive(span.of(line.text), line.language), span), rest
    return None


def account_at(line: Line, at: int) -> Phrase | None:
    """``в офіційному акаунті``, ``у телеграм-каналі міністерства``: the page on a platform behind the word ``at``."""
    phrase = phrase_at(line, at + 1, coordinate=False) if leads_to_place(line, at) else None
    pages = line.group("own_pages|channels")
    return phrase if phrase is not None and line.words[phrase.head].lemmas & pages else None

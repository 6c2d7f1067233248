"""Who stands behind a document as its owner: ``заява [НАК]``, ``звіт [офісу прем'єр-міністра]``."""

from __future__ import annotations

import re

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import WORD, Line, Word, cases_in
from firsthand.stages.chains.names import cased, same_word
from firsthand.stages.chains.scene import QUOTES, Scene, as_phrase
from firsthand.stages.chains.whose import MOST_READ, QUOTED_NAME, firm_meant, firm_of_report
from firsthand.stages.speakers.resolve import speaker_of

# The words of "м. Києва": the mark, its full stop, the name.
TOWN = 3
# The words of "сайт України", where the country puts it out.
SITE_OF = 2
# How many letters a body is called by.
LETTERS = range(3, 7)
# Characters before "її заява" in which the body is named that it can be of.
NEAR = 400
# A name of one word in quotation marks.
MARKED = re.compile(r"[«“„\"][^\s«»“”„\"]{2,40}[»”“\"]")


def owner_of_document(scene: Scene, reporting: Attribution) -> str | None:
    """Whose a document is: the speaker, or who stands in the genitive behind it; None where it has no owner."""
    assert reporting.source is not None  # noqa: S101 - asked before
    language = scene.line.language
    text = reporting.source.of(scene.line.text)
    bare = phrase_nominative(text, language).lower()
    office = office_behind(scene, reporting.source) or nation_behind(scene, reporting.source)
    if office is not None:
        return office
    addressed = scene.line.group("written_to").intersection((reporting.speaker or "").split()[1:])
    resolved = (reporting.speaker or "").lower() not in ("", bare, text.lower()) and not addressed
    owner = reporting.speaker if resolved else named_owner(scene, reporting.source)
    owner = owner or pronoun_owner(scene, reporting.source)
    behind = behind_noun(scene, reporting.source) if owner is not None else None
    if owner is None or behind is None:
        return owner
    if is_letters(behind.of(scene.line.text), owner):
        return behind.of(scene.line.text)
    if owner.islower():
        return firm_of_report(scene, behind) or owner
    named = cased(phrase_nominative(behind.of(scene.line.text), language), behind.of(scene.line.text))
    if named.startswith(f"{owner} ") and lemmas(owner.split()[-1], language) & scene.line.group("office_fields"):
        return named  # "Управління боротьби" goes on with what it is against
    return of_place(scene, behind, owner) or in_genitive(scene, behind, owner)


def is_letters(text: str, name: str) -> bool:
    """``ВООЗ``, ``BKA``: whether the letters of a body stand for its name, and are no part of it (``НАК «Лиман»``)."""
    return text.isalpha() and text.isupper() and len(text) in LETTERS and text not in name.split()


def pronoun_owner(scene: Scene, source: Span) -> str | None:
    """``в її заяві``: the one body that was named shortly before, where no person was."""
    line = scene.line
    words = line.inside(source)
    if not words or words[0].low not in line.group("pronouns.possessive"):
        return None
    before = (m for m in scene.cast.before(source.start) if m.span.start >= source.start - NEAR)
    named = {(m.name, m.type) for m in before if m.type in ("PER", "ORG")}
    return next((name for name, kind in named if kind == "ORG"), None) if len(named) == 1 else None


def nation_behind(scene: Scene, source: Span) -> str | None:
    """``звіті російської компанії``: the firm of that country."""
    owner = behind_noun(scene, source)
    return firm_meant(scene, owner) if owner is not None else None


def office_behind(scene: Scene, source: Span) -> str | None:
    """``заяві офісу прем'єр-міністра``: an office with those whom it serves; a firm is called by its name alone."""
    owner = behind_noun(scene, source)
    if owner is None:
        return None
    owner = whole_document(scene, owner)
    line = scene.line
    words = line.inside(owner)
    head = next((w for w in words if w.nouns and not (w.adjectives and not w.capital)), None)
    served = head is not None and any(is_genitive(w) for w in words if w.at > head.at)
    if head is None or head.capital or not served or not head.lemmas & line.group("serving"):
        return None
    return phrase_nominative(owner.of(line.text), line.language)


def is_genitive(word: Word) -> bool:
    """Whether a word can be somebody in the genitive: a name, or a noun by its form."""
    return word.mention >= 0 or "gent" in cases_in(word.nouns)


def named_owner(scene: Scene, source: Span, medium: int = 0) -> str | None:
    """Who stands in the genitive behind a document, by name; None for a bare noun that nothing resolves.

    A ``medium`` that starts behind it is nobody's part: ``цитує заяву порту Reuters``.
    """
    owner = behind_noun(scene, source)
    if owner is None or owner.start == medium:
        return None
    owner = up_to(scene.line, owner, medium)
    name = speaker_of(scene.cast, as_phrase(owner))
    if is_letters(owner.of(scene.line.text), name or ""):
        return owner.of(scene.line.text)
    town = town_behind(scene.line, owner.stop)
    if name and not name.islower():
        return (of_place(scene, owner, name) or in_genitive(scene, owner, name)) + town
    described = owner.of(scene.line.text)
    plain = phrase_nominative(described, scene.line.language)
    whole = cased(plain, described)
    # "порту" could be its own nominative
    body = plain != described and bool(first_noun(described, scene.line.language) & scene.line.group("bodies"))
    return whole + town if town or body or len(WORD.findall(described)) > 1 else None


def in_genitive(scene: Scene, owner: Span, name: str) -> str:
    """``порту «Лиман»``, ``«Лиману»``: a name that was left as it stands, though it stands in the genitive."""
    first = scene.line.inside(owner)[0]
    text = owner.of(scene.line.text)
    inside = name.strip(QUOTES)
    if inside == text.strip(QUOTES) != text and " " not in inside:
        return in_marks(scene, owner.start, inside) or name
    left = name == text and not first.capital and first.nouns
    return phrase_nominative(name, scene.line.language, oblique=True) if left else name


def in_marks(scene: Scene, place: int, name: str) -> str | None:
    """``Хвиля`` for ``«Хвилі»``: a name of one word as the report has it before, in marks or known; else none."""
    text = scene.cast.report.text[: min(place, MOST_READ)]
    known = (m.name for m in scene.cast.before(place) if m.type == "ORG")
    marked = (match.group(1) for match in QUOTED_NAME.finditer(text))
    return next((other for other in (*known, *marked) if same_word(other, name)), None)


def of_place(scene: Scene, owner: Span, name: str) -> str | None:
    """``королівського двору Данії``: the body with the place that alone was known of it; else none."""
    line = scene.line
    words = line.inside(owner)
    place = next((m for m in scene.cast.over(owner) if m.type == "LOC" and m.name == name), None)
    nouns = [w for w in words if w.nouns and place is not None and w.start < place.span.start]
    if not nouns or any(w.lemmas & line.group("public_registers") for w in nouns):
        return None
    described = owner.of(line.text)
    return cased(phrase_nominative(described, line.language), described)


def up_to(line: Line, span: Span, medium: int) -> Span:
    """What stands before a medium that starts within a span; the span itself where none does."""
    if not span.start < medium < span.stop:
        return span
    return Span(span.start, span.start + len(line.text[span.start : medium].rstrip()))


def whole_document(scene: Scene, source: Span) -> Span:
    """``оголошенні канцелярії Мей``: a document with the name right behind it."""
    behind = next((w for w in scene.line.words if w.start >= source.stop), None)
    if behind is None or behind.mention_type not in ("PER", "ORG") or behind.start > source.stop + 1:
        return Span(source.start, source.stop + len(town_behind(scene.line, source.stop)))
    inside = [w.stop for w in scene.line.words if w.mention == behind.mention]
    return Span(source.start, max(inside))


def town_behind(line: Line, at: int) -> str:
    """`` м. Києва`` of ``райсуд м. Києва``: the town of an office, with the space before it; empty if none."""
    words = line.words[line.from_place(at) :][:TOWN]
    if len(words) < TOWN or words[0].low not in line.group("town_marks") or words[1].text != ".":
        return ""
    town = words[-1]
    inside = [w.stop for w in line.words if w.mention == town.mention] if town.mention >= 0 else [town.stop]
    return line.text[at : max(inside)] if town.capital else ""


def behind_noun(scene: Scene, source: Span) -> Span | None:
    """``авіаперевізника`` of ``заява авіаперевізника``, also where the source ends before it (``у Twitter X``)."""
    line = scene.line
    words = line.inside(source)
    kinds = ("documents", "releases", "sites", "venues", "court_papers")
    nouns = frozenset().union(*(line.group(kind) for kind in kinds))
    head = next((w.at for w in words if w.lemmas & nouns), words[0].at if words else len(line.words))
    behind = line.words[head + 1] if head + 1 < len(line.words) else None
    if behind is None or "." in line.text[line.words[head].stop : behind.start + 1]:
        return None
    phrase = phrase_at(line, head + 1, coordinate=False)
    if phrase is None or "gent" not in phrase.cases():
        return quoted_at(line, behind)
    return with_field(line, without_addressee(line, phrase_span(line, phrase)))


def with_field(line: Line, body: Span) -> Span:
    """``Управління боротьби [з контрабандою]``: an office with what it is against or in touch with."""
    words = line.inside(body)
    at = words[-1].at + 1
    if len(words) == 1 or at + 1 >= len(line.words) or not words[-1].lemmas & line.group("office_fields"):
        return body
    led = line.words[at].low in line.group("with_prepositions")
    phrase = phrase_at(line, at + 1) if led and words[0].lemmas & line.group("bodies") else None
    field = phrase is not None and not phrase.pronoun and "ablt" in phrase.cases()
    return Span(body.start, line.words[phrase.last - 1].stop) if field and phrase is not None else body


def quoted_at(line: Line, mark: Word) -> Span | None:
    """``«Хвилі»`` of ``лист «Хвилі»``: a name of one word in the marks that open there."""
    match = MARKED.match(line.text, mark.start)
    return Span(match.start(), match.end()) if match is not None else None


def without_addressee(line: Line, span: Span) -> Span:
    """``заяви профспілки [до пасажирів]``, ``[із посиланням на порт]``: what stands before that."""
    words = line.inside(span)
    written_to = (w for w in words[1:] if w.low in line.group("written_to") and w.mention < 0)
    to = next(written_to, None) or next((w for w in words[1:] if leads_reference(line, w)), None)
    return span if to is None else Span(span.start, line.words[to.at - 1].stop)


def leads_reference(line: Line, word: Word) -> bool:
    """``із посиланням``: whether a preposition leads to a word of reference."""
    behind = line.between(word.at + 1, word.at + 2)
    return "PREP" in word.pos and any(w.low in line.group("reference") for w in behind)


def is_of_place(scene: Scene, document: Span, owner: str | None) -> bool:
    """``сайт реєстру ліків України``: whether the owner is but the country, or the register, of whose site it is."""
    place = any(m.name == owner and m.type == "LOC" for m in scene.cast.mentions)
    place = place or bool(owner and first_noun(owner, scene.line.language) & scene.line.group("public_registers"))
    text = document.of(scene.line.text)
    site = first_noun(text, scene.line.language) & scene.line.group("sites")
    return place and bool(site) and len(WORD.findall(text)) > SITE_OF

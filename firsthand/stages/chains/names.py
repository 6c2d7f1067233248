"""What a hop of a chain is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice, takewhile

from firsthand.lang.outlets import find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.agreement import agree
from firsthand.stages.attribution.media import (
    bare_name,
    first_noun,
    is_document,
    is_medium,
    is_platform,
    known_outlet,
    lemmas,
    may_be_called,
    medium_name,
    outlet_form,
    split_name,
)
from firsthand.stages.attribution.words import WORD, Form, cases_in, forms, group, word_forms
from firsthand.stages.chains.scene import QUOTES, Hop, Scene, as_phrase
from firsthand.stages.speakers.cast import full_name
from firsthand.stages.speakers.resolve import speaker_of
from firsthand.stages.speakers.sources import SENTENCE_END

# Letters of a word that no case changes, and those of an ending.
LEAST_OF_STEM, MOST_OF_ENDING = 3, 2

# Characters of a report in which a medium is introduced.
MOST_READ = 3_000
# Who told news among whom the medium that a noun means is looked for first.
MOST_TELLERS = 20

# Words of "рекордсменка світу зі стрибків у висоту Олена Ткач".
LONG_TITLE = 5

# Who speaks together is two at least.
TWO = 2


def hop_name(scene: Scene, span: Span, accusative: bool = False) -> str:
    """What a hop is called: a person in full, a medium by name, anything else in the nominative without ``свої``.

    ``accusative`` for what stands behind ``на``: things look there as in the nominative (``на джерела``).
    """
    text = span.of(scene.line.text)
    language = scene.line.language
    if is_medium(text, language):
        # "Агентство лікарських засобів Латвії" is no medium called Латвія
        return (
            cased(phrase_nominative(text, language), text) if is_bureau(text, language) else medium_name(text, language)
        )
    person = [m for m in scene.cast.over(span) if m.type == "PER" and span.contains(m.span)]
    titled = not is_document(text, language) and not first_noun(text, language) & group(language, "bodies")
    if len(person) == 1 and person[0].span.stop == span.stop and titled:
        return full_name(scene.cast, person[0])
    if len(text.split()) == 1 and text.islower() and not lemmas(text, language) & group(language, "anonymous"):
        meant = speaker_of(scene.cast, as_phrase(span))
        if meant is not None:
            return meant
    if not is_document(text, language) and (name := bare_name(text, language, "bearers")) is not None:
        return name
    named = next((m.name for m in scene.cast.over(span) if m.span == span and m.type == "ORG"), None)
    if named is not None and not accusative and len(text.split()) == 1:
        return named
    joint = joined_at(text, language) if accusative and text.islower() else None
    if joint is not None:  # "на співрозмовників і листування": each has its own nominative
        first, stop = joint
        cut = span.start + first, span.start + stop
        left, right = Span(span.start, cut[0]), Span(cut[1], span.stop)
        return f"{hop_name(scene, left, accusative)}{text[first:stop]}{hop_name(scene, right, accusative)}"
    if accusative and is_thing(text, language):
        return text[text.find(" ") + 1 :] if is_owner(text.split()[0], language) else text
    plain = without_possessive(text, language)
    return cased(plain, text) if accusative else plain  # behind a preposition a capital is the name's own


def joined_at(text: str, language: str) -> tuple[int, int] | None:
    """Where the one ``і`` with the blanks around it stands that joins two nouns; None where none does."""
    found = [m for word in group(language, "joining") for m in re.finditer(rf" {word} ", text)]
    if len(found) != 1:
        return None
    parts = text[: found[0].start()], text[found[0].end() :]
    return found[0].span() if all(first_noun(part, language) for part in parts) else None


def is_bureau(text: str, language: str) -> bool:
    """Whether a phrase says in small letters what an agency or whose a portal is: ``агентство лікарських засобів``."""
    parts = split_name(text, language)
    words = WORD.findall(parts.common)
    if first_noun(text, language) & group(language, "sites") and is_of_body(words, language):
        return True  # "портал Міністерства торгівлі Туреччини"
    if parts.name is None and first_noun(text, language) & group(language, "sites"):
        # "портал мера": a site, not a medium
        return len(words) > 1 and known_outlet(text, language) is None
    agencies = group(language, "agencies")
    head = next((at for at, word in enumerate(words) if lemmas(word, language) & agencies), len(words))
    plain = (word_forms(word, language) for word in words[head + 1 :])
    purpose = any(word.nouns and not word.adjectives and not word.lemmas & group(language, "news") for word in plain)
    field = any(lemmas(word, language) & group(language, "agency_fields") for word in words[:head])
    return (purpose or (field and head < len(words))) and known_outlet(text, language) is None


def is_of_body(words: list[str], language: str) -> bool:
    """``портал міністерства``: whether a noun for a body stands in the genitive right behind the first word."""
    known = word_forms(words[1], language) if len(words) > 1 else None
    bodies = group(language, "bodies") - group(language, "media")
    return known is not None and bool(known.lemmas & bodies) and "gent" in cases_in(known.nouns)


def speaker_name(scene: Scene, reporting: Attribution) -> str:
    """Who speaks in a reporting; several by their names alone."""
    source = reporting.source
    if source is not None and is_bureau(source.of(scene.line.text), scene.line.language):
        return hop_name(scene, source)
    joint = joint_names(scene, source) if source is not None else None
    return joint or titled_person(scene, reporting) or reporting.speaker or ""


def titled_person(scene: Scene, reporting: Attribution) -> str | None:
    """``рекордсменка світу зі стрибків Олена Ткач``: the one person whose name ends what was taken for all of it."""
    speaker, source = reporting.speaker or "", reporting.source
    kinds = "relational|kin|others_of|announcers|bodies|documents|anonymous|reporters"
    others = group(scene.line.language, kinds)
    if source is None or len(speaker.split()) < LONG_TITLE or not speaker[:1].islower():
        return None
    first = word_forms(speaker.split()[0], scene.line.language)
    if first.lemmas & others or not any("anim" in r.grammemes for r in first.readings):
        return None
    people = [m for m in scene.cast.over(source) if m.type == "PER" and source.contains(m.span)]
    named = len(people) == 1 and speaker.endswith(people[0].span.of(scene.line.text))
    return full_name(scene.cast, people[0]) if named else None


def joint_names(scene: Scene, source: Span) -> str | None:
    """``міністр Олег Коваль та його радниця Ганна Ткач``: those who spoke together, by their names, joined as there."""
    text = scene.line.text
    named = (m for m in scene.cast.over(source) if m.type == "PER" and source.contains(m.span))
    # "Питер Смит (Peter Smith)" is one
    people = [person for person in named if text[person.span.start - 1 : person.span.start] != "("]
    if len(people) < TWO:
        return None
    between = [w.low for w in scene.line.words if people[-2].span.stop <= w.start < people[-1].span.start]
    joined = [word for word in between if word in scene.line.group("together")]
    if not joined:
        return None
    *first, last = (full_name(scene.cast, person) for person in people)
    one = len(joined) == 1 and joined[0] in scene.line.group("joining")  # "а також", "разом з" join another way
    return f"{', '.join(first)} {joined[0]} {last}" if one else ", ".join((*first, last))


def quoted_name(name: str, language: str) -> str:
    """``стало відомо «Українській правді»``: an outlet in the nominative, any other name as it is written.

    A name that begins with what it is (``«Віснику торгів»``) is as plain.
    """
    nominative = outlet_form(name, language) or phrase_nominative(name, language)
    beginnings, first = group(language, "medium_beginnings"), name.split()[0]
    begins = first.lower() not in beginnings and bool(lemmas(first, language) & beginnings)
    if find_outlet(name) is not None or (find_outlet(nominative) is None and not begins):
        return name
    return nominative[:1].upper() + nominative[1:]


def cased(name: str, written: str) -> str:
    """A name with the first letter as it is written (``Держреєстр речових прав``)."""
    return name[:1].upper() + name[1:] if written[:1].isupper() else name


def is_thing(text: str, language: str) -> bool:
    """Whether the first noun of a phrase is a thing whose accusative is its nominative."""
    before: frozenset[Form] = frozenset()
    for word in WORD.findall(text):
        known = word_forms(word, language)
        nouns = [r for r in known.readings if r.pos == "NOUN"]
        if not nouns and known.adjectives and not is_owner(word, language):
            before = frozenset(form for r in known.readings if not {"accs", "anim"} <= r.grammemes for form in forms(r))
        if nouns and before and not agree(before, known.nouns):
            return False  # "на уповноважених компанії": people of it
        if nouns and not is_owner(word, language):
            return all(any({"inan", case} <= r.grammemes for r in nouns) for case in ("accs", "nomn"))
    return False


def owning_words(language: str) -> frozenset[str]:
    """``свій``, ``їхній``: words that say whose, which are no part of a name."""
    return group(language, "pronouns.possessive|pronouns.reflexive|owning")


def is_owner(word: str, language: str) -> bool:
    """Whether a word says but whose something is, in any of its forms."""
    return bool((lemmas(word, language) | {word.lower()}) & owning_words(language))


def spoke_up_to(scene: Scene, stop: int) -> Hop | None:
    """Who speaks in a sentence and whose name ends at a place: ``сказав [речник порту], на якого``."""
    ending = (r for r in scene.reportings if r.source is not None and r.source.stop == stop and r.speaker)
    spoke = next(ending, None)
    return Hop(speaker_name(scene, spoke), spoke.source) if spoke is not None and spoke.source is not None else None


def is_nameless(name: str, language: str) -> bool:
    """A bare ``видання``, ``згаданий канал``, whose name the page lost or the report never gave."""
    words = WORD.findall(name)
    if len(words) == 2 and lemmas(words[0], language) & group(language, "mentioned"):
        words = words[1:]
    return (
        len(words) == 1
        and name.islower()
        and bool(lemmas(words[0], language) & group(language, "media"))
        and name not in group(language, "media_at_large")
    )


def media_before(scene: Scene, at: int, noun: frozenset[str] = frozenset()) -> Iterator[str]:
    """The media that told news before a place, the nearest first; a plain word may be a name (``Nature``).

    Those of another kind than a ``noun`` says are left out: a ``газета`` is no agency.
    """
    told = ((name, kind) for place, name, kind in passed_on_last(scene, at, noun) if place < at)
    named = (name for name, kind in told if kind == "medium" or (kind == "body" and find_outlet(name) is not None))
    called = (name for name in named if may_be_called(name, noun, scene.line.language))
    # "агентство X ..., передає Y. Розповів агентству": who has been called so
    near = dict.fromkeys(islice(called, MOST_TELLERS)) if noun else ()
    yield from sorted(near, key=lambda name: not is_introduced(scene, name, at, noun))
    yield from called


def is_introduced(scene: Scene, name: str, at: int, noun: frozenset[str]) -> bool:
    """``агентства [X]``, ``газета [«X»]``: whether a noun has stood right before a medium's name."""
    if not noun:
        return False
    stem = re.escape(name[: max(LEAST_OF_STEM, len(name) - MOST_OF_ENDING)])
    before = re.finditer(rf"([^\W\d_]{{3,20}})\s[«“„\"]?{stem}", scene.cast.report.text[: min(at, MOST_READ)])
    return any(lemmas(match.group(1), scene.line.language) & noun for match in before)


def passed_on_last(scene: Scene, at: int, noun: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """``пише «Порт», передає УНІАН``: who told before a place, the nearest first, an agency behind whose news it was.

    Only a ``noun`` that is not for agencies, as ``видання``, asks whose the news was.
    """
    before = (teller for teller in reversed(scene.cast.tellers) if teller[0] < at)
    told = list(islice(before, MOST_TELLERS))
    last = told[0][1] if told else ""
    asked = noun and not noun & group(scene.line.language, "media_nouns.agency")
    other = next((teller for teller in told if teller[1] != last), None)
    if not asked or not is_agency(last) or other is None or other[2] != "medium" or is_agency(other[1]):
        return chain(told, before)
    first = min(place for place, name, _ in told if name == last and place > other[0])
    together = not SENTENCE_END.search(scene.cast.report.text[other[0] : first])
    return chain([other, *(teller for teller in told if teller != other)] if together else told, before)


def is_agency(name: str) -> bool:
    """Whether a name is of a known news agency."""
    outlet = find_outlet(name)
    return outlet is not None and outlet.kind == "agency"


def document_name(text: str, language: str) -> str:
    """A document with its owner as the report writes it; a platform or site by its own name."""
    first = text.split()[0]
    if is_page(first, language):
        return phrase_nominative(first, language)
    return without_possessive(text, language)


def is_page(word: str, language: str) -> bool:
    """``Twitter``, ``Telegram-канал``."""
    return is_platform(word, language) or is_platform(word.split("-")[0], language)


def without_possessive(text: str, language: str) -> str:
    """A document's name in the nominative, without ``їхній``."""
    first, _, rest = text.partition(" ")
    return phrase_nominative(rest if rest and is_owner(first, language) else text, language)


def without_owner(document: str, owner: str, language: str) -> str:
    """A document by its noun where the hop before it is the name behind it: ``ухвала`` of ``Ухвала суду X``.

    A site keeps whose it is, and so do what has a body's name of capitals alone right behind it, and what is of whom
    one word describes: ``сайт Ryanair``, ``повідомлення Anglo American``, ``повідомлення компанії``.
    """
    words, whose = document.split(), owner.split()
    noun = first_noun(document, language)
    joint = lemmas(words[0], language) & group(language, "joint")
    described = owner.islower() and len(whose) == 1 and not joint
    if described or noun & group(language, "sites|own_pages"):
        return document
    lead = lead_in(document, language)
    behind = takewhile(lambda at: not is_preposition(words[at], language), range(len(lead), len(words)))
    named = next((at for at in behind if same_words(words[at : at + len(whose)], whose)), None)
    if not lead:
        return document
    if named is None:
        return " ".join(lead) if ends_with_part(words[len(lead) :], whose) else document
    given = any("Name" in reading.grammemes for reading in word_forms(whose[0], language).readings)
    somebody = len(whose) > 1 and given and not lemmas(whose[0], language) & group(language, "bodies")
    kept = all(word[:1].isupper() for word in whose) and named == len(lead) and not joint and not somebody
    return " ".join(words[: named + len(whose)] if kept else lead)


def ends_with_part(words: list[str], whose: list[str]) -> bool:
    """``пані Ткач`` of ``Олена Ткач``: whether a part of the owner's name ends a document's; no letters (``НАК``)."""
    last = words[-1] if words else ""
    return last[:1].isupper() and not last.isupper() and any(same_word(last, word) for word in whose)


def owner_and_document(owner: str, document: str, span: Span, language: str) -> list[Hop]:
    """Whose a document is, then the document by its noun."""
    return [Hop(owner, span), Hop(without_owner(document, owner, language), span)]


def is_preposition(word: str, language: str) -> bool:
    """Whether a word begins another phrase: ``від``."""
    return any(reading.pos == "PREP" for reading in word_forms(word, language).readings)


def lead_in(document: str, language: str) -> list[str]:
    """The words of a document up to its noun: ``офіційна заява``."""
    words = document.split()
    heads = first_noun(document, language)
    at = next((at for at, word in enumerate(words) if lemmas(word, language) & heads), -1)
    return words[: at + 1]


def same_words(left: list[str], right: list[str]) -> bool:
    """Whether words are the same but for their endings."""
    return len(left) == len(right) and all(same_word(one, other) for one, other in zip(left, right, strict=True))


def same_word(left: str, right: str) -> bool:
    """Whether two words differ at most by an ending, and by the marks around them."""
    left, right = left.strip(QUOTES), right.strip(QUOTES)
    stem = max(LEAST_OF_STEM, min(len(left), len(right)) - MOST_OF_ENDING)
    return left[:stem].lower() == right[:stem].lower()

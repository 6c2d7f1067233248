"""Whether a source passes on news: a medium, an address, a name that does what only media do."""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.lang import table
from firsthand.lang.outlets import find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.names.reference import is_place, organisation_id
from firsthand.names.words import doubles
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import (
    first_noun,
    has_newsroom,
    is_medium,
    known_outlet,
    lemmas,
    piece_outlet,
    split_name,
)
from firsthand.stages.attribution.words import WORD, Line, Word, cases_in, group, once, word_forms
from firsthand.stages.chains.foreign import capital_outlet, is_latin_text
from firsthand.stages.chains.insiders import named_insider
from firsthand.stages.chains.joint import joint_media
from firsthand.stages.chains.names import is_bureau
from firsthand.stages.chains.plain import plain_name_behind
from firsthand.stages.chains.references import references
from firsthand.stages.chains.scene import (
    CLOSING,
    OPENING,
    TAGS,
    Scene,
    is_named_once,
    is_past,
    unquoted,
    without_letters,
)

# The score of a mention from which on it is surely of its kind.
LEAST_SURE = 0.6
# An address that an outlet is called by.
DOMAIN = re.compile(rf"[\w-]{{1,40}}\.(?:{'|'.join(table('domains')['endings'])})$", re.I)

# "Громада.Полісся": a medium and a part of it.
PARTED = re.compile(r"\b[А-ЯІЇЄҐ][А-ЯІЇЄҐа-яіїєґ]{2,20}\.[А-ЯІЇЄҐ][а-яіїєґ]{2,20}$")

# Words of "З такою новиною".
MOST_OPENING = 4
# Words of "ряд видань".
LEAST_OF_SEVERAL = 2
# Letters before the end of a compound name.
LEAST_BEFORE = 2


@once
def tells(scene: Scene, reporting: Attribution) -> bool:
    """Whether a source passes on news: a medium, an address, an unknown name with a reference or a medium's verb."""
    if reporting.source is None or reporting.act == "doubt" or does_itself(scene, reporting):
        return False
    text = without_letters(reporting.source.of(scene.line.text))
    if is_named_reporter(scene, reporting) or is_spoken_of(scene, reporting) or is_ranking(scene, reporting):
        return False
    if reporting.rule == "headline" and is_credit(scene.line, reporting.cue):
        return False
    reporter = first_noun(text, scene.line.language) & scene.line.group("reporters")
    if reporting.rule == "phrase" and text.islower() and reporter:
        return False  # "На думку оглядача", who may be called as a paper is
    named = names_medium(text, scene.line.language) or names_address(text, scene.line.language)
    if named or is_quoted_outlet(scene.line, reporting.source) or has_told(scene, reporting.source):
        # "повідомило агентство", and that is the Агентство лікарських засобів; nobody refers to itself
        if speaks_for_itself(scene, reporting):
            return False
        called = reporting.speaker and is_bureau(reporting.speaker, scene.line.language)
        return not called or next(references(scene), None) is not None
    if joint_media(scene.line, reporting.source) is not None:
        return True  # "Reuters і Bloomberg пишуть"
    cue = scene.line.inside(reporting.cue)[-1:]
    if cue and plain_name_behind(scene.line, cue[0]) == reporting.source:
        return True  # "..., передає Волинська варта"
    placed = stands_in(scene.line, reporting.source) and not tells_all_there(scene, reporting)
    if capital_outlet(scene.line, reporting.source) is not None and not placed:
        return True  # "Про це повідомляє Суспільне"
    if is_in_piece(scene, reporting.source) or is_called_as_somebody(scene, reporting):
        return True
    writes = verb_lemmas(scene, reporting) & scene.line.group("press_verbs")  # "пише ЄП" of no parliament
    if not writes and is_known_body(text, scene.line.language):
        return False
    if wrote_before(scene, reporting):
        return True
    kinds = {m.type for m in scene.cast.over(reporting.source)}
    reporters = has_reporters(text, scene.line.language) and not kinds & {"PER", "LOC"}
    if reporters and reporting.rule in ("about-this", *TAGS):
        return True
    if is_behind_medium(scene.line, reporting.source) or is_source_of_medium(scene, reporting.source):
        return True
    if "PER" in kinds or has_animate_head(scene, text) or stands_in(scene.line, reporting.source):
        return False
    return is_known_by_verb(scene, reporting, text, kinds)


def is_known_body(text: str, language: str) -> bool:
    """``"...", - зазначив "Нафтогаз"``: an organisation by a name that no outlet has, however it is put."""
    name = unquoted(text).strip()
    known = (organisation_id(form) for form in (name, phrase_nominative(name, language)))
    return any(found is not None for found in known) and known_outlet(text, language) is None


def tells_all_there(scene: Scene, reporting: Attribution) -> bool:
    """``Про це повідомили у Телеграфі``: whether all that is told was told in a body, so that no thing is meant."""
    return reporting.rule == "about-this" and bool(verb_lemmas(scene, reporting) & scene.line.group("media_verbs"))


def is_in_piece(scene: Scene, source: Span) -> bool:
    """``йдеться у матеріалі [Главкома]``: whether a source is an outlet behind the noun for what it wrote."""
    line = scene.line
    at = line.from_place(source.start)
    if not at or any(m.type == "PER" for m in scene.cast.over(source)):
        return False
    return piece_outlet(line.text[line.words[at - 1].start : source.stop], line.language) is not None


def is_called_as_somebody(scene: Scene, reporting: Attribution) -> bool:
    """``..., пише Бабель``: an outlet that is called as somebody or a river is, of whom the report does not tell."""
    assert reporting.source is not None  # noqa: S101 - `tells` asks for it
    words = scene.line.inside(reporting.source)
    outlet = find_outlet(words[0].text) if len(words) == 1 and words[0].at else None
    cue = reporting.cue.of(scene.line.text).lower()
    if outlet is None or not has_newsroom(outlet) or cue not in scene.line.group("trailing_tellers"):
        return False
    name = words[0].text
    others = (m for m in scene.cast.mentions if name in m.name.split() and " " in m.name)
    return reporting.rule in ("about-this", *TAGS) and not is_place(name, scene.line.language) and not any(others)


def wrote_before(scene: Scene, reporting: Attribution) -> bool:
    """``Як писав Медпортал``: a name that is surely no person's or place's; only media ``wrote`` before."""
    if reporting.rule != "as" or not verb_lemmas(scene, reporting) & scene.line.group("press_verbs"):
        return False
    assert reporting.source is not None  # noqa: S101 - `tells` asks for it
    others = {m.type for m in scene.cast.over(reporting.source) if m.score > LEAST_SURE} & {"PER", "LOC"}
    return not others and is_past(scene, reporting, "impf") and is_plain_name(scene, reporting, set())


def is_spoken_of(scene: Scene, reporting: Attribution) -> bool:
    """``«Статья газет о том, что ..., лжива», – сказал мэр``: what he says of an article passes on nothing."""
    cue = scene.line.inside(reporting.cue)[:1]
    return any(w.quote >= 0 and w.lemmas & scene.line.group("press_items") and not w.finite for w in cue)


def is_ranking(scene: Scene, reporting: Attribution) -> bool:
    """``найкращі порти 2017 року за версією X``: of whose list something is, in words that tell nothing."""
    line = scene.line
    at = line.from_place(reporting.cue.start)
    listed = line.inside(reporting.cue)[-1:]
    behind = at > 0 and line.words[at - 1].kind == "word"
    lists = reporting.rule == "phrase" and any(w.lemmas & line.group("versions") for w in listed)
    return behind and lists and not any(w.finite for w in line.words)


def is_credit(line: Line, mark: Span) -> bool:
    """``Міст закрили, фото: [«Вежа»]``: whether a mark stands behind a word for pictures, and names who took them."""
    at = line.from_place(mark.start)
    return at > 0 and bool(line.words[at - 1].lemmas & line.group("pictures|spread_things"))


def is_source_of_medium(scene: Scene, source: Span) -> bool:
    """``джерело німецької газети X``: whether a source is that of a medium, which a noun calls one."""
    line = scene.line
    anonymous = first_noun(source.of(line.text), line.language) & line.group("credit_sources")
    if not anonymous:
        return False
    called = any(word.text.islower() and word.lemmas & line.group("media") for word in line.inside(source))
    return called and bool(named_insider(scene, source))


def has_told(scene: Scene, source: Span) -> bool:
    """Whether a name, which no table has, is of a medium that told news before: ``передає X ... Як повідомляв X``."""
    name = unquoted(source.of(scene.line.text))
    told = (called for at, called, kind in scene.cast.tellers if kind == "medium" and at < source.start)
    return name[:1].isupper() and name in told


def speaks_for_itself(scene: Scene, reporting: Attribution) -> bool:
    """``У «Новій хвилі» заявили, що``, ``на порталі порту є повідомлення``: a medium's own word, or no medium."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - `tells` asks for it
    text = reporting.source.of(line.text)
    if not stands_in(line, reporting.source) or known_outlet(text, line.language) is not None or DOMAIN.search(text):
        return False
    page = first_noun(text, line.language) & line.group("sites") and text[-1:] not in CLOSING
    passes = line.group("media_verbs|naming_verbs")
    return bool(page or verb_lemmas(scene, reporting) & (line.group("stating_verbs") - passes))


def is_known_by_verb(scene: Scene, reporting: Attribution, text: str, kinds: set[str]) -> bool:
    """Whether a name that no table has for a medium's does what media do; ``kinds`` are those of the names in it."""
    verb = verb_lemmas(scene, reporting)
    if verb & group(scene.line.language, "referring_verbs") and kinds:
        return reporting.speaker not in scene.cast.persons
    if verb & group(scene.line.language, "cite_verbs") and begins_with_announcer(text, scene.line.language):
        return True
    marked = reporting.source is not None and is_marked(scene.line, reporting.source)
    named = marked or (not kinds and is_letters(text))
    if reporting.rule == "words" and verb & scene.line.group("cite_verbs") and named:
        return True  # "«...», приводит КазТАГ слова мэра"
    if marked and reporting.rule in ("clause", "nominal") and verb & group(scene.line.language, "press_verbs"):
        return True  # "Раніше «Порт» писав, що", "писав про"
    if marked and reporting.cue.of(scene.line.text).lower() in group(scene.line.language, "became_known"):
        return True  # "Стало відомо «Порту»"
    told_by_name = is_foreign_name(text, scene.line.language) or is_lookalike(text)
    # "повідомляє NHS": letters that no table has are rather a body's
    letters = text.isascii() and text.isalpha() and text.isupper() and next(references(scene), None) is None
    informs = verb & (scene.line.group("media_verbs") - scene.line.group("press_verbs"))
    told_by_name = told_by_name and not (letters and informs)
    if told_by_name and passes_on(scene, reporting, verb):
        return True
    if is_plain_name(scene, reporting, kinds) and closes_as_medium(scene, reporting, verb):
        return True
    if closes_this(scene, reporting, kinds) and verb & scene.line.group("media_verbs"):
        return True
    if not kinds & {"ORG", "PRO"}:
        return False
    if "PRO" in kinds and verb & group(scene.line.language, "media_verbs"):
        return True
    return reporting.rule == "about-this" and next(references(scene), None) is not None


def is_letters(text: str) -> bool:
    """``КазТАГ``, ``ЛІГА``: one word with capitals in it, as no common noun has."""
    return text.isalpha() and text[:1].isupper() and any(letter.isupper() for letter in text[1:])


def is_plain_name(scene: Scene, reporting: Attribution, kinds: set[str]) -> bool:
    """``Волинський листок``, ``МОНЦАМЕ``: a name in capitals that is no person's, no body's and no place's."""
    assert reporting.source is not None  # noqa: S101 - asked before
    words = scene.line.inside(reporting.source)
    if not words or not words[0].at or not words[0].capital or (len(words) == 1 and kinds):
        return False
    bodies = scene.line.group("bodies|announcers|documents")
    # "Степовий вісник": an adjective that is a surname too, and who brings news or what does
    other = (w.has("inan") or (w.adjectives and len(words) > 1) or w.text.isupper() for w in words)
    people = any(w.has("anim") and not thing for w, thing in zip(words, other, strict=True))
    alone = len(words) == 1 and refers_behind(scene.line, words[0])
    return not people and not any(w.kind != "word" or (w.lemmas & bodies and not alone) for w in words)


def refers_behind(line: Line, name: Word) -> bool:
    """``повідомляє Громада з посиланням на``: whether a word says right behind a name whom its bearer has it from."""
    behind = line.between(name.at + 1, name.at + 3)
    return any(w.low in line.group("reference") for w in behind) and all(w.kind == "word" for w in behind)


def closes_as_medium(scene: Scene, reporting: Attribution, verb: frozenset[str]) -> bool:
    """``..., передає X``, ``Про це заявив Z, зазначає X``, ``повідомляє X з посиланням на``: what only media do."""
    line = scene.line
    if reporting.rule not in ("about-this", *TAGS) or not verb & line.group("media_verbs"):
        return False
    at = line.from_place(reporting.cue.start)
    led = at > 0 and (line.words[at - 1].text == "," or line.words[at - 1].dash)
    told = any(r.rule == "about-this" and r.cue.start < reporting.cue.start for r in scene.reportings)
    passed = led and (told or bool(verb & line.group("press_verbs")))
    return passed or next(references(scene), None) is not None


def closes_this(scene: Scene, reporting: Attribution, kinds: set[str]) -> bool:
    """``Про це Z розповів у TikTok, інформує [Вежа]``: a name of one word that ends what somebody else has told."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    words = line.inside(reporting.source)
    at = line.from_place(reporting.cue.start)
    led = at > 0 and line.words[at - 1].text == "," and len(words) == 1 and words[0].at == at + 1 and words[0].capital
    told = any(r.rule == "about-this" and r.cue.start < reporting.cue.start for r in scene.reportings)
    behind = line.between(at + 2, at + 3)
    ends = not behind or behind[0].text == "."
    return led and told and ends and "PER" not in kinds and is_named_once(scene, reporting.source)


def is_quoted_outlet(line: Line, source: Span) -> bool:
    """``«Порт» повідомляв``: an outlet called as something else is, between the marks that no reading took along."""
    marked = line.text[source.start - 1 : source.stop + 1]
    return is_marked(line, source) and known_outlet(marked, line.language) is not None


def is_behind_medium(line: Line, source: Span) -> bool:
    """``повідомляє телеканал [Вежа-ТБ]``: whether a reading left the noun for a medium before its name out."""
    at = line.from_place(source.start)
    noun = line.words[at - 1] if at > 1 else None
    if noun is None or not noun.text.islower() or not noun.lemmas & line.group("media"):
        return False
    cases = cases_in(noun.nouns)
    named = source.of(line.text)[:1].isupper() and "nomn" in cases and "datv" not in cases
    if any(w.mention_type == "PER" and "nomn" not in cases_in(w.nouns) for w in line.inside(source)):
        return False  # "обмежив канал Ткача": whose it is
    return named and line.words[at - 2].finite


def is_marked(line: Line, source: Span) -> bool:
    """``«Порт»``: whether a source stands between quotation marks, which a reading may have left out."""
    text = source.of(line.text)
    before, behind = line.text[max(0, source.start - 1) : source.start], line.text[source.stop : source.stop + 1]
    around = bool(before) and bool(behind) and before in OPENING and behind in CLOSING
    return around or (text[:1] in OPENING and text[-1:] in CLOSING)


def is_named_reporter(scene: Scene, reporting: Attribution) -> bool:
    """``сказав кореспондент X Іван Ткач``: who speaks for himself; ``передає`` is what his outlet tells."""
    assert reporting.source is not None  # noqa: S101 - `tells` asks for it
    line = scene.line
    person = next((m for m in scene.cast.over(reporting.source) if m.type == "PER"), None)
    if person is None or person.span.start <= reporting.source.start:
        return False
    reporter = first_noun(reporting.source.of(line.text), line.language) & line.group("reporters")
    on_air = bool(line.meaning("venues"))
    if reporting.rule in ("fronted", "about-this") and not on_air:
        return False  # "Про аварію розповів кореспондент X Іван Ткач"
    return bool(reporter) and bool(verb_lemmas(scene, reporting) & line.group("stating_verbs"))


def is_lookalike(text: str) -> bool:
    """``ВВС`` in Cyrillic letters, which is an outlet in Latin ones."""
    return text.isupper() and not text.isascii() and find_outlet(text.translate(doubles()[1])) is not None


def has_reporters(text: str, language: str) -> bool:
    """``Як з'ясували журналісти «Схем»``: several speak for what is named; one of them speaks for himself."""
    parts = split_name(text, language)
    words = WORD.findall(parts.common)
    numbers = {number for _, number, _ in word_forms(words[-1], language).nouns} if words else set()
    leads = bool(first_noun(parts.common, language) & group(language, "reporters"))
    return parts.name is not None and leads and "plur" in numbers


def stands_in(line: Line, source: Span) -> bool:
    """``повідомили у Ryanair``: whether a source stands as the place where somebody speaks."""
    before = next((word for word in reversed(line.words) if word.start < source.start), None)
    return before is not None and before.low in line.group("place_prepositions")


def does_itself(scene: Scene, reporting: Attribution) -> bool:
    """Whether a source does what the verb says, and tells no news: ``Газета оголосила конкурс``, ``планує``."""
    if reporting.rule == "infinitive":
        return True
    kinds = ["media_verbs", "naming_verbs"]
    if reporting.rule == "nominal":
        kinds.append("referring_verbs")  # "X посилається на Y"
    elif reporting.rule != "clause" or reporting.act not in ("commit", "direct"):
        return False
    return not any(verb_lemmas(scene, reporting) & scene.line.group(kind) for kind in kinds)


def passes_on(scene: Scene, reporting: Attribution, verb: frozenset[str]) -> bool:
    """``Про це повідомляє X``, ``повідомляє X з посиланням на``; else only what of all media do: ``X пише``."""
    assert reporting.source is not None  # noqa: S101 - `tells` asks for it
    # "Про це заявив Z, повідомляє X"
    closing = any(r.rule == "about-this" and r.cue.start < reporting.cue.start for r in scene.reportings)
    only_told = reporting.rule in TAGS and (closing or is_named_once(scene, reporting.source))
    referring = reporting.rule in TAGS and next(references(scene), None) is not None
    if reporting.rule == "about-this" or referring or only_told:
        kinds = ["media_verbs", "naming_verbs"] if only_once(scene, reporting) else ["media_verbs"]
        if opens_with_news(scene.line):
            kinds += ["news_verbs", "put_out_verbs"]
        return any(verb & group(scene.line.language, kind) for kind in kinds)
    bare = reporting.rule in ("clause", "nominal", "fronted") and not scene.cast.over(reporting.source)
    named_there = reporting.source.of(scene.line.text)[:1] in OPENING
    if reporting.rule == "fronted" and named_there and verb & group(scene.line.language, "naming_verbs"):
        return True  # "Про закриття мосту розповідав «Вісник»"
    return (bare or reporting.rule in TAGS) and bool(verb & group(scene.line.language, "press_verbs"))


def only_once(scene: Scene, reporting: Attribution) -> bool:
    """``Про це розповідає IPN``: a name that the report has but there."""
    return reporting.source is not None and is_named_once(scene, reporting.source)


def opens_with_news(line: Line) -> bool:
    """``Таку новину опублікувала X``: whether a sentence begins with the news, as it is called."""
    news = (word for word in line.words[:MOST_OPENING] if word.lemmas & line.group("told_news"))
    return any(not cases_in(word.nouns) <= {"nomn"} for word in news)


@lru_cache(maxsize=20_000)
def names_medium(text: str, language: str) -> bool:
    """Whether a source is a medium (``європейські ЗМІ`` too), and no body: ``агентство лікарських засобів``."""
    words = WORD.findall(text)
    if words and words[-1].lower() in group(language, "media_at_large"):
        return len(words) == 1 or bool(word_forms(words[-2], language).adjectives) or is_several(text, language)
    medium = is_medium(text, language) and not is_bureau(text, language)
    return medium or is_several(text, language) or is_crowd(text, language) or is_called_as_medium(text, language)


def is_crowd(text: str, language: str) -> bool:
    """``місцеві телеграм-канали``, ``чати містян``: pages of nobody in particular, several of them."""
    words = WORD.findall(text)
    pages = group(language, "crowd_pages") - group(language, "networks")
    at = next((at for at, word in enumerate(words) if lemmas(word, language) & pages), None)
    if at is None or any(not word_forms(word, language).adjectives for word in words[:at]):
        return False
    several = all("plur" in r.grammemes for r in word_forms(words[at], language).readings if r.lemma in pages)
    bodies = group(language, "bodies")
    return several and all(word.islower() and not lemmas(word, language) & bodies for word in words[at + 1 :])


def is_several(text: str, language: str) -> bool:
    """``ряд видань``, ``кілька польських ЗМІ``: media by how many they are."""
    words = WORD.findall(text)
    counted = group(language, "collectives|quantifiers")
    if len(words) < LEAST_OF_SEVERAL or not lemmas(words[0], language) & counted:
        return False
    return bool(first_noun(" ".join(words[1:]), language) & group(language, "media|media_at_large"))


def names_one_medium(text: str, language: str) -> bool:
    """Whether a source is a medium by its name, and not ``видання`` alone."""
    return names_medium(text, language) and not text.islower()


def is_called_as_medium(text: str, language: str) -> bool:
    """A name that no table has, but that only media bear: ``Arab Times``, ``Радіо Схід``, ``УтроNews``."""
    parts = split_name(text, language)
    if parts.name is None or (parts.common and not word_forms(parts.common, language).adjectives):
        return False
    words = [word.lower() for word in WORD.findall(parts.name)]
    if len(words) > 1:
        begins = (lemmas(words[0], language) | {words[0]}) & group(language, "medium_beginnings")
        return words[-1] in group(language, "medium_endings") or bool(begins)
    return any(
        words and words[0].endswith(end) and len(words[0]) > len(end) + LEAST_BEFORE
        for end in group(language, "medium_suffixes")
    )


def begins_with_announcer(text: str, language: str) -> bool:
    """Whether a source begins with ``прес-служба`` and the like."""
    words = WORD.findall(text)
    return bool(words) and bool(lemmas(words[0], language) & group(language, "announcers"))


def is_foreign_name(text: str, language: str) -> bool:
    """A name in Latin letters or quotation marks, alone or behind an adjective: ``бельгійська L'Echo``."""
    if text[:1].isupper() and is_latin_text(text):
        return True
    parts = split_name(text, language)
    if parts.name is None or (parts.common and not word_forms(parts.common, language).adjectives):
        return False
    if is_latin_text(parts.name):
        return True
    # "Накладати санкції хибно" is what somebody said
    return text.strip()[0] in OPENING and not any(is_infinitive(word, language) for word in WORD.findall(text))


def is_infinitive(word: str, language: str) -> bool:
    """Whether a word can be nothing but an infinitive."""
    readings = word_forms(word, language).readings
    return bool(readings) and all(reading.pos == "INFN" for reading in readings)


def verb_lemmas(scene: Scene, reporting: Attribution) -> frozenset[str]:
    """What the last word of a cue can be a form of."""
    words = WORD.findall(reporting.cue.of(scene.line.text))
    return lemmas(words[-1], scene.line.language) if words else frozenset()


def has_animate_head(scene: Scene, text: str) -> bool:
    """Whether a phrase begins with a noun for people: ``представники Ryanair``."""
    words = WORD.findall(text)
    return bool(words) and words[0].islower() and names_people(words[0], scene.line.language)


def names_people(word: str, language: str) -> bool:
    """``читачі``: whether a word is a noun for people."""
    return any("anim" in r.grammemes and r.pos == "NOUN" for r in word_forms(word, language).readings)


@lru_cache(maxsize=20_000)
def names_address(text: str, language: str) -> bool:
    """``Порт.ua``, ``кореспондент Порт.ua``; not ``читачі порталу Порт.ua``, who are people of another kind."""
    first = WORD.findall(text)[:1]
    kinds = group(language, "reporters|anonymous|media")
    others = first and names_people(first[0], language) and not lemmas(first[0], language) & kinds
    bare = unquoted(text)
    return (DOMAIN.search(bare) is not None or PARTED.search(bare) is not None) and not others

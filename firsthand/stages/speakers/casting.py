"""Gathers the cast of a report: people with their full names, gender and titles, and bodies."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.lang import table
from firsthand.names.keys import notions
from firsthand.names.nominative import UNDECLINED
from firsthand.names.person import known_names, ranked
from firsthand.records import Attribution, Mention, Report, Span
from firsthand.stages.attribution.media import bare_name, first_noun, is_document, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.as_written import with_undeclined
from firsthand.stages.speakers.cast import (
    MOST_PEOPLE,
    SAME_SENTENCE,
    Cast,
    Person,
    Title,
    full_name,
    given_alike,
    in_brackets,
    spelled_otherwise,
    surname_of,
    without_brackets,
)
from firsthand.stages.speakers.mistaken import are_common, as_person, with_firm_apart, without_post
from firsthand.stages.speakers.parties import as_quoted
from firsthand.stages.speakers.sources import (
    ENDED,
    SENTENCE_END,
    described_name,
    is_governed,
    is_nominative,
    is_official,
    is_subject,
    plain_name,
    verb_gender,
)
from firsthand.stages.speakers.splits import surnames_in, with_given_before, with_lead_apart
from firsthand.stages.speakers.titles import is_known_given, title_of
from firsthand.stages.speakers.unfound import with_unfound

VOWELS = UNDECLINED | frozenset("аяєё")
CREDIT_REACH = 60  # code points before a name in which the word for a picture stands
# "Фото: Global Look Press / ": what leads to the name of who took a picture.
CREDIT = re.compile(r"\b([^\W\d_]{4,12})\s?[:©/(](?:\s{0,2}[^\s.!?,]{1,20}){0,5}\s{0,2}$")
FULL = 2  # words of a given name and a surname
LEAST_TITLED = 3  # words of a name with its title: "отець Олесь" keeps it


def make_cast(report: Report, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]) -> Cast:
    """The people of a report by surname, with gender and titles."""
    cast = Cast(report, mentions)
    nominative = [(a, a.source) for a in attributions if a.source is not None and is_nominative(cast, a)]
    told = [(a, verb_gender(cast, a)) for a, _ in nominative]
    subjects = [source for _, source in nominative]
    hers = [source for source, (_, gender) in zip(subjects, told, strict=True) if gender == "femn"]
    leads = {s.stop: report.text[s.start : s.stop] for s in subjects}
    starts = frozenset(s.start for s in subjects)
    kept = (without_ended(report, m) for m in mentions if not are_common(report, m))
    held = (without_post(report, as_person(report, m)) for m in kept)
    apart = (part for m in held if m is not None for part in with_firm_apart(report, without_brackets(m)))
    surnames = surnames_in(mentions[:MOST_PEOPLE])
    clients = frozenset(m.span.of(report.text) for m in mentions[:MOST_PEOPLE] if m.type == "PER" and " " in m.name)
    parts = (part for m in apart for part in with_lead_apart(report, m, surnames, clients))
    plain = with_given_before(report, tuple(without_title(report, m) for m in parts))
    governed = frozenset(a.source.stop for a in attributions if a.source is not None and is_governed(cast, a))
    spelled = tuple(as_governed(report, as_spelled(report, m, starts, leads), governed) for m in plain)
    # "Александру Мунтяну заявив": a name that was taken for an object of the verb, which shows a subject of its own.
    women, ends = frozenset(s.of(report.text) for s in hers), frozenset(s.stop for s in hers)
    spelled = tuple(as_subject(report, as_womans(report, m, women), ends) for m in spelled)
    edges = starts | frozenset(leads) | {a.cue.start - 1 for a in attributions if not a.source and verb_gender(cast, a)}
    # "відповідь Деборі Соловій" is no genitive, "за словами Дору Станчу" is.
    genitives = frozenset(a.source.stop for a in attributions if a.source is not None and leads_genitive(report, a))
    spelled = with_undeclined(report, spelled, edges, governed & genitives)
    spelled = tuple(as_quoted(report, m) for m in with_unfound(report, spelled, told))
    cast.know(spelled)
    for mention in cast.mentions:
        learn_person(cast, mention)
    for mention in cast.mentions:
        learn_title(cast, mention)
    learn_colleagues(cast)
    # Who took a picture does nothing in the report.
    cast.know(tuple(m for m in spelled if m.type != "PER" or not is_credited(report, m)))
    for attribution in attributions:
        learn_gender(cast, attribution)
        learn_body(cast, attribution)
    return cast


def leads_genitive(report: Report, attribution: Attribution) -> bool:
    """Whether a phrase has its source in the genitive: ``за словами``, no ``з посиланням на``."""
    last = attribution.cue.of(report.text).rpartition(" ")[2].lower()
    return attribution.rule == "phrase" and last not in group(report.language, "reference_prepositions")


def without_ended(report: Report, mention: Mention) -> Mention:
    """``X. Олесь Гнатюк``: a full name without the one in Latin letters that ends the sentence before."""
    ended = ENDED.match(mention.span.of(report.text)) if mention.type == "PER" and report.language != "en" else None
    if ended is None or not mention.name.startswith(ended.group()):
        return mention
    name = mention.name.removeprefix(ended.group())
    return replace(mention, name=name, span=Span(mention.span.start + ended.end(), mention.span.stop))


def is_credited(report: Report, mention: Mention) -> bool:
    """``Фото: Reuters / Іван Буряк``: a name behind the word for a picture and a mark, with no verb behind it."""
    text, stop = report.text, mention.span.stop
    credit = CREDIT.search(text[max(0, mention.span.start - CREDIT_REACH) : mention.span.start])
    goes_on = text[stop : stop + 1] == " " and text[stop + 1 : stop + 2].islower()
    return credit is not None and not goes_on and credit.group(1).lower() in group(report.language, "pictures")


def without_title(report: Report, mention: Mention) -> Mention:
    """``Ксьондз Олесь Гнатюк``: a full name taken with the title before it, without that."""
    words = mention.name.split()
    if mention.type != "PER" or len(words) < LEAST_TITLED or report.language == "en":
        return mention
    titles = table(f"{report.language}/names")["titles"]
    patronymic = any("Patr" in reading.grammemes for reading in word_forms(words[-1], report.language).readings)
    if words[0].lower() not in titles and (patronymic or not is_role_noun(words[0], report.language)):
        return mention
    start = mention.span.start + len(mention.span.of(report.text).split()[0]) + 1
    return replace(mention, name=" ".join(words[1:]), span=Span(start, mention.span.stop))


def is_womans(lead: str, name: str, language: str) -> bool:
    """``речниця уряду`` before ``Арбана``: a woman by her noun with its body behind it, so that the name is hers."""
    words = WORD.findall(lead)
    kinds = [word_forms(word, language) for word in words]
    nouns = [forms for forms in kinds if forms.nouns and not forms.adjectives]
    if len(nouns) < 2 or {gender for _, _, gender in nouns[0].nouns} != {"femn"}:
        return False
    # "заступниця міністра Олександра Коваль": her title is whole with the post behind it.
    deputy = bool(nouns[0].lemmas & group(language, "deputies"))
    people = not deputy and any("anim" in r.grammemes for forms in nouns[1:] for r in forms.readings)
    return not people and name.split()[0][-1:] in group(language, "given_names.feminine_endings")


def is_someones(subject: str, language: str) -> bool:
    """Whether a phrase begins with a pronoun for whose it is: ``її чоловік``."""
    first = WORD.match(subject)
    return first is not None and bool(lemmas(first.group(), language) & group(language, "pronouns.possessive"))


def is_role_noun(word: str, language: str) -> bool:
    """``Богослов`` before a name that it opens: a noun for what somebody is, if it is no given name."""
    found = word_forms(word, language).readings
    names = any(reading.grammemes & {"Name", "Geox", "Orgn"} for reading in found)
    people = (reading.grammemes for reading in found if reading.pos == "NOUN")
    return not names and any("anim" in marks and not marks & {"Surn", "plur", "Patr"} for marks in people)


def as_spelled(report: Report, mention: Mention, starts: frozenset[int], ends: dict[int, str]) -> Mention:
    """A person who begins or ends a verb's subject is in the nominative as written, whatever the name guesser says.

    ``starts``: where subjects begin; ``ends``: subjects by where they end. ``чоловік Марти`` ends in a genitive.
    """
    text = mention.span.of(report.text)
    if mention.type != "PER" or "(" in text or "\n" in text:
        return mention
    subject = ends.get(mention.span.stop, "")
    others = group(report.language, "relational|kin")
    related = bool(subject) and bool(first_noun(subject, report.language) & others)
    # "Майкла" is of Майкл, whatever the sentence says.
    names = known_names(report.language)
    inflected = first_word(mention.name) in names and first_word(text) not in names
    own = related and is_womans(subject[: len(subject) - len(text)], text, report.language)
    # "її чоловік Реза Мехді": whose he is stands before.
    own = own or (related and " " in text and is_someones(subject, report.language))
    # "мати Ганна Довга": no man is called "Ганн".
    own = own or (first_word(text) in names and first_word(mention.name) not in names)
    inflected = inflected and not own
    edge = not inflected and (mention.span.start in starts or (bool(subject) and (own or not related)))
    return replace(mention, name=text) if edge else mention


def as_governed(report: Report, mention: Mention, ends: frozenset[int]) -> Mention:
    """``По мнению Валентина Петрова``: no nominative of a woman, where the name ends what a cue governs."""
    words = mention.name.split()
    plain = mention.type == "PER" and len(words) == FULL and mention.span.of(report.text) == mention.name
    if not plain or mention.span.stop not in ends or report.language == "en":
        return mention
    men = (found for found in ranked(tuple(words), report.language) if (found.case, found.gender) == ("gent", "masc"))
    name = next((found.words for found in men), tuple(words))
    changed = all(new != old.lower() for new, old in zip(name, words, strict=True))
    known = changed and is_given_name_of_man(name[0], report.language)
    return replace(mention, name=" ".join(word[:1].upper() + word[1:] for word in name)) if known else mention


def as_womans(report: Report, mention: Mention, women: frozenset[str]) -> Mention:
    """``Хімена Соловій`` as written, no genitive of a man's, where ``Соловій пообіцяла`` shows her to be a woman."""
    text, words = mention.span.of(report.text), mention.span.of(report.text).split()
    if mention.type != "PER" or len(words) != FULL or text == mention.name or words[-1] not in women:
        return mention
    hers = words[0][-1:] in group(report.language, "given_names.feminine_endings")
    same = mention.name.split()[-1:] == words[-1:]
    # "Марта Соловій" elsewhere may be the one who promised.
    known = first_word(mention.name) in known_names(report.language)
    return replace(mention, name=text) if hers and same and not known else mention


def as_subject(report: Report, mention: Mention, ends: frozenset[int]) -> Mention:
    """``помічниця міністра Алла Верес заявила``: a woman's full name as written, where it ends her verb's subject."""
    text, words = mention.span.of(report.text), mention.span.of(report.text).split()
    if mention.type != "PER" or len(words) != FULL or text == mention.name or mention.span.stop not in ends:
        return mention
    given = (r.grammemes for r in word_forms(words[0], report.language).readings)
    hers = any({"Name", "femn", "nomn"} <= marks for marks in given)
    surname = words[-1].lower().endswith(tuple(group(report.language, "feminine_surnames")))
    return replace(mention, name=text) if hers and surname else mention


def is_given_name_of_man(word: str, language: str) -> bool:
    """Whether the dictionary has a word as the nominative of a man's given name."""
    marks = (reading.grammemes for reading in word_forms(word, language).readings)
    return word in known_names(language) or any({"Name", "masc", "nomn"} <= found for found in marks)


def first_word(name: str) -> str:
    """The first word of a name in lower case."""
    return name.split()[0].lower() if name.strip() else ""


def learn_person(cast: Cast, mention: Mention) -> None:
    """A full name, with the titles that stand beside it; the fuller of two spellings."""
    report = cast.report
    if mention.type != "PER" or len(mention.name.split()) < 2 or in_brackets(report.text, mention):
        return
    key = surname_of(mention.name)
    known = cast.people.get(key)
    if known is not None and not given_alike(known.name, mention.name):
        # A relative: "Марта Гнатюк" after "Олесь Гнатюк".
        key = mention.name.lower()
        known = cast.people.get(key)
    if known is None and len(cast.people) < MOST_PEOPLE:
        cast.people[key] = person_named(cast, mention)
    elif known is not None:
        longer = max(known.name, mention.name, key=lambda name: (is_spelled(name), len(name.split())))
        cast.people[key] = replace(known, name=longer, title=known.title | title_of(cast, mention))


def person_named(cast: Cast, mention: Mention) -> Person:
    """A person as their first full name tells: a woman's title tells more than an ending that no dictionary knows."""
    language, title = cast.report.language, title_of(cast, mention)
    # "Його опонентка Софі Мерсьє" is no genitive of hers.
    named = mention.span.of(cast.report.text) == mention.name
    others = group(language, "relational") - group(language, "kin") if named else frozenset[str]()
    known = is_known_given(mention.name, language)
    woman = is_womans_role(title.roles, language, others) and not known
    man = not known and is_declined_as_mans(mention.name, mention.span.of(cast.report.text))
    gender = "masc" if man else "femn" if woman else gender_of(mention.name, language)
    return Person(mention.name, gender, title, mention.span.start)


def is_declined_as_mans(name: str, written: str) -> bool:
    """``Івіцею Дачичем``: a surname on a consonant that has an ending here, as no woman's has."""
    surname, form = name.lower().split()[-1], written.lower().split()[-1]
    return surname[-1] not in VOWELS and form != surname and form.startswith(surname.rstrip("ьй"))


def learn_title(cast: Cast, mention: Mention) -> None:
    """The title before a surname alone: ``прем'єрка Соловій``."""
    if mention.type != "PER" or len(mention.name.split()) != 1:
        return
    known = cast.people.get(surname_of(mention.name))
    title = title_of(cast, mention)
    # "Адвокат Бальбі" says whose.
    if has_one_form(cast, mention.name) and title.roles & group(cast.report.language, "relational"):
        return
    if known is not None:
        cast.people[surname_of(mention.name)] = replace(known, title=known.title | title)


def learn_colleagues(cast: Cast) -> None:
    """``зустрівся зі своїм литовським колегою``: the post of whom the sentence named before, in that country."""
    language = cast.report.language
    for key, person in cast.people.items():
        countries = {n for word in person.title.words for n in notions(word, language) if n.startswith("@")}
        if len(countries) != 1 or person.title.posts or not person.title.roles & group(language, "colleagues"):
            continue
        reach = Span(max(0, person.first - SAME_SENTENCE), person.first)
        named = [m for m in cast.over(reach) if m.type == "PER" and m.span.stop < person.first]
        whose = cast.person(full_name(cast, named[-1])) if named else None
        if whose is None or SENTENCE_END.search(cast.report.text[named[-1].span.stop : person.first]):
            continue
        posts = frozenset(f"{post.partition('@')[0]}{country}" for post in whose.title.posts for country in countries)
        cast.people[key] = replace(person, title=person.title | Title(posts=posts))


def is_womans_role(roles: frozenset[str], language: str, own: frozenset[str]) -> bool:
    """``викладачка Айлін Демір``: whether a person is called by a woman's noun, by none that leads to another.

    ``own``: nouns that lead to another elsewhere, but not before this name.
    """
    others = group(language, "relational|kin|posts")
    if not roles or roles & (others - own):
        return False
    return all({gender for _, _, gender in word_forms(role, language).nouns} == {"femn"} for role in roles)


def has_one_form(cast: Cast, surname: str) -> bool:
    """Whether a surname has one form for all cases: one on such a vowel, a woman's on a consonant."""
    last = surname[-1].lower()
    known = cast.people.get(surname_of(surname))
    return last in UNDECLINED or (known is not None and known.gender == "femn" and last not in VOWELS)


def is_spelled(name: str) -> bool:
    """Whether a name has no initials."""
    return all(len(part.strip(".")) > 1 for part in name.split())


def gender_of(name: str, language: str) -> str:
    """Gender by the given name: as the dictionary has it, else by its ending; "" where neither tells."""
    for word in name.split()[:-1] or [name]:
        marks = {
            g
            for r in word_forms(word, language).readings
            if r.grammemes & {"Name", "Patr"} and "nomn" in r.grammemes
            for g in r.grammemes & {"masc", "femn"}
        }
        if len(marks) == 1:
            return marks.pop()
    given = name.split()[0].lower()
    if len(name.split()) < 2 or len(given.strip(".")) < 2 or given.isascii():
        return ""
    hers = name.lower().endswith(tuple(group(language, "feminine_surnames")))
    if hers or given[-1] in group(language, "given_names.feminine_endings"):
        return "femn"
    return "" if given[-1] in group(language, "given_names.unclear_endings") else "masc"


def learn_gender(cast: Cast, attribution: Attribution) -> None:
    """A past-tense cue tells the gender of the person who is its subject: ``заявила Пелосі``."""
    if attribution.source is None:
        return
    source = attribution.source
    named = [m for m in cast.over(source) if m.type == "PER" and source.contains(m.span)]
    if len(named) != 1 or is_whose(cast, source, named[0]):
        return
    # A relative of that surname has a key of their own.
    whole = named[0].name.lower()
    key = whole if whole in cast.people else surname_of(named[0].name)
    person = cast.people.get(key)
    if person is None and (person := spelled_otherwise(cast, key)) is not None:
        key = surname_of(person.name)
    cue = attribution.cue.of(cast.report.text).split()[-1]
    marks = {
        g
        for r in word_forms(cue, cast.report.language).readings
        if r.pos == "VERB" and "past" in r.grammemes
        for g in r.grammemes & {"masc", "femn"}
    }
    guessed = person is not None and is_subject(cast, attribution) and is_named_itself(cast, attribution, named[0])
    if person and len(marks) == 1 and (not person.gender or guessed):
        cast.people[key] = replace(person, gender=marks.pop())


def is_whose(cast: Cast, source: Span, mention: Mention) -> bool:
    """``Дружина Олеся Гнатюка звернулася``: whether a name in another case only says whose relative did."""
    kin = first_noun(source.of(cast.report.text), cast.report.language) & group(cast.report.language, "kin")
    return bool(kin) and mention.span.of(cast.report.text) != mention.name


def is_mans(noun: str, language: str) -> bool:
    """Whether a noun is masculine."""
    return {gender for _, _, gender in word_forms(noun, language).nouns} == {"masc"}


def is_named_itself(cast: Cast, attribution: Attribution, mention: Mention) -> bool:
    """Whether a name ends a source in the nominative, not as whose it is, and its gender is but guessed."""
    source = attribution.source
    if source is None:
        return False
    text, language = source.of(cast.report.text), cast.report.language
    others = group(language, "relational|kin")
    named = mention.span.of(cast.report.text).lower() == mention.name.lower() and mention.span.stop == source.stop
    # "представитель МИД Литвы Фам Тху Ханг": whom one speaks for stands before the name.
    apart = any(m.type in ("ORG", "LOC") and m.span.stop + 1 == mention.span.start for m in cast.over(source))
    # "представитель министерства Гюри Сульберг заявила": a man's noun with a woman's verb.
    head = first_noun(text, language) & group(language, "representatives")
    hers = verb_gender(cast, attribution) == "femn" and all(is_mans(noun, language) for noun in head)
    itself = apart or not first_noun(text, language) & others or (bool(head) and hers)
    # "її чоловік Реза Мехді розповів"
    itself = itself or is_someones(text, language)
    return named and itself and not is_known_given(mention.name, language)


def learn_body(cast: Cast, attribution: Attribution) -> None:
    """A source that names an organisation in full: ``НАК “Нафтогаз України”``."""
    source = attribution.source
    if source is None or not any(m.type == "ORG" for m in cast.over(source)):
        return
    text = source.of(cast.report.text)
    words = WORD.findall(text)
    # "литовські пілоти Skyline" are no body.
    head = [w for w in words if word_forms(w, cast.report.language).pos - {"ADJF", "PRTF"}][:1]
    animate = any("anim" in r.grammemes for w in head for r in word_forms(w, cast.report.language).readings)
    people = group(cast.report.language, "reporters|posts")
    if any(m.type == "PER" for m in cast.over(source)) or first_noun(text, cast.report.language) & people:
        return
    if described_name(text, cast.report.language) is not None:
        # "бельгійська L'Echo"
        return
    if not animate and not is_document(text, cast.report.language) and len(words) <= 8:
        name = None if is_official(cast, source) else bare_name(text, cast.report.language, "bearers")
        cast.bodies.append(name or plain_name(cast, attribution, text))

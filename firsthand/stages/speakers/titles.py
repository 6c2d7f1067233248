"""Posts and professions: the words of a title before a name, and who holds it."""

from __future__ import annotations

import re
from itertools import pairwise

from firsthand.lang import table
from firsthand.names.inflection import readings
from firsthand.names.parties import post
from firsthand.records import Mention, Report, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, forms, group, word_forms
from firsthand.stages.speakers.cast import Cast, Person, Title

MAX_TITLE = 160
LONGEST_POST = 6  # words
MINISTER = "post:minister"
LOCAL = frozenset(("post:mayor", "post:governor"))
MOST_BEFORE_FORMER = 2  # words: "тепер уже колишній"
MOST_BEHIND_VERB = 4  # words from the verb to the name: "став 44-річний дипломат"
INSTRUMENTAL = frozenset(("ablt",))
MANY_CASES = 5  # of a name with one form: it tells nothing
# A name in quotation marks or brackets within a title.
ENCLOSED = re.compile(r"[«\"“„(]([^«»\"“”„().,;:!?\n]{1,60})[»\"”“)]")


def title_of(cast: Cast, mention: Mention) -> Title:
    """The title right before a full name, back to a comma, a verb or another name, and the one behind it."""
    report = cast.report
    reach = Span(max(0, mention.span.start - MAX_TITLE), mention.span.start)
    # "адвокат Соловій Іван Буряк": a name that stands right before says whose advocate.
    people = [m.span.stop for m in cast.over(reach) if m.type == "PER" and m.span.stop + 1 < mention.span.start]
    lead = report.text[max([reach.start, *people]) : mention.span.start]
    # "голова консорціуму «Базис» Олесь Гнатюк", "директор програми ВООЗ (WHO) Олесь Гнатюк"
    lead = re.split(r"[.;:!?()\n«»\"“”]", ENCLOSED.sub(r" \1 ", lead))[-1]
    name = WORD.findall(mention.span.of(report.text))
    given, surname = cases_of_name(name[:1], report.language), cases_of_name(name[-1:], report.language)
    if mention.name != mention.span.of(report.text):
        # "Вучича", of which the dictionary guesses a thing, is no nominative of Вучич.
        given, surname = given - {"nomn"}, surname - {"nomn"}
    # "Адвокат Асії Бальбі": a surname with one form for all cases leaves it to the given name.
    undeclined = len(surname) >= MANY_CASES or not given & surname
    cases = given if given and undeclined else surname or given
    *others, last = lead.split(",")
    words = title_words(last, cases, report.language)
    first, told = Title(), words
    # "керівник фірми, доктор наук, інженер Олесь Гнатюк": all are his.
    while others and has_role(told, cases, report):
        told = title_words(others.pop(), cases, report.language)
        first |= title_made_of(told, cases, report.language) if has_role(told, cases, report) else Title()
    before_verb = title_taken(last, report.language)
    return first | title_made_of(words, cases, report.language) | title_behind(report, mention) | before_verb


def title_taken(lead: str, language: str) -> Title:
    """``Новим міністром оборони Литви став`` before a name: the post in the instrumental that its holder takes."""
    words = WORD.findall(lead)
    taking = group(language, "taking_office")
    # "став 44-річний дипломат": what stands between is no long clause.
    verb = next((at for at in range(len(words) - 1, 0, -1) if lemmas(words[at], language) & taking), 0)
    if not verb or len(words) - verb > MOST_BEHIND_VERB:
        return Title()
    head = next((at for at in range(verb) if is_role(words[at].lower(), INSTRUMENTAL, language)), None)
    return title_made_of(words[head:verb], INSTRUMENTAL, language) if head is not None else Title()


def title_made_of(told: list[str], cases: frozenset[str], language: str) -> Title:
    """A title with its roles and posts, of the words before a name; of two that are joined both."""
    joint = next((at for at in range(1, len(told) - 1) if joins_roles(told, at, cases, language)), 0)
    if joint:
        first, second = told[:joint], told[joint + 1 :]
        return title_made_of(first, cases, language) | title_made_of(second, cases, language)
    words = [without_prefix(word, language) for word in told]
    roles = [w for w in words if is_role(w, cases, language)]
    return Title(lemmas_of([*words, *told], language), lemmas_of(roles, language), posts_in(words, language, cases))


def joins_roles(words: list[str], at: int, cases: frozenset[str], language: str) -> bool:
    """``міністр праці і голова комісії``: whether a conjunction joins what somebody is to what they also are."""
    return words[at] in group(language, "together") and is_role(words[at + 1], cases, language)


def title_words(lead: str, cases: frozenset[str], language: str) -> list[str]:
    """The last words of a text that can be a title in one of the cases, back to a verb or a noun in another case."""
    words: list[str] = []
    for word in reversed(WORD.findall(lead)):
        known = word_forms(word, language)
        # "речник президента Олесь Гнатюк": whose a post is stands in the genitive.
        own = cases | {"gent"}
        if cases and is_person_noun(word, language) and not own & cases_of([word], language):
            break
        # "при" is an imperative too.
        if "VERB" in known.pos and "PREP" not in known.pos and word.islower() and not known.nouns:
            break
        words.insert(0, word)
    return words[1:] if words and words[0] in group(language, "together") else words


def has_role(words: list[str], cases: frozenset[str], report: Report) -> bool:
    """Whether a noun for a person is the first word of a title, or stands behind its adjectives alone."""
    nouns = (word for word in words if not word_forms(word, report.language).adjectives)
    return is_role(next(nouns, ""), cases, report.language)


def is_role(word: str, cases: frozenset[str], language: str) -> bool:
    """Whether a word is what a person is, in the singular and one of the cases."""
    # A capital opens a sentence: "Адвокат Іван Буряк"; no name is a role.
    named = word_forms(word, language).grammemes & {"Name", "Surn", "Patr"}
    return is_person_noun(word.lower(), language) and not named and is_singular(word, cases, language)


def without_former(text: str, language: str) -> str:
    """``Екс-президент``, ``тепер уже колишній глава МЗС``: the description without the words for former."""
    former = group(language, "former")
    words = list(WORD.finditer(text))
    for word, following in pairwise(words[: MOST_BEFORE_FORMER + 2]):
        if lemmas(word.group(), language) & former:
            return text[following.start() :]
    prefix, hyphen, rest = text.partition("-")
    return rest if hyphen and prefix.lower() in former else text


def without_prefix(word: str, language: str) -> str:
    """``экс-премьер`` without its prefix, in small letters; any other word as it is."""
    prefix, hyphen, rest = word.partition("-")
    return rest.lower() if hyphen and prefix.lower() in group(language, "former") else word


def was_former(person: Person, language: str) -> bool:
    """Whether a title says that its post is a former one."""
    former = group(language, "former")
    return any(word in former or word.partition("-")[0] in former for word in person.title.words)


def lemmas_of(words: list[str], language: str) -> frozenset[str]:
    """All lemmas of words."""
    return frozenset(lemma for word in words for lemma in lemmas(word, language))


def posts_in(words: list[str], language: str, cases: frozenset[str] = frozenset()) -> frozenset[str]:
    """The posts that the last words of a title name, in its case, with their country (``post:foreign-minister@DE``)."""
    # "прем'єр країни" is any country's.
    words = [word for word in words if not lemmas(word, language) & group(language, "countries")]
    # "речник президента Олесь Гнатюк" is no president.
    own = [
        at for at in range(max(0, len(words) - LONGEST_POST), len(words)) if is_headed_in(words[at:], cases, language)
    ]
    # "премьеру" is of премьер and of премьера.
    words = [min(lemmas(word, language) & group(language, "posts"), default=word) for word in words]
    ends = [" ".join(words[at:]) for at in own]
    found = frozenset(held for phrase in ends if (held := post(phrase, language)) is not None)
    return found or local_posts(ends, language)


def local_posts(titles: list[str], language: str) -> frozenset[str]:
    """``мер Клайпеди``: the post of who heads a town or region, whatever it is called."""
    without = {" ".join(words[:-1]) for title in titles if (words := title.split())[-1][:1].isupper() and words[1:]}
    return frozenset(held for phrase in without if (held := post(phrase, language)) in LOCAL)


def is_headed_in(words: list[str], cases: frozenset[str], language: str) -> bool:
    """Whether the first noun of a phrase can stand in one of the cases as a person; where neither is known it can."""
    known = (word_forms(word, language) for word in words)
    head = next((found for found in known if found.nouns and not found.adjectives), None)
    # "премьера" is a first night too.
    own = {form for r in head.readings if {"NOUN", "anim"} <= r.grammemes for form in forms(r)} if head else set()
    return not cases or not own or any(number == "sing" and case in cases for case, number, _ in own)


def is_singular(word: str, cases: frozenset[str], language: str) -> bool:
    """Whether a noun can stand in the singular in one of the cases; in any where none is known."""
    return any(
        number == "sing" and (not cases or case in cases) for case, number, _ in word_forms(word, language).nouns
    )


# "Альберт Бурла, генеральний директор Pfizer, ...": a title behind the name, between commas or brackets.
BEHIND = re.compile(r"\s{0,2}(?:,|\()\s{1,2}(?P<post>[^,.;:()\n«»\"“”]{4,120})(?:,|\)|\.|\n|$)")

# "Олеся Гнатюка на посаді міністра оборони ...": a post behind the words for holding it, up to a mark or verb.
IN_OFFICE = re.compile(r"\s(?P<how>[^\W\d_]{1,2}\s[^\W\d_]{4,10})\s(?P<post>[^,.;:()\n«»\"“”]{4,80})")


def in_office(report: Report, mention: Mention) -> re.Match[str] | None:
    """``Олеся Гнатюка на посаді міністра``: the post behind the words for being in one or leaving it."""
    match = IN_OFFICE.match(report.text, mention.span.stop, mention.span.stop + MAX_TITLE)
    return match if match is not None and match["how"].lower() in group(report.language, "in_office") else None


def title_behind(report: Report, mention: Mention) -> Title:
    """The apposition behind a name; empty where what follows is no noun for a person."""
    match = BEHIND.match(report.text, mention.span.stop, mention.span.stop + MAX_TITLE) or in_office(report, mention)
    words = WORD.findall(match["post"]) if match else []
    known = ((word, word_forms(word, report.language)) for word in words[:4])
    head = next((word for word, found in known if found.nouns and not found.adjectives), None)
    if head is None or not is_person_noun(head, report.language):
        return Title()
    return Title(lemmas_of(words, report.language), lemmas(head, report.language), posts_in(words, report.language))


def cases_of(words: list[str], language: str) -> frozenset[str]:
    """The cases that a word can stand in; empty for one the dictionary does not know."""
    return frozenset(case for word in words for case, _, _ in word_forms(word, language).nouns)


def cases_of_name(words: list[str], language: str) -> frozenset[str]:
    """The cases that a word of one person's name can stand in, so in the singular."""
    nouns = [noun for word in words for noun in word_forms(word, language).nouns]
    return frozenset(case for case, number, _ in nouns if number == "sing")


def is_person_noun(word: str, language: str) -> bool:
    """Whether a word can be a common noun for a person; one letter, which dictionaries have as initials, is none."""
    return (
        word.islower()
        and len(word) > 1
        and any("anim" in r.grammemes and r.pos == "NOUN" for r in word_forms(word, language).readings)
    )


def bears(person: Person, text: str, meant: list[frozenset[str]], language: str) -> bool:
    """Whether a person bears a title: a lone noun is theirs, the post is one, or all the words stand in theirs."""
    if len(meant) == 1:
        named = any(in_title(option, person.title.roles) for option in meant[0])
        # "Міністр" is a "глава МЗС" too.
        return named or (post(text, language) == MINISTER and same_post(person, MINISTER))
    if same_post(person, post(text, language)):
        return True
    return holds(person, meant, language) and not holds_another(person, text, language)


def same_post(person: Person, meant: str | None) -> bool:
    """Whether a post is among a person's; a country counts where both name one."""
    if meant is None:
        return False
    name, _, country = meant.partition("@")
    held = [found.partition("@") for found in person.title.posts]
    alike = [theirs for other, _, theirs in held if other == name or is_kind_of(other, name)]
    # "македонський прем'єр", later "прем'єр", is of his country.
    alike = [theirs for theirs in alike if theirs] or alike
    return any(not country or not theirs or country == theirs for theirs in alike)


def is_kind_of(held: str, meant: str) -> bool:
    """Whether a post is of a kind: any minister but the first is a ``minister``, a president a head of state."""
    held, meant = held.removeprefix("post:"), meant.removeprefix("post:")
    kind, _, general = held.partition("-")
    minister = general == meant and kind not in ("prime", "deputy", "vice")
    return minister or meant in table("posts")["also_called"].get(held, ())


def holds_another(person: Person, text: str, language: str) -> bool:
    """Whether a description names a post and the person's title names others only."""
    meant = post(text, language)
    return meant is not None and bool(person.title.posts) and not same_post(person, meant)


def is_called_otherwise(person: Person, noun: frozenset[str], language: str) -> bool:
    """Whether a noun is for a state's office (``президент``) and the report calls a person by what is no such."""
    told = person.title.roles - group(language, "anybodys_titles")
    if not noun & group(language, "state_posts") or not told or same_noun(noun, told):
        return False
    if noun & group(language, "legislators") and person.title.words & group(language, "of_legislators"):
        return False
    return not any(same_post(person, post(word, language)) for word in noun)


def same_noun(noun: frozenset[str], roles: frozenset[str]) -> bool:
    """Whether a noun is among roles, also as a part of a compound."""
    return any(in_title(word, roles) or any(word.endswith(f"-{role}") for role in roles) for word in noun)


def holds(person: Person, meant: list[frozenset[str]], language: str) -> bool:
    """Whether a title has all the words meant; of two posts (``голова``, ``президент``) one may stand for the other."""
    rest = meant[1:]
    words = person.title.words
    if not all(any(in_title(option, words) for option in options) for options in rest):
        return False
    if any(in_title(option, words) for option in meant[0]):
        # "Речник президента Олесь Гнатюк" has the word in the title, but is no president.
        own = any(in_title(option, person.title.roles) for option in meant[0])
        return own or not person.title.roles or not meant[0] & group(language, "posts")
    posts = group(language, "posts")
    # "заступник міністра" holds no such post.
    return bool(rest) and bool(meant[0] & posts) and bool(person.title.roles & posts)


def in_title(word: str, title: frozenset[str]) -> bool:
    """Whether a word is in a title, also as a part of a compound (``прем'єр`` in ``прем'єр-міністр``)."""
    return word in title or any(t.startswith(f"{word}-") or word.startswith(f"{t}-") for t in title)


def is_of_another(person: Person, text: str, language: str) -> bool:
    """Whether a description has a name in quotation marks that the person's title lacks: ``керівник «Базису»``."""
    named = [word for match in ENCLOSED.finditer(text) for word in WORD.findall(match.group(1))]
    return bool(named and person.title.roles) and not any(lemmas(w, language) & person.title.words for w in named)


def conflicting(meant: list[frozenset[str]], person: Person) -> bool:
    """Whether a described role has words of its own that the person's title lacks, and the title has others."""
    return len(meant) > 3 and sum(bool(options & person.title.words) for options in meant) < len(meant) / 2


def is_known_given(name: str, language: str) -> bool:
    """Whether the dictionary has a word of a name as a given name or patronymic, so that its gender is no guess."""
    known = (r for word in name.split()[:-1] for r in readings(word, language) if r.known)
    # "Марианн" is but a genitive of many called Марианна.
    return any(r.tags & {"Name", "Patr"} and (r.case, r.number) == ("nomn", "sing") for r in known)

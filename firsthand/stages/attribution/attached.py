"""What belongs to a noun phrase behind its head and is no phrase of its own: names, brackets, titles, joints."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from firsthand.lang import load
from firsthand.lang.morphology import is_known
from firsthand.stages.attribution.agreement import Phrase, agree, agree_apposed, is_name_like, noun_forms
from firsthand.stages.attribution.heads import CLOSING, OPENING, is_domain, is_relative, quoted_name
from firsthand.stages.attribution.media import known_outlet
from firsthand.stages.attribution.words import ANY_FORM, PASSING, Form, Line, Word, cases_in, forms, is_acronym

ANIMACY = ("anim", "inan")
MAX_BRACKET = 14
LIST_REACH = 10
# Words between "імені" and the end of whom something is named after.
NAMED_AFTER = 3
# How many words behind a name its verb may stand.
VERB_REACH = 3


def with_bracket(line: Line, phrase: Phrase) -> Phrase | None:
    """``(RUSI)``, ``(Heiko Maas)``."""
    words = line.words
    inside = words[phrase.last + 1 : phrase.last + 2]
    if words[phrase.last].text != "(" or (inside and inside[0].low in line.group("quoted_after")):
        return None  # "сказав мер (цитата за «Портом»)": who passes it on
    for here in range(phrase.last + 1, min(phrase.last + MAX_BRACKET, len(words))):
        if words[here].text == ")":
            return phrase.up_to(here + 1)
        if words[here].finite:
            return None
    return None


def with_number(line: Line, phrase: Phrase) -> Phrase | None:
    """``телеканал 360``: a medium whose name is a number."""
    word, before = line.words[phrase.last], line.words[phrase.last - 1]
    numbered = before.text.isascii() and before.capital and len(word.text) == 1
    if word.kind != "number" or not (numbered or before.lemmas & line.group("media")):
        return None
    return replace(phrase, last=phrase.last + 1, named=True)


def with_quoted(line: Line, phrase: Phrase) -> Phrase | None:
    """``телеканал "Схід"``, ``інтерв'ю 24[.kg]``: a name in quotation marks, a site's address behind a number."""
    stop = quoted_name(line, phrase.last)
    if stop is None and line.words[phrase.last].kind == "number" and is_domain(line, phrase.last + 1):
        stop = phrase.last + 3  # "в інтерв'ю 24.kg"
    return None if stop is None or phrase.pronoun else replace(phrase, last=stop, named=True)


def with_byname(line: Line, phrase: Phrase) -> Phrase | None:
    """``боєць [із позивним «Вовк»]``, ``чоловіка [на ім'я Степан]``: how somebody is called."""
    noun = next(iter(line.between(phrase.last + 1, phrase.last + 2)), None)
    known = line.group("bynames")
    if noun is None or noun.low.replace("’", "'") not in known or phrase.pronoun or not phrase.animate:
        return None
    stop = quoted_name(line, noun.at + 1)
    name = next((w for w in line.between(noun.at + 1, noun.at + 2) if w.capital), None)
    if stop is None and name is not None:
        own = (w.at for w in line.words[name.at + 1 :] if w.mention != name.mention or name.mention < 0)
        stop = next(own, len(line.words))
    return (
        replace(phrase, last=stop, named=True) if stop is not None and "PREP" in line.words[phrase.last].pos else None
    )


def with_called(line: Line, phrase: Phrase) -> Phrase | None:
    """``передає Радіо [Прага]``: a noun for a medium that is written as a name goes on with the words of that name."""
    head, word = line.words[phrase.head], line.words[phrase.last]
    begins = head.lemmas & line.group("medium_beginnings")
    called = head.capital and (begins or (head.at and head.lemmas & line.group("media")))
    if not called or phrase.last != phrase.head + 1 or not word.capital or word.kind != "word" or word.text.isupper():
        return None
    if word.mention_type == "PER" or word.finite or "PREP" in word.pos or word.time:
        return None
    nominative = not word.nouns or "nomn" in cases_in(word.nouns | word.adjectives)
    return replace(phrase, last=phrase.last + 1, named=True) if nominative else None


def with_name(line: Line, phrase: Phrase) -> Phrase | None:
    """A name in the same case: ``глава відомства Іван Коваль``, ``агентство Bloomberg``, ``Кім Чен Ин``."""
    word = line.words[phrase.last]
    if phrase.pronoun or not (is_name_like(word) or is_same_name(line, phrase)) or (word.finite and word.mention < 0):
        return initials(line, phrase)
    if line.words[phrase.first].low in line.group("pronouns.reflexive") and not is_same_name(line, phrase):
        # "на своєму сайті The Times": whose own, stands outside.
        return None
    if is_relative(line, word) or (word.pos & {"PREP", "CONJ"} and word.mention < 0 and not word.text.isupper()):
        return None
    if is_adjective(line, phrase.last):
        return None
    if is_other_body(line, phrase) or is_of_undeclined(line, phrase):
        return None
    both = name_forms(line, phrase)
    if not both or begins_anew(line, phrase) or is_whose(line, phrase) or is_inner_genitive(line, phrase, both):
        return None
    after = line.between(max(phrase.head + 1, phrase.last - NAMED_AFTER), phrase.last)
    if any(w.low in line.group("named_after") for w in after):
        return phrase.up_to(phrase.last + 1)  # "університет імені [Івана Франка]"
    person = is_person(word) and not is_brand(line, phrase)
    if person and line.words[phrase.first].kind == "number":
        return None  # "перед послами 27 держав-членів Барньє заявив"
    if person and not phrase.animate and not is_foreign_part(line, phrase, both):
        return None
    return Phrase(phrase.first, phrase.last + 1, phrase.head, both, phrase.animate or person, True, phrase.pronoun)


def is_inner_genitive(line: Line, phrase: Phrase, both: frozenset[Form]) -> bool:
    """``пресслужба Міністерства [оборони]``: a small noun inside a name, no apposition of the body."""
    word = line.words[phrase.last]
    if (
        word.mention_type != "ORG"
        or word.capital
        or not is_same_name(line, phrase)
        or "gent" not in cases_in(word.nouns)
    ):
        return False
    # "Офіс [президента]": the accusative of a thing, and of somebody
    before = line.words[phrase.last - 1]
    serves = word.has("anim") and not word.has("inan") and before.lemmas & line.group("serving|bodies")
    return bool(serves) or ("gent" in phrase.cases() and "gent" not in cases_in(both))


def is_of_undeclined(line: Line, phrase: Phrase) -> bool:
    """``Міноборони [Росії]``: behind a body that stays as it is the word that says whose it is."""
    head, word = line.words[phrase.head], line.words[phrase.last]
    undeclined = head.low in line.group("undeclined_bodies") and phrase.last == phrase.head + 1
    return undeclined and "gent" in cases_in(word.nouns) and "nomn" not in cases_in(word.nouns)


def with_domain(line: Line, phrase: Phrase) -> Phrase | None:
    """``портал Ранок[.ру]``, ``Port[.Today]``: the end of a site's name that is no word by itself."""
    return replace(phrase, last=phrase.last + 2, named=True) if is_domain(line, phrase.last) else None


def with_namesake(line: Line, phrase: Phrase) -> Phrase | None:
    """``центр [ім. Шевченка]``, ``институт [им. Н. Ф. Гамалеи]``: after whom something is named, shortened."""
    words, at = line.words, phrase.last
    if at + 2 >= len(words) or words[at].low not in line.group("named_after") or words[at + 1].text != ".":
        return None
    at += 2
    while at + 1 < len(words) and len(words[at].text) == 1 and words[at].capital and words[at + 1].text == ".":
        at += 2
    return phrase.up_to(at + 1) if at < len(words) and words[at].capital else None


def is_adjective(line: Line, at: int) -> bool:
    """``директор [Європейського] бюро``: a capitalised adjective before its noun is no name by itself."""
    word = line.words[at]
    if word.nouns or not word.adjectives or word.mention_type == "PER":
        return False
    behind = line.between(at + 1, at + 2)
    return any(agree(word.adjectives, w.nouns | w.adjectives) and w.text[0] not in '«“„"' for w in behind)


def is_given(line: Line, at: int) -> bool:
    """``міністр [Пекка] Коваль``: a capitalised word right before a person's surname that no list of names has."""
    word, surname = line.words[at], (*line.between(at + 1, at + 2), None)[0]
    named = surname is not None and surname.mention_type == "PER" and surname.capital
    common = word.pos & {"PREP", "CONJ", "NPRO", "ADJF", "ADVB", "VERB"} or word.text.isupper()
    return named and word.mention < 0 and word.capital and word.kind == "word" and not common


def is_foreign_given(line: Line, phrase: Phrase) -> bool:
    """``прем'єр [Александру] Мунтяну``: behind a title in the nominative a foreign name that only looks declined."""
    word, surname = (*line.between(phrase.last, phrase.last + 2), None, None)[:2]
    if word is None or surname is None or not (word.low in line.group("foreign_given") or is_womans(line, phrase)):
        return False
    whole = word.mention_type == "PER" and surname.mention == word.mention
    return whole and phrase.animate and "nomn" in phrase.cases() and "datv" not in phrase.cases()


def is_womans(line: Line, phrase: Phrase) -> bool:
    """``міністр [Леоноре] Бакке заявила``: a title, a name that only looks declined, and a verb that a woman does."""
    given, surname = line.words[phrase.last : phrase.last + 2]
    behind = line.between(phrase.last + 2, phrase.last + 2 + VERB_REACH)
    verb = next((w for w in behind if not w.pos & PASSING), None)
    one = ("nomn", "sing") in {form[:2] for form in phrase.forms}
    does = one and verb is not None and verb.finite and verb.has("past") and verb.has("femn")
    return does and "nomn" not in cases_in(given.nouns) and "nomn" in cases_in(noun_forms(surname, False))


def is_other_body(line: Line, phrase: Phrase) -> bool:
    """``перед початком засідання [Міністерство]``, ``на запит редакції [Центр]``: no body is the name of a thing."""
    word, head = line.words[phrase.last], line.words[phrase.head]
    declined = "nomn" in cases_in(word.nouns) and not word.text.isupper()
    if not declined or not word.lemmas & line.group("bodies") or is_same_name(line, phrase):
        return False
    bodies = line.group("bodies") - line.group("documents")
    if not word.lemmas & bodies:
        return False
    return not (phrase.animate or phrase.named or head.lemmas & (bodies | line.group("media")) or head.text.isupper())


def name_forms(line: Line, phrase: Phrase) -> frozenset[Form]:
    """The forms that a phrase shares with the name behind it; its own where the name is one with it."""
    word = line.words[phrase.last]
    forms = noun_forms(word, False) or word.adjectives
    given = is_given(line, phrase.last)
    if given and all(number == "plur" for _, number, _ in forms):
        forms = ANY_FORM  # "міністр [Ваграм] Гай": no furnaces
    if is_foreign_given(line, phrase):
        return frozenset(form for form in phrase.forms if form[0] == "nomn")
    if word.mention_type == "PER" or given:
        # Foreign surnames are neuter or unknown to the dictionary; what they share with a title is case and number.
        forms = frozenset((case, number, "") for case, number, _ in forms)
    apposed = word.mention_type == "PER" or given or word.has("Surn") or word.has("Name")
    both = (agree_apposed if phrase.animate and apposed else agree)(titles_forms(line, phrase, apposed), forms)
    if word.mention_type == "ORG" and is_same_name(line, phrase) and line.words[phrase.head].mention != word.mention:
        return phrase.forms  # "главы МИД [Японии]": a body's own words say nothing of whose head it has
    cases = cases_in(forms)
    owned = phrase.last == phrase.head + 1 and not phrase.animate and "gent" in cases and "nomn" not in cases
    if is_acronym(line.words[phrase.head].text) and (is_same_name(line, phrase) or (owned and not is_person(word))):
        return phrase.forms  # "МИД Германии": whose it is says nothing of its case
    if is_owned_body(line, phrase, forms):
        return phrase.forms
    return both or (phrase.forms if is_same_name(line, phrase) or names_body(line, phrase) else both)


def is_owned_body(line: Line, phrase: Phrase, forms: frozenset[Form]) -> bool:
    """``в Армії [оборони]``, ``у Поліції [Одеси]``: behind a body's noun what it is of, whatever case both can be."""
    head, word = line.words[phrase.head], line.words[phrase.last]
    body = head.lemmas & line.group("bodies") and not phrase.animate and phrase.last == phrase.head + 1
    known = {form[:2] for form in forms} if word.nouns else set()
    genitive = any(case == "gent" for case, _ in known) and ("nomn", "sing") not in known
    return bool(body) and genitive and (is_same_name(line, phrase) or word.mention_type == "LOC")


def titles_forms(line: Line, phrase: Phrase, apposed: bool) -> frozenset[Form]:
    """``речник [прем'єра] Іван Коваль``: before a name the forms of somebody, and not of a first night."""
    head = line.words[phrase.head]
    if not apposed or head.mention >= 0:
        return phrase.forms
    kinds = [{form for r in head.readings if r.pos == "NOUN" and r.has(kind) for form in forms(r)} for kind in ANIMACY]
    one = any(number == "sing" for _, number, _ in kinds[0])  # "з питань енергетики Марош Гай": no many men
    if not all(kinds) or not one:
        return phrase.forms
    return frozenset(form for form in phrase.forms if any(form[:2] == known[:2] for known in kinds[0]))


def is_whose(line: Line, phrase: Phrase) -> bool:
    """``мерія Києва``: a place behind a common noun rather says whose it is, if it can stand in the genitive."""
    word, before = line.words[phrase.last], line.words[phrase.last - 1]
    cases = cases_in(noun_forms(word, False))
    small = not before.capital or before.at == 0  # "Власти Австрии объявили"
    owner = word.mention < 0 and word.capital and before.lemmas & line.group("of_places") and "nomn" not in cases
    return (word.mention_type == "LOC" or bool(owner)) and before.mention < 0 and small and "gent" in cases


def is_same_name(line: Line, phrase: Phrase) -> bool:
    """Whether the word behind a phrase belongs to the name that the phrase ends with."""
    word = line.words[phrase.last]
    return word.mention >= 0 and word.mention == line.words[phrase.last - 1].mention


def is_person(word: Word) -> bool:
    """Whether a word is of a person's name: found as one, or a surname by the dictionary."""
    return word.mention_type == "PER" or (word.mention < 0 and word.has("Surn"))


def begins_anew(line: Line, phrase: Phrase) -> bool:
    """Whether the person behind a body or a place is somebody else: ``розповів Reuters Іван Коваль``."""
    word = line.words[phrase.last]
    if is_same_name(line, phrase):
        return False
    before = line.words[phrase.last - 1]
    if ends_medium(line, phrase):
        return True
    if is_brand(line, phrase):
        return False
    if before.text in CLOSING and word.text.isascii() and word.text.isalpha():
        return True  # "У фірмі «Схід» Moriona сказали"
    latin = before.text.isascii() and not word.text.isascii()
    if latin and is_person(word) and not phrase.animate:
        return True
    other = before.mention >= 0 and word.mention >= 0 and line.words[phrase.head].mention == before.mention
    if other and (before.mention_type, word.mention_type) in (("PER", "PER"), ("ORG", "LOC")):
        return True  # "після відставки Мей Джонсон заявив", "REGNUM Київ готовий"
    if word.mention_type == "PER" and line.words[phrase.head].mention_type in ("ORG", "LOC"):
        return True
    if word.mention_type == "ORG" and before.mention_type == "PRO":
        return True  # "інформує в Твіттер Департамент ..."
    behind_name = before.mention_type in ("ORG", "PRO", "LOC")
    return is_person(word) and not phrase.animate and behind_name


def ends_medium(line: Line, phrase: Phrase) -> bool:
    """``розповів Укрінформу [Ларсен]``, ``у Twitter [МЗС] заявило``: behind a known outlet, a person or an acronym."""
    word = line.words[phrase.last]
    if not (is_person(word) or is_acronym(word.text)) or phrase.animate or not line.words[phrase.last - 1].capital:
        return False
    start = line.words[phrase.first].start
    outlet, longer = line.text[start : line.words[phrase.last - 1].stop], line.text[start : word.stop]
    return known_outlet(outlet, line.language) is not None and known_outlet(longer, line.language) is None


def is_foreign_part(line: Line, phrase: Phrase, both: frozenset[Form]) -> bool:
    """Whether a person's name behind a thing can be a part of it: of its own name, or in the genitive."""
    if not phrase.named and "gent" not in cases_in(both):
        return False
    before = line.words[phrase.last - 1]
    # "перед ЗМІ Гольмен заявила": an abbreviation stands in every case, so behind it a person begins anew.
    return is_same_name(line, phrase) or (is_name_like(before) and not (before.text.isupper() and before.mention < 0))


def with_second_title(line: Line, phrase: Phrase) -> Phrase | None:
    """A further title in the same case before the name: ``глава команды академик Александр Гинцбург``."""
    word = line.words[phrase.last]
    if not phrase.animate or phrase.pronoun or word.capital or not word.has("anim") or "NOUN" not in word.pos:
        return None
    if not takes_title(line, phrase):
        return None
    if any(w.mention_type == "PER" for w in line.between(phrase.first, phrase.last)):
        return None
    both = agree_apposed(phrase.forms, word.nouns)
    if "nomn" in phrase.cases() - cases_in(both) and "gent" in cases_in(word.nouns):
        return None  # "чоловік учительки": whose he is
    trade = line.words[phrase.last - 1].lemmas & line.group("callings") and phrase.last == phrase.head + 1
    if trade and both:
        return replace(phrase, last=phrase.last + 1, forms=both)  # "лікар алерголог"
    named = any(w.mention_type == "PER" for w in line.between(phrase.last + 1, phrase.last + 4))
    return replace(phrase, last=phrase.last + 1, forms=both) if both and named else None


def names_body(line: Line, phrase: Phrase) -> bool:
    """``компанії Нафтогаз``: behind a noun for a body or a place its name may stand undeclined."""
    before, word = line.words[phrase.last - 1], line.words[phrase.last]
    if is_brand(line, phrase):
        return True
    if before.lemmas & line.group("place_kinds"):  # "у графстві Ярмут"
        return word.mention_type == "LOC" or (word.mention < 0 and word.capital and not is_person(word))
    if word.mention_type == "PRO" or (word.mention < 0 and not is_known(word.text, line.language)):
        return word.capital and bool(before.lemmas & line.group("media"))  # "портал Ранок.юа", "агентству КазТАГ"
    return word.mention_type == "ORG" and bool(before.lemmas & line.group("bearers|media"))


def is_brand(line: Line, phrase: Phrase) -> bool:
    """``автоконцерн Renault``: one word in Latin letters behind a noun for a firm is its name."""
    before, word, behind = (*line.between(phrase.last - 1, phrase.last + 2), None)[:3]
    if before is None or word is None or word.mention_type != "PER" or not word.text.isascii():
        return False
    alone = behind is None or behind.mention != word.mention
    return alone and bool(before.lemmas & line.group("bearers|makers"))


def initials(line: Line, phrase: Phrase) -> Phrase | None:
    """``С. Міксер``: the stop after an initial and the surname behind it."""
    before = line.words[phrase.last - 1]
    if line.words[phrase.last].text != "." or len(before.text) != 1 or not before.capital:
        return None
    if not any(word.capital for word in line.between(phrase.last + 1, phrase.last + 2)):
        return None
    return replace(phrase, last=phrase.last + 2, animate=True, named=True)


def titled(line: Line, inner: Phrase) -> bool:
    """A post with its field: ``з питань``, ``у справах``, ``по делам``."""
    return any(w.low.replace("’", "'") in line.group("fields") for w in line.between(inner.first, inner.last))


def joins_fields(line: Line, inner: Phrase, both: Phrase) -> bool:
    """``комітет з безпеки [та протидії корупції]``: common nouns for two things that a body is in charge of."""
    second = line.between(inner.last + 1, both.last)
    return titled(line, inner) and not both.animate and all(w.text.islower() and w.mention < 0 for w in second)


def is_place(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``оглядачі у Британії``: people of a kind and a place name."""
    head = line.words[phrase.head]
    many = any(number == "plur" for _, number, _ in phrase.forms) and head.mention < 0
    post = phrase.last == phrase.head + 1 and head.lemmas & line.group("posts") - line.group("alike.diplomats")
    people = head.has("anim") and (not phrase.named or (many and not has_person(line, phrase)))
    if post and not many:
        return False  # "Міністр у Ризі заявив": where he said it
    return people and line.words[inner.first].mention_type == "LOC"


def has_person(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase names a person."""
    return any(w.mention_type == "PER" for w in line.between(phrase.first, phrase.last))


def listed(line: Line, comma: int) -> bool:
    """Whether a comma stands in a list of names that a conjunction closes soon: ``easyJet, Ryanair і Lufthansa``."""
    words = line.words
    for at in unbracketed(line, comma + 1)[:LIST_REACH]:
        if words[at].low in line.group("joining"):
            inner = [words[i] for i in unbracketed(line, comma + 1) if i < at]
            countries = line.group("countries|bodies")
            named = bool(inner) and all(w.text == "," or is_name_like(w) or w.lemmas & countries for w in inner)
            return named and not begins_clause(line, comma, at)
        if words[at].finite:
            return False
    return False


def unbracketed(line: Line, first: int) -> list[int]:
    """The next words from word ``first`` on, without what stands in brackets: ``Олег Гай [(Київ)], Іван Коваль``."""
    found, inside = [], False
    for at in range(first, min(first + LIST_REACH + MAX_BRACKET, len(line.words))):
        inside = inside or line.words[at].text == "("
        if not inside:
            found.append(at)
        inside = inside and line.words[at].text != ")"
    return found


def begins_clause(line: Line, comma: int, joint: int) -> bool:
    """``Як повідомив мер, [школи та садки працюють]``: what looks like a list is the subject behind the comma."""
    words = line.words
    verb = next((w for w in line.between(joint + 1, joint + LIST_REACH) if w.finite or w.kind == "mark"), None)
    if verb is None or not (verb.finite and verb.has("plur")) or any(w.capital for w in line.between(comma + 1, joint)):
        return False
    start = next((w.at + 1 for w in reversed(line.between(0, comma)) if w.text in ",;:" or w.dash), 0)
    return "PREP" in words[start].pos or any(w.finite and w.mention < 0 for w in line.between(start, comma))


def likewise(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """Only like joins like: names with names, people with people, anybody with what is theirs (``і її родина``)."""
    left, right = line.words[phrase.head], line.words[inner.head]
    # A capital at the sentence's start says nothing, unless it is a name's: "Київ і Варшава", "Міністр і депутати".
    name = left.capital and (left.at > 0 or left.mention >= 0 or left.text.isascii())
    countries = line.group("countries|states")
    if left.mention_type == "LOC" and right.lemmas & countries:
        return True
    first = line.words[inner.first]
    if (
        name
        and first.lemmas & line.group("others")
        and first.has("plur")
        and not right.capital
        and inner.first < inner.head
    ):
        return True  # "Ладонія, Морія та інші експортери"
    theirs = first.low in line.group("pronouns.possessive")
    besides = " ".join(w.low for w in line.between(inner.first - 2, inner.first)) in line.group("further")
    acting = line.group("bodies|collectives|states")
    if besides and right.lemmas & acting and (name or phrase.animate or left.lemmas & acting):
        return True  # "парламент і рада, а також більшість країн"
    if theirs and inner.animate and left.mention_type in ("LOC", "ORG"):
        return True  # "Росія та її союзники"
    media = left.text.isascii() and right.text.isascii() and known_outlet(right.text, line.language) is not None
    if name != right.capital and is_body_beside_name(line, *((inner, phrase) if name else (phrase, inner))):
        return True
    return name == right.capital or media or (phrase.animate and (inner.animate or theirs))


def is_body_beside_name(line: Line, plain: Phrase, named: Phrase) -> bool:
    """``поліція та СБУ``, ``МНС і поліція``: people or a body beside a body by its name, which begins no clause."""
    acts = plain.animate or line.words[plain.head].lemmas & line.group("bodies|collectives")
    name, first, last = line.words[named.head], min(plain.first, named.first), max(plain.last, named.last)
    after = next(iter(line.between(last, last + 1)), None)
    told = any(w.finite for w in line.between(first - 1, first))
    own = after is not None and after.finite and (told or after.has("sing"))  # "каже міністр, і НАТО погодилася"
    if known_outlet(name.text, line.language) is not None:
        return False  # "повідомляють Reuters і міністерство": a medium, and who speaks for himself
    return bool(acts) and (name.mention_type == "ORG" or name.text.isupper()) and not own


def with_see(line: Line, phrase: Phrase) -> Phrase | None:
    """``патріарх [Ладонський і всієї Морії] Кирило``: of what a prelate is one."""
    words, at = line.words, phrase.last
    if not words[phrase.head].lemmas & line.group("prelates") or at != phrase.head + 1:
        return None
    while at < len(words) and words[at].capital and agree(phrase.forms, words[at].adjectives):
        at += 1
        joined = at + 1 < len(words) and words[at].low in line.group("joining")
        if joined and words[at + 1].low in line.group("wholes") and at + 2 < len(words) and words[at + 2].capital:
            at += 3
        elif joined and words[at + 1].capital and agree(phrase.forms, words[at + 1].adjectives):
            at += 1
    return phrase.up_to(at) if at > phrase.last else None


def numbered(line: Line, phrase: Phrase) -> Phrase | None:
    """``школа № 7``."""
    if line.words[phrase.last].text != "№":
        return None
    number = line.between(phrase.last + 1, phrase.last + 2)
    return phrase.up_to(phrase.last + 2) if any(w.kind == "number" for w in number) else None


def takes_title(line: Line, phrase: Phrase) -> bool:
    """Whether the word behind a title is one as a person: not ``замминистра [энергетики]``."""
    persons = [r for r in line.words[phrase.last].readings if r.pos == "NOUN" and r.has("anim")]
    return any(agree_apposed(phrase.forms, forms(r)) for r in persons)


def is_body_name(line: Line, at: int) -> bool:
    """Whether a word belongs to the name of a body: found as one, or in Latin letters."""
    word = line.words[at]
    return word.mention_type == "ORG" or (word.capital and word.text.isascii() and word.mention_type in ("", "PRO"))


def is_person_name(line: Line, at: int) -> bool:
    """Whether a person's name stands at ``at``."""
    return any(w.mention_type == "PER" for w in line.between(at, at + 1))


def quotes_words(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``приводить «Схід» [слова мера]``: behind the name of who quotes them stand the words."""
    if line.words[inner.head].low not in line.group("quoted_words"):
        return False
    if phrase.named and (line.words[phrase.head].text in OPENING or line.words[phrase.last - 1].mention >= 0):
        return True
    return bool(line.words[phrase.head].lemmas & line.group("bodies|media"))


def is_only_animate(word: Word) -> bool:
    """Whether a genitive can only be of a living being; ``генетики`` is of the science too."""
    genitives = [r for r in word.readings if r.has("gent")]
    return word.has("anim") and not any(r.has("inan") for r in genitives)


def paired_at(line: Line, phrase: Phrase) -> int | None:
    """The last word of what joins the second of a pair: ``і уряд[, і] опозиція``, ``не лише уряд[, а й] опозиція``."""
    if line.words[phrase.last].text != ",":
        return None
    for opening, closing in pairs(line.language):
        before = line.between(phrase.first - len(opening), phrase.first)
        behind = line.between(phrase.last + 1, phrase.last + 1 + len(closing))
        if tuple(w.low for w in before) == opening and tuple(w.low for w in behind) == closing:
            return phrase.last + len(closing)
    return None


def with_opening(line: Line, phrase: Phrase) -> Phrase:
    """``[і] уряд, і опозиція``, ``[ще] один свідок``: with what opens a pair or a name, or makes it one more."""
    first = line.words[phrase.first]
    if phrase.first and line.words[phrase.first - 1].text == "The" and first.text.isascii():
        return replace(phrase, first=phrase.first - 1)  # "редколегія [The] Guardian"
    counts = first.lemmas & line.group("one") or "NUMR" in first.pos
    if counts and any(w.low in line.group("still") for w in line.between(phrase.first - 1, phrase.first)):
        return replace(phrase, first=phrase.first - 1)
    if "," not in line.lows:
        return phrase
    for opening, closing in pairs(line.language):
        before = line.between(phrase.first - len(opening), phrase.first)
        if tuple(w.low for w in before) != opening:
            continue
        inner = " ".join(w.low for w in line.between(phrase.first, phrase.last))
        if f" , {' '.join(closing)} " in inner:
            return replace(phrase, first=phrase.first - len(opening))
    return phrase


@cache
def pairs(language: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The conjunctions that stand in pairs, as words."""
    known: list[list[str]] = load(language).table("grammar").get("pairs", [])
    return tuple((tuple(opening.split()), tuple(closing.split())) for opening, closing in known)


def joint_at(line: Line, at: int) -> int | None:
    """The last word of what joins two phrases at ``at``: ``і``, ``, а також``, the comma of a list."""
    if line.words[at].text == ",":
        if " ".join(word.low for word in line.between(at + 1, at + 3)) in line.group("further"):
            return at + 2
        return at if listed(line, at) else None
    if line.words[at].low not in line.group("joining"):
        return None
    return at + any(w.low in line.group("even") for w in line.between(at + 1, at + 2))


def is_one_person(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``професор і епідеміолог Іван Коваль``: two titles of the one who is named behind them."""
    named = [any(w.mention_type == "PER" for w in line.between(p.first, p.last)) for p in (phrase, inner)]
    return phrase.animate and inner.animate and named == [False, True]

"""What belongs to a noun behind it, and what begins anew."""

from __future__ import annotations

from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.heads import OPENING
from firsthand.stages.attribution.media import is_medium
from firsthand.stages.attribution.words import Line, cases_in

# How many words the name of a medium may have that is told something.
MEDIUM_WORDS = 4


def was_told(line: Line, phrase: Phrase) -> bool:
    """``розповіла Анна Коваль [Reuters]``, ``... Міністерство Латвії [радіо «Схід»]``: behind a name whom it told."""
    word, before = line.words[phrase.last], line.words[phrase.last - 1]
    same = 0 <= word.mention == before.mention
    named = before.mention_type in ("PER", "LOC", "ORG") or (
        before.mention < 0 and before.at > phrase.head and before.capital
    )
    return named and not same and begins_medium(line, phrase.last)


def begins_medium(line: Line, at: int) -> bool:
    """Whether the name of a known outlet begins at word ``at``, or a noun for a medium."""
    word = line.words[at]
    if not word.capital:
        return bool(word.lemmas & line.group("media")) and "datv" in cases_in(word.nouns)
    texts = (line.text[word.start : w.stop] for w in line.between(at, at + MEDIUM_WORDS))
    return any(is_medium(text, line.language) for text in texts)


def begins_with_amount(line: Line, inner: Phrase) -> bool:
    """``через брак поступу [96 % членів]``, ``до виборів [багато партій] агітували``: an amount begins anew."""
    first = line.words[inner.first]
    if first.low in line.group("quantifiers") and any(case == "nomn" for case, _, _ in first.nouns):
        return True
    share = line.between(inner.first + 1, inner.first + 2) if first.kind == "number" else ()
    percent = any(w.text == "%" or w.lemmas & line.group("percent") for w in share)
    return percent or bool(line.words[inner.head].lemmas & line.group("times_over"))


def may_be_subject(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """Whether a phrase that may be a nominative stands behind another as the subject, and not as whose that is."""
    if line.words[inner.head].lemmas & line.group("anonymous") and not is_for_words(line, phrase):
        return True  # "У своєму каналі джерела повідомили", but "слова джерела"
    counts = line.group("collectives|quantifiers|times_over")
    if line.words[inner.head].low in line.group("counted_people") and not line.words[phrase.head].lemmas & counts:
        return True  # "Провину чоловік визнав": many a man stands behind a number only
    if line.words[phrase.first].low in line.group("pronouns.reflexive") and inner.named:
        return True  # "пише на своєму сайті The Times": whose own it is stands outside
    # "послам Союзу Барньє пояснив": a holder of the post would stand in its case
    elsewhere = not phrase.animate or line.words[phrase.last - 1].mention_type == "ORG"
    declined = not any(form[:2] == ("nomn", "sing") for form in line.words[inner.first].nouns)
    if declined and inner.last > inner.first + 1:
        return False  # "з проханням про помилування [Асії] Бібі звернувся": the first name is declined
    kindred = line.words[phrase.head].lemmas & line.group("kindred")
    return line.words[inner.first].mention_type == "PER" and elsewhere and not kindred


def is_for_words(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is of words or data, so that somebody's they are."""
    head = line.words[phrase.head]
    words = line.group("told_data|told_by|documents|thought_nouns|relational")
    return phrase.last == phrase.head + 1 and not head.lemmas.isdisjoint(words)


def is_of_party(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``депутатка від «Сходу»``, ``представник від ООН``: who sent somebody."""
    head, first = line.words[phrase.head], line.words[inner.first]
    sent = head.has("anim") and not phrase.named and line.words[phrase.last].low in line.group("party_prepositions")
    return sent and (first.text in OPENING or first.mention_type == "ORG")


def names_office(line: Line, phrase: Phrase) -> bool:
    """``[Рада] з питань виборів``: a noun for a body, whatever else such a word may name."""
    return bool(line.words[phrase.head].lemmas & (line.group("bodies") - line.group("documents")))


def is_field(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``Секретаріат з [водних ресурсів]``: right behind a body's own noun of what it is in charge."""
    alone = phrase.last == phrase.head + 1 and names_office(line, phrase)
    out_of = line.words[phrase.last].low in line.group("origin_prepositions")
    things = {form[:2] for form in inner.forms} == {("gent", "plur")} and not inner.animate and not inner.named
    clear = not any(w.time or w.mention >= 0 for w in line.between(inner.first, inner.last))
    charged = "gent" in inner.cases() and line.words[inner.head].lemmas & line.group("in_charge_of")
    return alone and out_of and ((things and clear) or bool(charged))


def is_regional(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``управління поліції [в Одеській області]``: a branch of a body and the kind of place that it works for."""
    branch = bool(line.words[phrase.head].lemmas & line.group("branches"))
    inside = line.words[phrase.last].low in line.group("inside") and "loct" in inner.cases()
    return branch and inside and bool(line.words[inner.head].lemmas & line.group("place_kinds"))


def is_in_sphere(line: Line, inner: Phrase) -> bool:
    """``служба з нагляду [у сфері зв'язку]``: a field behind the noun for one."""
    behind = line.between(inner.head + 1, inner.last)
    return bool(line.words[inner.head].lemmas & line.group("spheres")) and any(w.text.islower() for w in behind)


def is_mission(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``посольство Морії [у Ладонії]``: who represents somebody, and where."""
    inside = line.words[phrase.last].low in line.group("place_prepositions")
    missions = line.words[phrase.head].lemmas & line.group("missions")
    return bool(inside and missions) and line.words[inner.first].mention_type == "LOC"


def is_overseen(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``центр контролю за хворобами``: what a body or somebody watches over."""
    watching = line.words[phrase.last - 1].lemmas & line.group("overseeing")
    return bool(watching) and line.words[phrase.last].low in line.group("over") and "ablt" in inner.cases()


def is_accused(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``адвокат обвинуваченого [у підпалі]``: of what somebody behind a noun or by himself is accused."""
    last, where = line.words[phrase.last - 1], line.words[phrase.last].low in line.group("charged_prepositions")
    plain = where and not inner.named and not inner.animate and line.words[inner.head].mention < 0
    return plain and bool(last.lemmas & line.group("charged"))


def is_act_about(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``противники закону [про мову]``: behind people what the act is about that they are for or against."""
    act = bool(line.words[phrase.last - 1].lemmas & line.group("acts"))
    about = line.words[phrase.last].low in line.group("about") and inner.cases() & {"loct", "accs"}
    return bool(about) and act and phrase.animate and phrase.last > phrase.head + 1


def is_held(line: Line, inner: Phrase) -> bool:
    """``член комітету з оборони та безпеки Іван Коваль``: the person whose post it is stands right behind."""
    return any(w.mention_type == "PER" for w in line.between(inner.last, inner.last + 1))


def is_cited(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``цитує газета [політика]``: behind the medium that cites whom it cites."""
    cites = any(w.lemmas & line.group("cite_verbs") for w in line.between(phrase.first - 1, phrase.first))
    medium = phrase.last == phrase.head + 1 and bool(line.words[phrase.head].lemmas & line.group("media"))
    if cites and phrase.animate and line.words[inner.head].low in line.group("quoted_words"):
        return True  # "приводит обозреватель [слова врача]"
    return cites and medium and inner.animate and ("gent", "plur") not in {form[:2] for form in inner.forms}

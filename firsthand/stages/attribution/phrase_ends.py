"""Where a phrase that is a content ends."""

from __future__ import annotations

from itertools import takewhile

from firsthand.stages.attribution.attached import pairs
from firsthand.stages.attribution.clauses import (
    behind_including,
    is_comma,
    joins,
    last_word,
    prepositional,
    relative_end,
    same_form,
    spaced,
    starts_relative,
)
from firsthand.stages.attribution.cues import CueAt, lexicon
from firsthand.stages.attribution.heads import OPENING
from firsthand.stages.attribution.likewise import is_told_beside
from firsthand.stages.attribution.media import is_platform
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import PASSING, Line, Word, cases_in

MEMBER_REACH = 9
TURN_REACH = 20
INSET_REACH = 6
INSERTION_REACH = 12
# How many words the first of a pair may have ("не лише ...[, а й]"), and the conjunction before the second.
PAIR_REACH = 14
PAIR_WORDS = 3
# How many words may measure the time before "до того, як".
AFTER_REACH = 5
WHEREUPON_REACH = 4
# How many words behind a colon the verb of the clause that explains may stand.
EXPLAINED_REACH = 40


def begins_with(line: Line, at: int, group: str) -> bool:
    """Whether one of a group's phrases stands at word ``at``: ``після чого``, ``на что``."""
    words = [w.low for w in line.between(at, at + WHEREUPON_REACH)]
    return any(" ".join(words[:n]) in line.group(group) for n in range(1, len(words) + 1))


def ends_phrase(line: Line, at: int, first: int, cue: CueAt) -> bool:
    """Whether a phrase that is a content ends before word ``at``."""
    word = line.words[at]
    told = cue.negated or not line.words[cue.verb].has("pres")  # "прогнозують спад [уже в липні]"
    if (joins(line, at) and acts_on(line, at, cue)) or (told and tells_when(line, at)):
        return True
    if begins_with(line, at, "when_told") and not any(is_comma(line, w.at) for w in line.between(first, at)):
        return True
    if at > first and (tells_where(line, at) or tells_after(line, at) or explains(line, at)):
        return True
    if is_comma(line, at):
        minded = "against" in cue.cue.frames or (cue.cue.act == "doubt" and "to" in cue.cue.frames)
        own = minded and gives_reason(line, at + 1)  # why somebody is against it
        goes_on = continues_phrase(line, at) or breaks_relative(line, first, at) or in_reason(line, first, at)
        return own or not goes_on
    named = line.words[at - 1].text in OPENING  # "програма «Об'єднаймося»"
    if not word.finite or word.mention >= 0 or word.nouns or named:
        return False
    return not (inside_relative(line, first, at) or in_reason(line, first, at))


def explains(line: Line, colon: int) -> bool:
    """``відкидає провину[:] гроші виділили торік``: behind a phrase and a colon a clause says why, or how."""
    if line.words[colon].text != ":" or line.words[colon].quote >= 0:
        return False
    behind = line.between(colon + 1, colon + 1 + EXPLAINED_REACH)
    if behind and behind[0].capital:
        # "у містах: Рига, Лодзь, де закрили"
        behind = tuple(takewhile(lambda w: w.text not in ",;" and not w.dash, behind))
    return any(w.finite and w.mention < 0 for w in behind)


def acts_on(line: Line, at: int, cue: CueAt) -> bool:
    """``погодився накласти заборону та дозволив ...``: a joined verb of the same form is the teller's deed."""
    verb = line.words[cue.verb]
    for word in line.between(at + 1, at + 4):
        if "PRTS" in word.pos and "PRTS" in verb.pos:
            return bool(forms_of(word) & forms_of(verb))  # "обвинена в краже и осуждена"
        if word.finite:
            return same_form(word, verb) or is_only_deed(line, at, word, cue)
        if word.pos & {"ADJS", "ADJF"} and word.lemmas & lexicon(line.language).predicates.keys() and verb.finite:
            return word.has("plur") == verb.has("plur")  # "вимагають надбавок і готові страйкувати"
        if not word.pos & PASSING and word.low not in line.group("additives"):
            return False
    return False


def is_only_deed(line: Line, at: int, deed: Word, cue: CueAt) -> bool:
    """``збирається подати позов [і вже знайшла] свідків``: a joined verb, where the content has none of its own."""
    verb = line.words[cue.verb]
    within = any((w.finite and w.mention < 0) or w.text == ":" for w in line.between(cue.last, at))
    tenses = {"past", "pres", "futr"}
    known = any(deed.has(tense) for tense in tenses) and any(verb.has(tense) for tense in tenses)
    return verb.finite and known and not within and not deed.nouns and deed.has("plur") == verb.has("plur")


def forms_of(word: Word) -> set[frozenset[str]]:
    """The genders and numbers in which a word can be a short passive participle."""
    return {r.grammemes & {"masc", "femn", "neut", "plur"} for r in word.readings if r.pos == "PRTS"}


def tells_when(line: Line, at: int) -> bool:
    """``повідомив про угоду [ще в липні]``: a particle and a time say when it was told."""
    if line.words[at].low not in line.group("already|besides"):
        return False
    near = line.between(at + 1, at + 4)
    return bool(near) and (near[0].time or ("PREP" in near[0].pos and any(w.time for w in near[1:])))


def tells_after(line: Line, at: int) -> bool:
    """``повідомив про відставку [за кілька годин до того, як ...]``: a clause behind the phrase says when."""
    dated = line.words[at].time and line.words[at].low not in line.group("lapse_prepositions")
    for word in () if dated else line.between(at, at + AFTER_REACH):
        if word.low in line.group("when_prepositions"):
            pointed = any(w.low in line.group("demonstratives") for w in line.between(word.at + 1, word.at + 2))
            how = next((w for w in line.between(word.at + 2, word.at + 4) if w.text != ","), None)
            return pointed and how is not None and how.low in line.group("as_says")
        measures = word.time or word.kind == "number" or word.pos & {"ADVB", "NUMR"}
        if not measures and not (word.at == at and word.low in line.group("lapse_prepositions")):
            return False
    return False


def in_reason(line: Line, first: int, at: int) -> bool:
    """``..., тому що ліки нові, [даних] немає``: within the reason that is given for what is told."""
    given = any(is_comma(line, w.at) and gives_reason(line, w.at + 1) for w in line.between(first, at))
    return given and not (is_comma(line, at) and turns_to(line, at + 1))


def breaks_relative(line: Line, first: int, comma: int) -> bool:
    """``кораблю, який[,] як кажуть[,] потонув``: what is put in right behind a relative pronoun ends no phrase."""
    opening = next((w.at for w in reversed(line.between(first, comma)) if w.text == ","), comma)
    return any(line.words[at - 1].low in line.group("relatives") for at in (comma, opening) if at > first)


def tells_where(line: Line, at: int) -> bool:
    """``підтвердив дату [на пресконференції]``: where it was told, and nothing but place and time up to a mark."""
    inner = prepositional(line, at, len(line.words))
    if inner is None or inner.head <= at or line.words[at].low not in line.group("place_prepositions"):
        return False
    head = line.words[inner.head]
    own = any(w.low in line.group("pronouns.reflexive") for w in line.between(at + 1, inner.head))
    platform = inner.last == at + 2 and is_platform(head.text, line.language)
    if not (head.lemmas & line.group("spoken_at") or (own and head.lemmas & line.group("venues")) or platform):
        return False
    last = behind_circumstances(line, inner.last)
    return last >= last_word(line) or line.words[last].kind == "mark"


def behind_circumstances(line: Line, at: int) -> int:
    """The word behind places, times and whom somebody spoke to: ``в інтерв'ю [журналісту у Києві у вівторок]``."""
    while at < len(line.words):
        told = phrase_at(line, at)
        inner = prepositional(line, at, len(line.words))
        if inner is not None:
            at = inner.last
        elif line.words[at].time or (
            "PREP" in line.words[at].pos and any(w.time for w in line.between(at + 1, at + 2))
        ):
            at += 1
        elif told is not None and told.cases() >= {"datv"}:
            at = told.last
        else:
            return at
    return at


def continues_phrase(line: Line, comma: int) -> bool:
    """Whether a phrase goes on behind a comma: a relative clause, a participle, a further member."""
    after = comma + 1
    if after >= len(line.words):
        return False
    word = line.words[after]
    if is_deed(line, after):
        return False
    if is_told_beside(line, after) or tells_too(line, word) or sets_against(line, after) or turns_to(line, after):
        return False
    if closes_pair(line, comma):
        return True
    if joins(line, after):
        members = line.between(after, after + MEMBER_REACH)
        return not any(w.finite or w.low in line.group("needing") for w in members)
    if starts_relative(line, after) or (word.adjectives and not word.nouns):
        return True
    if behind_including(line, after) is not None or is_inset(line, comma) or closes_inset(line, comma):
        return True
    if word.low in line.group("that|subordinators") or gives_reason(line, after):
        return True
    behind = line.between(after, after + INSERTION_REACH)
    stop = next((w.at for w in behind if w.text == ";"), after + INSERTION_REACH)
    return not any(w.finite for w in line.between(after, stop))


def closes_pair(line: Line, comma: int) -> bool:
    """``страти не лише жінки[, а й суддів]``: the second of two that a conjunction before the first announced."""
    near = line.between(comma - PAIR_REACH, comma)
    last = max((w.at for w in near if w.text in ",;:" or w.finite), default=comma - PAIR_REACH)
    before = f" {' '.join(w.low for w in near if w.at > last)} "
    behind = f"{' '.join(w.low for w in line.between(comma + 1, comma + 1 + PAIR_WORDS))} "
    joined = ((" ".join(opening), " ".join(closing)) for opening, closing in pairs(line.language) if len(opening) > 1)
    return any(f" {opening} " in before and behind.startswith(f"{closing} ") for opening, closing in joined)


def is_inset(line: Line, comma: int) -> bool:
    """``успіх підрозділу[, Moriona Sun,] який``, ``кінець тижня[, 28 вересня,]``: a name or a date between commas."""
    close = next((w.at for w in line.between(comma + 1, comma + INSET_REACH) if w.text == ","), None)
    inner = line.between(comma + 1, close) if close is not None else ()
    if not inner or "PREP" in inner[0].pos:
        return False
    dated = all(w.time for w in inner) and line.words[comma - 1].time
    return dated or all(w.capital and w.kind == "word" and w.text.isascii() for w in inner)


def closes_inset(line: Line, comma: int) -> bool:
    """Whether a comma closes a date or a name put in, and no clause begins behind it."""
    opening = next((w.at for w in reversed(line.between(comma - INSET_REACH, comma)) if w.text == ","), None)
    if opening is None or not is_inset(line, opening):
        return False
    phrase = phrase_at(line, comma + 1 + (line.words[comma + 1].low in line.group("besides")))
    return phrase is not None and "gent" in phrase.cases()


def gives_reason(line: Line, at: int) -> bool:
    """``застеріг від поєднання ліків, [тому що] даних немає``: behind the comma why it is told."""
    return begins_with(line, at, "because")


def turns_to(line: Line, at: int) -> bool:
    """``підтримали план, [а інші країни, зокрема Данія, виступили] проти``: a clause set against what is told."""
    turns = line.group("adversatives|although")
    if not any(w.low in turns for w in line.between(at, at + 1)) or gives_reason(line, at):
        return False
    if begins_with(line, at, "further") or any(w.low in line.group("negation") for w in line.between(at + 1, at + 2)):
        return False
    verb = next((w for w in line.between(at + 1, at + TURN_REACH) if w.infinitive or w.finite or "PRTS" in w.pos), None)
    if verb is None or (verb.infinitive and not verb.finite):
        return False
    near = next((w.at for w in line.between(at + 1, verb.at) if w.text == "," or w.dash), verb.at)
    return any("nomn" in cases_in(w.nouns) for w in line.between(at + 1, near))


def is_deed(line: Line, at: int) -> bool:
    """``оголосила про страйк, [не уточнивши] дати``, ``..., [залишивши] пост``: a past gerund is the teller's deed."""
    at += line.words[at].low in line.group("negation")
    return any("GRND" in w.pos and w.has("past") for w in line.between(at, at + 1))


def sets_against(line: Line, at: int) -> bool:
    """``назвала план добрим, [а опоненти] – поганим``: behind the comma the same is told of others, without a verb."""
    share = line.words[at].kind == "number"  # "60 % підтримують мера, 20 % – ні"
    if not share and line.words[at].low not in line.group("coordinators") & line.group("adversatives"):
        return False
    for word in line.between(at + 1, at + MEMBER_REACH):
        if word.dash and spaced(line, word.at):
            return share or any("nomn" in cases_in(w.nouns) for w in line.between(at + 1, word.at))
        if word.finite or (word.kind == "mark" and word.text != "%"):
            return False
    return False


def tells_too(line: Line, word: Word) -> bool:
    """``..., додавши``: a gerund of a verb that tells."""
    return "GRND" in word.pos and bool(word.lemmas & lexicon(line.language).verbs.keys())


def inside_relative(line: Line, first: int, at: int) -> bool:
    """Whether word ``at`` lies in a clause of its own inside the content: relative, or behind a conjunction."""
    if starts_relative(line, first):
        return True
    for comma in (here for here in range(first, at) if is_comma(line, here)):
        if line.words[comma + 1].low in line.group("that|questions|conditions"):
            return True
        end = relative_end(line, comma, len(line.words))
        if end is not None and comma < at < end:
            return True
    return False

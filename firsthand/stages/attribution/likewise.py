"""What others say beside what is told: ``40 % вважають, що ..., а 60 %, що ...``."""

from __future__ import annotations

from firsthand.stages.attribution.clauses import is_comma
from firsthand.stages.attribution.cues import CueAt, find_cues, lexicon
from firsthand.stages.attribution.said_at import place_at
from firsthand.stages.attribution.words import Line, Word, cases_in

# How many words behind a comma the verb of the others may stand.
LIKEWISE_REACH = 12
# How far before its verb a share stands.
SHARE_REACH = 5
TENSES = frozenset(("past", "pres", "futr"))


def says_likewise(line: Line, comma: int, cue: CueAt) -> bool:
    """``40 % вважають, що ..., а 60 % [вважають], що ...``, ``тоді як мер сказав, що``: what others say beside it."""
    setting = line.group("coordinators|adversatives")
    whiles = is_told_beside(line, comma + 1)
    if not whiles and not any(w.low in setting for w in line.between(comma + 1, comma + 2)):
        return False
    if "that" not in cue.cue.frames and not cue.impersonal:
        return False
    for word in line.between(comma + 2, comma + LIKEWISE_REACH):
        if tells_of_own(line, word):
            behind = word.at + 1 + begins_to_tell(line, word)
            told = word.at > comma + 2 and is_comma(line, behind)
            return told and (cue.impersonal or whiles or is_as_told(line, word, line.words[cue.verb]))
        if word.text in ",;:":
            return False
    return False


def sets_apart(line: Line, comma: int, first: int, cue: CueAt) -> bool:
    """``заявив, що міст збудують[, а порт пообіцяв] гроші``: a second teller, in the cue's tense and not the content's.

    Also who answers what is told: ``..., однак мешканці цьому не вірять``.
    """
    opening = line.words[comma + 1] if comma + 1 < len(line.words) else None
    if opening is None:
        return False
    if is_other_share(line, opening, cue):
        return True
    against = opening.low in line.group("adversatives")
    there = opening.low in line.group("place_prepositions")
    if there or opening.low in line.group("although"):
        clause = clause_from(line, comma + 1 + (not there))
        return any(denies_there(line, clause, w) for w in clause if tells_of_own(line, w) and not w.nouns)
    if not (against or opening.low in line.group("coordinators")):
        return False
    at = comma + 2 + is_comma(line, comma + 2)
    if against and any(c.cue.kind == "phrase" and c.first == at for c in find_cues(line)):
        return True  # "..., але, за даними супутника, міст цілий"
    clause = clause_from(line, comma + 2)
    verb = next((w for w in clause if tells_of_own(line, w) and not (w.nouns and not w.finite)), None)
    found = lexicon(line.language)
    if verb is None or not verb.lemmas & (found.verbs.keys() | found.predicates.keys()):
        return False
    if against and denies_there(line, clause, verb):
        return True
    if not any(is_teller(line, w) for w in clause if w.at < verb.at):
        return False
    if against and answers(line, clause, verb):
        return True
    ours = tenses(line.words[cue.verb]) & tenses(verb)
    inside = (w for w in line.between(first, comma) if w.finite and w.mention < 0)
    return "that" in cue.cue.frames and bool(ours) and not any(tenses(w) & ours for w in inside)


def is_other_share(line: Line, opening: Word, cue: CueAt) -> bool:
    """``52 % вважають, що міст старий[, а 41 % називають] його новим``: behind a share of those asked another one."""
    joined = opening.low in line.group("adversatives|coordinators")
    if not is_share(line, opening.at + joined):
        return False
    if not any(is_share(line, at) for at in range(max(cue.first - SHARE_REACH, 0), cue.first)):
        return False
    if any(is_share(line, at) for at in range(cue.last, opening.at)):
        return False  # "60 % певні, що 40 % грошей украли, а 20 % витратили"
    clause = line.between(opening.at + joined + 2, opening.at + LIKEWISE_REACH)
    verb = next((w for w in clause if tells_of_own(line, w) or w.text in ",;:."), None)
    return verb is not None and verb.kind == "word" and verb.has("plur")


def is_share(line: Line, at: int) -> bool:
    """``41 %``, ``41 відсоток``."""
    if at >= len(line.words) or line.words[at].kind != "number":
        return False
    sign = line.between(at + 1, at + 2)
    return any(w.text == "%" or w.lemmas & line.group("percent") for w in sign)


def clause_from(line: Line, first: int) -> tuple[Word, ...]:
    """The words from ``first`` up to the next mark, as far as the verb of others may stand."""
    clause = line.between(first, first + LIKEWISE_REACH - 2)
    return clause[: next((i for i, w in enumerate(clause) if w.text in ",;:."), len(clause))]


def denies_there(line: Line, clause: tuple[Word, ...], verb: Word) -> bool:
    """``..., [у дирекції це заперечують]``, ``..., хоча [в офісі] цього не знають``: a body as a place denies it."""
    if not verb.has("plur") or not answers(line, clause, verb):
        return False
    places = (place_at(line, w.at, ("bodies",)) for w in clause if w.low in line.group("place_prepositions"))
    return any(place is not None and place.last <= verb.at for place in places)


def answers(line: Line, clause: tuple[Word, ...], verb: Word) -> bool:
    """Whether somebody else denies or doubts what was told, as a whole: ``жителі [цьому] не вірять``."""
    found = lexicon(line.language)
    negated = line.words[verb.at - 1].low in line.group("negation")
    known = (cues[lemma].act for cues in (found.verbs, found.predicates) for lemma in verb.lemmas & cues.keys())
    minded = negated or any(act in ("deny", "doubt") for act in known)
    this = (w.at for w in clause[1:] if w.lemmas & line.group("pointing"))
    told = any(line.words[at + 1].lemmas & found.nouns.keys() for at in this)  # "лікарі цю інформацію не коментували"
    return minded and (told or any(w.low in line.group("answered") for w in clause[1:]))


def is_teller(line: Line, word: Word) -> bool:
    """Whether a word can be somebody who tells something of his own: no pronoun, and nobody's ``його речник``."""
    before = line.words[word.at - 1]
    own = before.low in line.group("pronouns.possessive") or word.low in line.group("pronouns.possessive")
    if own or "NPRO" in word.pos or "nomn" not in cases_in(word.nouns) or "PREP" in before.pos:
        return False
    return word.has("anim") or word.mention >= 0 or bool(word.lemmas & line.group("bodies"))


def begins_to_tell(line: Line, word: Word) -> bool:
    """``ринок [почав сподіватися], що``: a verb of phase, and what is begun is to say or to think."""
    begun = line.between(word.at + 1, word.at + 2) if word.lemmas & line.group("phase_verbs") else ()
    return any(w.infinitive and w.lemmas & lexicon(line.language).verbs.keys() for w in begun)


def tells_of_own(line: Line, word: Word) -> bool:
    """A finite verb, or a predicate that takes a clause: ``впевнений``."""
    known = lexicon(line.language).predicates
    return word.mention < 0 and (word.finite or bool(word.lemmas & known.keys()))


def is_as_told(line: Line, word: Word, verb: Word) -> bool:
    """Whether what others say stands beside a cue: the same verb, or another that takes a clause, in its tense."""
    if word.lemmas == verb.lemmas:
        return True
    found = lexicon(line.language)
    known = found.verbs.keys() | found.predicates.keys()
    tells = word.lemmas & known or begins_to_tell(line, word)
    return bool(tells and tenses(word) & tenses(verb))


def tenses(word: Word) -> frozenset[str]:
    """The tenses of a verb; a predicate without one stands in the present."""
    return (word.grammemes & TENSES if word.finite else frozenset()) or frozenset(("pres",))


def is_told_beside(line: Line, at: int) -> bool:
    """``..., у той час як противники ...``: behind the comma the report tells of somebody else."""
    words = " ".join(w.low for w in line.between(at, at + 5) if w.kind == "word")
    return any(words.startswith(whiles) for whiles in line.group("whiles"))

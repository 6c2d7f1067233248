"""Mentions of many reports to entities.

    link_report(mentions, report_id, language) -> tuple[str, ...]
        The key of each mention, settled inside its own report: a surname takes the key of the one full name that the
        report gives with it, an abbreviation that of the organisation it abbreviates, "МИД" that of the one country's
        ministry named, or of the country that the report is about. Needs no other report, so a new report never makes
        the old ones be read again.
    resolve(rows, judgements=()) -> dict[(report id, index), entity id]
        Rows of any number of reports, in any order, to entities. What a person judged stands against any rule.
    judge(rows) -> tuple[Judgement, ...]
        What the rules say of the keys of the rows: same, different or unsure, with score and reason.
    entities(rows, judgements=()) -> tuple[Entity, ...]
    lookup_keys(name) -> frozenset[str]
        Keys that a name in any of the three languages or in Latin transliteration may have, for ``who NAME``.

Keys are described in ``firsthand.names.keys``; a key that only its report can settle ends in ``@`` and the report's id.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from firsthand.lang import LANGUAGES, table
from firsthand.names.keys import name_key
from firsthand.names.transliteration import bones, distance, plain, sound
from firsthand.records import Entity, Judgement, Mention

_AT = "@@"  # between a key and the report that it is confined to
_ABBREVIATION = re.compile(r"^[^\W\d_]{2,7}$")
_COMMON = 10  # reports: what stands in more, and in more than a share of all, is no company
_COMMON_SHARE = 0.05
_LONGEST = 60  # sounds of a name that is compared to others; longer ones are no names
_ABOUT = 0.6  # share of a report's mentions of countries that the one it is about has at least


@dataclass(frozen=True, slots=True)
class Row:
    """A mention as the store keeps it: ``key`` is what ``link_report`` gave."""

    report: str
    index: int
    key: str
    name: str
    type: str
    language: str


def rows_of(
    mentions: Sequence[Mention], report_id: str, language: str, keys: Sequence[str] | None = None
) -> tuple[Row, ...]:
    """The rows of one report's mentions; ``keys`` are what ``link_report`` gave, where that is known."""
    keys = link_report(mentions, report_id, language) if keys is None else keys
    return tuple(
        Row(report_id, i, key, mention.name, mention.type, language)
        for i, (mention, key) in enumerate(zip(mentions, keys, strict=True))
    )


# -------- inside a report


def link_report(mentions: Sequence[Mention], report_id: str, language: str) -> tuple[str, ...]:
    """The key of each mention as far as its own report settles it."""
    keys = [name_key(mention.name, mention.type, language) for mention in mentions]
    named = dict.fromkeys((key, mention.name, mention.type) for key, mention in zip(keys, mentions, strict=True))
    persons = _Persons(keys)
    things = _Things(keys, [(key, name) for key, name, type_ in named if type_ == "ORG"], language)
    things.spell_out(_spelled_out(mentions, keys))
    settled = {}
    for key, name, type_ in named:
        own = persons.settle(key) if key.startswith("bare:") else things.settle(key, name)
        alone = key + _AT + report_id if key.startswith(("bare:", "body:")) else key
        settled[key, name, type_] = own or alone
    return tuple(settled[key, mention.name, mention.type] for key, mention in zip(keys, mentions, strict=True))


class _Persons:
    """The full names of a report, and whom one word of a name means by them."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._full = {key for key in keys if key.startswith("per:")}

    def settle(self, bare: str) -> str | None:
        """The one full name that the word is part of; None where there is none or there are two people."""
        word = bare.removeprefix("bare:")
        for near in (0, 1):
            found = {key for key in self._full if _part_of(word, key, near)}
            fuller = {key for key in found if not any(_is_initialled(key, other) for other in found)}
            if len(fuller) == 1:
                return fuller.pop()
            if found:
                return None
        return None


def _part_of(word: str, key: str, near: int) -> bool:
    parts = key.removeprefix("per:").split(" ")
    most = near if len(word) > 4 else 0
    return any(distance(word, part, most) <= most for part in parts)


def _is_initialled(key: str, other: str) -> bool:
    """Whether a key with an initial (``s. lavrov``) may be short for another (``serhii lavrov``)."""
    given, surname = _split(key)
    fuller, other_surname = _split(other)
    return given.endswith(".") and not fuller.endswith(".") and surname == other_surname and fuller[0] == given[0]


def _split(key: str) -> tuple[str, str]:
    given, _, surname = key.removeprefix("per:").rpartition(" ")
    return given, surname


class _Things:
    """The organisations and countries of a report, and which of them a short name means by them."""

    def __init__(self, keys: Sequence[str], organisations: Iterable[tuple[str, str]], language: str) -> None:
        self._short = table("bodies").get(language, {})
        self._bodies = {key: _tokens(key) for key in keys if key.startswith("name:")}
        self._country = _country_about(keys)
        self._home = _home(keys, language)
        self._letters: dict[str, set[str]] = defaultdict(set)
        for key, name in organisations:
            for letters in _first_letters(name):
                self._letters[letters].add(key)

    def spell_out(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Take in what the report itself says an abbreviation stands for."""
        for letters, key in pairs:
            self._letters[letters] = {key}

    def settle(self, key: str, name: str) -> str | None:
        """The key of the full name, or of the state's body that the report is about; None where neither is clear."""
        if not key.startswith(("body:", "name:")):
            return None
        spelt_out = self._letters.get(_abbreviation(name), set()) - {key}
        if len(spelt_out) == 1:
            return next(iter(spelt_out))
        return self._of_a_state(_tokens(key), name) if key.startswith("body:") else None

    def _of_a_state(self, tokens: frozenset[str], name: str) -> str | None:
        longer = {k for k, t in self._bodies.items() if tokens < t and _countries(t)}
        if len(longer) == 1:
            return longer.pop()
        country = self._country or (self._home if plain(name) in self._short else None)
        return None if longer or country is None else f"name:{' '.join(sorted([*tokens, '@' + country]))}"


def _tokens(key: str) -> frozenset[str]:
    return frozenset(key.split(":", 1)[1].split(" "))


def _countries(tokens: frozenset[str]) -> bool:
    return any(token.startswith("@") for token in tokens)


def _country_about(keys: Iterable[str]) -> str | None:
    named = Counter(key.removeprefix("country:") for key in keys if key.startswith("country:"))
    if not named:
        return None
    code, most = min(named.items(), key=lambda item: (-item[1], item[0]))
    return code if most >= 2 and most >= _ABOUT * sum(named.values()) else None


def _home(keys: Iterable[str], language: str) -> str | None:
    """The country that a language's reports mean without saying, if this one names it or none at all."""
    home = table("bodies")["home"].get(language)
    countries = {key.removeprefix("country:") for key in keys if key.startswith("country:")}
    return home if not countries or home in countries else None


def _first_letters(name: str) -> set[str]:
    """What may abbreviate a name of several words: the first letters of all words, and of the longer ones."""
    words = re.findall(r"[^\W\d_]+", name)
    if len(words) < 2:
        return set()
    return {"".join(w[0] for w in words).lower(), "".join(w[0] for w in words if len(w) > 3).lower()}


def _spelled_out(mentions: Sequence[Mention], keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """``Інститут оборони (IOD)``: an abbreviation in brackets behind a name, or at the end of one, stands for it."""
    for mention, key in zip(mentions, keys, strict=True):
        words = mention.name.split()
        last = _abbreviation(words[-1].strip("()")) if len(words) > 2 else "-"
        if mention.type == "ORG" and last != "-":
            yield last, key
    for (left, key), right in zip(zip(mentions, keys, strict=True), mentions[1:], strict=False):
        beside = right.span.start - left.span.stop == 2  # a space and the bracket
        if beside and left.type == "ORG" and len(left.name.split()) > 1 and _abbreviation(right.name) != "-":
            yield _abbreviation(right.name), key


def _abbreviation(name: str) -> str:
    """A name in small letters if it looks like an abbreviation (ДСНС), else a word that abbreviates nothing."""
    short = name.strip('«»"“”„ ')
    return short.lower() if _ABBREVIATION.match(short) and short[:2].isupper() else "-"


# -------- across reports


def judge(rows: Iterable[Row]) -> tuple[Judgement, ...]:
    """What the rules say of the keys of the rows, in an order that does not depend on theirs."""
    known = _Known(rows)
    found = [*_judge_persons(known), *_judge_bare(known), *_judge_bodies(known), *_judge_names(known)]
    return tuple(sorted(found, key=lambda j: (-j.score, j.left, j.right)))


_REASONS = {
    "full-name": "full names sound alike",
    "short": "a short form of the given name and the same surname, in like company",
    "initial": "initial and surname agree, in like company",
    "surname": "surname of the one person known by it, in like company",
    "surnames": "one surname, in like company",
    "body": "one body of a state, in like company",
    "name": "names sound alike",
}
_DOUBTS = {
    "spelling": "spellings of one name, or two people: nothing else in common",
    "initial": "an initial and a surname that more than one bears",
    "together": "names that sound alike stand in one report",
    "surname": "a surname that more than one may bear, or nothing else in common",
}


def _same(rule: str, left: str, right: str, score: float) -> Judgement:
    return Judgement("entity", left, right, "same", _REASONS[rule], f"rule:{rule}", "", score=score)


def _unsure(rule: str, left: str, right: str) -> Judgement:
    return Judgement("entity", left, right, "unsure", _DOUBTS[rule], f"rule:{rule}", "", score=0.5)


class _Known:
    """What the rows tell of keys: how often, in which reports, with which others."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.count: Counter[str] = Counter()
        self.reports: dict[str, set[str]] = defaultdict(set)
        self.inside: dict[str, set[str]] = defaultdict(set)
        self.languages: dict[str, set[str]] = defaultdict(set)
        self._around: dict[str, frozenset[str]] = {}
        for row in rows:
            self.count[row.key] += 1
            self.reports[row.key].add(row.report)
            self.inside[row.report].add(row.key)
            self.languages[row.key].add(row.language)
        self._common = max(_COMMON, _COMMON_SHARE * len(self.inside))

    def keys(self, kind: str, confined: bool = False) -> list[str]:
        """Keys of a kind, those that are confined to a report or those that are not, sorted."""
        return sorted(k for k in self.count if k.startswith(kind) and (_AT in k) == confined)

    def around(self, key: str) -> frozenset[str]:
        """What the reports of a key hold beside it, without countries, which tell nothing."""
        if key not in self._around:
            found = {k for report in self.reports[key] for k in self.inside[report]}
            kept = (k for k in found if not k.startswith("country:") and _AT not in k and k != key)
            self._around[key] = frozenset(kept)
        return self._around[key]

    def company(self, left: str, right: str) -> int:
        """How many things stand with both keys, leaving out what stands everywhere."""
        return sum(len(self.reports[k]) <= self._common for k in self.around(left) & self.around(right))


def _judge_persons(known: _Known) -> Iterator[Judgement]:
    """Full names that sound alike, initials, short forms: looked up by index, so that not every pair is compared."""
    full = [key for key in known.keys("per:") if not _split(key)[0].endswith(".")]
    for left, right in sorted(_alike(full)):
        if _one_sex(_split(left)[0], _split(right)[0]):
            yield from _compare_spellings(left, right, known)
    yield from _judge_initials(full, known)
    yield from _judge_short(full, known)


def _alike(keys: Sequence[str]) -> set[tuple[str, str]]:
    """Pairs that differ by at most one sound, or by vowels only: they share what is left without one, or the bones."""
    shared: dict[str, list[str]] = defaultdict(list)
    for key in (key for key in keys if len(key) <= _LONGEST):
        for clue in {key, "=" + bones(key), *(key[:i] + key[i + 1 :] for i in range(len("per:"), len(key)))}:
            shared[clue].append(key)
    return {pair for found in shared.values() if len(found) > 1 for pair in combinations(found, 2)}


def _judge_initials(full: Sequence[str], known: _Known) -> Iterator[Judgement]:
    """ "s. lavrov" with the full names that it may be short for."""
    by_initial: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in full:
        given, surname = _split(key)
        by_initial[given[:1], surname].append(key)
    for short in (key for key in known.keys("per:") if _split(key)[0].endswith(".")):
        given, surname = _split(short)
        found = [k for k in by_initial[given[:1], surname] if known.around(short) & known.around(k)]
        if len(found) == 1:
            yield _same("initial", short, found[0], 0.8)
        else:
            yield from (_unsure("initial", short, k) for k in found)


def _judge_short(full: Sequence[str], known: _Known) -> Iterator[Judgement]:
    """Short given names (Mike, Michael) of one surname."""
    forms = table("given_names")["short"]
    for left in full:
        given, surname = _split(left)
        for right in (f"per:{form} {surname}" for form in forms.get(given, ())):
            if right in known.count and known.company(left, right):
                yield _same("short", left, right, 0.8)


def _compare_spellings(left: str, right: str, known: _Known) -> Iterator[Judgement]:
    """Two spellings of what may be one name: the more they differ, the more their company has to tell."""
    apart = distance(left, right, 3)
    only_vowels = bones(left) == bones(right)
    abroad = not known.languages[left] & known.languages[right]
    if apart > (2 if only_vowels else 1) or not (_long_enough(left, right) or (abroad and only_vowels)):
        return
    if not only_vowels and known.reports[left] & known.reports[right]:
        yield _unsure("together", left, right)
        return
    if known.company(left, right) >= _needed(left, right, known):
        yield _same("full-name", left, right, 0.95 - 0.05 * apart)
    else:
        yield _unsure("spelling", left, right)


def _needed(left: str, right: str, known: _Known) -> int:
    """How many things in common it takes to believe two spellings: few between languages, more within one."""
    only_vowels = bones(left) == bones(right)
    if known.languages[left] & known.languages[right]:
        return 1 if only_vowels else 3
    latin = (known.languages[left] == {"en"}) != (known.languages[right] == {"en"})
    certain = distance(left, right, 2) == 1 and (only_vowels or latin) and _long_enough(left, right)
    return 0 if certain else 1


def _long_enough(left: str, right: str) -> bool:
    """Whether the surnames, if they differ, are long enough to be one misspelt."""
    surname, other = _split(left)[1], _split(right)[1]
    return surname == other or distance(surname, other, 2) <= _tolerance(surname)


def _one_sex(given: str, other: str) -> bool:
    """Олександр and Олександра are two, however alike."""
    return given.endswith("a") == other.endswith("a")


def _tolerance(word: str) -> int:
    """Edits that two spellings of a name may differ by: none for the shortest, where each sound tells people apart."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def _judge_bare(known: _Known) -> Iterator[Judgement]:
    """A surname in a report that gives no full name: the one person known by it, if something else speaks for it."""
    full: dict[str, set[str]] = defaultdict(set)
    for key in known.keys("per:"):
        for part in key.removeprefix("per:").split(" "):
            full[part].add(key)
    alone: dict[str, list[str]] = defaultdict(list)
    for bare in known.keys("bare:", confined=True):
        word = bare.removeprefix("bare:").split(_AT)[0]
        if full.get(word):
            yield from _attach(bare, sorted(full[word]), known)
        else:
            alone[word].append(bare)
    for bares in alone.values():
        yield from _join_bare(bares, known)


def _attach(bare: str, candidates: list[str], known: _Known) -> Iterator[Judgement]:
    surnamed = [c for c in candidates if _split(c)[1] == bare.removeprefix("bare:").split(_AT)[0]] or candidates
    scored = sorted(((_support(bare, c, known), c) for c in surnamed), reverse=True)
    best, key = scored[0]
    second = scored[1][0] if len(scored) > 1 else 0
    if best == 0 or best < 3 * second:
        yield _unsure("surname", bare, key)
    else:
        yield _same("surname", bare, key, 0.75)


def _support(bare: str, key: str, known: _Known) -> int:
    """How much the company of a surname is that of a full name; times in how many reports the full name stands."""
    return len(known.around(bare) & known.around(key)) * len(known.reports[key])


def _join_bare(bares: list[str], known: _Known) -> Iterator[Judgement]:
    for left, right in _in_like_company(bares, known):
        yield _same("surnames", left, right, 0.7)


def _judge_bodies(known: _Known) -> Iterator[Judgement]:
    by_tokens: dict[str, list[str]] = defaultdict(list)
    for body in known.keys("body:", confined=True):
        by_tokens[body.split(_AT)[0]].append(body)
    for bodies in by_tokens.values():
        for left, right in _in_like_company(bodies, known):
            yield _same("body", left, right, 0.65)


def _in_like_company(keys: Sequence[str], known: _Known) -> Iterator[tuple[str, str]]:
    """Pairs of keys whose reports have something in common; each key with the first that has it, not with all."""
    first: dict[str, str] = {}
    for key in keys:
        for other in sorted(known.around(key)):
            if first.setdefault(other, key) != key:
                yield first[other], key


def _judge_names(known: _Known) -> Iterator[Judgement]:
    """Names of organisations and places that differ by a sound or two in one word, and in no number or country."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in known.keys("name:"):
        tokens = _tokens(key)
        exact = sorted(t for t in tokens if not t.startswith("~") or t[1:].isdigit())
        sounds = sorted(bones(t[1:])[:3] for t in tokens if t.startswith("~") and not t[1:].isdigit())
        blocks[(*exact, *sounds)].append(key)
    for names in blocks.values():
        for left, right in combinations(names, 2):
            if _words_alike(left, right):
                yield _same("name", left, right, 0.85)


def _words_alike(left: str, right: str) -> bool:
    a, b = sorted(_tokens(left) - _tokens(right)), sorted(_tokens(right) - _tokens(left))
    return len(a) == len(b) == 1 and distance(a[0], b[0], 2) <= _tolerance(a[0][1:])


# -------- entities out of judgements


def resolve(rows: Iterable[Row], judgements: Iterable[Judgement] = ()) -> dict[tuple[str, int], str]:
    """The entity of each mention by report and index; ``judgements`` are a person's, and stand against the rules'.

    A judgement may name the key of one report alone (``per:ivan petrenko@@r7``): so namesakes are parted.
    """
    return {(row.report, row.index): id_ for row, id_ in _identified(tuple(rows), judgements)}


def _identified(rows: Sequence[Row], judgements: Iterable[Judgement]) -> Iterator[tuple[Row, str]]:
    """Each row with its entity's id."""
    persons = sorted(filter(_holds, judgements), key=lambda j: (j.at, j.id or 0, j.left, j.right))
    latest = {frozenset((j.left, j.right)): j for j in persons}.values()
    named = {key for judgement in latest for key in (judgement.left, judgement.right)}
    nodes = [_node(row, named) for row in rows]
    groups = _Groups({*nodes, *named})
    for judgement in (j for j in latest if j.verdict == "different"):
        groups.part(judgement.left, judgement.right)
    for judgement in (j for j in latest if j.verdict == "same"):
        groups.join(judgement.left, judgement.right)
    for node, key in sorted({(node, row.key) for node, row in zip(nodes, rows, strict=True) if node != row.key}):
        groups.join(node, key)
    for judgement in (j for j in judge(rows) if j.verdict == "same"):
        groups.join(judgement.left, judgement.right)
    count = Counter(nodes)
    ids = {node: _entity_id(members, count) for members in groups.members() for node in members}
    yield from ((row, ids[node]) for row, node in zip(rows, nodes, strict=True))


def _node(row: Row, named: Collection[str]) -> str:
    """A row's key, or the key of its report alone where a judgement speaks of that."""
    own = row.key + _AT + row.report
    return own if own in named else row.key


def _holds(judgement: Judgement) -> bool:
    """Whether a person made it, of entities, and it was not undone."""
    return judgement.subject == "entity" and not judgement.by.startswith("rule") and judgement.undone_at is None


class _Groups:
    """Union-find that keeps apart what was judged different."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {key: key for key in keys}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def _root(self, key: str) -> str:
        while self._parent.setdefault(key, key) != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def part(self, left: str, right: str) -> None:
        """Never let the two come together."""
        a, b = self._root(left), self._root(right)
        self._apart[a].add(b)
        self._apart[b].add(a)

    def join(self, left: str, right: str) -> None:
        """Bring the two together, unless they were parted."""
        a, b = sorted((self._root(left), self._root(right)))
        if a == b or b in self._apart[a]:
            return
        self._parent[b] = a
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self.part(a, other)

    def members(self) -> Iterator[list[str]]:
        """The groups, each sorted."""
        groups: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._parent):
            groups[self._root(key)].append(key)
        yield from groups.values()


_BEST_KIND = ("country:", "city:", "place:", "org:", "outlet:", "per:", "name:", "body:", "bare:")


def _entity_id(keys: Sequence[str], count: Mapping[str, int]) -> str:
    """An id out of the keys themselves: known things first, then full names, the most frequent spelling of them."""
    rank = {kind: i for i, kind in enumerate(_BEST_KIND)}
    return min(keys, key=lambda k: (rank.get(k.split(":")[0] + ":", 99), "." in k, -count[k], k)).replace(" ", "-")


def entities(rows: Iterable[Row], judgements: Iterable[Judgement] = ()) -> tuple[Entity, ...]:
    """All entities of the rows with their names by language, the most frequent first."""
    rows = tuple(rows)
    names: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    types: dict[str, Counter[str]] = defaultdict(Counter)
    keys: dict[str, set[str]] = defaultdict(set)
    for row, id_ in _identified(rows, judgements):
        names[id_][row.language, row.name] += 1
        types[id_][row.type] += 1
        keys[id_].add(row.key)
    return tuple(
        Entity(id_, _first(types[id_]), tuple(_by_frequency(names[id_])), tuple(sorted(keys[id_])))
        for id_ in sorted(names)
    )


def _first(count: Mapping[str, int]) -> str:
    return min(count.items(), key=lambda item: (-item[1], item[0]))[0]


def _by_frequency(count: Mapping[tuple[str, str], int]) -> list[tuple[str, str]]:
    return [name for name, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))]


def lookup_keys(name: str) -> frozenset[str]:
    """Keys that a name may have, whatever its language, script and type; ``bare:`` keys without their reports."""
    keys = {name_key(name, type_, language) for language in LANGUAGES for type_ in ("PER", "LOC", "ORG")}
    return frozenset(keys | {f"name:~{sound(plain(name))}"})

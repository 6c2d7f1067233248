"""Datelines: who publishes a report, by the place, the date or the clock at its head: ``КИЇВ, 5 травня — УНІАН.``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.lang import month_forms
from firsthand.lang.outlets import find_outlet
from firsthand.names.person import known_names
from firsthand.names.reference import organisation_id
from firsthand.names.words import mended
from firsthand.records import Chain, Report, Span
from firsthand.stages.attribution.media import bare_name, first_noun
from firsthand.stages.attribution.words import WORD, group, word_forms

# Code points at the head of a report in which its dateline stands.
SIZE = 1500
MOST_LINES = 12
LEAST_LETTERS = 3  # of an unknown agency in capitals

CAPITAL = "A-ZА-ЯІЇЄҐЁ"
GAP = r"[ \t\u00a0]"
WORDED = rf"[{CAPITAL}][\w’'ʼ&+.-]{{0,29}}"
PLACE = rf"(?:[гмс]\.{GAP}?)?(?P<place>{WORDED}(?:{GAP}{WORDED}){{0,2}})"
CLOCK_TIME = rf"(?:,?{GAP}\d{{1,2}}:\d\d)?"
DATE = rf"(?P<day>\d{{1,2}}){GAP}(?P<month>[^\W\d_]{{3,10}})\.?(?:,?{GAP}\d{{4}})?(?:{GAP}[гр]\.)?{CLOCK_TIME}"
MARK = rf"(?:[—–/-]{GAP}?|\()?"
APART = rf"(?:{GAP}?[.,]{GAP}{{1,3}}|{GAP}{{1,3}}){MARK}"
CALLED = (
    rf"(?P<name>[«\"“„/]?(?:[Кк]орр?\.{GAP})?{WORDED}(?:{GAP}[«\"“„]?{WORDED}){{0,3}}?[»\"”/]?"
    r"|[«\"“„][^«»\"“”„\n]{2,40}[»\"”])"
)
# "РИА Новости/Прайм", "УНІАН, Іван Буряк"
AUTHOR = rf"(?:/{WORDED})?(?:,{GAP}{WORDED}{GAP}{WORDED})?"
CLOSED = rf"(?:{GAP}?/\.?|{GAP}?\)\.?|{GAP}?\.|{GAP}[—–-]|:)(?={GAP}{{1,3}}[«\"“„]?[{CAPITAL}\d])"
END = rf"(?:{CLOSED}|(?P<whole>{GAP}{{0,3}}(?=\n)))"
# "КИЇВ, 5 травня — УНІАН.", "Львів. 5 травня. INTERFAX.RU - Суд", "(Рівне, 5 травня, «Обрій», Іван Буряк). Суд"
DATED = re.compile(rf"\(?(?:{PLACE}{GAP}?[.,]?{GAP}{{1,3}})?{DATE}{APART}{CALLED}{AUTHOR}{END}")
# "5 травня, Київ /Кор. УНІАН/."
TURNED = re.compile(rf"{DATE}[.,]{GAP}{{1,3}}{PLACE}{APART}{CALLED}{AUTHOR}{END}")
# "УНІАН, 5 травня. Суд", "Баку. Trend: Суд", "Київ, ІА Обрій. Суд", "ІА Обрій. Суд"
FOLLOWED = re.compile(rf"{CALLED},{GAP}{DATE}\.{GAP}")
PLACED = re.compile(rf"{PLACE}[.,]{GAP}{{1,3}}{CALLED}{AUTHOR}{END}")
ALONE = re.compile(rf"{CALLED}{END}")
CLOCK = re.compile(rf"\d{{1,2}}:\d\d{GAP}{{1,3}}(?P<name>[^\W\d_]{{3,20}})\b")
DASHED = re.compile(r"[^\n]{2,40}?[ \t][—–-][ \t]{0,2}(?P<name>[^\n.—–-]{3,30})\.[ \t]")
BEFORE_DASH = re.compile(r"[^\n]{2,40}?\.[ \t]{1,3}(?P<name>[\w.-]{3,20})[ \t]{1,2}[—–-][ \t]")
SHAPES = (CLOCK, DATED, TURNED, FOLLOWED, PLACED, ALONE, DASHED, BEFORE_DASH)
DASH = re.compile(rf"{GAP}[—–-](?:{GAP}|$)")
LEADING = re.compile(r"[^\w\n(«\"“„/]{0,6}")
MARKS = ' \t\u00a0/«»"“”„'
CORRESPONDENT = re.compile(rf"[Кк]орр?\.{GAP}")


def dateline(report: Report) -> Chain | None:
    """The outlet that publishes a report, where it stands at its head beside the place, the date or the clock."""
    for start in line_starts(report.text[:SIZE]):
        found = (shape.match(report.text, start, min(len(report.text), start + SIZE)) for shape in SHAPES)
        for match in filter(None, found):
            name = CORRESPONDENT.sub("", match["name"].strip(MARKS)).strip(MARKS)
            if name and is_agency(match, name, report.language):
                at = report.text.index(name, match.start("name"))
                return Chain((called(name, report.language),), "report", Span(at, at + len(name)), "dateline")
    return None


def line_starts(head: str) -> Iterator[int]:
    """Where the first lines begin, past the marks that a page leaves before them."""
    at = 0
    for _ in range(MOST_LINES):
        marks = LEADING.match(head, at)
        yield marks.end() if marks is not None else at
        at = head.find("\n", at) + 1
        if not at:
            return


def is_agency(match: re.Match[str], name: str, language: str) -> bool:
    """Whether a name is a known outlet, or stands where only an agency does and looks like one."""
    dated = "month" in match.groupdict()
    if dated and mended(match["month"]).casefold() not in month_forms():
        return False
    outlet = find_outlet(name)
    certain = outlet is not None and not outlet.ambiguous
    placed = bool(match.groupdict().get("place"))
    first = name.split()[0]
    agency = bool(lemmas_of(first, language) & group(language, "media"))
    if match.groupdict().get("whole") is not None:
        # A line that is all dateline names a known outlet or an agency by its noun.
        return (certain and match.re is not ALONE) or (agency and dated and placed)
    if match.re in (FOLLOWED, CLOCK, DASHED, BEFORE_DASH):
        return certain or (match.re is FOLLOWED and agency and first.isupper())
    if certain or (outlet is not None and dated and placed):
        return match.re is not ALONE or (name.isupper() and DASH.search(match[0]) is not None)
    if match.re in (PLACED, ALONE):
        return agency and first.isupper() and first != name
    if organisation_id(name) is not None:
        return False
    if not (placed or DASH.search(match[0])):
        return False
    letters = sum(letter.isalpha() for letter in name)
    capitals = name.isupper() and letters >= LEAST_LETTERS
    latin = any(letter.isascii() and letter.isalpha() for letter in name)
    marked = placed and match["name"][:1] in MARKS
    joined = "-" in name or "&" in name
    return (agency or capitals or latin or marked or joined) and not is_person(name, language)


def lemmas_of(word: str, language: str) -> frozenset[str]:
    """The lemmas of a word and the word itself in small letters: ``ІА``."""
    return word_forms(word, language).lemmas | {word.lower()}


def is_person(name: str, language: str) -> bool:
    """Whether a name begins with somebody's given name."""
    first = WORD.match(name)
    return first is not None and first.group().lower() in known_names(language)


def called(name: str, language: str) -> str:
    """What an agency is called: ``ІА «Обрій»`` is ``Обрій``."""
    described = first_noun(name, language) & group(language, "media") and find_outlet(name) is None
    described = described and any(mark in name for mark in '«"“„')  # "ІА Обрій" is so called
    return ((bare_name(name, language, "media") if described else None) or name).strip(MARKS)

"""Datelines: "КИЇВ. 2 липня. УНН.", "МОСКВА, 15 янв — РИА Новости.", "Львів. 3 травня. УНІАН -"."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.stages.times.meaning import Draft, Moment, is_day

PLACE = re.compile(r"[A-ZА-ЯІЇЄҐЁ][A-ZА-ЯІЇЄҐЁ'’ʼ.-]{1,30}")
NAME = re.compile(r"[A-ZА-ЯІЇЄҐЁ][\w'’ʼ-]{1,30}")
AGENCY = re.compile(r"\s{0,3}(?:[.,]\s{0,3})?(?:[-–—(/]|[A-ZА-ЯІЇЄҐЁ])")
CAPITAL_AGENCY = re.compile(r"\s{0,3}[.,]?\s{0,3}[-–—(/]?\s{0,3}[A-ZА-ЯІЇЄҐЁ]{3,20}\b")
CLOCK_AGENCY = re.compile(r"[\s,]{0,5}\d{1,2}:\d\d\s{1,3}[A-ZА-ЯІЇЄҐЁ]{3,20}[.,]?\s{1,3}")
# "Москва, 7 февраля - АиФ." at the head of a line: the agency is not in capitals but stands alone
LONE_AGENCY = re.compile(r"\s{0,3}[-–—]\s{0,3}[A-ZА-ЯІЇЄҐЁ][\w-]{1,20}(?:\s[A-ZА-ЯІЇЄҐЁ][\w-]{1,20})?\.\s")
# "21 апреля. FINMARKET.RU - " at the head of a line: no place, but a dash behind the agency
PLACELESS_AGENCY = re.compile(r"\.\s{1,3}[A-ZА-ЯІЇЄҐЁ][A-ZА-ЯІЇЄҐЁ.-]{2,20}\s{1,2}[-–—]\s")
MAX_PLACE_WORDS = 3
REACH = 60


def named_dateline(draft: Draft, text: str) -> Draft:
    """The draft, under the rule's name ``dateline`` if it stands after a place and before an agency.

    A place that is not in capitals needs an agency in capitals.
    """
    date = isinstance(draft.meaning, Moment) and is_day(draft.meaning)
    return replace(draft, rule="dateline") if date and _in_dateline(text, draft.start, draft.stop) else draft


def _in_dateline(text: str, start: int, stop: int) -> bool:
    line = text[max(0, start - REACH) : start].rpartition("\n")[2]
    if CLOCK_AGENCY.fullmatch(line):
        return True
    place = line.strip(" .,—–-/").split()
    if not line and PLACELESS_AGENCY.match(text, stop):
        return True
    if not 0 < len(place) <= MAX_PLACE_WORDS:
        return False
    if all(PLACE.fullmatch(word) for word in place):
        return AGENCY.match(text, stop) is not None
    ends = line.rstrip().endswith((".", ","))
    agency = CAPITAL_AGENCY.match(text, stop) or LONE_AGENCY.match(text, stop)
    return ends and all(NAME.fullmatch(word) for word in place) and agency is not None

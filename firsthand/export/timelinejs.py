"""TimelineJS JSON (timeline.knightlab.com): dates of no more precision than is known, with the words that say so.

TimelineJS shows texts as HTML, so what reports say is escaped here.
"""

from __future__ import annotations

import json
from datetime import date
from html import escape
from typing import Any

from firsthand.answer.dates import reach, spoken
from firsthand.answer.lookup import Lookup
from firsthand.answer.timeline import Moment, timeline
from firsthand.answer.wording import plain, shortened
from firsthand.export.texts import address
from firsthand.records import Answer

_HEADLINE = 200


def write_timelinejs(answer: Answer) -> dict[str, bytes]:
    """One JSON file."""
    return {"timeline.json": (json.dumps(moments(answer), ensure_ascii=False, indent=1) + "\n").encode("utf-8")}


def moments(answer: Answer) -> dict[str, Any]:
    """Events and reports that have a date; TimelineJS cannot place the others, their number stands in the title."""
    lookup = Lookup(answer)
    found = timeline(lookup, lookup.analyses)
    placed = [row for moment in found if (row := _event(lookup, moment))]
    undated = f"; {len(found) - len(placed)} without a date are not shown" if len(placed) < len(found) else ""
    title = {"text": {"headline": "firsthand", "text": f"{len(lookup.analyses)} reports{undated}"}}
    return {"title": title, "events": placed}


def _event(lookup: Lookup, moment: Moment) -> dict[str, Any] | None:
    found = reach(moment.when)
    if found is None or found.first == date.min:
        return None
    end = found.last if found.last < date.max else found.first
    return {
        "unique_id": f"{moment.kind}-{moment.id}", "group": moment.kind,
        "start_date": _date(found.first, moment.when), "end_date": _date(end, moment.when),
        "display_date": escape(spoken(moment.when)),
        "text": {"headline": _html(moment.what), "text": _where_told(lookup, moment)},
    }  # fmt: skip


def _date(day: date, value: str | None) -> dict[str, int]:
    """Year, month and day, as far as the date goes."""
    precision = len((value or "").split("T")[0]) if "/" not in (value or "") else 10
    found = {"year": day.year}
    if precision >= 7:
        found["month"] = day.month
    if precision >= 10 or (value or "")[4:6] == "-W":
        found["day"] = day.day
    return found


def _html(text: str) -> str:
    return escape(shortened(plain(text[: 4 * _HEADLINE]), _HEADLINE))


def _where_told(lookup: Lookup, moment: Moment) -> str:
    return "<br>".join(_report(lookup, id_) for id_ in moment.reports[:20])


def _report(lookup: Lookup, id_: str) -> str:
    words = f"{_html(lookup.outlet(id_))}, {escape(spoken(lookup.dating(id_).value))}"
    url = address(lookup.report(id_).url)
    return f'<a href="{escape(url)}" rel="noopener">{words}</a>' if url else words

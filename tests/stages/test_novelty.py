"""Novelty: each sentence against all earlier reports."""

from __future__ import annotations

from firsthand.records import Analysis, Attribution, Dating, Link, Novelty, Quantity, Report, Said, Span, TimeExpression
from firsthand.stages.novelty import label
from firsthand.stages.reuse import compare, directed
from firsthand.stages.segment import split

SHIP = "Судно доставило до порту дев'яносто контейнерів зі снарядами зі старих запасів."
MAYOR = "Мер міста розповів журналістам, що не отримав від тих рейсів портового збору."
DATES = {"a": Dating("a", "2025-03-01"), "b": Dating("b", "2025-03-05")}


def analysis(name: str, text: str, language: str = "uk", **more: object) -> Analysis:
    report = Report(name, f"{name}.txt", text, language)
    return Analysis(report, sentences=split(report, ()), **more)  # type: ignore[arg-type]


def amount(text: str, words: str, low: float) -> Quantity:
    return Quantity(span(text, words), low, low, "контейнер", None)


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def labels(*analyses: Analysis, said: tuple[Said, ...] = (), links: tuple[Link, ...] = ()) -> dict[str, list[Novelty]]:
    found = tuple(link for i, a in enumerate(analyses) for b in analyses[i + 1 :] for link in compare(a, b))
    reuse = directed(found, analyses, DATES)
    novelty = label(analyses, reuse, DATES, said, (*found, *links))
    return {a.report.id: [n for n in novelty if n.report == a.report.id] for a in analyses}


def test_what_stands_in_an_earlier_report_is_repeated_from_it() -> None:
    found = labels(analysis("a", SHIP), analysis("b", f"{MAYOR}\n{SHIP}"))
    assert [n.label for n in found["a"]] == ["new"]
    assert [(n.label, n.earlier) for n in found["b"]] == [("new", None), ("repeated", "a")]


def test_another_number_is_an_update() -> None:
    later = SHIP.replace("дев'яносто", "сто вісімнадцять")
    old = analysis("a", SHIP, quantities=(amount(SHIP, "дев'яносто", 90),))
    new = analysis("b", later, quantities=(amount(later, "сто вісімнадцять", 118),))
    assert [(n.label, n.earlier) for n in labels(old, new)["b"]] == [("update", "a")]


def test_denial_of_what_was_asserted_is_an_update() -> None:
    def says(name: str, act: str) -> Analysis:
        found = Attribution(None, Span(0, 5), (Span(6, len(SHIP)),), act, "indirect", "test")
        return analysis(name, SHIP, attributions=(found,))

    assert labels(says("a", "assert"), says("b", "deny"))["b"][0].label == "update"
    assert labels(says("a", "deny"), says("b", "deny"))["b"][0].label == "repeated"


def test_where_nobody_knows_which_was_first_nothing_is_called_repeated() -> None:
    analyses = (analysis("x", SHIP), analysis("y", SHIP))
    novelty = label(analyses, (), {}, (), compare(*analyses))
    assert [(n.label, n.earlier) for n in novelty] == [("new", None), ("new", None)]
    assert "which was first is not known" in novelty[0].reason


def test_background_by_its_words() -> None:
    text = f"{MAYOR}\nРаніше уряд відмовився називати покупців. Ніхто не знав і ціни.\nСуд почнеться завтра."
    assert [n.label for n in labels(analysis("b", text))["b"]] == ["new", "background", "background", "new"]


def test_background_under_a_heading() -> None:
    text = f"{MAYOR}\n\nКонтекст\n\nСусідні країни сперечаються про острів. Суд їх не розсудив."
    assert [n.label for n in labels(analysis("b", text))["b"]][-2:] == ["background", "background"]


def test_background_by_its_date() -> None:
    lines = (
        "Містом він керує давно.",
        "У січні 2023 року порт закривали на ремонт.",
        "Він сказав, що у 2023 році порт стояв.",
    )
    text = "\n".join((MAYOR, *lines))
    said = span(text, "у 2023 році порт стояв")
    found = analysis(
        "b",
        text,
        times=(
            TimeExpression(span(text, "січні 2023 року"), "2023-01", False, "test"),
            TimeExpression(span(text, "2023 році"), "2023", False, "test"),
        ),
        attributions=(Attribution(None, span(text, "сказав"), (said,), "assert", "indirect", "test"),),
    )
    assert [n.label for n in labels(found)["b"]] == ["new", "new", "background", "new"]


def test_a_claim_known_from_an_earlier_report_is_repeated() -> None:
    first, second = "Речник сказав, що судно везло трактори.", "На борту були тільки трактори, запевнив речник."

    def says(name: str, text: str, words: str, cue: str) -> tuple[Analysis, Said]:
        found = Attribution(None, span(text, cue), (span(text, words),), "assert", "indirect", "test", "речник")
        return analysis(name, text), Said(f"{name}:0", name, 0, "uk", found, words, "per:ivan")

    a, old = says("a", first, "судно везло трактори", "сказав")
    b, new = says("b", second, "На борту були тільки трактори", "запевнив")
    link = Link("claim", "a", 0, "b", 0, 0.8, "test", {"opposite": False})
    assert [(n.label, n.earlier) for n in labels(a, b, said=(old, new), links=(link,))["b"]] == [("repeated", "a")]
    turned = Link("claim", "a", 0, "b", 0, 0.8, "test", {"opposite": True})
    assert [n.label for n in labels(a, b, said=(old, new), links=(turned,))["b"]] == ["update"]

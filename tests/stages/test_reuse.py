"""Reuse: what editors do to a sentence is still that sentence; the same matter in other words is not."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pace import grows_evenly, repeated

from firsthand.lang import table
from firsthand.records import Analysis, Attribution, Chain, Dating, Link, Report, Span
from firsthand.stages.reuse import candidates, compare, compare_all, directed, keys, prepare
from firsthand.stages.segment import split

BRIDGE = "Міст через Лісову закрили для вантажівок після того, як інженери знайшли тріщини у двох центральних опорах."
MONEY = "На ремонт опор із резерву області виділять сорок два мільйони гривень, рух відновлять до кінця листопада."
OTHER = "Водії скаржаться, що об'їзд через сусіднє село забирає півтори години й багато пального."


def analysis(text: str, language: str = "uk", name: str = "b", outlet: str | None = None) -> Analysis:
    report = Report(name, f"{name}.txt", text, language, outlet=outlet)
    return Analysis(report, sentences=split(report, ()))


def reused(source: str, text: str, language: str = "uk", other: str = "uk") -> list[tuple[str, str, str]]:
    """(passage of the source, passage of the text, how) of each link."""
    left, right = analysis(source, language, "a"), analysis(text, other, "b")
    return [
        (Span(*link.data["left"]).of(source), Span(*link.data["right"]).of(text), str(link.data["how"]))
        for link in compare(left, right)
    ]


def test_literal_passage_among_other_sentences() -> None:
    assert reused(f"{OTHER}\n{BRIDGE}", f"{BRIDGE}\nПоліція просить їхати в об'їзд.") == [(BRIDGE, BRIDGE, "literal")]


def test_sentences_that_follow_each_other_are_one_passage() -> None:
    both = f"{BRIDGE} {MONEY}"
    assert reused(both, f"Поліція просить їхати в об'їзд.\n{both}") == [(both, both, "literal")]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (BRIDGE.replace("вантажівок", "вантажного транспорту").replace("знайшли", "виявили"), "edited"),
        (
            "Закриття мосту через Лісову для вантажівок сталося, коли інженерами були знайдені тріщини двох "
            "центральних опор.",
            "edited",
        ),
        (
            "Після того, як інженери знайшли у двох центральних опорах тріщини, для вантажівок закрили міст через "
            "Лісову.",
            "reordered",
        ),
    ],
)
def test_edited_inflected_and_reordered_sentences(text: str, how: str) -> None:
    assert reused(f"{BRIDGE}\n{OTHER}", text) == [(BRIDGE, text, how)]


def test_numbers_in_words_are_numbers() -> None:
    found = reused(MONEY, MONEY.replace("сорок два мільйони", "42 млн"))
    assert [how for *_, how in found] == ["edited"]
    assert compare(analysis(MONEY, name="a"), analysis(MONEY.replace("сорок два", "42")))[0].data["changed"] is False


def test_changed_number_is_told() -> None:
    links = compare(analysis(MONEY, name="a"), analysis(MONEY.replace("сорок два", "п'ятдесят")))
    assert [link.data["changed"] for link in links] == [True]


def test_half_of_a_sentence() -> None:
    text = f"{BRIDGE[:-1]}, повідомила в ефірі місцевого радіо речниця дорожньої служби."
    ((source, found, _),) = reused(BRIDGE, text)
    assert source == BRIDGE
    assert found.startswith("Міст через Лісову")
    assert "опорах" in found
    assert "радіо" not in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "Мост через Лесную закрыли для грузовиков после того, как инженеры нашли трещины в двух центральных "
            "опорах.",
        ),
        (
            "en",
            "The bridge over the Lisova was closed to trucks after engineers found cracks in two of its central piers.",
        ),
    ],
)
def test_translated_sentence(language: str, text: str) -> None:
    ((_, found, how),) = reused(f"{BRIDGE}\n{OTHER}", text, "uk", language)
    assert how == "translated"
    assert len(found) > 0.75 * len(text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Міністерка закордонних справ Ардонії Марта Гольмен заявила, що чекає на відповідь.",
            "Міністерка закордонних справ Ардонії Марта Гольмен відвідала виставку картин.",
        ),
        (
            "Пілоти вимагають підвищення зарплати, а страйк охопив п'ять країн.",
            "Через страйк у п'ятницю скасували двісті рейсів, повідомила компанія.",
        ),
        ("Міст через Лісову збудували сорок років тому за проєктом столичного інституту.", BRIDGE),
    ],
)
def test_one_matter_in_other_words_is_no_reuse(left: str, right: str) -> None:
    assert reused(left, right) == []


def test_chain_tag_alone_is_no_reuse() -> None:
    tag = "Про це повідомляє агентство Interwire з посиланням на міністерство оборони Ардонії."
    report = Report("a", "a", tag, "uk")
    chain = Chain(("Interwire",), "report", Span(0, len(tag) - 1), "medium")
    left = Analysis(report, sentences=split(report, ()), chains=(chain,))
    right = Analysis(Report("b", "b", tag, "uk"), sentences=left.sentences, chains=(chain,))
    assert compare(left, right) == ()


def test_compare_is_symmetric_and_pickles() -> None:
    left, right = analysis(f"{OTHER}\n{BRIDGE}", name="a"), analysis(BRIDGE)
    there, back = compare(left, right), compare(right, left)
    assert [(k.left_report, k.data["left"]) for k in there] == [(k.right_report, k.data["right"]) for k in back]
    assert pickle.loads(pickle.dumps(there)) == there  # noqa: S301 - our own records


def test_fingerprints_find_what_compare_finds() -> None:
    reports = [
        analysis(f"{BRIDGE}\n{OTHER}", name="a"),
        analysis(OTHER, name="b"),
        analysis(f"{MONEY} {BRIDGE}", name="c"),
    ]
    pairs = {(left.words.report, right.words.report) for left, right in candidates(map(prepare, reports))}
    assert pairs == {("a", "b"), ("a", "c")}
    assert {(link.left_report, link.right_report) for link in compare_all(reports)} == pairs
    assert all(0 <= number < 2 for _, number in keys(reports[0]))


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(4)))
def test_links_are_the_same_for_every_order_of_reading(order: list[int]) -> None:
    texts = [f"{BRIDGE}\n{OTHER}", f"{MONEY}\n{BRIDGE}", f"{OTHER}\n{MONEY}", "Зовсім інша новина про виставку квітів."]
    reports = [analysis(text, name=f"r{i}") for i, text in enumerate(texts)]

    def told(links: tuple[Link, ...]) -> set[tuple[frozenset[tuple[str, int, int]], float]]:
        return {
            (frozenset({(k.left_report, *k.data["left"]), (k.right_report, *k.data["right"])}), k.score) for k in links
        }

    assert told(compare_all(reports)) == told(compare_all([reports[i] for i in order]))


# --- direction ------------------------------------------------------------------------------------------


def directions(left: str | None, right: str | None, *, chain: str = "") -> list[tuple[str, str]]:
    """(later report, source) for two copies with these dates; ``chain`` is a hop that report a names."""
    a, b = analysis(BRIDGE, name="a", outlet="Північний вісник"), analysis(BRIDGE, name="b", outlet="Степ-Інформ")
    if chain:
        a = Analysis(a.report, sentences=a.sentences, chains=(Chain((chain,), "report", Span(0, 4), "medium"),))
    dates = {"a": Dating("a", left), "b": Dating("b", right)}
    return [(r.report, r.source) for r in directed(compare(a, b), (a, b), dates)]


def test_the_later_report_reuses_the_earlier() -> None:
    assert directions("2025-03-06", "2025-03-04") == [("a", "b")]
    assert directions("2025-03", "2025-04-02") == [("b", "a")]


def test_no_direction_is_guessed() -> None:
    assert directions("2025-03-06", None) == []
    assert directions("2025-03-06", "2025-03") == []
    assert directions("2025-03-06", "2025-03-06") == []
    assert directions("XXXX-03-06", "XXXX-03-07") == []


def test_hours_tell_within_a_day() -> None:
    assert directions("2025-03-06T18:00", "2025-03-06T09:30") == [("a", "b")]
    assert directions("2025-03-06T18:00", "2025-03-06") == []


def test_a_chain_tells_where_dates_do_not() -> None:
    assert directions("2025-03-06", "2025-03-06", chain="Степ-Інформ") == [("a", "b")]


def test_what_is_credited_to_a_medium_stood_first() -> None:
    """The later report tells as its own what the earlier one had from an agency."""
    text = f"Interwire нагадує: {BRIDGE}"
    a, b = analysis(BRIDGE, name="a"), analysis(text)
    credit = Attribution(Span(0, 9), Span(10, 17), (Span(19, len(text)),), "assert", "indirect", "test", "Interwire")
    b = Analysis(b.report, sentences=b.sentences, attributions=(credit,))
    assert [(r.report, r.source) for r in directed(compare(a, b), (a, b), {})] == [("a", "b")]


# --- data and hostile text --------------------------------------------------------------------------------


def test_equivalents_name_every_language_and_no_notion_twice() -> None:
    rows = table("equivalents")["words"]
    assert all(len(row) == 3 and all(row) for row in rows)
    names = [row[-1].split(",")[0] for row in rows]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("piece", ["слово ", "а", "Страйк пілотів. ", "1 ", "«"])
def test_hostile_text_takes_time_by_its_length(piece: str) -> None:
    def compared(size: int) -> None:
        compare(*(analysis(repeated(piece, size), name=name) for name in "ab"))

    assert grows_evenly(compared)

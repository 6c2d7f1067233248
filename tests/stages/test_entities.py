"""The stage that links: keys out of one report, ids over the reports of a call."""

from __future__ import annotations

import pickle

from firsthand.records import Analysis, Judgement, Mention, Report, Span
from firsthand.stages.entities import entity_ids, find_keys


def analysis(id_: str, language: str, *names: tuple[str, str]) -> Analysis:
    text = " ".join(name for _, name in names)
    mentions, at = [], 0
    for type_, name in names:
        mentions.append(Mention(Span(at, at + len(name)), type_, name))
        at += len(name) + 1
    return Analysis(Report(id_, f"{id_}.txt", text, language), mentions=tuple(mentions))


def test_ids_hold_across_the_reports_of_a_call() -> None:
    one = analysis("a", "uk", ("PER", "Сергій Лавров"), ("LOC", "КНДР"), ("PER", "Лавров"))
    other = analysis("b", "en", ("LOC", "North Korea"), ("PER", "Sergey Lavrov"))
    found = entity_ids([one, other])
    assert found["a"] == ("per:serhii-lavrov", "country:KP", "per:serhii-lavrov")
    assert found["b"] == ("country:KP", "per:serhii-lavrov")


def test_a_report_with_no_names_has_no_ids() -> None:
    assert entity_ids([analysis("a", "uk")]) == {"a": ()}


def test_keys_are_the_reports_own_and_pickle() -> None:
    one = analysis("a", "ru", ("ORG", "МИД"), ("LOC", "Польша"), ("LOC", "Польша"))
    keys = find_keys(one.report, one.mentions)
    assert keys == ("name:@PL affairs foreign ministry", "country:PL", "country:PL")
    assert pickle.loads(pickle.dumps(keys)) == keys  # noqa: S301


def test_a_persons_judgement_survives_reading_again() -> None:
    one = analysis("a", "uk", ("PER", "Іван Петренко"))
    other = analysis("b", "uk", ("PER", "Іван Петрук"))
    merge = Judgement("entity", "per:ivan petrenko", "per:ivan petruk", "same", "", "ann", "2026-11-23")
    for _ in range(2):
        found = entity_ids([one, other], [merge])
        assert found["a"] == found["b"]

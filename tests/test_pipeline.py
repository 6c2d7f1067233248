"""Both paths, of one report and across reports: every stage has what it needs, and what it makes can travel."""

from __future__ import annotations

import pickle
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marked import speakers

from firsthand.answer import build as across
from firsthand.answer.build import GIVEN, STEPS, answer_of
from firsthand.answer.reading import read_and_compare
from firsthand.export.bundle import bundle
from firsthand.ingest.run import Options
from firsthand.lang import LANGUAGES
from firsthand.pipeline import KEPT, STAGES, analyse, analyse_fast, with_names
from firsthand.records import Analysis, Answer, Report
from firsthand.store import Store

TEXT = """Порт закрили на тиждень. «Роботи почнуться у вівторок», – сказала начальниця порту Олена Верес.

За її словами, перевірять 14 кранів."""


def report(text: str = TEXT, id_: str = "verbovyiport") -> Report:
    return Report(id_, f"{id_}.txt", text, "uk", published="2024-05-06")


def test_every_stage_needs_only_what_is_made_before_it() -> None:
    made = {"report"}
    for stage in STAGES:
        assert set(stage.needs) <= made, stage.makes
        made.add(stage.makes)
    assert set(KEPT) <= made
    assert set(KEPT) == {field.name for field in fields(Analysis)} - {"report"}


@pytest.mark.parametrize("written", LANGUAGES)
@pytest.mark.parametrize("read", LANGUAGES)
def test_a_report_of_marked_sentences_is_read_whole_in_its_language_and_in_another(written: str, read: str) -> None:
    # Tables that one language lacks stopped a report here; a quotation in another language is not rare either.
    spoken = [case.text for case in speakers(written)]
    text = "\n".join(spoken[::3])
    found = analyse_fast(Report("mixed", "mixed.txt", text, read))
    assert found.sentences
    if written == read:
        assert len({attribution.speaker for attribution in found.attributions}) > len(spoken) / 20


def test_every_step_across_reports_needs_only_what_is_made_before_it() -> None:
    made = set(GIVEN)
    for step in STEPS:
        assert set(step.needs) <= made, step.makes
        made.add(step.makes)
    assert {field.name for field in fields(Answer)} <= made


def test_no_stage_makes_what_nobody_needs() -> None:
    needed = {name for stage in STAGES for name in stage.needs} | set(KEPT)
    assert {stage.makes for stage in STAGES} <= needed
    needed = {name for step in STEPS for name in step.needs} | {field.name for field in fields(Answer)}
    assert {step.makes for step in STEPS} <= needed


def test_fast_names_change_only_the_stage_of_names() -> None:
    fast, best = with_names(fast=True), with_names(fast=False)
    assert [stage.makes for stage in fast] == [stage.makes for stage in best]
    assert [a.makes for a, b in zip(fast, best, strict=True) if a.run is not b.run] == ["mentions"]


def test_an_analysis_travels_between_processes() -> None:
    analysis = analyse_fast(report())
    assert pickle.loads(pickle.dumps(analysis)) == analysis  # noqa: S301 - our own bytes
    assert pickle.loads(pickle.dumps(analyse)) is analyse  # noqa: S301


def test_the_same_report_gives_the_same_analysis() -> None:
    assert analyse(report()) == analyse(report())


@pytest.mark.parametrize("mark", ["\u2212", "\u2015", "\u2012", "\u2500"])
def test_any_dash_leads_to_who_speaks_and_stays_as_it_is_written(mark: str) -> None:
    text = f"«Міст закриють», {mark} сказав мер Олесь Гнатюк."
    analysis = analyse_fast(Report("r", "r.txt", text, "uk"))
    assert [(a.speaker, a.content[0].of(analysis.report.text)) for a in analysis.attributions] == [
        ("Олесь Гнатюк", "«Міст закриють»")
    ]
    assert analysis.report.text == text


def test_a_word_of_two_alphabets_is_read_in_one_and_stays_as_it_is_written() -> None:
    text = "Тунель закриють, повiдомляє Укрiнформ із посиланням на Reutеrs."
    found = analyse_fast(Report("x", "x.txt", text, "uk"))
    assert [chain.hops for chain in found.chains] == [("Reuters", "Укрінформ")]
    assert found.report.text == text


def test_what_whoever_the_title_names_told_a_medium_is_the_news() -> None:
    body = "Прививку проверили.\n\nЕе делали месяц.\n\nЕе хвалят.\n\nЕе ждут.\n\nКак пишет Nature, речь идет о новой."
    scopes = {
        title: [chain.scope for chain in analyse_fast(Report("x", "x.txt", f"{title}\n\n{body}", "ru")).chains]
        for title in ("Nature: Ученые выяснили, как действует прививка", "Ученые выяснили, как действует прививка")
    }
    assert list(scopes.values()) == [["report"], ["passage"]]


def test_a_report_of_junk_alone_goes_through() -> None:
    for text in ("Читайте також: погода на завтра", "…", "12345", "\n\n\n", "А" * 3000):
        analysis = analyse_fast(report(text))
        assert all(0 <= r.span.start < r.span.stop <= len(text) for r in analysis.regions)


def test_an_answer_is_kept_until_the_store_changes(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as store:
        store.put(analyse_fast(report()), "digest")
        first = answer_of(store)
        assert answer_of(store) is first
        store.put(analyse_fast(report(TEXT + " Більше нічого не відомо.")), "other")
        assert answer_of(store) is not first


def test_nothing_of_the_steps_looks_into_a_store() -> None:
    assert all("store" not in step.needs for step in STEPS)
    assert across.build([], [], []).claims == ()


SENTENCES = (
    "Порт Вербовий закрили на тиждень через ремонт кранів.",
    "Начальниця порту Олена Верес заявила, що роботи почнуться у вівторок.",
    "За словами Олени Верес, у порту перевірять чотирнадцять кранів.",
    "Директор заводу Петро Лан заперечує, що крани несправні.",
    "«Крани справні», – наголосив Петро Лан.",
    "Профспілка вимагає оприлюднити звіт про ремонт.",
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=4, unique=True), min_size=3, max_size=5),
    order=st.randoms(use_true_random=False),
)
def test_the_answer_is_the_same_for_every_order_of_reading(
    texts: list[list[str]], order: object, tmp_path_factory: object
) -> None:
    made = [analyse_fast(report(" ".join(text), f"r{at:011d}")) for at, text in enumerate(texts)]
    shuffled = list(made)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert read_in(made) == read_in(shuffled)


def read_in(analyses: list[Analysis]) -> dict[str, object]:
    """The bundle of a store that took the reports in this order."""
    from firsthand.answer.reading import Comparer

    with Store.open(":memory:") as store:
        comparer = Comparer(store)
        for analysis in analyses:
            postings = comparer.postings(analysis)
            store.put(analysis, analysis.report.id, postings, None, comparer.links(analysis, postings))
        return bundle(answer_of(store))


def test_reading_one_more_report_compares_it_with_those_that_are_there(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(" ".join(SENTENCES[:3]), "utf-8")
    with Store.open(tmp_path / "s.db") as store:
        read_and_compare([folder], store, analyse_fast, Options(language="uk"))
        assert store.links("reuse") == []
        (folder / "b.txt").write_text(" ".join((SENTENCES[5], *SENTENCES[1:3])), "utf-8")
        read_and_compare([folder], store, analyse_fast, Options(language="uk"))
        assert {link.reason != "" for link in store.links("reuse")} == {True}
        assert store.links("claim") != []

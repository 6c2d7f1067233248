"""Independent origins of a claim, with bounds; the tree of who had it from whom."""

from __future__ import annotations

from firsthand.pipeline import analyse_fast
from firsthand.records import Analysis, Attribution, Chain, Origins, Report, Reuse, Said, Span
from firsthand.stages.claims.actors import speakers_of
from firsthand.stages.entities import entity_ids
from firsthand.stages.origins import Edge, count, tree

TEXT = "Слова, яких тут ніхто не читає, бо важать самі записи."


def report(name: str, outlet: str | None = None, chains: tuple[Chain, ...] = ()) -> Analysis:
    return Analysis(Report(name, f"{name}.txt", TEXT, "uk", outlet=outlet), chains=chains)


def said(
    name: str, speaker: str = "", entity: str | None = None, chain: tuple[str, ...] = (), act: str = "assert"
) -> Said:
    found = Attribution(None, Span(0, 5), (Span(7, 20),), act, "indirect", "test", speaker or None)
    return Said(f"{name}:0", name, 0, "uk", found, "яких", entity, None, chain)


def counted(*statements: Said, reuse: tuple[Reuse, ...] = (), outlets: dict[str, str] | None = None) -> Origins:
    analyses = [report(s.report, (outlets or {}).get(s.report)) for s in statements]
    return count(statements, analyses, reuse, {})


def copied(later: str, earlier: str) -> Reuse:
    return Reuse(later, Span(5, 30), earlier, Span(5, 30), 1.0)


def test_one_speaker_in_many_reports_is_one_origin() -> None:
    found = counted(said("a", "Марта Гольмен", "per:marta-holmen"), said("b", "Гольмен", "per:marta-holmen"))
    assert (found.low, found.high, found.names) == (1, 1, ("Марта Гольмен",))


def test_two_speakers_are_two() -> None:
    found = counted(said("a", "RUSI", "org:rusi"), said("b", "представництво США при ООН", "body:mission-us"))
    assert (found.low, found.high) == (2, 2)


def test_an_agency_and_its_reprints_are_one() -> None:
    chain = ("ВелТА", "Interwire")
    found = counted(said("a", chain=chain), said("b", chain=(*chain, "Степ-Інформ")), said("c", "ВелТА"))
    assert (found.low, found.high, found.names) == (1, 1, ("ВелТА",))


def test_a_medium_through_which_the_speaker_is_quoted_adds_nothing() -> None:
    found = counted(said("a", "Рауль Кестен", "per:raul-kesten", ("Рауль Кестен", "ВелТА")), said("b", "ВелТА"))
    assert (found.low, found.high) == (1, 1)


def test_an_origin_that_is_not_stated_widens_the_bounds() -> None:
    found = counted(said("a", "RUSI", "org:rusi"), said("b", "мер", "per:mer"), said("c"))
    assert (found.low, found.high) == (1, 3) or (found.low, found.high) == (2, 3)
    assert "for 1 report the origin is not stated" in found.why


def test_uncredited_reuse_has_the_origin_of_its_source() -> None:
    statements = said("a", "RUSI", "org:rusi"), said("b")
    assert counted(*statements).high == 2
    found = counted(*statements, reuse=(copied("b", "a"),))
    assert (found.low, found.high) == (1, 1)


def test_unnamed_sources_of_different_media_cannot_be_told_apart() -> None:
    found = counted(
        said("a", "джерело в уряді"), said("b", "джерело"), outlets={"a": "Вечірній меридіан", "b": "Новий обрій"}
    )
    assert (found.low, found.high) == (1, 2)
    assert "the source is not named" in found.why


def test_an_unnamed_source_of_one_medium_is_one() -> None:
    chain = ("працівник порту", "Harbour Watch")
    found = counted(said("a", "працівник порту", chain=chain), said("b", "робітник", chain=chain))
    assert (found.low, found.high) == (1, 1)


def test_who_denies_does_not_stand_behind_a_claim() -> None:
    found = counted(said("a", "Ардонія", "country:XA"), said("b", "Велмарія", "country:XV", act="deny"))
    assert found.names == ("Ардонія",)
    assert counted(said("b", "Велмарія", "country:XV", act="deny")).names == ("Велмарія",)


def test_no_attributions_no_origins() -> None:
    assert (counted().low, counted().high) == (0, 0)


def test_tree_joins_chains_and_uncredited_reuse() -> None:
    chain = Chain(("ВелТА", "Interwire", "Степ-Інформ"), "report", Span(0, 5), "medium")
    analyses = (
        report("a", "Степ-Інформ", (chain,)),
        report("b", "Новий обрій"),
        report("c", "Вечірній меридіан", (Chain(("Степ-Інформ",), "report", Span(0, 5), "medium"),)),
    )
    found = tree(analyses, (copied("b", "a"), copied("c", "a")), {})
    assert Edge("outlet:velta", "outlet:interwire", ("a",), "chain") in found.edges
    assert Edge("outlet:interwire", "outlet:step-inform", ("a",), "chain") in found.edges
    assert Edge("outlet:step-inform", "outlet:novyi-obrii", ("b",), "reuse") in found.edges
    assert Edge("outlet:step-inform", "outlet:vechirnii-meridian", ("c",), "chain") in found.edges
    assert not any(edge.how == "reuse" and edge.reports == ("c",) for edge in found.edges)
    assert {node.kind for node in found.nodes} >= {"agency", "outlet"}


def test_a_name_and_its_abbreviation_are_one_origin() -> None:
    found = counted(said("a", "RUSI", "name:rusi"), said("b", "Королівський інститут RUSI", "name:royal-institute"))
    assert (found.low, found.high, found.names) == (1, 1, ("Королівський інститут RUSI",))


def test_a_press_office_and_its_body_are_one_origin() -> None:
    texts = ("Тунель закриють, повідомила пресслужба Генпрокуратури.", "Тунель закриють, повідомила Генпрокуратура.")
    analyses = [analyse_fast(Report(str(i), f"{i}.txt", text, "uk")) for i, text in enumerate(texts)]
    entities = entity_ids(analyses)
    speakers = [speakers_of(a.attributions[0], a, entities[a.report.id]) for a in analyses]
    assert [a.attributions[0].speaker for a in analyses] == ["пресслужба Генпрокуратури", "Генпрокуратура"]
    assert speakers[0] == speakers[1] != ()

"""Mentions to entities: one thing is one entity across languages, spellings and reports; two things are two."""

from __future__ import annotations

import pickle

import pytest
from pace import grows_evenly

from firsthand.names.keys import name_key
from firsthand.names.linking import Row, entities, judge, link_report, lookup_keys, resolve, rows_of
from firsthand.records import Judgement, Mention, Span


def report(id_: str, language: str, *names: str) -> tuple[Row, ...]:
    """A report's rows out of names written as "PER Сергій Лавров"."""
    mentions = [Mention(Span(i, i + 1), name[:3], name[4:]) for i, name in enumerate(names)]
    return rows_of(mentions, id_, language)


def ids(*reports: tuple[Row, ...], judgements: tuple[Judgement, ...] = ()) -> list[list[str]]:
    """The entity ids of the reports' mentions."""
    found = resolve([row for rows in reports for row in rows], judgements)
    return [[found[row.report, row.index] for row in rows] for rows in reports]


def person(verdict: str, left: str, right: str, at: str = "2026-11-23") -> Judgement:
    return Judgement("entity", left, right, verdict, "I know them", "ann", at)


ONE = [
    ("PER", ("uk", "Сергій Лавров"), ("ru", "Сергей Лавров"), ("en", "Sergey Lavrov")),
    ("PER", ("uk", "Кім Чен Ин"), ("ru", "Ким Чен Ын"), ("en", "Kim Jong Un")),
    ("PER", ("ru", "Цой Сон Хи"), ("ru", "Чхве Сон Хи"), ("uk", "Цой Сон Хі")),
    ("PER", ("uk", "Сі Цзіньпін"), ("ru", "Си Цзиньпин"), ("en", "Xi Jinping")),
    ("PER", ("uk", "Володимир Зеленський"), ("ru", "Владимир Зеленский"), ("en", "Volodymyr Zelenskyy")),
    ("LOC", ("uk", "КНДР"), ("uk", "Північна Корея"), ("ru", "Северная Корея"), ("en", "North Korea"), ("en", "DPRK")),
    ("LOC", ("uk", "США"), ("uk", "Сполучені Штати"), ("ru", "Соединённые Штаты Америки"), ("en", "the United States")),
    ("LOC", ("uk", "Київ"), ("ru", "Киев"), ("en", "Kyiv"), ("en", "Kiev")),
    ("LOC", ("uk", "Крим"), ("ru", "Крым"), ("en", "Crimea")),
    ("ORG", ("uk", "ООН"), ("ru", "Организация Объединённых Наций"), ("en", "United Nations")),
    ("ORG", ("uk", "Рада Безпеки"), ("uk", "РБ ООН"), ("ru", "Совет Безопасности"), ("en", "Security Council")),
    ("ORG", ("uk", "МЗС Росії"), ("ru", "МИД РФ"), ("uk", "російський МЗС"), ("en", "Russian Foreign Ministry")),
    ("ORG", ("uk", "Верховний суд Пакистану"), ("ru", "Верховный суд Пакистана"), ("en", "Supreme Court of Pakistan")),
    ("ORG", ("uk", "«Газпром»"), ("ru", "компания «Газпром»"), ("en", "Gazprom")),
    (
        "ORG",
        ("uk", "МОЗ України"),
        ("ru", "Министерство здравоохранения Украины"),
        ("en", "Ministry of Health of Ukraine"),
    ),
]


@pytest.mark.parametrize("row", ONE, ids=lambda row: row[1][1])
def test_one_thing_has_one_entity(row: tuple) -> None:  # type: ignore[type-arg]
    type_, *names = row
    reports = [report(f"r{i}", language, f"{type_} {name}") for i, (language, name) in enumerate(names)]
    assert len({found for (found,) in ids(*reports)}) == 1


TWO = [
    ("ORG", "ru", "МИД РФ", "МИД Германии"),
    ("ORG", "uk", "Верховний суд США", "Верховний суд Пакистану"),
    ("ORG", "uk", "лікарня № 24", "лікарня № 27"),
    ("LOC", "uk", "Північна Корея", "Південна Корея"),
    ("LOC", "ru", "Корея", "Южная Корея"),
    ("PER", "uk", "Олександр Коваленко", "Олександра Коваленко"),
    ("PER", "uk", "Іван Петренко", "Петро Петренко"),
    ("PER", "ru", "Дмитрий Медведев", "Рой Медведев"),
    ("PER", "ru", "Сергей Лавров", "Сергей Лаврик"),
]


@pytest.mark.parametrize(("type_", "language", "left", "right"), TWO)
def test_two_things_stay_two(type_: str, language: str, left: str, right: str) -> None:
    (one,), (other,) = ids(report("a", language, f"{type_} {left}"), report("b", language, f"{type_} {right}"))
    assert one != other


def test_a_surname_takes_the_full_name_of_its_report() -> None:
    ((full, bare),) = ids(report("a", "uk", "PER Сергій Лавров", "PER Лавров"))
    assert full == bare == "per:serhii-lavrov"


def test_two_people_of_one_surname_in_one_report_stay_two() -> None:
    ((one, other, bare),) = ids(report("a", "uk", "PER Іван Петренко", "PER Марія Петренко", "PER Петренко"))
    assert len({one, other, bare}) == 3


def test_a_surname_alone_needs_more_than_the_surname() -> None:
    known = report("a", "uk", "PER Іван Петренко", "ORG Укренерго")
    (full, _), (bare,) = ids(known, report("b", "uk", "PER Петренко"))
    assert bare != full
    (full, _), (bare, _) = ids(known, report("b", "ru", "PER Петренко", "ORG Укрэнерго"))
    assert bare == full
    doubts = [j for j in judge([*known, *report("b", "uk", "PER Петренко")]) if j.verdict == "unsure"]
    assert [j.by for j in doubts] == ["rule:surname"]
    assert all(j.reason for j in doubts)


def test_a_ministry_without_its_country_is_the_one_of_its_report() -> None:
    ((full, short),) = ids(report("a", "ru", "ORG Верховный суд Пакистана", "ORG Верховный суд"))
    assert full == short
    ((one, other, short),) = ids(report("a", "ru", "ORG МИД РФ", "ORG МИД Германии", "ORG МИД"))
    assert len({one, other, short}) == 3


def test_an_abbreviation_takes_what_it_abbreviates() -> None:
    ((full, short),) = ids(report("a", "uk", "ORG Спілка вільних рибалок Полісся", "ORG СВРП"))
    assert full == short


def test_a_company_named_like_a_person_is_no_person() -> None:
    ((company, man),) = ids(report("a", "uk", "ORG «Іван Петренко»", "PER Іван Петренко"))
    assert company != man


def test_typed_with_letters_of_the_other_script() -> None:
    (one,), (other,) = ids(report("a", "uk", "PER Сергій Лавров"), report("b", "uk", "PER Сергiй Лaвров"))
    assert one == other
    (one,), (other,) = ids(report("a", "uk", "PER СЕРГІЙ ЛАВРОВ"), report("b", "uk", "PER Сер\u00adгій Лавров"))
    assert one == other


def stories() -> list[tuple[Row, ...]]:
    return [
        report("a", "uk", "PER Іван Петренко", "PER Петренко", "ORG Укренерго", "LOC Київ"),
        report("b", "ru", "PER Петренко", "ORG Укрэнерго", "LOC Киев", "ORG МИД"),
        report("c", "uk", "PER І. Петренко", "ORG Укренерго", "ORG МЗС Польщі", "ORG МЗС"),
        report("d", "en", "PER Ivan Petrenko", "LOC Kyiv", "ORG Ukrenergo"),
        report("e", "uk", "PER Марія Петренко", "LOC Львів"),
    ]


def test_the_order_of_reading_does_not_matter() -> None:
    rows = [row for story in stories() for row in story]
    first = resolve(rows)
    for cut in range(len(rows)):
        assert resolve([*reversed(rows[cut:]), *rows[:cut]]) == first


def test_a_report_is_keyed_without_the_others() -> None:
    mentions = [Mention(Span(0, 1), "PER", "Петренко"), Mention(Span(2, 3), "LOC", "Київ")]
    assert link_report(mentions, "x", "uk") == link_report(mentions, "x", "uk") == ("bare:petrenko@@x", "city:kyiv")


def test_a_person_overrules_the_rules_and_can_be_overruled() -> None:
    left, right = report("a", "uk", "PER Іван Петренко"), report("b", "ru", "PER Иван Петренко")
    other = report("c", "uk", "PER Марія Петренко")
    joined, split = person("same", "per:ivan petrenko", "per:mariia petrenko"), person("different", *_pair())
    assert len({i for (i,) in ids(left, right, other)}) == 2
    assert len({i for (i,) in ids(left, right, other, judgements=(joined,))}) == 1
    later = person("different", "per:ivan petrenko", "per:mariia petrenko", "2026-11-24")
    assert len({i for (i,) in ids(left, right, other, judgements=(joined, later))}) == 2
    assert len({i for (i,) in ids(left, report("d", "uk", "PER Івен Петренко"), judgements=(split,))}) == 2


def _pair() -> tuple[str, str]:
    return name_key("Іван Петренко", "PER", "uk"), name_key("Івен Петренко", "PER", "uk")


def test_namesakes_are_parted_report_by_report() -> None:
    reports = [report(id_, "uk", "PER Іван Петренко", "PER Петренко") for id_ in ("a", "b", "c")]
    parted = person("different", "per:ivan petrenko@@b", "per:ivan petrenko")
    (one, _), (other, short), (third, _) = ids(*reports, judgements=(parted,))
    assert one == third != other == short


def test_an_undone_judgement_does_not_count() -> None:
    undone = Judgement(
        "entity", "per:ivan petrenko", "per:mariia petrenko", "same", "", "ann", "2026-11-23", 1, "2026-11-24"
    )
    a, b = report("a", "uk", "PER Іван Петренко"), report("b", "uk", "PER Марія Петренко")
    assert len({i for (i,) in ids(a, b, judgements=(undone,))}) == 2


def test_entities_bear_their_names_in_every_language() -> None:
    found = {e.id: e for e in entities([row for story in stories() for row in story])}
    assert set(found["city:kyiv"].names) == {("uk", "Київ"), ("ru", "Киев"), ("en", "Kyiv")}
    assert found["city:kyiv"].type == "LOC"
    assert pickle.loads(pickle.dumps(tuple(found.values()))) == tuple(found.values())  # noqa: S301


@pytest.mark.parametrize("name", ["Кім Чен Ин", "Ким Чен Ын", "Kim Jong Un"])
def test_who_is_found_by_any_name(name: str) -> None:
    assert "per:jong un kim" in lookup_keys(name)


@pytest.mark.parametrize("name", ["Північна Корея", "КНДР", "DPRK", "north korea"])
def test_a_country_is_found_by_any_name(name: str) -> None:
    assert "country:KP" in lookup_keys(name)


@pytest.mark.parametrize("name", ["", " ", "«»", ".", "А" * 1000, "- - -", "(((((", "1", "Aа" * 100, "\u00ad"])
@pytest.mark.parametrize("type_", ["PER", "LOC", "ORG", "PRO"])
def test_odd_names_have_keys(name: str, type_: str) -> None:
    for language in ("uk", "ru", "en"):
        assert ":" in name_key(name, type_, language)


def test_linking_is_near_linear() -> None:
    def linked(size: int) -> None:
        names = (f"PER Іван Коваль{chr(1072 + i % 30)}{chr(1072 + i // 30 % 30)}н" for i in range(size // 50))
        resolve([row for i, name in enumerate(names) for row in report(f"r{i}", "uk", name, "LOC Київ")])

    assert grows_evenly(linked)

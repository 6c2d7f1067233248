"""Reports about one running matter, across languages and whatever the order of reading."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from functools import cache

import pytest

from firsthand.pipeline import analyse_fast
from firsthand.records import Analysis, Answer, Judgement, Report, Story
from firsthand.stages.dating import date_reports
from firsthand.stages.entities import entity_ids
from firsthand.stages.reuse import compare_all
from firsthand.stages.stories import group, keys, likeness, matter, telling


@cache
def report(id_: str, language: str, title: str | None, text: str, published: str | None = None) -> Analysis:
    return analyse_fast(Report(id_, f"{id_}.txt", text, language, title=title, published=published))


SHIP_UK = report(
    "ship-uk",
    "uk",
    "Судно «Аурелія» затримали в порту Галмар",
    "Прикордонники Ардонії затримали судно «Аурелія» в порту Галмар. Капітана Юхима Стельмаха допитали. "
    "Міністр Петро Дорошук сказав, що «Аурелія» перевозила боєприпаси з порту Галмар.",
    "2024-03-04",
)
SHIP_RU = report(
    "ship-ru",
    "ru",
    "Что известно о судне «Аурелия»",
    "Судно «Аурелия» задержали в порту Галмар, его капитана Ефима Стельмаха допросили. "
    "Министр Ардонии Пётр Дорошук заявил, что «Аурелия» возила боеприпасы.",
    "2024-03-05",
)
SHIP_EN = report(
    "ship-en",
    "en",
    None,
    "The ship Aurelia has been detained in the port of Halmar. Minister Petro Doroshuk said the Aurelia had carried "
    "ammunition. Captain Yukhym Stelmakh was questioned.",
    "2024-03-06",
)
LIBRARY = report(
    "library",
    "uk",
    "У бібліотеці Ольвенська знайшли атлас",
    "У бібліотеці Ольвенська знайшли рукописний атлас річок. Директорка бібліотеки Ганна Берест показала його "
    "журналістам. Атлас лежав у коробці з нотами.",
    "2024-03-05",
)
ALL = (SHIP_UK, SHIP_RU, SHIP_EN, LIBRARY)


def stories(analyses: Sequence[Analysis], judgements: Iterable[Judgement] = ()) -> tuple[Story, ...]:
    entities = entity_ids(analyses)
    links = compare_all(analyses)
    return group(analyses, links, entities, date_reports(analyses, links, (), entities), judgements)


def members(found: Iterable[Story]) -> set[frozenset[str]]:
    return {frozenset(story.reports) for story in found}


def judgement(left: str, right: str, verdict: str, at: str = "2024-04-01", undone: str | None = None) -> Judgement:
    return Judgement("story", left, right, verdict, "read both", "Olena", at, undone_at=undone)


def test_two_languages_tell_one_story_and_another_matter_stays_apart() -> None:
    found = members(stories(ALL))
    assert any({"ship-uk", "ship-ru"} <= story for story in found)
    assert frozenset({"library"}) in found


def test_every_report_is_in_one_story() -> None:
    found = stories(ALL)
    assert sorted(id_ for story in found for id_ in story.reports) == sorted(a.report.id for a in ALL)


def test_a_story_is_named_by_its_earliest_report() -> None:
    story = next(story for story in stories(ALL) if "ship-uk" in story.reports)
    assert story.title == "Судно «Аурелія» затримали в порту Галмар"
    assert story.reports[0] == "ship-uk"


def test_a_report_without_a_title_gives_its_first_sentence() -> None:
    story = next(story for story in stories([SHIP_EN]) if "ship-en" in story.reports)
    assert story.title == "The ship Aurelia has been detained in the port of Halmar."


def test_the_order_of_reports_changes_nothing() -> None:
    expected = stories(ALL)
    for seed in range(5):
        assert stories(random.Random(seed).sample(ALL, len(ALL))) == expected  # noqa: S311 - no secret


def test_a_pairs_likeness_depends_on_the_two_alone() -> None:
    entities = entity_ids(ALL)
    left, right = matter(SHIP_UK, entities["ship-uk"]), matter(SHIP_RU, entities["ship-ru"])
    assert likeness(left, right) == likeness(right, left) > likeness(left, matter(LIBRARY, entities["library"]))


def test_a_person_parts_a_story_and_the_next_judgement_joins_it_again() -> None:
    apart = judgement("ship-ru", "ship-uk", "different")
    assert not any({"ship-uk", "ship-ru"} <= story for story in members(stories(ALL, [apart])))
    again = judgement("ship-uk", "ship-ru", "same", at="2024-05-01")
    assert any({"ship-uk", "ship-ru"} <= story for story in members(stories(ALL, [apart, again])))


def test_a_person_joins_what_the_rules_keep_apart_until_that_is_undone() -> None:
    joined = judgement("library", "ship-uk", "same")
    assert any({"library", "ship-uk"} <= story for story in members(stories(ALL, [joined])))
    undone = judgement("library", "ship-uk", "same", undone="2024-06-01")
    assert members(stories(ALL, [undone])) == members(stories(ALL))


def test_judgements_of_other_things_are_no_business_of_stories() -> None:
    other = Judgement("entity", "library", "ship-uk", "same", "", "Olena", "2024-04-01")
    assert members(stories(ALL, [other])) == members(stories(ALL))


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (("country:UA", "LOC", "Україна"), ("per:petro-dorosuk", "PER", "Петро Дорошук")),
        (("city:kyiv", "LOC", "Київ"), ("name:aurelia", "PRO", "Аурелія")),
        (("outlet:ukrinform", "ORG", "Укрінформ"), ("country:UA", "LOC", "Україна")),
    ],
)
def test_names_tell_more_or_less_of_the_matter(less: tuple[str, str, str], more: tuple[str, str, str]) -> None:
    assert telling(*less) < telling(*more)


def test_reports_of_one_story_meet_under_a_key() -> None:
    entities = entity_ids(ALL)
    left, right = (set(keys(matter(a, entities[a.report.id]))) for a in (SHIP_UK, SHIP_RU))
    assert left & right


def test_tells_the_two_stories_of_the_sample_apart(sample_answer: Answer) -> None:
    assert sorted(len(story.reports) for story in sample_answer.stories) == [2, 17]

"""Claims: what is one content in other words and languages, what only looks alike, who says so and who denies it."""

from __future__ import annotations

import pickle
import re
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pace import grows_evenly, repeated

from firsthand.lang import LANGUAGES, table
from firsthand.records import Analysis, Attribution, Judgement, Link, Report, Sentence, Span, Token
from firsthand.stages.claims import candidates, changes, compare, group, keys, link, meanings
from firsthand.stages.claims.words import fold
from tests.stages.claim_cases import Story, analysed, keys_of, meant, told

SAME = [
    ("uk", "assert", "Мер повідомив, що [[у Харкові відновили рух трамваїв]].",
     "ru", "assert", "Мэр сообщил, что [[в Харькове возобновили движение трамваев]]."),
    ("uk", "assert", "Посол сказав, що [[Данія передала Україні вісім літаків]].",
     "en", "assert", "The envoy said [[Denmark had handed Ukraine eight aircraft]]."),
    ("ru", "deny", "{{Банк}} отрицает, что [[потерял деньги вкладчиков]].",
     "uk", "assert", "Газета пише, що [[банк втратив гроші вкладників]]."),
    ("uk", "direct", "Рада вимагає [[звільнити директора заводу]].",
     "ru", "direct", "Совет требует [[уволить директора завода]]."),
    ("uk", "assert", "Речник запевнив, що [[жодних контрактів з Іраном не підписували]].",
     "uk", "deny", "У МЗС заперечують [[контракт з Іраном]]."),
]  # fmt: skip
APART = [
    ("uk", "[[Київ передав Варшаві архіви]]", "uk", "[[Варшава передала Києву архіви]]"),  # from and to
    ("uk", "[[у Сумах загинули двоє людей]]", "uk", "[[у Сумах загинули дев’ять людей]]"),  # how many
    ("ru", "[[выборы пройдут 4 мая]]", "ru", "[[выборы пройдут 18 мая]]"),  # when
    ("uk", "[[порт у Гданську відкрили]]", "uk", "[[порт у Гданську закрили]]"),  # the opposite
    ("uk", "[[Чехія купила гвинтокрили]]", "uk", "[[Словаччина купила гвинтокрили]]"),  # who
    ("en", "[[the ministry bought tents]]", "uk", "[[міністерство купило танки]]"),  # what
    ("uk", "страйк: [[страйк]]", "ru", "[[забастовку]]"),  # one word is no statement
]


@pytest.mark.parametrize(("one", "act", "left", "other", "other_act", "right"), SAME)
def test_one_content_in_other_words_is_one_claim(
    one: str, act: str, left: str, other: str, other_act: str, right: str
) -> None:
    found = compare(meant(left, act, one, "a"), meant(right, other_act, other, "b"))
    assert found is not None
    assert found.kind == "claim"
    assert found.reason


@pytest.mark.parametrize(("one", "left", "other", "right"), APART)
def test_contents_that_only_look_alike_stay_apart(one: str, left: str, other: str, right: str) -> None:
    assert compare(meant(left, "assert", one, "a"), meant(right, "assert", other, "b")) is None


def test_comparing_is_symmetric_and_its_outcome_pickles() -> None:
    left = meant("Мер каже, що [[місто купить дванадцять автобусів]].", report="a")
    right = meant("Мэр говорит, что [[город купит двенадцать автобусов]].", language="ru", report="b")
    one, other = compare(left, right), compare(right, left)
    assert one is not None
    assert other is not None
    assert (one.left_report, one.right_report, one.score, one.reason) == (
        other.right_report, other.left_report, other.score, other.reason,
    )  # fmt: skip
    assert pickle.loads(pickle.dumps((one, left))) == (one, left)  # noqa: S301 - our own bytes


def test_an_order_is_no_statement_of_what_is_so() -> None:
    order = meant("Міністр наказав [[закрити кордон з Угорщиною]].", "direct", report="a")
    news = meant("Міністр каже, що [[закрили кордон з Угорщиною]].", report="b")
    assert compare(order, news) is None


def test_a_denial_and_a_negated_content_stand_on_one_side() -> None:
    story = Story(
        (analysed("{{Литва}} <<заявила>>, що [[Білорусь постачає їй ракети]].", ["assert"], report="a"), "2024-03-01"),
        (analysed("{{Білорусь}} <<заперечує>>, що [[постачає Литві ракети]].", ["deny"], report="b"), "2024-03-02"),
        (analysed("{{Білорусь}} <<заявила>>, що [[не постачає Литві ракети]].", ["assert"], report="c"), "2024-03-03"),
    )
    (claim,) = story.claims
    assert claim.contested
    assert [(p.actor, p.act) for p in claim.positions] == [
        ("country:LT", "assert"), ("country:BY", "deny"), ("country:BY", "deny"),
    ]  # fmt: skip
    assert claim.gist == story.said[claim.positions[0].said].content


def test_a_change_of_position_is_found_once_and_dated() -> None:
    story = Story(
        (analysed("{{Сербія}} <<заперечує>>, що [[продала Кіпру гармати]].", ["deny"], report="a"), "2023-01-10"),
        (analysed("{{Сербія}} <<заперечує>>, що [[продала Кіпру гармати]].", ["deny"], report="b"), "2023-10-05"),
        (analysed("{{Сербія}} <<визнала>>, що [[продала Кіпру гармати]].", ["assert"], report="c"), "2025-07-12"),
    )
    (claim,) = story.claims
    ((actor, before, after),) = changes(claim)
    assert actor == "country:RS"
    assert (before.act, before.date, after.act, after.date) == ("deny", "2023-10-05", "assert", "2025-07-12")


def test_it_points_back_at_what_was_said_before() -> None:
    text = "{{Литва}} <<заявила>>, що [[Білорусь будує табори]]. {{Білорусь}} [[це]] <<заперечує>>."
    story = Story((analysed(text, ["assert", "deny"]), "2024-05-05"))
    (claim,) = story.claims
    assert claim.contested
    assert {p.actor: p.act for p in claim.positions} == {"country:LT": "assert", "country:BY": "deny"}


def test_words_called_a_fabrication_are_denied() -> None:
    text = "{{Литва}} <<заявила>>, що [[Білорусь будує табори]]. {{Білорусь}} <<назвала>> [[ці слова вигадкою]]."
    (claim,) = Story((analysed(text, ["assert", "assert"]), "2024-05-05")).claims
    assert claim.contested


def test_what_passes_on_a_statement_has_its_content_and_no_position() -> None:
    outer = "Reuters пише, що Естонія заявила, що закриє кордон з Росією."
    analysis = analysed("{{}}<<>>[[]]" + outer, ["assert"])
    at = outer.index
    contents = (Span(at("Естонія"), len(outer) - 1), Span(at("закриє"), len(outer) - 1))
    attributions = (
        Attribution(Span(0, 7), Span(8, 12), contents[:1], "assert", "indirect", "t", "Reuters"),
        Attribution(
            Span(at("Естонія"), at("Естонія") + 7),
            Span(at("заявила"), at("заявила") + 7),
            contents[1:],
            "assert",
            "indirect",
            "t",
            "Естонія",
        ),
    )
    story = Story((replace(analysis, attributions=attributions), "2024-01-01"))
    (claim,) = story.claims
    assert len(claim.said) == 2
    assert [p.actor for p in claim.positions] == ["country:EE"]


def test_a_joint_source_gives_every_actor_a_position() -> None:
    story = Story((analysed("{{Литва і Латвія}} <<заперечують>>, що [[закрили кордон]].", ["deny"]), "2024-01-01"))
    assert {p.actor for p in story.claims[0].positions} == {"country:LT", "country:LV"}


def test_a_bare_deal_is_filled_from_where_it_was_spelled_out() -> None:
    text = "Преса пише про угоду про зброю між Іраном і Сирією. {{Іран}} <<заперечує>> [[угоду]]."
    analysis = analysed(text, ["deny"])
    (said,) = told(analysis)
    terms = meanings([said], analysis, keys_of(analysis))[0].terms
    assert {"=weapon", "country:SY"} <= {key for term in terms for key in term.keys}


# --- groups -------------------------------------------------------------------------------------------


def linked(*pairs: tuple[str, str, float]) -> list[Link]:
    return [Link("claim", a, 0, b, 0, score, "") for a, b, score in pairs]


def ids(*names: str) -> list[str]:
    return [f"{name}:0" for name in names]


def test_a_chain_of_likenesses_makes_no_claim() -> None:
    found = group(ids("a", "b", "c", "d"), linked(("a", "b", 0.9), ("b", "c", 0.8), ("c", "d", 0.9)), {})
    assert found == (("a:0", "b:0"), ("c:0", "d:0"))


def test_groups_do_not_depend_on_the_order_of_links() -> None:
    links = linked(("a", "b", 0.9), ("b", "c", 0.8), ("a", "c", 0.8), ("c", "d", 0.7))
    assert len({group(ids("a", "b", "c", "d"), order, {}) for order in permutations(links)}) == 1


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.sampled_from([0.7, 0.8, 0.9]))))
@settings(max_examples=60, deadline=None)
def test_every_statement_is_in_one_group(pairs: list[tuple[str, str, float]]) -> None:
    links = linked(*(pair for pair in pairs if pair[0] != pair[1]))
    found = group(ids(*"abcdef"), links, {})
    assert sorted(id_ for members in found for id_ in members) == ids(*"abcdef")
    assert group(ids(*"fedcba"), list(reversed(links)), {}) == found


def test_a_person_has_the_last_word_and_can_take_it_back() -> None:
    links = linked(("a", "b", 0.9))
    apart = Judgement("claim", "a:0", "b:0", "different", "another port", "olena", "2025-01-01", 1)
    joined = Judgement("claim", "b:0", "c:0", "same", "one speech", "olena", "2025-01-02", 2)
    assert group(ids("a", "b", "c"), links, {}, [apart, joined]) == (("a:0",), ("b:0", "c:0"))
    undone = Judgement("claim", "a:0", "b:0", "different", "", "olena", "2025-01-01", 1, "2025-01-03")
    assert group(ids("a", "b"), links, {}, [undone]) == (("a:0", "b:0"),)


def test_reading_in_another_order_gives_the_same_links() -> None:
    found = [meant(left, act, one, f"l{n}") for n, (one, act, left, *_) in enumerate(SAME)]
    found += [meant(right, act, other, f"r{n}") for n, (*_, other, act, right) in enumerate(SAME)]
    assert link(found) == link(found[::-1])
    assert len(link(found)) >= 4


def test_statements_of_one_content_share_a_key() -> None:
    found = [meant(left, act, one, f"l{n}") for n, (one, act, left, *_) in enumerate(SAME)]
    found += [meant(right, act, other, f"r{n}") for n, (*_, other, act, right) in enumerate(SAME)]
    pairs = {(left.report, right.report) for left, right in candidates(found)}
    assert sum((f"l{n}", f"r{n}") in pairs for n in range(len(SAME))) == len(SAME)
    assert all(isinstance(key, str) and number == 0 for m in found for key, number in keys(m))


# --- hostile and odd ----------------------------------------------------------------------------------


@pytest.mark.parametrize("content", ["", "—", "\u200b", "не не не не", "1 2 3 4", "🙂", "A" * 5000, "о" * 5000])
def test_odd_contents_are_compared_with_nothing(content: str) -> None:
    odd = meant(f"x [[{content}]]", report="a")
    assert compare(odd, meant("Мер каже, що [[місто купить автобуси]].", report="b")) is None


def compare_with_itself(size: int) -> None:
    content = repeated("не 5 із 7 угод, які ", size)
    tokens = tuple(
        Token(m.start(), m.end(), m[0], "number" if m[0].isdigit() else "mark" if m[0] == "," else "word")
        for m in re.finditer(r"\w+|,", content)
    )
    whole = Span(0, len(content))
    attribution = Attribution(None, Span(0, 2), (whole,), "assert", "indirect", "test")
    analysis = Analysis(Report("r", "r", content, "uk"), (), (Sentence(whole, tokens),), attributions=(attribution,))
    (meaning,) = meanings(told(analysis), analysis)
    compare(meaning, replace(meaning, said="s:0", report="s"))


def test_a_hundred_thousand_characters_take_time_by_their_length() -> None:
    assert grows_evenly(compare_with_itself)


# --- data ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_notion_has_words_in_every_language(language: str) -> None:
    empty = [concept for concept, row in table("claims")["concepts"].items() if not row.get(language)]
    assert empty == []


def test_relations_name_known_notions() -> None:
    rows = table("claims")
    named = {concept for pairs in rows["relations"].values() for pair in pairs for concept in pair}
    named |= set(rows["modal"]["concepts"]) | set(rows["modal"]["requests"])
    assert named <= set(rows["concepts"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_notion_is_passed_over_as_light(language: str) -> None:
    rows = table("claims")
    light = {fold(word) for word in rows["light"]["words"][language]}
    words = {fold(word) for row in rows["concepts"].values() for word in row[language]}
    assert sorted(light & words) == []

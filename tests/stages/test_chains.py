"""Through whom the news came: the marked passages, and what makes no chain."""

from __future__ import annotations

import pytest
from marked import Told, chains, failing
from readings import is_read, read

CASES = [(language, case) for language in ("uk", "ru") for case in chains(language)]
RULES = {"medium", "venue", "press-service"}


@pytest.mark.parametrize(
    ("language", "case"), CASES, ids=lambda value: value.text if isinstance(value, Told) else value
)
def test_chains_are_read_as_marked(language: str, case: Told) -> None:
    assert is_read(case, language)


@pytest.mark.parametrize(("language", "case"), failing("chains"))
def test_what_is_still_read_wrongly_is_known(language: str, case: Told) -> None:
    assert not is_read(case, language), "it is read rightly now: move it to the cases of its language"


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_every_rule_has_a_passage(language: str) -> None:
    used = {chain.rule for code, case in CASES if code == language for chain in read(case.text, language).chains}
    assert used >= RULES


def test_the_evidence_is_the_words_that_state_the_chain() -> None:
    text = "Копальню закрили. Про це повідомляє УНІАН із посиланням на Reuters."
    (chain,) = read(text, "uk").chains
    assert chain.evidence.of(text) == "повідомляє УНІАН із посиланням на Reuters"


def test_the_same_hops_are_told_once() -> None:
    text = "Копальню закрили, повідомляє Reuters. Людей евакуювали, повідомляє Reuters."
    assert [chain.hops for chain in read(text, "uk").chains] == [("Reuters",)]

"""The MCP server, spoken to as an assistant would, over standard input and output."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from firsthand.errors import NotFoundError
from firsthand.mcp import Answers, make_server
from firsthand.store import Store
from firsthand.web.contents import Library

TOOLS = {"search", "story", "claim", "who", "new", "passage"}


@pytest.fixture(scope="module")
def answers(sample_store: Store) -> Answers:
    return Answers(Library(sample_store))


def passages(body: Any) -> list[dict[str, Any]]:
    """All passages anywhere in an answer."""
    if isinstance(body, dict):
        own = [body] if "passage" in body or ("text" in body and "address" in body) else []
        return own + [found for value in body.values() for found in passages(value)]
    return [found for value in body for found in passages(value)] if isinstance(body, list | tuple) else []


def test_every_answer_has_passages_that_stand_in_their_reports(answers: Answers, sample_store: Store) -> None:
    texts = {report.id: report.text for report in sample_store.reports()}
    story = answers.story()
    claim = story["claims"][0]
    bodies = [
        story,
        answers.claim(claim["id"]),
        answers.who(claim["passages"][0]["actor"] or "Holmen"),
        answers.passage(claim["passages"][0]["id"]),
    ]
    for body in bodies:
        found = passages(body)
        assert found
        for one in found:
            assert one["passage"] in texts[one["report"]]
            assert one["address"].startswith(f"/reports/{one['report']}?at=")


def test_search_leads_on(answers: Answers) -> None:
    found = answers.search("контейнеры")
    assert found["reports"]
    assert found["reports"][0]["passage"]
    assert found["reports"][0]["address"].startswith("/reports/")


def test_what_is_new_since_a_date(answers: Answers) -> None:
    everything, late = answers.new(), answers.new("2025-10")
    assert passages(everything)
    assert len(late["reports"]) <= len(everything["reports"])


def test_what_is_not_there_is_said(answers: Answers) -> None:
    for ask in (lambda: answers.who("Nobody Atall"), lambda: answers.claim("none"), lambda: answers.passage("x:1")):
        with pytest.raises(NotFoundError):
            ask()


def test_the_tools_are_described(sample_store: Store) -> None:
    tools = asyncio.run(make_server(sample_store).list_tools())
    assert {tool.name for tool in tools} == TOOLS
    assert all(tool.description for tool in tools)


def test_spoken_to_over_standard_input_and_output(sample_store: Store, tmp_path: Path) -> None:
    body, names = asyncio.run(_talk(str(sample_store.url)))
    assert names == TOOLS
    assert passages(body)


async def _talk(store: str) -> tuple[Any, set[str]]:
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    parameters = StdioServerParameters(command=sys.executable, args=["-m", "firsthand", "--store", store, "mcp"])
    async with stdio_client(parameters) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        names = {tool.name for tool in (await session.list_tools()).tools}
        result = await session.call_tool("story", {"story": "all"})
        return json.loads(result.content[0].text), names  # type: ignore[union-attr]

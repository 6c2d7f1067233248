"""REST does what its OpenAPI description says, for whatever schemathesis makes of it."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance,
]  # fmt: skip


HEADERS = {"host": "127.0.0.1:8765"}
LOOSE = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def conform(client: TestClient, methods: set[str]) -> set[str]:
    """Tries every operation with those methods on what schemathesis makes; gives their names."""
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", client.app, headers=HEADERS)
    tried = set()
    for found in schema.get_all_operations():
        operation = found.ok()
        if operation.method.upper() in methods:
            tried.add(operation.label)
            answered_as_described(operation)
    return tried


def answered_as_described(operation: Any) -> None:
    @given(case=operation.as_strategy())
    @LOOSE
    def ask(case: Case) -> None:
        case.call_and_validate(checks=CHECKS, headers=HEADERS)

    ask()


def test_rest_is_as_described_over_nothing(fresh: TestClient) -> None:
    assert len(conform(fresh, {"GET", "POST"})) >= 20


def test_rest_is_as_described_over_the_sample(client: TestClient) -> None:
    assert len(conform(client, {"GET"})) >= 18


def test_the_description_says_what_every_answer_holds(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path, methods in described["paths"].items():
        assert path.startswith("/api/v1/")
        for operation in methods.values():
            good = next(body for code, body in operation["responses"].items() if code.startswith("2"))
            assert good["content"]["application/json"]["schema"]
            for code, body in operation["responses"].items():
                if code.startswith(("4", "5")):
                    assert body["content"]["application/json"]["schema"]["$ref"].endswith("/Problem")

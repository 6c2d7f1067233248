"""Who may ask, from where, how much; and what leads into the file system (nothing)."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from firsthand.errors import UsageError
from firsthand.pipeline import analyse_fast
from firsthand.store import Store
from firsthand.web.app import make_app
from firsthand.web.security import Access
from firsthand.web.uploads import plain_name

TOKEN = "correct-horse-battery"  # noqa: S105 - of these tests
JUDGEMENT = {"subject": "entity", "left": "a", "right": "b", "verdict": "same", "reason": "why"}


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org"])  # noqa: S104 - refused
def test_another_host_than_this_machine_demands_a_token(host: str) -> None:
    with pytest.raises(UsageError, match="--token"):
        Access(host, 8765, None).checked()
    assert Access(host, 8765, TOKEN).checked().host == host


def test_a_short_token_is_refused() -> None:
    with pytest.raises(UsageError, match="too short"):
        Access("0.0.0.0", 8765, "abc").checked()  # noqa: S104 - refused


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8765", "", "[::1"])
def test_a_name_turned_to_this_machine_gets_nothing(host: str, client: TestClient) -> None:
    response = client.get("/", headers={"host": host})
    assert response.status_code in (400, 421)
    assert "Galmar" not in response.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765"])
def test_this_machine_gets_the_pages(host: str, client: TestClient) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
@pytest.mark.parametrize(
    "address", ["/judgements", "/judgements/1/undo", "/read", "/api/v1/judgements", "/api/v1/read"]
)
def test_nothing_is_written_at_the_bidding_of_another_page(
    address: str, headers: dict[str, str], fresh: TestClient
) -> None:
    response = fresh.post(address, headers=headers, data=JUDGEMENT)
    assert response.status_code == 403
    assert fresh.get("/api/v1/judgements").json()["total"] == 0


def test_too_much_is_not_taken_whatever_its_header_says(fresh: TestClient) -> None:
    told = fresh.post("/api/v1/judgements", content=b"x", headers={"content-length": "999999999"})
    assert told.status_code == 413
    untold = fresh.post("/api/v1/judgements", content=(b"x" * 50_000 for _ in range(10)))
    assert untold.status_code == 413
    assert untold.json()["error"]["code"] == "too_large"


@pytest.fixture
def locked(tmp_path: Path) -> TestClient:
    """Pages that demand a token."""
    access = Access("0.0.0.0", 8765, TOKEN)  # noqa: S104 - with a token
    app = make_app(Store.open(tmp_path / "locked.db"), access, analyse_fast)
    return TestClient(app, base_url="http://desk.example:8765", follow_redirects=False)


def test_without_the_token_nothing_is_shown(locked: TestClient) -> None:
    for address in ("/", "/api/v1/about", "/api/v1/openapi.json", "/read"):
        assert locked.get(address).status_code == 401
    assert locked.get("/api/v1/about").json()["error"]["code"] == "token_needed"
    assert locked.get("/api/v1/about", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert locked.get("/api/v1/about", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_the_token_is_given_once_and_kept_where_no_script_reads_it(locked: TestClient) -> None:
    assert locked.post("/login", data={"token": "wrong-token"}).status_code == 401
    entered = locked.post("/login", data={"token": TOKEN})
    assert entered.status_code == 303
    assert "HttpOnly" in entered.headers["set-cookie"]
    assert "SameSite=strict" in entered.headers["set-cookie"]
    assert locked.get("/").status_code == 200


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("report.txt", "report.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Windows\\system.html", "system.html"),
        ("..", "report"),
        ("", "report"),
        (".htaccess.txt", "htaccess.txt"),
        ("a\x00b\u202egpj.txt", "abgpj.txt"),
        ("новина 5.txt", "новина-5.txt"),
        ("x" * 500 + ".txt", "x" * 55 + ".txt"),
    ],
)
def test_a_sent_name_is_a_name_and_no_way(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    "way", ["/static/../app.py", "/static/..%2f..%2fapp.py", "/static/%2e%2e/pages.py", "/static//etc/passwd"]
)
def test_no_way_leads_out_of_the_static_folder(way: str, client: TestClient) -> None:
    response = client.get(way)
    assert response.status_code == 404
    assert "import" not in response.text

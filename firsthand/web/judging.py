"""What a decision by hand must say before it is taken."""

from __future__ import annotations

from firsthand.answer.judging import TERMS
from firsthand.errors import UsageError
from firsthand.web.contents import shown

VERDICTS = ("same", "different")


def checked(subject: str, verdict: str, reason: str) -> None:
    """Raises UsageError for a subject or verdict that is not known, or a missing reason."""
    if subject not in TERMS:
        raise UsageError(f"{shown(subject, 40)!r} cannot be judged; choose one of {', '.join(TERMS)}")
    if verdict not in VERDICTS:
        raise UsageError(f"{shown(verdict, 40)!r} is no verdict; choose one of {', '.join(VERDICTS)}")
    if not shown(reason, 1000):
        raise UsageError("say why: a reason is needed")

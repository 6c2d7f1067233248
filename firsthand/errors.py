"""Every error that firsthand raises: one short tree, each with its exit code and HTTP status."""

from __future__ import annotations


class FirsthandError(Exception):
    """Base of all errors that a user may see; the message is one clear line."""

    exit_code = 1
    http_status = 500


class UsageError(FirsthandError):
    """The call asks for what is not there or cannot be: an unknown report, a wrong option."""

    exit_code = 2
    http_status = 400


class NotFoundError(UsageError):
    """No report, claim, story or entity of that name or id."""

    http_status = 404


class ReportError(FirsthandError):
    """One report cannot be read: becomes a failure row, the run goes on."""

    exit_code = 3
    http_status = 422


class StoreError(FirsthandError):
    """The store cannot be opened or written: stops the run."""

    exit_code = 4
    http_status = 503

"""From files to reports, and from reports into the store."""

from firsthand.ingest.documents import read_documents
from firsthand.ingest.files import find_files
from firsthand.ingest.reports import make_report
from firsthand.ingest.run import Options, Summary, read, read_reports

__all__ = ["Options", "Summary", "find_files", "make_report", "read", "read_documents", "read_reports"]

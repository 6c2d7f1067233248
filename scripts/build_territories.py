"""Builds firsthand/lang/data/territories.toml: names of countries in the three languages, from CLDR (package babel).

python scripts/build_territories.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path
from unicodedata import normalize

from babel import Locale

TARGET = Path(__file__).parents[1] / "firsthand" / "lang" / "data" / "territories.toml"
LANGUAGES = ("uk", "ru", "en")
HEADER = """\
# Countries and territories by ISO 3166-1 code, named as in CLDR. Made by scripts/build_territories.py; do not edit:
# other names and adjectives go into country_names.toml.
"""
# CLDR's own groupings and pseudo-regions, no territories.
LEFT_OUT = frozenset({"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"})


def codes() -> list[str]:
    """Alphabetic two-letter codes that all three languages name."""
    named = [set(Locale(language).territories) for language in LANGUAGES]
    return sorted(c for c in set.intersection(*named) if len(c) == 2 and c.isalpha() and c not in LEFT_OUT)


def name(code: str, language: str) -> str:
    """A territory's CLDR name with a plain apostrophe."""
    return normalize("NFC", str(Locale(language).territories[code])).replace("ʼ", "'").replace("’", "'")


def text() -> str:
    """The file as it should be."""
    lines = [HEADER, "[territories]"]
    for code in codes():
        names = ", ".join(f'{language} = "{name(code, language)}"' for language in LANGUAGES)
        lines.append(f"{code} = {{ {names} }}")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the file, or with --check say whether it is fresh."""
    if "--check" in sys.argv:
        return 0 if TARGET.read_text("utf-8") == text() else 1
    TARGET.write_text(text(), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

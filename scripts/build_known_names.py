"""Builds firsthand/lang/data/known_names.txt: given names in use, from the pymorphy3 dictionaries and Wikidata.

    python scripts/build_known_names.py [--check]

The dictionaries hold thousands of given names that nobody bears ("Асий"); package rigour knows which Wikidata has.
Takes five minutes, since every word of two dictionaries is looked at; --check only looks some listed names up again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from pymorphy3 import MorphAnalyzer
from rigour.names import NameTypeTag
from rigour.names.analyze import analyze_names

TARGET = Path(__file__).parents[1] / "firsthand" / "lang" / "data" / "known_names.txt"
HEADER = """\
# Given names borne by people: language, names. Made by scripts/build_known_names.py (Wikidata by rigour); do not edit.
"""
LONGEST = 25
CHECKED = 40  # every which name --check looks up


def is_borne(name: str) -> bool:
    """Whether Wikidata has the name."""
    found = analyze_names(NameTypeTag.PER, [name.capitalize()])
    return any("NAME:" in str(span.symbol) for one in found for span in one.spans)


def is_given_name(word: str, dictionary: MorphAnalyzer) -> bool:
    """Whether the dictionary marks the word as a given name in the nominative singular."""
    found = (p.tag.grammemes for p in dictionary.parse(word) if p.normal_form == word)
    return any({"Name", "nomn"} <= tags and "plur" not in tags for tags in found)


def names(language: str) -> Iterable[str]:
    """Given names of a dictionary that are borne."""
    dictionary = MorphAnalyzer(lang=language)
    short = (word for word in all_words(dictionary) if len(word) <= LONGEST)
    return sorted(word for word in short if is_given_name(word, dictionary) and is_borne(word))


def all_words(dictionary: MorphAnalyzer) -> set[str]:
    """Every word form of a dictionary."""
    return set(dictionary.dictionary.words.iterkeys())


def main() -> int:
    """Write the file, or with --check look whether its names are still borne."""
    if "--check" in sys.argv:
        lines = TARGET.read_text("utf-8").splitlines()[1:]
        return 0 if all(is_borne(name) for line in lines for name in line.split("\t")[1].split(" ")[::CHECKED]) else 1
    lines = [f"{language}\t{' '.join(names(language))}" for language in ("uk", "ru")]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

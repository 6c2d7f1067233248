PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint eval bench docs screenshots train-names train-lines clean

$(STAMP): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

demo: $(STAMP)
	$(BIN)/firsthand demo

test: $(STAMP)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# What is measured without data from elsewhere; the scripts in eval/ say what else they take.
eval: $(STAMP)
	$(BIN)/python -m pytest tests/test_golden.py -s
	$(BIN)/python -m eval.claims
	$(BIN)/python -m eval.reuse
	$(BIN)/python -m eval.dating
	$(BIN)/python -m eval.stories

bench: $(STAMP)
	$(BIN)/python -m benchmarks.analysis
	$(BIN)/python -m benchmarks.reuse
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.web

# docs/commands.md, docs/stages.md and the picture of the brief, made from what they describe.
docs: $(STAMP)
	$(BIN)/python scripts/build_docs.py

# Pictures of every page, into docs/screenshots; needs chromium.
screenshots: $(STAMP)
	$(BIN)/python scripts/screenshots.py

# Both name taggers, on all topics, into the package; about an hour on two cores. DATA as ../shared/ner.
train-names: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	$(BIN)/python scripts/train_names.py $(DATA)

train-lines: $(STAMP)
	$(BIN)/python scripts/train_lines.py $(DATA)

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache

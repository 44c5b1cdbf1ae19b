# `make serve` and `make test` set up everything that they need; `make help` lists the rest.

PYTHON ?= python3
PORT ?= 8000
ADDRESS ?= 127.0.0.1:$(PORT)
PYTEST_ARGS ?=
TARGET ?= seeds
FUZZ_SECONDS ?= 600
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Hundreds of builds start in a test run: each would compile every module again where bytecode is not kept.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

serve: $(VENV)/site.stamp  ## the live site on http://127.0.0.1:8000/, rebuilt when a file changes; PORT=9000 for another port
	$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

site: $(VENV)/site.stamp  ## build the site into site/
	$(BIN)/mkdocs build --strict

check: $(VENV)/site.stamp  ## read every seed and show what is wrong with it
	$(BIN)/digest check

test: lint unit  ## everything that must hold: lint, types, layers, tests

lint: $(VENV)/test.stamp  ## style, types and the import contract
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/test.stamp chromium vnu  ## the tests, in a real browser where they look at pages
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

coverage: PYTEST_ARGS += --cov --cov-report=term:skip-covered
coverage: unit  ## the same tests, and the lines that none of them runs; takes about twice as long

chromium: $(VENV)/test.stamp
	@$(BIN)/python tests/chromium.py

vnu: $(VENV)/test.stamp
	@$(BIN)/python tests/vnu.py

eval: $(VENV)/test.stamp  ## score against ../shared/eval and show the table
	$(BIN)/python -m tests.eval.gate

fuzz: $(VENV)/test.stamp  ## random and spoiled input through every reader, 350,000 cases; goes on where it was stopped
	$(BIN)/python -m tests.hostile.fuzz $(FUZZ_ARGS)

fuzz-coverage: $(VENV)/fuzz.stamp  ## let Atheris look for inputs that reach new code (Linux): TARGET=seeds, yaml or dates; FUZZ_SECONDS=600
	$(BIN)/python -m tests.hostile.guided $(TARGET) $(FUZZ_SECONDS)

audit-dependencies: $(VENV)/test.stamp  ## ask for known faults of the locked packages
	@$(BIN)/python -m tests.hostile.audit requirements.lock requirements-dev.lock requirements-fuzz.lock

N := 1000
bench: $(VENV)/test.stamp chromium  ## measure speed and memory, of N articles (1000): see docs/benchmarks.md
	$(BIN)/python -m tests.bench.measure $(N)
	$(BIN)/python -m tests.bench.lookup
	$(BIN)/python -m tests.bench.memories
	$(BIN)/python -m tests.bench.site $(N)
	$(BIN)/python -m tests.bench.serving $(N)
	$(BIN)/python -m tests.bench.search

screenshots: $(VENV)/test.stamp chromium site  ## pictures of the site in .cache/screenshots
	$(BIN)/python -m tests.site.screenshots

audit: $(VENV)/test.stamp chromium site  ## Lighthouse, as a phone sees the pages (npm)
	$(BIN)/python -m tests.site.audit

lock: $(VENV)/test.stamp  ## write the lock files anew from pyproject.toml
	$(BIN)/python -m uv pip compile pyproject.toml --group build $(LOCK_FLAGS) -o requirements.lock
	$(BIN)/python -m uv pip compile pyproject.toml --group build --group dev --extra ct2 --extra dask $(LOCK_FLAGS) -o requirements-dev.lock
	$(BIN)/python -m uv pip compile --group fuzz $(LOCK_FLAGS) -o requirements-fuzz.lock

LOCK_FLAGS := --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --no-header --no-annotate --quiet

clean:  ## remove what was built (the environment too)
	rm -rf site .cache $(VENV)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Mujaz needs Python 3.11 or later; name one with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes --no-deps -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock $(VENV)/site.stamp
	$(BIN)/pip install --quiet --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

$(VENV)/fuzz.stamp: requirements-fuzz.lock $(VENV)/test.stamp
	$(BIN)/pip install --quiet --require-hashes --no-deps -r requirements-fuzz.lock
	@touch $@

.PHONY: help serve site check test lint unit coverage chromium vnu eval bench screenshots audit fuzz fuzz-coverage audit-dependencies lock clean

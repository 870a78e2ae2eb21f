# Everything runs from .venv, which the lock files fill; nothing else is touched.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --no-compile --require-hashes -r

.PHONY: run test check format lint types contracts bench lock clean

run: .venv/.run ## set up and run everything on SQLite, with the playground
	@$(BIN)/declic run

test: .venv/.test ## set up and run every test
	@$(BIN)/pytest -n auto

check: .venv/.test format lint types contracts test ## what CI runs

format:
	@$(BIN)/ruff format --check .

lint:
	@$(BIN)/ruff check .
	@$(BIN)/declic check

types:
	@$(BIN)/mypy

contracts:
	@$(BIN)/lint-imports --no-cache

bench: .venv/.bench ## measure against the goals, beside other programs
	@$(BIN)/declic bench all --quick --check

lock: .venv/.test ## write the lock files anew
	$(BIN)/uv pip compile -q --upgrade pyproject.toml --extra build -o requirements.txt
	$(BIN)/uv pip compile -q --upgrade pyproject.toml --extra build --extra dev -o requirements-dev.txt
	$(BIN)/uv pip compile -q --upgrade pyproject.toml --extra build --extra bench -c requirements-dev.txt -o requirements-bench.txt

clean:
	rm -rf .venv var

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Déclic needs Python 3.11 or later.")'
	$(PYTHON) -m venv .venv

.venv/.run: requirements.txt pyproject.toml | $(BIN)/python
	$(INSTALL) requirements.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/.test: requirements-dev.txt pyproject.toml | $(BIN)/python
	$(INSTALL) requirements-dev.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ .venv/.run

.venv/.bench: requirements-bench.txt | .venv/.run
	$(INSTALL) requirements-bench.txt
	@touch $@

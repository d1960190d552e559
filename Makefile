# Two commands to know: `make run` and `make test`. `make help` explains the others.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help test check format lock clean

help: ## Explain every target
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/ready-to-run: requirements/run.txt pyproject.toml
	@echo "Setting up Python packages in $(VENV) (once) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Cordée needs Python 3.11 or newer: make PYTHON=python3.12 ..."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --no-deps -e .
	@touch $@

$(VENV)/ready-to-test: requirements/dev.txt $(VENV)/ready-to-run
	@echo "Setting up what tests and checks need (once) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

test: $(VENV)/ready-to-test ## Set everything up and run the tests
	$(BIN)/python -m pytest

check: $(VENV)/ready-to-test ## Everything CI runs: format, lint, types, imports, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/lint-imports
	$(MAKE) test

format: $(VENV)/ready-to-test ## Rewrite the code as the formatter and the linter want it
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/ready-to-test ## Lock the dependencies again from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --quiet -o requirements/run.txt
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --quiet -o requirements/dev.txt

clean: ## Remove the virtual environment and what was built (never the data)
	rm -rf $(VENV) build

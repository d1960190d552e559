# Two commands to know: `make run` and `make test`. `make help` explains the others.
PYTHON ?= python3
PORT ?= 8000
TESTS ?= tests
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run demo-reset test test-long bench screenshots check format lock clean

help: ## Explain every target
	@echo "Cordée: one shared pathway a person. Two commands to know: make run, make test."
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/ready-to-run: requirements/run.txt requirements/install.py pyproject.toml
	@$(PYTHON) requirements/install.py $(VENV) run
	@touch $@

$(VENV)/ready-to-test: requirements/dev.txt $(VENV)/ready-to-run
	@$(PYTHON) requirements/install.py $(VENV) dev
	@touch $@

run: $(VENV)/ready-to-run ## Serve the demo networks on 127.0.0.1:8000 (PORT=... changes it)
	@$(BIN)/cordee serve --demo --port $(PORT)

demo-reset: $(VENV)/ready-to-run ## Throw the demo's data away; the next `make run` starts afresh
	@$(BIN)/cordee demo reset --yes

test: $(VENV)/ready-to-test ## Set everything up and run the tests (about 15 minutes on two cores)
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not long" --cov --cov-report=term $(TESTS)
	@echo "The rules of the field must be covered whole:"
	@$(BIN)/coverage report --include="domain/*,application/*" --fail-under=98

test-long: $(VENV)/ready-to-test ## Run what takes longer: kills by the thousand, the million events
	@$(BIN)/python -m pytest -m long -v $(TESTS)

bench: $(VENV)/ready-to-test ## Measure against the raw floor and against eventsourcing: build/bench.json
	@$(BIN)/python -m tests.benchmarks

screenshots: $(VENV)/ready-to-test ## Take a picture of each page of the console: docs/console/
	@$(BIN)/python -m tests.api.console.pages.screenshots

check: $(VENV)/ready-to-test ## Everything CI runs: format, lint, types, imports, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory test

format: $(VENV)/ready-to-test ## Rewrite the code as the formatter and the linter want it
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/ready-to-test ## Lock the dependencies again from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --quiet -o requirements/run.txt
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --quiet -o requirements/dev.txt

clean: ## Remove the virtual environment and what was built (never the data)
	rm -rf $(VENV) build

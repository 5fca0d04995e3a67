# make demo: sets up and shows the Peine example.  make test: sets up and runs the tests.
# Needs Python ≥ 3.11, git and make; everything else is installed into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := .demo/peine
STORY_ENDS := 2024-10-15

.PHONY: demo test lint format bench golden clean

demo: $(VENV)/ikonzept.installed
	@rm -rf $(DEMO) && mkdir -p $(dir $(DEMO))
	@$(BIN)/ikonzept demo $(DEMO) | sed '/^Weiter mit/d'
	@echo
	@echo "Die Geschichte endet am 15.10.2024; so steht das Konzept an diesem Tag (--as-of $(STORY_ENDS)):"
	@echo
	@$(BIN)/ikonzept status -C $(DEMO) --as-of $(STORY_ENDS)
	@echo
	@echo "Weiterprobieren: . $(BIN)/activate && cd $(DEMO) && ikonzept status --as-of $(STORY_ENDS) --field sprache-bildung"

test: $(VENV)/test.installed
	@$(BIN)/python -m pytest -n auto --cov --cov-report=term

lint: $(VENV)/lint.installed
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

format: $(VENV)/lint.installed
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: $(VENV)/test.installed
	@$(BIN)/python benchmarks/run.py --peers

golden: $(VENV)/test.installed
	@$(BIN)/python -m pytest -q tests/test_generated.py --update-golden  # the template first: the demo holds it
	@$(BIN)/python -m pytest -q --update-golden
	@git status --short

clean:
	rm -rf $(VENV) .demo dist .coverage* .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "ikonzept needs Python 3.11 or newer: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "Python cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"

$(VENV)/ikonzept.installed: $(VENV)/bin/python pyproject.toml
	@echo "Setting up ikonzept in $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/test.installed: $(VENV)/ikonzept.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group test
	@# For the axe-core it brings along; without its dependencies, nothing of it is run.
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps "axe-playwright-python==0.1.8"
	@touch $@

$(VENV)/lint.installed: $(VENV)/test.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group lint
	@touch $@

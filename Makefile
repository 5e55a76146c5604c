# Everyday commands. The first one of them sets up .venv (several gigabytes, mostly torch); later ones start at once.

PYTHON ?= python3
PHOTOS ?= $(HOME)/Pictures
NAME ?= start

VENV := .venv
BIN := $(VENV)/bin
SETUP := $(VENV)/.set-up

.PHONY: help setup demo run test lint bench lock translations screenshots clean

help:
	@echo "make demo                 a demonstration library, indexed, searched and shown"
	@echo "make run PHOTOS=FOLDER    the program, with that folder added (~/Pictures without one)"
	@echo "make test                 everything that must pass"
	@echo "make lint                 ruff, the type checker and the import contract alone"
	@echo "make bench NAME=start     a measurement: encoders, faults, ingest, mutations, search, start or window"
	@echo "make translations         the window's texts in other languages, after some changed"
	@echo "make screenshots          the pictures of the README, drawn anew"
	@echo "make clean                remove .venv, the demonstration and caches"

setup: $(SETUP)

$(SETUP): pyproject.toml packaging/constraints.txt packaging/debian-packages.txt packaging/set-up.sh packaging/setup-debian.sh
	packaging/set-up.sh $(PYTHON) $(VENV)
	@touch $@

demo: $(SETUP)
	packaging/demo-pictures.sh .demo/debian
	PHOTOORG_DEMO_PICTURES=.demo/debian $(BIN)/photoorg demo --folder .demo

run: $(SETUP)
	$(BIN)/photoorg window "$(PHOTOS)"

lint: $(SETUP)
	$(BIN)/ruff check photoorg tests packaging
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -W error --numprocesses auto --dist loadfile

bench: $(SETUP)
	$(BIN)/photoorg bench $(NAME)

# Take over the versions of .venv, once the tests pass with them.
lock: $(SETUP)
	$(BIN)/python packaging/lock.py

# The pictures of the README, over the demonstration library.
screenshots: $(SETUP)
	packaging/demo-pictures.sh .demo/debian
	PHOTOORG_DEMO_PICTURES=.demo/debian $(BIN)/photoorg demo --folder .demo --picture .demo/window.png
	$(BIN)/python packaging/screenshots.py .demo/catalog resources/screenshots

# Collect the texts of the window, and compile their translations.
translations: $(SETUP)
	$(BIN)/python packaging/translations.py

clean:
	rm -rf $(VENV) .demo dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find photoorg tests -name __pycache__ -type d -prune -exec rm -rf {} +

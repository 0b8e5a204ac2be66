# Commands for readers, contributors and CI. `make` alone lists them.
# One virtual environment, .venv, is filled from the lock files; stamp files in it make a second run fast.

VENV  := .venv
BIN   := $(VENV)/bin
TOOLS := scripts/verktyg
PIP   := $(BIN)/python -m pip install --quiet --quiet

# Material prints a long notice about MkDocs 2 at every build; pyproject.toml and the lock keep us on 1.x.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

heading = @printf '\n=== %s ===\n' '$(1)'

.DEFAULT_GOAL := help
.PHONY: help hjälp site serve test quality bilder webblasare bench format lock clean

help hjälp: ## visar den här listan
	@echo 'Kommandon:'
	@awk '/^[a-z].*:.* ## / { split($$0, part, " ## "); sub(/[ :].*/, ""); printf "  make %-10s %s\n", $$0, part[2] }' Makefile

site: $(VENV)/.site-installed ## granskar uppgifterna och bygger webbplatsen i site/
	@$(BIN)/ramberattelser bygg --zip

serve: $(VENV)/.site-installed ## visar webbplatsen lokalt och bygger om när en fil ändras
	@$(BIN)/python $(TOOLS)/visa.py

test: $(VENV)/.dev-installed ## kör allt som CI kör: format, regler, typer, uppgifter, tester, webbläsare
	$(call heading,Webbläsare)
	@$(BIN)/python $(TOOLS)/browser.py
	$(call heading,Format)
	$(BIN)/ruff format --check .
	$(call heading,Regler)
	$(BIN)/ruff check .
	$(call heading,Typer)
	$(BIN)/mypy
	$(call heading,Uppgifter)
	$(BIN)/ramberattelser kontrollera
	$(call heading,Tester: enheter$(comma) webbplatsens bygge$(comma) webbläsare)
	$(BIN)/python -m pytest -n auto --maxprocesses 4

quality: $(VENV)/.dev-installed ## mäter jämförelsen mot andra och skriver sidan docs/om/jamforelsen.md
	$(BIN)/python -m tests.quality --stored --page docs/om/jamforelsen.md

bilder: $(VENV)/.dev-installed ## gör om vägledningens bilder ur webbplatsen och dess filer, i docs/bidra/steg/
	@PYTHONPATH=scripts $(BIN)/python -m verktyg.bilder

webblasare: $(VENV)/.dev-installed ## prövar webbplatsen i Firefox och i WebKit (Safaris motor); tar några minuter
	@$(BIN)/ramberattelser bygg --zip
	@PYTHONPATH=scripts:tests $(BIN)/python -m engines

bench: $(VENV)/.dev-installed ## mäter vad ett bygge kostar, och vad sökningen finner, bredvid andra verktyg (tar flera minuter; FLAGS=--help)
	@$(BIN)/python $(TOOLS)/browser.py
	@PYTHONPATH=scripts:tests $(BIN)/python -m bench $(FLAGS)

format: $(VENV)/.dev-installed ## formaterar koden och rättar det som kan rättas av sig självt
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/.dev-installed ## räknar om låsfilerna (till nyare versioner: make lock FLAGS=--upgrade)
	$(call compile,requirements.txt,requirements.in)
	$(call compile,requirements-dev.txt,requirements-dev.in)

clean: ## tar bort allt som har byggts, även .venv
	rm -rf $(VENV) site build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis scripts/*.egg-info
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

comma := ,
compile = CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/pip-compile --quiet $(FLAGS) --output-file $(1) $(2)

# A dangling link (the system's Python was replaced) counts as missing, so the environment is made anew.
$(BIN)/python:
	@$(TOOLS)/create-venv $(VENV)

$(VENV)/.site-installed: requirements.txt pyproject.toml | $(BIN)/python
	@echo 'Installerar det som webbplatsen behöver …'
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev-installed: requirements-dev.txt $(VENV)/.site-installed
	@echo 'Installerar det som testerna behöver …'
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

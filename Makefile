# The doors in. `make run` opens the program on the example municipality; the rest is for
# those who change it. Everything a fresh clone needs is set up by the first of them.

PYTHON ?= $(firstword $(shell command -v python3 python3.14 python3.13 python3.12 python3.11) python3)
READY = $(PYTHON) -m kiosk.devtools.first_start
BIN = .venv/bin
OFFSCREEN = QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software
TESTS ?= tests
ONLY ?=
EVENTS ?= 500000
SEED ?= 1
BUDGET_S ?= 900
SESSIONS ?= 2000
ARGS ?=

.PHONY: run test audit check bench torture soak tour catalogues format lock clean

run:
	@$(READY) run

# Two processes for two cores; one hash seed, so that both collect the same tests.
test:
	@$(READY) dev
	@$(OFFSCREEN) PYTHONHASHSEED=0 $(BIN)/python -m pytest -n 2 $(TESTS)

# Every page for citizens in every language, text size, colour mode and on every screen, and what else
# the bar names; takes most of an hour. What held, by the ids of the bar, is written into
# out/audit.json, and with pictures into out/access-report.html.
audit:
	@$(READY) dev
	@$(OFFSCREEN) PYTHONHASHSEED=0 $(BIN)/python -m pytest -n 2 --dist loadscope \
	  -o truncation_limit_lines=0 -o truncation_limit_chars=0 \
	  -m "not torture" --audit-outcomes out/audit.json tests/audit tests/outside tests/unit/theme \
	  $$($(BIN)/python -m tests.audit.bar) $(ARGS)

check:
	@$(READY) dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m kiosk.devtools.lint_qml
	$(BIN)/python -m kiosk.devtools.format_qml --check
	$(BIN)/python -m kiosk.devtools.catalogues check

bench:
	@$(READY) dev
	@$(OFFSCREEN) EVENTS=$(EVENTS) $(BIN)/python -m kiosk.devtools.bench $(ONLY)

# Long tests of the record, each for BUDGET_S seconds at most; ONLY=kill names one of them.
torture:
	@$(READY) dev
	@$(OFFSCREEN) $(BIN)/python -m kiosk.devtools.torture \
	  --seed $(SEED) --budget-s $(BUDGET_S) $(ONLY)

# A long day of a public machine: strangers who tap at random, and staff now and then.
soak:
	@$(READY) dev
	@$(OFFSCREEN) $(BIN)/python -m kiosk.devtools.soak --seed $(SEED) --sessions $(SESSIONS)

tour:
	@$(READY) user
	@$(OFFSCREEN) $(BIN)/python -m kiosk tour --out out --content assets/example $(ARGS)

# Write new texts into locales/*.pot and *.po, then translate the empty ones.
catalogues:
	@$(READY) dev
	$(BIN)/python -m kiosk.devtools.catalogues update --prune
	$(BIN)/python -m kiosk.devtools.catalogues compile

format:
	@$(READY) dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m kiosk.devtools.format_qml

LOCK = $(BIN)/pip-compile -q --generate-hashes --no-header --no-emit-index-url \
  --no-emit-trusted-host --no-emit-find-links --strip-extras
lock:
	@$(READY) dev
	$(LOCK) -o requirements.lock pyproject.toml
	$(LOCK) --allow-unsafe --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf build dist out .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

# Every command of the project. `make site` is all that a kommun needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Debian packages are installed as root, or through sudo; another apt run is waited for.
SUDO := $(if $(filter-out 0,$(shell id -u)),sudo)
APT := $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

# One stamp for what the site needs, one for what tests need beside it.
SITE_READY := $(VENV)/site-ready
TEST_READY := $(VENV)/test-ready

.DEFAULT_GOAL := site
.PHONY: site serve setup lint test test-full browser pango handbok screenshots lock

site: $(SITE_READY)
	@echo "Bygger webbplatsen av data/ och content/ ..."
	$(BIN)/kommunvision build

serve: $(SITE_READY)
	$(BIN)/kommunvision serve

setup: $(TEST_READY) pango

lint: $(TEST_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint browser pango
	$(BIN)/pytest -n 2

test-full: lint browser pango
	$(BIN)/pytest -n 2 -m ""

handbok: $(SITE_READY)
	$(BIN)/mkdocs build --strict --quiet -f docs/handbok/mkdocs.yml -d ../../handbok-site
	@echo "Handboken är byggd i handbok-site/. Titta på den: $(BIN)/mkdocs serve -f docs/handbok/mkdocs.yml"

screenshots: site $(TEST_READY) browser
	$(BIN)/python -m tests.screenshots

# Resolves requirements*.in anew; commit the two lock files together.
lock: $(TEST_READY)
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header \
		--output-file requirements.lock requirements.in
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --constraints requirements.lock \
		--output-file requirements-dev.lock requirements-dev.in

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Kommunvision behöver Python 3.11 eller senare ($(PYTHON) saknas eller är äldre)." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		echo "Paketet python3-venv saknas och installeras ..."; \
		$(APT) update --quiet=2 && $(APT) install --quiet=2 --yes --no-install-recommends python3-venv; } || { \
		echo "Det gick inte att installera python3-venv. Installera paketet och försök igen." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(SITE_READY): requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installerar det som webbplatsen behöver i $(VENV)/. Det görs första gången och när versionerna har ändrats ..."
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST_READY): requirements-dev.lock $(SITE_READY)
	@echo "Installerar det som testerna behöver i $(VENV)/ ..."
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@

browser:
	@command -v chromium >/dev/null || { \
		echo "Webbläsaren Chromium saknas. Testerna behöver den, så den installeras ..."; \
		$(APT) update --quiet=2 && \
		$(APT) install --quiet=2 --yes --no-install-recommends chromium fonts-liberation >/dev/null && \
		command -v chromium >/dev/null; } || { \
		echo "Det gick inte att installera Chromium. Se till att kommandot chromium finns och försök igen." >&2; \
		exit 1; }

# The libraries with which `kommunvision pdf` sets its text.
PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

pango: $(TEST_READY)
	@$(BIN)/python -c 'import weasyprint' 2>/dev/null || { \
		echo "Biblioteket Pango saknas. Testerna av kommunvision pdf behöver det, så det installeras ..."; \
		$(APT) update --quiet=2 && \
		$(APT) install --quiet=2 --yes --no-install-recommends $(PANGO) fonts-liberation >/dev/null && \
		$(BIN)/python -c 'import weasyprint'; } || { \
		echo "Det gick inte att installera Pango. Installera paketen $(PANGO) och försök igen." >&2; \
		exit 1; }

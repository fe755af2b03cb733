# Two commands: `make run` starts the bot, `make test` proves it. Needs Python 3.11 or newer, make
# and git; everything else is installed here, under .venv and .venv-synapse, from the hashes in
# requirements/, and clients for the tests from those in tests/clients/package-lock.json.
PYTHON ?= python3
SHELL := /bin/sh
.DELETE_ON_ERROR:
.NOTPARALLEL:

VENV := .venv
SYNAPSE := .venv-synapse
BIN := $(VENV)/bin
LOCKS := requirements
CLIENTS := tests/clients
TESTS ?= tests
# Tests that share no server run on both cores; those that measure a stop or a kill have them alone.
SIDE_BY_SIDE := --numprocesses 2 --dist worksteal

# A stamp is touched last, so an install that was cut short is made again. An environment whose
# interpreter is gone (Python upgraded, tree moved) loses its stamps and is made again too.
FORGET := $(shell for venv in $(VENV) $(SYNAPSE); do \
	[ ! -e $$venv ] || $$venv/bin/python -c "" 2>/dev/null || rm -f $$venv/.ready-*; done)

.PHONY: help install run test check lint fuzz soak lock upgrade clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1: \2/p' Makefile

install: $(VENV)/.ready-run ## only install what the bot needs, in .venv

run: $(VENV)/.ready-run ## migrate the database and start the bot (with no token: in this terminal)
	@$(BIN)/python -m bot migrate
	@exec $(BIN)/python -m bot run

test: $(VENV)/.ready-test $(CLIENTS)/node_modules/.ready lint ## everything, PostgreSQL and Matrix included
	@$(BIN)/python -m pytest $(TESTS) -m "not servers and not soak" $(SIDE_BY_SIDE)
	@$(BIN)/python -m pytest $(TESTS) -m "servers and not soak"

check: $(VENV)/.ready-test lint ## the fast part: lint, types, imports, tests without servers
	@$(BIN)/python -m pytest $(TESTS) -m "not servers and not slow and not soak" $(SIDE_BY_SIDE) \
		--hypothesis-profile quick

lint: $(VENV)/.ready-test ## ruff, mypy and the import rules
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy --strict .
	@$(BIN)/python -c "from importlinter.cli import lint_imports_command as lint; lint()" --no-logo

fuzz: $(VENV)/.ready-test ## thousands of new tries of each property, which takes long
	@$(BIN)/python -m pytest $(TESTS) -m "not servers and not soak" $(SIDE_BY_SIDE) \
		--hypothesis-profile fuzz

soak: $(VENV)/.ready-test $(SYNAPSE)/.ready-synapse ## the long tests
	@$(BIN)/python -m pytest $(TESTS) -m soak

lock: $(VENV)/.ready-test ## write requirements/*.txt from pyproject.toml, keeping what still fits
	@$(call compile,run,pyproject.toml)
	@$(call compile,test,pyproject.toml --group dev --constraint $(LOCKS)/run.txt)
	@$(call compile,build,--group build)
	@$(call compile,synapse,--group synapse)

upgrade: ## the same, with the newest versions that the ranges allow
	@$(MAKE) lock COMPILE=--upgrade

clean: ## remove the environments and what the tools left
	rm -rf $(VENV) $(SYNAPSE) $(CLIENTS)/node_modules .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# $(call compile,NAME,SOURCES): every version with its hashes, for every platform and Python, and
# no address of where they came from.
compile = $(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	$(COMPILE) --output-file $(LOCKS)/$(1).txt $(2)

# $(call install,VENV,NAME): the build tools first, for nothing may be fetched without its hash.
install = $(1)/bin/python -m pip install -qq --disable-pip-version-check --no-input \
	--require-hashes -r $(LOCKS)/build.txt && \
	$(1)/bin/python -m pip install -qq --disable-pip-version-check --no-input \
	--require-hashes --no-build-isolation --use-pep517 -r $(LOCKS)/$(2).txt

# $(call new,VENV): from nothing, so that what an older lock or a cut install left cannot stay.
new = $(PYTHON) -c "import sys; sys.exit(None if sys.version_info >= (3, 11) else \
	'Python 3.11 or newer is needed, this is ' + sys.version.split()[0] + ': make PYTHON=python3.12')" && \
	{ $(PYTHON) -m venv --clear $(1) || \
	{ echo 'No environment could be made; on Debian and Ubuntu: apt install python3-venv' >&2; exit 1; }; }

$(VENV)/.ready-run: $(LOCKS)/run.txt $(LOCKS)/build.txt
	@echo "Installing the bot in $(VENV): once, then only when $(LOCKS) changes."
	@$(call new,$(VENV))
	@$(call install,$(VENV),run)
	@touch $@

# On top of a whole installation of the bot, which may be running: the versions it has are the same
# here, so nothing of it is touched. After a cut install, or another lock, from nothing.
$(VENV)/.ready-test: $(LOCKS)/run.txt $(LOCKS)/test.txt $(LOCKS)/build.txt
	@echo "Installing the test tools in $(VENV): once, then only when $(LOCKS) changes."
	@if [ -e $@ ] || [ -e $(VENV)/.cut ] || [ ! -e $(VENV)/.ready-run ] || \
		[ -n "$$(find $(LOCKS) -type f -newer $(VENV)/.ready-run)" ]; then $(call new,$(VENV)); fi
	@touch $(VENV)/.cut
	@{ $(call install,$(VENV),test); } || { rm $(VENV)/.cut; exit 1; }
	@touch $(VENV)/.ready-run $@
	@rm $(VENV)/.cut

$(SYNAPSE)/.ready-synapse: $(LOCKS)/synapse.txt $(LOCKS)/build.txt
	@echo "Installing a Matrix homeserver for the tests in $(SYNAPSE): once, about a minute."
	@$(call new,$(SYNAPSE))
	@$(call install,$(SYNAPSE),synapse)
	@touch $@

# Exactly what the lock names, with its hashes; nothing of it may run a script of its own.
$(CLIENTS)/node_modules/.ready: $(CLIENTS)/package-lock.json $(SYNAPSE)/.ready-synapse
	@echo "Installing the clients that the tests talk through in $(CLIENTS): a few seconds."
	@cd $(CLIENTS) && PATH="$(CURDIR)/$(SYNAPSE)/bin:$$PATH" npm ci --silent
	@touch $@

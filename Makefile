# What a person or CI does here; `make help` lists it. Needs GNU make, a POSIX shell and Python 3.11 or later.
# Every path is relative, so the folder's own path may hold spaces or Thai letters.

# The first Python that is new enough. Another one: make PYTHON=/path/to/python3 run
PYTHON ?= $(or $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
    $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done),python3)

# Arguments for pytest: make test ARGS="-k tariffs"
ARGS ?=

# The type checker beside mypy. Plain pyright, where it is installed: make PYRIGHT=pyright check-pyright
PYRIGHT ?= basedpyright

IN_VENV = .venv/bin/python
PACKAGES = bubble docs graph loaders queries visuals tests
COG_FILES = $(shell grep -rl --include='*.md' '\[\[\[cog' README.md docs 2>/dev/null)

.DEFAULT_GOAL = help
.PHONY: help run test pictures bench bench-neo4j bench-pictures check docs site format clean rebuild \
    check-format check-lint check-imports check-mypy check-pyright check-docs check-site
.SUFFIXES:

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

run: .venv/run-ready ## Build the graph, answer the headline question, draw its page and figure
	@$(IN_VENV) -m bubble run

test: .venv/dev-ready ## Run the tests; ARGS="-k name" runs some
	@$(IN_VENV) -m pytest -n auto --maxprocesses 4 --dist loadgroup $(ARGS)

pictures: .venv/dev-ready ## Draw every view in a real Chromium for a person to look at, into out/pictures
	@$(IN_VENV) -m tests.pictures $(ARGS)

bench: .venv/dev-ready ## Measure commands, and questions against the bare engine; ARGS=large on a million edges
	@$(IN_VENV) -m tests.bench $(ARGS)

bench-neo4j: .venv/dev-ready ## Measure a Neo4j server through Bubble, the bare driver, py2neo and the importer
	@$(IN_VENV) -m tests.bench_neo4j $(ARGS)

bench-pictures: .venv/dev-ready ## Measure pages beside pyvis, neo4j-viz, sigma, force-graph; ARGS="300 1000" are nodes
	@$(IN_VENV) -m tests.bench_pictures $(ARGS)

check: check-format check-lint check-imports check-mypy check-pyright check-docs check-site ## Check style, imports, types, docs

check-format: .venv/dev-ready
	@$(IN_VENV) -m ruff format --check $(PACKAGES)

check-lint: .venv/dev-ready
	@$(IN_VENV) -m ruff check $(PACKAGES)

check-imports: .venv/dev-ready
	@.venv/bin/lint-imports

check-mypy: .venv/dev-ready
	@$(IN_VENV) -m mypy

check-pyright: .venv/dev-ready
	@$(IN_VENV) -m $(PYRIGHT) --pythonpath $(IN_VENV)

check-docs: .venv/dev-ready
	@test -z "$(COG_FILES)" || $(IN_VENV) -m cogapp -n utf-8 --check --diff $(COG_FILES) || \
	    { echo 'make: the docs differ from the code that writes them; run: make docs' >&2; exit 1; }

docs: .venv/dev-ready ## Write the generated parts of the docs anew
	@test -z "$(COG_FILES)" || $(IN_VENV) -m cogapp -n utf-8 -r $(COG_FILES)

check-site: .venv/dev-ready
	@$(IN_VENV) -m docs.site --check || \
	    { echo 'make: a page of docs/ stands in no contents, or leads nowhere; see above' >&2; exit 1; }

site: .venv/dev-ready ## Build the documentation site with its gallery into out/site; needs no network to be read
	@$(IN_VENV) -m docs.site $(ARGS)

format: .venv/dev-ready ## Format the code and mend what ruff can mend
	@$(IN_VENV) -m ruff check --fix-only --quiet $(PACKAGES)
	@$(IN_VENV) -m ruff format $(PACKAGES)

clean: ## Remove everything that make made, .venv too
	@rm -rf .venv out build dist *.egg-info .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache
	@find $(PACKAGES) -name __pycache__ -type d -prune -exec rm -rf {} +

# The virtual environment. A stamp is written last and holds the folder it was made in, so that an interrupted set-up,
# a moved folder or a Python that has gone is set up anew, and anything else installs nothing.
WHOLE = test "$$(cat .venv/run-ready 2>/dev/null)" = "$$(pwd -P)" && .venv/bin/python -c pass 2>/dev/null
ifneq ($(shell $(WHOLE) && echo whole),whole)
.venv/run-ready: rebuild
endif

# Two makes at once: the second waits here for the first, then finds its work done.
ALONE = import fcntl, os, sys; lock = os.open("requirements.txt", os.O_RDWR); os.set_inheritable(lock, True); \
    fcntl.flock(lock, fcntl.LOCK_EX); os.execvp("sh", ["sh", "-ec", sys.argv[1]])
PIP = $(IN_VENV) -m pip install --quiet --disable-pip-version-check --no-input

# The editable install names this folder in a .pth file, which Python before 3.13 reads in the machine's locale: Thai
# letters there would stop every start under LC_ALL=C. Four folders up from site-packages is the same place, in ASCII.
RELATIVE = for pth in .venv/lib/python3*/site-packages/__editable__.bubble-*.pth; do echo ../../../.. > "$$pth"; done

.venv/run-ready: requirements.txt pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "make: Bubble needs Python" \
	    "3.11 or later, found $$("$(PYTHON)" --version 2>/dev/null || echo none); install it, or say where it is:" \
	    "make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "make: this Python has no venv; install it" \
	    "(Debian, Ubuntu: apt install python3-venv) and run make again" >&2; exit 1; }
	@"$(PYTHON)" -c '$(ALONE)' ' \
	    from=; if ! { $(WHOLE); }; then from=--clear; \
	    elif test -z "$$(find requirements.txt pyproject.toml -newer $@)"; then exit; fi; \
	    echo "Setting up .venv out of requirements.txt (about a minute the first time) ..." >&2; \
	    "$(PYTHON)" -m venv $$from .venv; $(PIP) -r requirements.txt; \
	    LC_ALL=C.UTF-8 $(PIP) --no-deps --editable .; $(RELATIVE); pwd -P > $@'

.venv/dev-ready: .venv/run-ready requirements-dev.txt
	@"$(PYTHON)" -c '$(ALONE)' ' \
	    test -e $@ && test -z "$$(find .venv/run-ready requirements-dev.txt -newer $@)" && exit; \
	    echo "Adding what tests and checks need ..." >&2; $(PIP) -r requirements-dev.txt; touch $@'

# AreYouJ: everything is done from here. GNU make 3.81 (macOS) is enough.
#
#   make demo          JupyterLab with AreYouJ, in folders of its own (.demo/)
#   make demo ONCE=1   the tour without a browser: three agents, three replies, then everything ends
#   make test          all tests          ARGS='-k name' picks some
#   make quick         the tests that take no time
#   make test-lowest   the quick tests and one page with the lowest versions that pyproject.toml allows;
#                      PYTHON=python3.13 takes another Python, quick-lowest leaves out the page
#   make bench         our terminals against JupyterLab's own, a table; ARGS='throughput echo' picks some
#   make record        the screens of Claude Code in tests/screens, made anew
#   make lint          ruff and mypy
#   make docs          the documentation as a site, in docs/_build/html; every warning is an error
#   make release    the sdist and the wheel for PyPI, in dist/
#   make clean         remove .venv, .lowest and .demo

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOWEST := .lowest

# All tests side by side, three on two cores, since a test waits half of its time; some that are picked run one after the
# other, so that -x and --pdb work.
WORKERS ?= 2
SHARED = $(if $(ARGS),,-n $(WORKERS) --dist loadfile --no-loadscope-reorder)

# What an editable install copies instead of pointing to it.
COPIED := pyproject.toml areyouj_jupyter/_version.py areyouj_jupyter/labextension/package.json \
	$(wildcard areyouj_jupyter/etc/*.json) labextension/install.json
SOURCES := $(shell find areyouj_jupyter -name '*.py' -o -name '*.sql')

# Where the benchmarks find what they share with the tests.
SUPPORT := tests:tests/support:tests/support/browser:tests/support/claude:tests/support/processes:tests/support/services:tests/support/terminals

# An editable install serves the demo too; it is never replaced by one that is not.
INSTALLED := $(if $(wildcard $(VENV)/.editable),$(VENV)/.editable,$(VENV)/.installed)

unexport VIRTUAL_ENV  # of a shell in which another one is active: ours is used

.PHONY: demo test lowest test-lowest quick quick-lowest bench record lint docs release clean

demo: $(INSTALLED)
	@$(BIN)/python -m areyouj_jupyter.demo $(if $(ONCE),--once)

test: $(VENV)/.editable
	$(BIN)/python -m pytest $(SHARED) $(ARGS)

quick: $(VENV)/.editable
	$(BIN)/python -m pytest $(SHARED) -m 'not slow' $(ARGS)

# What follows needs it; it tests nothing.
lowest: $(LOWEST)/.made-$(notdir $(PYTHON))

# Old versions use what is deprecated by now; that is not for us to mend.
quick-lowest: $(LOWEST)/.made-$(notdir $(PYTHON))
	@$(LOWEST)/bin/python .ci/lowest.py
	$(LOWEST)/bin/python -m pytest -W default::DeprecationWarning $(SHARED) -m 'not slow' $(ARGS)

test-lowest: quick-lowest
	$(LOWEST)/bin/python -m pytest -W default::DeprecationWarning tests/browser/test_browser.py -k from_working_to_done

bench: $(VENV)/.editable
	@PYTHONPATH=$(SUPPORT) $(BIN)/python -m benchmarks $(ARGS)

record: $(VENV)/.editable
	@PYTHONPATH=$(SUPPORT) $(BIN)/python -m recording $(ARGS)

lint: $(VENV)/.editable
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# From these sources, whatever is installed: `python -m` looks here first.
docs: $(VENV)/.docs
	$(BIN)/python -m sphinx -W --keep-going -n -q -E -b html docs docs/_build/html
	@echo 'The documentation is in docs/_build/html/index.html'

# In an environment of the build's own: what pyproject.toml names has to be enough.
release: $(VENV)/.editable
	rm -rf dist
	@AREYOUJ_RELEASE=1 $(BIN)/python -m build

clean:
	rm -rf $(VENV) $(LOWEST) .demo dist docs/_build

$(VENV)/.installed: $(VENV)/.made $(COPIED) $(SOURCES)
	@echo 'Installing AreYouJ and JupyterLab into $(VENV) (a minute or two) …'
	@$(PIP) install '.[lab]'
	@touch $@

# The front end is used as it is committed; without that variable an editable install would build it, with node.
$(VENV)/.editable: $(VENV)/.made $(COPIED)
	@echo 'Installing AreYouJ with what its tests need into $(VENV) (a minute or two) …'
	@SKIP_JUPYTER_BUILDER=1 $(PIP) install --editable '.[test]'
	@touch $@

# Sphinx and its like alone; AreYouJ stays as it is installed.
$(VENV)/.docs: pyproject.toml | $(INSTALLED)
	@echo 'Installing what the documentation is built with into $(VENV) …'
	@$(BIN)/python -c 'import tomllib; \
		extras = tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]; \
		print(*extras["docs"], sep="\n")' > $(VENV)/docs.txt
	@$(PIP) install --requirement $(VENV)/docs.txt
	@touch $@

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'AreYouJ needs Python 3.11 or newer as $(PYTHON); PYTHON=... names another.'; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo 'There is no venv in this Python; on Debian: apt install python3-venv'; exit 1; }
	@touch $@

# uv alone can resolve to the lowest versions; it is told of the index that pip uses. Wheels only: a compiler is not needed.
$(LOWEST)/.made-$(notdir $(PYTHON)): pyproject.toml
	@echo 'Installing the lowest versions of all that AreYouJ needs into $(LOWEST) …'
	@$(PYTHON) -m venv --clear $(LOWEST)
	@$(LOWEST)/bin/python -m pip --disable-pip-version-check --quiet install uv
	@index=$$($(LOWEST)/bin/python -m pip config list | sed -n "s/.*\.index-url='\(.*\)'$$/\1/p" | tail -n 1); \
		export UV_DEFAULT_INDEX=$${index:-https://pypi.org/simple} UV_SYSTEM_CERTS=1 SKIP_JUPYTER_BUILDER=1; \
		uv="$(LOWEST)/bin/uv --quiet pip install --python $(LOWEST)/bin/python"; \
		$$uv --resolution lowest-direct --only-binary :all: --requirements pyproject.toml --extra test \
		&& $$uv --no-deps --editable .
	@touch $@

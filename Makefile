# One command each: `make demo`, `make test`. Both make their own .venv and need only Python >= 3.11.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out

.PHONY: demo test lint types bench peers docs mutants schema clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@

demo: $(VENV)/.installed ## Check and build the large example into out/ and say what to open
	$(BIN)/orgmodel check examples/product-organisation --fail-on never
	$(BIN)/orgmodel build examples/product-organisation -o $(OUT)
	@echo "Open $(OUT)/index.html in a browser."

test: $(VENV)/.installed ## Run every test
	$(BIN)/python -m pytest

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed
	$(BIN)/mypy

bench: $(VENV)/.installed ## Print the figures of docs/performance.md
	$(BIN)/python -m benchmarks

peers: $(VENV)/.installed ## Bring other layout engines, which `make bench` then measures beside this one
	$(BIN)/python -m pip install --quiet --disable-pip-version-check igraph
	npm install --prefix .peers --no-save --no-audit --no-fund d3-hierarchy d3-flextree dagre elkjs

docs: $(VENV)/.installed ## Write the generated pages anew: rules, command line, schema
	$(BIN)/python scripts/generate_docs.py

mutants: $(VENV)/.installed ## Mutation testing of one family of rules: make mutants FAMILY=lines (docs/mutation.md)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[mutation]"
	$(BIN)/python scripts/mutants.py $(FAMILY)

clean:
	rm -rf $(VENV) $(OUT) .mutants .peers build dist .mypy_cache .ruff_cache .hypothesis

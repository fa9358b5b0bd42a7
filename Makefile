# Two commands on a new machine: `make demo`, `make test`. Everything is installed into .venv from hash-pinned locks.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
BIN := .venv/bin
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: help demo test check env eval eval-more bench lock clean-env

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

demo: env ## set up, compare the example accounts, say where the page lies
	@mkdir -p out
	$(BIN)/synoptic compare examples/breakwater/accounts --html out/breakwater.html --json out/breakwater.json
	@echo "The page lies at $(CURDIR)/out/breakwater.html"

env: .venv/ready ## set up .venv alone

.venv/ready: requirements/use.lock requirements/development.lock pyproject.toml tools/environment.sh .python-version
	bash tools/environment.sh

check: env ## style, types, imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	MYPYPATH=src:. $(BIN)/mypy --explicit-package-bases $(filter-out training/pairs/,$(wildcard training/*/))
	$(BIN)/lint-imports

test: check ## all checks and all tests, with the gate over the project's own gold
	bash tools/browser.sh
	$(BIN)/pytest -n 2 --dist loadgroup
	$(BIN)/python -m evals.gate

eval: env ## DATA=folder [ONLY=quotes,claims] [OUT=scores.json] [KEEP=folder]: run every scorer, print one table
	@$(BIN)/python -m evals.run --data "$(DATA)" $(if $(ONLY),--only "$(ONLY)") $(if $(OUT),--out "$(OUT)") $(if $(KEEP),--keep "$(KEEP)")

eval-more: env ## DATA=folder: precision of links, the error of an origin count, retellings, planted differences, what thresholds cost
	$(BIN)/python -m evals.links --data "$(DATA)"
	$(BIN)/python -m evals.languages
	$(BIN)/python -m evals.origins --data "$(DATA)"
	$(BIN)/python -m evals.retellings --data "$(DATA)"
	$(BIN)/python -m evals.planted --data "$(DATA)"
	$(BIN)/python -m evals.sensitivity --data "$(DATA)"

bench: env ## speed and memory, side by side with what a user would pick instead
	$(BIN)/python -m evals.benchmarks
	$(BIN)/python -m evals.benchmarks.grouping --articles 12000 --window 4000
	$(BIN)/python -m evals.benchmarks.grouping --articles 1500 --window 500 --vectors --beside 0
	$(BIN)/python -m evals.benchmarks.copies --articles 2000 --times 1
	$(BIN)/python -m evals.benchmarks.large_story --sizes 5,50

lock: ## compile the locks anew (hashes, no hosts)
	bash tools/lock.sh

clean-env: ## remove .venv and the private uv
	rm -rf .venv .uv

# The newcomer's menu. `make help` prints it.
SHELL := /bin/bash
jobs := $(shell nproc)
listen ?= 127.0.0.1:8080
data ?= data

.DEFAULT_GOAL := help
.PHONY: help setup build native web single-file run test size screenshots bench web-numbers load sanitize trials-truth trials-postgres trials-sync trials-security coverage clean format

help: ## Print this menu
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Fetch what is missing: packages, Emscripten, libraries, playwright-core
	@setup/all

build: native web ## Build everything: build/bin/mingbai and build/web

native: setup
	@[ -f build/native/build.ninja ] || cmake --preset native
	@cmake --build --preset native -j $(jobs)

web: setup
	@[ -f build/wasm/build.ninja ] || cmake --preset wasm
	@cmake --build --preset wasm -j $(jobs)

single-file: web ## Build build/mingbai.html: calculator, rules and scenarios in one file, for a USB stick
	@/usr/bin/python3 cmake/single_file.py web/single_file build/web build/mingbai.html

run: build ## Start the server on 127.0.0.1:8080 with ./data (listen=ADDR:PORT data=DIR)
	@setup/run "$(listen)" "$(data)"

test: build ## Run every test; the last line is "N passed, N failed"
	@/usr/bin/python3 tests/run.py

size: web ## Print the weight of the first picture against its budget
	@/usr/bin/python3 cmake/size.py build/web/version.json

screenshots: build ## Photograph every screen into docs/screenshots
	@node tests/browser/screenshots.mjs

bench: build ## Measure beside limits and peers, write the tables of docs/numbers.md
	@cmake --build --preset native -j $(jobs) --target w1
	@cmake --build --preset wasm -j $(jobs) --target w1
	@/usr/bin/python3 tests/bench/w1/run.py
	@set -o pipefail; node tests/bench/first_picture.mjs 7 | /usr/bin/python3 tests/bench/numbers_table.py "make bench, first picture"

web-numbers: build ## Measure the page: weight, first frame, keys, idleness, memory, access; writes docs/numbers.md
	@cmake --build --preset native -j $(jobs) --target mingbai_tests
	@set -o pipefail; node tests/bench/web_numbers.mjs | /usr/bin/python3 tests/bench/numbers_table.py "make web-numbers"

load: build ## Push over 500 connections while 2,000 are idle, then a surge; writes its table of docs/numbers.md
	@cmake --build --preset native -j $(jobs) --target load
	@set -o pipefail; build/bin/load build/bin/mingbai build/load-data | /usr/bin/python3 tests/bench/numbers_table.py "make load"

sanitize: setup ## Every C++ test under AddressSanitizer and UndefinedBehaviorSanitizer; a finding ends it
	@[ -f build/sanitize/build.ninja ] || cmake --preset sanitize
	@cmake --build --preset sanitize -j $(jobs) --target mingbai_tests
	@time build/sanitize/mingbai_tests

trials-truth: build sanitize ## The trials of truth at full count: bytes equal, rules broken, days, sums, damaged input
	@MINGBAI_TRIALS=full /usr/bin/python3 tests/run.py cpp identity truth
	@time MINGBAI_TRIALS=full build/sanitize/mingbai_tests "[fuzz]"

trials-postgres: build ## The whole suite of the store and of HTTP on PostgreSQL, full disks, at full count; writes docs/numbers.md
	@/usr/bin/python3 tests/trials.py postgres

trials-sync: build ## Killed servers and browsers, power cuts, bad lines, wrong clocks at full count; writes docs/numbers.md
	@/usr/bin/python3 tests/trials.py sync

trials-security: build ## Guesses, floods, marks, every role and action at full count; writes docs/numbers.md
	@/usr/bin/python3 tests/trials.py security

coverage: ## Write docs/coverage.md: where each requirement lives, and which live nowhere
	@/usr/bin/python3 cmake/coverage.py .

format: ## Lay out the C++ sources with clang-format
	@git ls-files '*.cpp' '*.h' | xargs clang-format -i

clean: ## Remove what was built (not what was fetched)
	@rm -rf build

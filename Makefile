# Model Census: what there is to do. `make serve` and `make test` install what
# they miss themselves; see tools/ for how each step is done.
SHELL := bash
PORT ?= 8080

# Steps that are said here alone: what waits for what, and nothing else does. Two
# cores are busy with two at a time, and a third fills their pauses.
MAKEFLAGS += --jobs=3
.PHONY: help setup dist serve test lint native-test browser-test rehearse bench lighthouse proof differential findings minutes clean \
	toolchain npm modules native pictures page-compiled office-compiled unpack-compiled \
	page-module office-module unpack-module lint-format lint-native lint-page lint-generated

help: ## List these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

setup: toolchain modules npm ## Install what the build needs: Rust for wasm32, npm packages, our own tool

toolchain:
	@tools/wasm-toolchain.sh
npm:
	@tools/npm.sh
modules: toolchain
	@tools/modules.sh

# First what takes longest.
dist: page-module office-module unpack-module pictures ## Build the release page into dist/ (SITE_URL=https://.../ where it will be)
	@tools/build-page.sh

page-compiled: toolchain
	@tools/build-wasm.sh compile page
page-module: page-compiled modules npm
	@tools/build-wasm.sh finish page
# After what has the same folder of cargo's and shares some crates.
native: toolchain modules
	@tools/build-native.sh
pictures: native npm
	@tools/build-pictures.sh
# Cargo compiles one at a time; the larger goes first, to be finished beside the other.
office-compiled: page-compiled
	@tools/build-wasm.sh compile office
office-module: office-compiled modules npm
	@tools/build-wasm.sh finish office
unpack-compiled: office-compiled
	@tools/build-wasm.sh compile unpack
unpack-module: unpack-compiled modules npm
	@tools/build-wasm.sh finish unpack

serve: dist ## Build the page and serve it at http://127.0.0.1:8080 (PORT=... for another)
	@exec node_modules/.bin/vite preview --strictPort --host 127.0.0.1 --port $(PORT)

# The browser comes last and alone: some of its tests measure.
test: lint-format dist lint native-test ## Lint, test the native code, build the page, test it in Chromium
	@tools/chromium.sh
	@tools/browser-test.sh

lint: lint-format lint-native lint-page lint-generated ## Check the format and run clippy and cargo doc on the native code and the page

lint-format:
	@tools/lint.sh format
lint-native: lint-format
	@tools/lint.sh native
lint-page: lint-format toolchain
	@tools/lint.sh page
lint-generated: npm
	@tools/lint.sh generated

native-test: ## Test the native code
	@tools/native-test.sh

# Where all is asked for, what would wait for the same folder of cargo's comes
# one after the other.
ifneq ($(filter test,$(MAKECMDGOALS)),)
page-compiled native: lint-format
lint-native: native
native-test: lint-native
lint-page: unpack-compiled
endif

browser-test: dist ## Build the page and test it in Chromium
	@tools/chromium.sh
	@tools/browser-test.sh

rehearse: dist ## Rehearse what a page goes through, write docs/reliability.md; hours (SEQUENCES=... FIRST=... ONLY=... for less)
	@tools/chromium.sh
	@tools/rehearse.sh

bench: dist ## Measure the stages and the page beside others, write bench/README.md (BENCH=... for less)
	@tools/chromium.sh
	@tools/bench.sh $(BENCH)

lighthouse: dist ## Judge the page by Lighthouse and time it, write bench/lighthouse/README.md
	@tools/chromium.sh
	@tools/lighthouse.sh

proof: setup ## Write the files for offices, read them back with other programs, and picture them
	@tools/proof.sh

differential: ## Count random exports independently and compare (SEEDS=... of them, FIRST=... the first)
	@tools/differential.sh

findings: ## See which surprises about others' libraries still hold (FINDINGS=... for those so named)
	@tools/findings.sh $(FINDINGS)

minutes: ## Measure in a fresh clone what the steps take, write docs/developers.md; an hour (MINUTES=... for less)
	@tools/minutes.sh $(MINUTES)

clean: ## Remove what was built here (the compiler parts in the cache stay)
	rm -rf target dist tests/browser/shots

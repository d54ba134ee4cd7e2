# Model Census: what there is to do. `make serve` and `make test` install what
# they miss themselves; see tools/ for how each step is done.
SHELL := bash
PORT ?= 8080

.PHONY: help setup dist serve test lint native-test browser-test bench lighthouse proof findings clean
.NOTPARALLEL:

help: ## List these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

setup: ## Install what the build needs: Rust for wasm32, wasm-bindgen, npm packages
	@tools/wasm-toolchain.sh
	@tools/wasm-bindgen.sh
	@tools/wasm-split.sh
	@tools/npm.sh

dist: setup ## Build the release page into dist/ (SITE_URL=https://.../ where it will be)
	@tools/build-wasm.sh
	@tools/build-pictures.sh
	@tools/build-page.sh

serve: dist ## Build the page and serve it at http://127.0.0.1:8080 (PORT=... for another)
	@exec node_modules/.bin/vite preview --strictPort --host 127.0.0.1 --port $(PORT)

test: lint native-test browser-test ## Lint, test the native code, build the page, test it in Chromium

lint: setup ## Check the format and run clippy on the native code and the page
	@tools/lint.sh

native-test: ## Test the native code
	@. tools/lib.sh && show_step "Test: native code" cargo test --workspace "$${locked[@]}"

browser-test: dist ## Build the page and test it in Chromium
	@tools/chromium.sh
	@tools/browser-test.sh

bench: dist ## Measure the stages and the page beside others, write bench/README.md (BENCH=... for less)
	@tools/chromium.sh
	@tools/bench.sh $(BENCH)

lighthouse: dist ## Judge the page by Lighthouse and time it, write bench/lighthouse/README.md
	@tools/chromium.sh
	@tools/lighthouse.sh

proof: setup ## Write the files for offices, read them back with other programs, and picture them
	@tools/proof.sh

findings: ## See which surprises about others' libraries still hold (FINDINGS=... for those so named)
	@tools/findings.sh $(FINDINGS)

clean: ## Remove what was built here (the compiler parts in the cache stay)
	rm -rf target dist tests/browser/shots

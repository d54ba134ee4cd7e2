#!/usr/bin/env bash
# Bundles index.html, the scripts, the style and target/pkg into dist/ with
# Vite, unless nothing of that changed since.
. "$(dirname "$0")/lib.sh"

inputs=$(fingerprint index.html vite.config.js package-lock.json tools/headers.js tools/site.js target/site tools/build-page.sh \
    style public target/pkg $(find src -name '*.js' -o -name '*.css' -o -name '*.json'))-${SITE_URL:-}
if is_stamped page "$inputs" && [ -s dist/index.html ]; then
    echo "Page: dist/ is up to date"
    exit 0
fi
step "Page: bundle with Vite into dist/" node_modules/.bin/vite build
stamp page "$inputs"

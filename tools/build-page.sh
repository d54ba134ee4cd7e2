#!/usr/bin/env bash
# Bundles index.html, the scripts, the style and target/pkg into dist/ with
# Vite, unless nothing of that changed since; then what is made of all of it: for
# a look at a change without the one file and what is packed for hosts.
. "$(dirname "$0")/lib.sh"

inputs=$(fingerprint index.html vite.config.js package-lock.json tools/*.js target/site tools/build-page.sh \
    style public docs target/pkg $(find src -name '*.js' -o -name '*.css' -o -name '*.json'))-$profile-${SITE_URL:-}
if is_stamped page "$inputs" && [ -s dist/index.html ]; then
    echo "Page: dist/ is up to date"
    exit 0
fi
step "Page: bundle with Vite into dist/" node_modules/.bin/vite build
step "Page: write its hashes into it" node tools/intact.js dist
step "Page: put the guides beside it" node tools/guides.js dist
step "Page: list it for use without a network" node tools/offline.js dist
if [ "$profile" = release ]; then
    step "Page: make one file of it" node tools/single-file.js dist
    printf "Page: the one file has %s\n" "$(numfmt --to=si --suffix=B "$(stat -c %s dist/model-census.html)")"
    # Last: what is packed is final.
    step "Page: pack its files" node tools/precompress.js dist
fi
stamp profile "$profile"
stamp page "$inputs"

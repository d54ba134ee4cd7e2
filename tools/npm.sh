#!/usr/bin/env bash
# Installs what package-lock.json names into node_modules.
. "$(dirname "$0")/lib.sh"

node -e 'const [a, b] = process.versions.node.split(".").map(Number);
    process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)' 2>/dev/null ||
    give_up "Node.js 20.19, 22.12 or newer, with npm" "install it (Debian 13's nodejs is not older), then run this again."

# npm writes this file last.
[ node_modules/.package-lock.json -nt package-lock.json ] && exit 0
step "npm: install the page's build and test packages" npm ci --no-audit --no-fund
touch node_modules/.package-lock.json

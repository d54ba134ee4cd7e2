#!/usr/bin/env bash
# Makes sure of a Chromium for the browser tests, and of a font with Hangul.
# CHROMIUM=/path/to/chrome names another one.
. "$(dirname "$0")/lib.sh"

has_chromium() { [ -x "${CHROMIUM:-/usr/bin/chromium}" ]; }
has_hangul() { ! command -v fc-list >/dev/null || [ -n "$(fc-list :lang=ko family)" ]; }

has_chromium && has_hangul && exit 0
[ -z "${CHROMIUM:-}" ] || has_chromium || give_up "$CHROMIUM" "set CHROMIUM to the path of a Chromium or Chrome."
step "Chromium: install it and a Korean font" with_apt chromium fonts-noto-cjk ||
    give_up "Chromium" "install it and set CHROMIUM to its path."

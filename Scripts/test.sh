#!/usr/bin/env bash
# Builds and runs every test; says how many are skipped because the real sample files are not at hand.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${GONGHAI_SAMPLES:-}" ]; then
  skipped=$(grep -rhoE 'enabled\(if: Paths\.samples' Tests --include='*.swift' | wc -l)
  echo "GONGHAI_SAMPLES is not set: $skipped tests on real sample files will be skipped."
fi
# The reports' datapackage.json is checked by the reference validator, from a virtual environment of its own.
validator=.build/venv/bin/frictionless
if [ ! -x "$validator" ]; then
  { python3 -m venv .build/venv && .build/venv/bin/pip install --quiet frictionless; } >.build/venv.log 2>&1 || true
fi
if [ -x "$validator" ]; then
  export GONGHAI_FRICTIONLESS=$PWD/$validator
else
  echo "frictionless could not be installed (.build/venv.log says why): 1 test on datapackage.json will be skipped."
fi
# A real mail server to fail as it is told, certificates for it, and a clock that says something else.
Scripts/setup.sh python3-aiosmtpd openssl faketime
# The command-line tests drive the built product, which `swift build --build-tests` makes too.
swift build --build-tests
exec swift test --skip-build

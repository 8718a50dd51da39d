#!/usr/bin/env bash
# Installs the system libraries that the build links against, where they are missing, and packages that are named.
set -euo pipefail

if ! command -v swift >/dev/null; then
  echo "gonghai: no 'swift' on the PATH. Install the Swift 6.1 toolchain or newer: https://www.swift.org/install" >&2
  exit 1
fi
if ! command -v dpkg-query >/dev/null; then
  echo "gonghai: this is no Debian or Ubuntu system; libxml2, libzip, libcurl, SQLite 3 (with headers) and pkg-config are taken as installed." >&2
  exit 0
fi

missing=()
for package in libxml2-dev libzip-dev libcurl4-openssl-dev libsqlite3-dev pkg-config "$@"; do
  # pkg-config may be provided by pkgconf, so the command counts, not the package.
  if [ "$package" = pkg-config ] && command -v pkg-config >/dev/null; then continue; fi
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

command="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
  as_root=(sudo)
else
  echo "gonghai: missing system packages: ${missing[*]}. Have an administrator run:" >&2
  echo "    sudo sh -c '$command'" >&2
  exit 1
fi
echo "gonghai: installing missing system packages: ${missing[*]}${as_root[*]:+ (with sudo)}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "gonghai: could not install them. Try it by hand:" >&2
  echo "    sudo sh -c '$command'" >&2
  exit 1
fi

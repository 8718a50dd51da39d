#!/usr/bin/env bash
# install.sh install|uninstall: puts gonghai with its manual, shell completions and example units below PREFIX (default
# /usr/local; DESTDIR is put in front, for packages), or takes away exactly what was put there.
set -euo pipefail
cd "$(dirname "$0")/.."
prefix=${PREFIX:-/usr/local}
root=${DESTDIR:-}$prefix
list=$root/share/gonghai/installed-files

put() { # put MODE FILE TARGET
  install -D -m "$1" "$2" "$root/$3"
  echo "$3" >>"$list.new"
}

uninstall() {
  if [ ! -f "$list" ]; then
    echo "gonghai: nothing is installed below $root: there is no $list" >&2
    exit 1
  fi
  while IFS= read -r file; do rm -f "$root/$file"; done <"$list"
  rm -f "$list"
  # Folders that are empty now and were made for gonghai alone.
  rmdir "$root/share/gonghai" "$root/share/doc/gonghai/examples" "$root/share/doc/gonghai" 2>/dev/null || true
  echo "gonghai: removed from $root"
}

# The Swift runtime goes into the binary where this toolchain has it as a library to link.
build() {
  local flags=(-c release)
  if [ "${STATIC:-}" != no ] && [ -d "$(dirname "$(command -v swift)")/../lib/swift_static" ]; then
    flags+=(--static-swift-stdlib)
  fi
  swift build "${flags[@]}" --product gonghai
  swift build "${flags[@]}" --product generate-manual
  binaries=$(swift build "${flags[@]}" --show-bin-path)
}

install_all() {
  # Not local: the trap runs after the function.
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  if [ -n "${BINARIES:-}" ]; then binaries=$BINARIES; else build; fi
  local gonghai=$binaries/gonghai
  mkdir -p "$(dirname "$list")" "$work/man"
  : >"$list.new"
  # Without its symbols it is half as large.
  strip -o "$work/gonghai" "$gonghai" 2>/dev/null || cp "$gonghai" "$work/gonghai"
  put 755 "$work/gonghai" bin/gonghai
  "$binaries/generate-manual" "$gonghai" --multi-page --output-directory "$work/man"
  for page in "$work"/man/*.1; do put 644 "$page" "share/man/man1/$(basename "$page")"; done
  "$gonghai" --generate-completion-script bash >"$work/bash"
  "$gonghai" --generate-completion-script zsh >"$work/zsh"
  "$gonghai" --generate-completion-script fish >"$work/fish"
  put 644 "$work/bash" share/bash-completion/completions/gonghai
  put 644 "$work/zsh" share/zsh/site-functions/_gonghai
  put 644 "$work/fish" share/fish/vendor_completions.d/gonghai.fish
  # Examples for a workspace in /srv/gonghai/sales; `gonghai schedule` writes them for any other.
  "$gonghai" init "$work/sales" >/dev/null 2>&1
  for scheduler in systemd cron kubernetes; do
    "$root/bin/gonghai" schedule "$scheduler" -w "$work/sales" --output "$work/units" 2>/dev/null
  done
  for unit in "$work"/units/*; do
    sed -i -e "s#$work/sales#/srv/gonghai/sales#g" -e "s#${DESTDIR:-}$prefix/bin/gonghai#$prefix/bin/gonghai#g" "$unit"
    put 644 "$unit" "share/doc/gonghai/examples/$(basename "$unit")"
  done
  put 644 LICENSE share/doc/gonghai/LICENSE
  mv "$list.new" "$list"
  echo "gonghai: installed below $root; take it away with:  make uninstall PREFIX=$prefix"
}

case ${1:-} in
install) install_all ;;
uninstall) uninstall ;;
*)
  sed -n '2,3p' "$0" >&2
  exit 64
  ;;
esac

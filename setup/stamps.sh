# Sourced by the other scripts of this folder: where fetched things live, and how a finished step is remembered.
#
# A stamp holds the key of what was built (version and recipe). It is written last and by rename, so a step that
# was interrupted has no stamp and is done again from its start; a step whose key changed is done again too.
#
#   fresh sqlite "$key" && exit 0
#   …
#   mark sqlite "$key"

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
deps=${MINGBAI_DEPS:-$root/.deps}
mkdir -p "$deps/stamps"
deps=$(cd "$deps" && pwd -P)
[ -e "$root/.deps" ] || ln -s "$deps" "$root/.deps" # $MINGBAI_DEPS may lie elsewhere; the build looks here

fresh() { [ "$(cat "$deps/stamps/$1" 2>/dev/null)" = "$2" ]; }

mark() {
  printf '%s\n' "$2" >"$deps/stamps/$1.part"
  mv "$deps/stamps/$1.part" "$deps/stamps/$1"
}

say() { printf 'setup: %s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# as_root COMMAND…: as it is for root, through sudo for anyone else.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Sourced after stamps.sh: a private apt that also knows Debian's trixie and sid.
#
# It serves downloads only. Nothing is ever installed from these suites: the machine's own apt configuration and
# its package lists stay as they are. The address of the archive is the one the machine itself uses, read through
# apt, so that both forms of its source files are understood and no address stands in this repository.
#
#   suites_ready
#   suites_apt get source --download-only sqlite3=3.53.4-2

suites=$deps/apt

# suites_apt get|cache ARGUMENT…
suites_apt() {
  local tool=apt-$1
  shift
  "$tool" -q -o Dir::Etc::sourcelist="$suites/suites.sources" -o Dir::Etc::sourceparts=- \
    -o Dir::State::lists="$suites/lists" -o Dir::Cache="$suites/cache" -o Dir::Cache::archives="$suites/archives" \
    -o APT::Sandbox::User=root -o Acquire::Languages=none -o Acquire::Retries=3 -o Debug::NoLocking=true "$@"
}

# The machine's own archive: where its list of Debian's packages came from.
archive() {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' 'Component: main' |
    sort | uniq -c | sort -rn | awk 'NR == 1 { print $2 }'
}

# Writes the configuration and reads the lists, at most once a day.
suites_ready() {
  local uri keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  [ -z "$(find "$suites/read" -mmin -1440 2>/dev/null)" ] || return 0
  [ -n "$(archive)" ] || as_root apt-get update -q >&2 || true
  uri=$(archive)
  [ -n "$uri" ] || fail "apt knows no Debian archive on this machine; run 'apt-get update' and see what it says"
  mkdir -p "$suites/lists/partial" "$suites/cache" "$suites/archives/partial"
  printf 'Types: %s\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n\n' \
    "deb deb-src" "$uri" trixie $keyring "deb-src" "$uri" sid $keyring >"$suites/suites.sources"
  suites_apt get update >&2 || fail "the archive does not serve trixie and sid"
  touch "$suites/read"
}

# pinned_or_newer PACKAGE VERSION UPSTREAM: prints the version to fetch, the pinned one where it is served, else
# the newest one served, if its upstream version is not older than UPSTREAM.
pinned_or_newer() {
  local served version best=
  served=$(suites_apt cache showsrc "$1" 2>/dev/null | sed -n 's/^Version: //p' || true)
  if grep -qxF "$2" <<<"$served"; then
    echo "$2"
    return
  fi
  for version in $served; do
    if [ -z "$best" ] || dpkg --compare-versions "$version" gt "$best"; then best=$version; fi
  done
  [ -n "$best" ] && dpkg --compare-versions "$best" ge "$3" || fail "no $1 from $3 on is served"
  say "$1 $2 is no longer served; taking $best"
  echo "$best"
}

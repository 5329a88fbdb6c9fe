# shellcheck shell=bash
# Builds what is not built and sets the built programs aside. Sourced by deploy/up, after common.sh.

programs=$data/app

artefact_of() {
  case $1 in
    deploy/local) say "$root/$1/target/suite-local.jar" ;;
    deploy/demo) say "$root/$1/target/demo.jar" ;;
    *) say "$root/$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

modules=(governance-service budget-service intervention-service reporting-service deploy/local deploy/demo)

sources_of() {
  local source
  for source in "$root/pom.xml" "$root/$1/pom.xml" "$root/$1/src/main" "$root/$1/data"; do
    [[ -e $source ]] && say "$source"
  done
  if [[ $1 != deploy/local ]]; then
    say "$root/platform/pom.xml"
    say "$root/platform/src/main"
  fi
}

# Built by deploy/up (which leaves a stamp) or by Maven, and nothing changed since.
is_built() {
  local artefact stamp sources
  artefact=$(artefact_of "$1")
  stamp=$root/$1/target/.built
  [[ -r $artefact ]] || return 1
  mapfile -t sources < <(sources_of "$1")
  [[ -z $(find "${sources[@]}" -newer "$artefact" -print -quit) ]] && return 0
  [[ -e $stamp && -z $(find "${sources[@]}" -newer "$stamp" -print -quit) ]]
}

# Suites with data of their own may share this checkout: one builds, and the others wait and find it built.
await_other_builds() {
  command -v flock >/dev/null || return 0
  mkdir -p "$root/.local"
  exec {build_lock}>"$root/.local/build.lock"
  flock -n "$build_lock" && return
  say "Another deploy/up builds in this folder: waiting for it."
  flock "$build_lock"
}

let_others_build() {
  [[ -z ${build_lock:-} ]] || exec {build_lock}>&-
}

build_what_is_not_built() {
  local module missing=()
  for module in "${modules[@]}"; do
    is_built "$module" || missing+=("$module")
  done
  ((${#missing[@]} == 0)) && return
  need_maven
  build "${missing[@]}"
}

build() {
  local log=$data/run/build.log began=$SECONDS stamp=$data/run/build.began list maven seen=0 line
  : >"$stamp"
  list=$(IFS=,; say "$*")
  say "Building $* (log: $log)"
  (cd "$root" && exec mvn -B -DskipTests -Dspotless.check.skip=true -pl "$list" -am package) >"$log" 2>&1 </dev/null &
  maven=$!
  trap 'kill -TERM $maven 2>/dev/null; exit 130' INT TERM HUP
  while kill -0 "$maven" 2>/dev/null; do
    sleep 1
    while read -r line; do
      seen=$((seen + 1))
      printf '%6.1f s  building %s\n' "$((SECONDS - began))" "$line"
    done < <(sed -n 's/^\[INFO\] Building \([^\/].*\[[0-9]*\/[0-9]*\]\)$/\1/p' "$log" | tail -n "+$((seen + 1))")
  done
  trap - INT TERM HUP
  if ! wait "$maven"; then
    explain_failure "$log"
  fi
  for module in "$@"; do
    touch -r "$stamp" "$root/$module/target/.built"
  done
  printf '%6.1f s  built\n' "$((SECONDS - began))"
}

explain_failure() {
  local log=$1
  grep -v '^WARNING' "$log" | tail -n 25 >&2
  if grep -qE 'No space left on device' "$log"; then
    die "The build failed because the disk is full; the whole log is $log."
  fi
  if grep -qE 'Could not transfer|Unknown host|UnknownHostException|Network is unreachable|Temporary failure in name resolution|No route to host|Connection refused|has not been downloaded from it before' "$log"; then
    die "The build could not fetch its libraries: there is no network, or Maven does not know the proxy. The whole log is $log."
  fi
  die "The build failed; the whole log is $log."
}

# Copies by link where the file system allows it: a later build replaces files and leaves these as they are.
copy_tree() {
  rm -rf "$2.new"
  cp -al "$1" "$2.new" 2>/dev/null || { rm -rf "$2.new"; cp -a "$1" "$2.new"; }
  rm -rf "$2"
  mv "$2.new" "$2"
}

set_programs_aside() {
  local module
  mkdir -p "$programs/suite-local"
  for module in "${modules[@]}"; do
    case $module in
      *-service) copy_tree "$root/$module/target/quarkus-app" "$programs/$module" ;;
    esac
  done
  copy_tree "$root/deploy/local/target/lib" "$programs/suite-local/lib"
  cp "$root/deploy/local/target/suite-local.jar" "$programs/suite-local/suite-local.jar.new"
  mv "$programs/suite-local/suite-local.jar.new" "$programs/suite-local/suite-local.jar"
}

# shellcheck shell=bash
# What deploy/up, down, status, token and verify share. Sourced, not run.

export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
data=${DATA_DIR:-$root/deploy/local/data}
[[ $data == /* ]] || data=$PWD/$data
export SUITE_CHECKOUT=$root DATA_DIR=$data

say() { printf '%s\n' "$*"; }

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

is_jdk_25() {
  [[ -x $1/bin/javac && -x $1/bin/java ]] || return 1
  local version
  if [[ -r $1/release ]]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  else
    version=$("$1/bin/java" -version 2>&1 | sed -n '1s/[^"]*"\([0-9]*\).*/\1/p')
  fi
  [[ $version == 25 ]]
}

# Sets JAVA_HOME to a JDK 25, wherever people and their tools put one.
use_jdk_25() {
  local candidate on_path
  on_path=$(command -v java || true)
  for candidate in \
    "${JAVA_HOME:-/none}" \
    "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}" \
    /usr/lib/jvm/* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
    /opt/* /opt/*/* \
    "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    /usr/java/* /usr/local/* \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [[ -n $candidate ]] && is_jdk_25 "$candidate"; then
      export JAVA_HOME=$candidate PATH=$candidate/bin:$PATH
      return
    fi
  done
  die "The suite needs a JDK 25 and none was found: install one (Eclipse Temurin 25, for example) or set JAVA_HOME to where it is."
}

need_maven() {
  command -v mvn >/dev/null || die "The suite is built by Maven 3.8.7 or newer and mvn was not found: install it (on Debian: apt-get install maven)."
}

# When a process began, in ticks since the boot; nothing for one that has ended, whether or not its parent noticed.
started() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  # The command stands in brackets and may hold blanks: the state is the first field behind it, the start the 20th.
  # shellcheck disable=SC2086
  set -- ${stat##*)}
  [[ $1 != [ZX] ]] || return 1
  printf '%s' "${20}"
}

is_alive() {
  if [[ -d /proc/self ]]; then
    [[ $(started "$1") == "$2" ]]
  else
    kill -0 "$1" 2>/dev/null
  fi
}

# The supervisor's process number and start, if the one that was written down is still the same process.
running_supervisor() {
  local record=$data/run/supervisor.process pid began
  [[ -r $record ]] || return 1
  pid=$(sed -n 's/^pid=//p' "$record")
  began=$(sed -n 's|^started=.*/||p' "$record")
  [[ -n $pid ]] && is_alive "$pid" "$began" || return 1
  say "$pid $began"
}

# The classes of the local run: those it was started from, else those just built.
local_classes() {
  local place
  for place in "$data/app/suite-local" "$root/deploy/local/target"; do
    if [[ -r $place/suite-local.jar ]]; then
      say "$place/suite-local.jar"
      return
    fi
  done
  return 1
}

local_java() {
  local main=$1 classes
  shift
  classes=$(local_classes) || return 127
  "$JAVA_HOME/bin/java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$classes" "locality.local.$main" "$@"
}

duration() {
  if (($1 >= 60)); then
    printf '%d min %02d s' $(($1 / 60)) $(($1 % 60))
  else
    printf '%d s' "$1"
  fi
}

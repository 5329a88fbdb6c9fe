# shellcheck shell=bash
# Finds nginx or unpacks Debian's package of it beside the checkout; nothing is installed. Sourced by deploy/up.

use_nginx() {
  local found
  found=$(command -v nginx || true)
  [[ -z $found && -x /usr/sbin/nginx ]] && found=/usr/sbin/nginx
  GATEWAY_NGINX_LIBRARIES=
  if [[ -z $found ]]; then
    found=$root/.local/nginx/usr/sbin/nginx
    [[ -x $found ]] || unpack_nginx
    GATEWAY_NGINX_LIBRARIES=$(unpacked_libraries)
  fi
  export GATEWAY_NGINX=$found GATEWAY_NGINX_LIBRARIES
  LD_LIBRARY_PATH=$GATEWAY_NGINX_LIBRARIES "$GATEWAY_NGINX" -v >/dev/null 2>&1 ||
    die "nginx at $GATEWAY_NGINX does not run: $(LD_LIBRARY_PATH=$GATEWAY_NGINX_LIBRARIES "$GATEWAY_NGINX" -v 2>&1 | head -n 1)"
  require_nginx_version "$(LD_LIBRARY_PATH=$GATEWAY_NGINX_LIBRARIES "$GATEWAY_NGINX" -v 2>&1)"
}

# 1.19.5 is the first that is told on the command line where its errors go.
require_nginx_version() {
  local version
  version=$(sed -n 's|.*version: [^/]*/\([0-9.]*\).*|\1|p' <<<"$1")
  [[ $(printf '%s\n' 1.19.5 "$version" | sort -V | head -n 1) == 1.19.5 ]] ||
    die "nginx at $GATEWAY_NGINX is version ${version:-unknown} and the gateway needs 1.19.5 or newer (Debian 12, Ubuntu 24.04): install a newer one."
}

unpacked_libraries() {
  local folder list=
  for folder in "$root"/.local/nginx/lib/*-linux-gnu* "$root"/.local/nginx/usr/lib/*-linux-gnu*; do
    [[ -d $folder ]] && list=$list${list:+:}$folder
  done
  say "$list"
}

unpack_nginx() {
  local began=$SECONDS target=$root/.local/nginx work=$root/.local/nginx.new library
  if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
    die "nginx was not found and this is not a Debian system it could be taken from: install nginx."
  fi
  rm -rf "$work"
  mkdir -p "$work/packages"
  say "nginx is not installed: its package is unpacked into .local/"
  fetch_package nginx "$work"
  [[ -x $work/usr/sbin/nginx ]] ||
    die "The package nginx of this system holds no nginx: the suite takes it from Debian 12, Ubuntu 24.04 or newer; install nginx 1.19.5 or newer."
  # Where a library is missing on this system, the package that brings it is unpacked beside nginx.
  if ldd "$work/usr/sbin/nginx" | grep -q 'not found'; then
    for library in $(apt_cache depends --no-recommends --no-suggests nginx | sed -n 's/^ *|\{0,1\}Depends: \(lib[a-z0-9.+-]*\|zlib1g\)$/\1/p' | grep -v '^libc6$'); do
      fetch_package "$library" "$work"
    done
  fi
  rm -rf "$work/packages" "$target"
  mv "$work" "$target"
  printf '%6.1f s  nginx unpacked\n' "$((SECONDS - began))"
}

fetch_package() {
  local name=$1 into=$2
  (cd "$into/packages" && apt_get download "$name") >"$data/run/nginx.log" 2>&1 ||
    { own_package_lists && (cd "$into/packages" && apt_get download "$name") >>"$data/run/nginx.log" 2>&1; } ||
    die "The Debian package $name could not be fetched (see $data/run/nginx.log): connect to the network, or install nginx."
  dpkg-deb -x "$into/packages/$name"_*.deb "$into"
}

# A machine that never asked for package lists has none: they are fetched into .local/ and not into the system.
own_package_lists() {
  mkdir -p "$root/.local/apt/lists/partial" "$root/.local/apt/cache/archives/partial"
  package_options=(-o "Dir::State::Lists=$root/.local/apt/lists" -o "Dir::Cache=$root/.local/apt/cache")
  apt_get update >>"$data/run/nginx.log" 2>&1
}

package_options=()
apt_get() { apt-get -o APT::Sandbox::User= -o Debug::NoLocking=true "${package_options[@]}" "$@"; }
apt_cache() { apt-cache "${package_options[@]}" "$@"; }

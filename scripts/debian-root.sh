#!/bin/sh
# Makes a bare Debian (or Ubuntu) root with git in a folder, for the tests of the .deb: the system that runs this,
# as a fresh machine has it. Again, it changes nothing.
#
#   scripts/debian-root.sh FOLDER
#
# Needs root and mmdebstrap, which it installs; where it cannot be made it says why and ends with 1.
set -eu
root=$1
log=$root.log
[ -e "$root/var/lib/dpkg/status" ] && exit 0

fail() {
  echo "there is no bare Debian root to install the .deb into: $*" >&2
  exit 1
}

[ "$(id -u)" = 0 ] || fail "it takes root to make one"
command -v apt-get >/dev/null 2>&1 || fail "this system has no apt"
unshare --mount true 2>/dev/null || fail "nothing may be mounted here"
name=$(. /etc/os-release && echo "${VERSION_CODENAME-}")
[ -n "$name" ] || fail "/etc/os-release names no release"
mkdir -p "$(dirname -- "$root")"
command -v mmdebstrap >/dev/null 2>&1 || {
  echo "installing mmdebstrap" >&2
  apt="env DEBIAN_FRONTEND=noninteractive apt-get -q -y"
  { $apt install --no-install-recommends mmdebstrap ||
    { $apt update && $apt install --no-install-recommends mmdebstrap; }; } >"$log" 2>&1 ||
    fail "apt-get could not install mmdebstrap ($log)"
}

# From where this system has its own packages.
set --
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.sources; do
  if [ -s "$file" ]; then set -- "$@" "$file"; fi
done
echo "making a bare $name in $root" >&2
rm -rf --one-file-system "$root.new"
mmdebstrap --quiet --variant=apt --include=git "$name" "$root.new" "$@" >"$log" 2>&1 || {
  tail -n 5 -- "$log" >&2
  rm -rf --one-file-system "$root.new"
  fail "mmdebstrap could not make it ($log)"
}
mv "$root.new" "$root"

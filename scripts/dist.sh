#!/bin/sh
# Makes what others install, in dist/: a tarball, on Linux with dpkg a .deb, and SHA256SUMS.
#
#   scripts/dist.sh             builds the binary first
#   scripts/dist.sh BINARY      packs that one
#
# With CODEX_HOOK_HOMEPAGE, the address of the repository, a Homebrew formula as well.
#
# The same sources give the same archives, byte for byte, where SOURCE_DATE_EPOCH or git says how old they are.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$here"
binary=${1:-$(scripts/build.sh)}
version=$(scripts/version.sh)
said=$("$binary" --version)
[ "$said" = "$version" ] || {
  echo "$binary is version $said, and the sources are $version" >&2
  exit 1
}
system=$(uname -s | tr '[:upper:]' '[:lower:]')
name=codex-hook-$version-$system-$(uname -m)
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct 2>/dev/null || echo 0)}"
export SOURCE_DATE_EPOCH
umask 022
rm -rf dist "$here/.build/dist"
root=$here/.build/dist/$name
mkdir -p dist "$root/bin" "$root/share/man/man1" "$root/share/doc/codex-hook" "$root/share/codex-hook" \
  "$root/share/bash-completion/completions" "$root/share/zsh/site-functions" "$root/share/fish/vendor_completions.d"

install -m 755 "$binary" "$root/bin/codex-hook"
"$binary" --generate-completion-script bash >"$root/share/bash-completion/completions/codex-hook"
"$binary" --generate-completion-script zsh >"$root/share/zsh/site-functions/_codex-hook"
"$binary" --generate-completion-script fish >"$root/share/fish/vendor_completions.d/codex-hook.fish"
scripts/manual.sh "$binary" >"$root/share/man/man1/codex-hook.1"
cp README.md CHANGELOG.md LICENSE "$root/share/doc/codex-hook/"
cp -R docs "$root/share/doc/codex-hook/docs"
cp -R hooks schema "$root/share/codex-hook/"

# pack ARCHIVE FOLDER: names, owners, modes and times that do not depend on where it is made.
pack() {
  tar --sort=name --owner=0 --group=0 --numeric-owner --mode=go=u-w --mtime="@$SOURCE_DATE_EPOCH" \
    -C "$(dirname -- "$2")" -cf - "$(basename -- "$2")" | gzip -9n >"$1"
}
pack "dist/$name.tar.gz" "$root"

if [ "$system" = linux ] && command -v dpkg-deb >/dev/null 2>&1; then
  architecture=$(dpkg --print-architecture)
  deb=$here/.build/dist/deb
  mkdir -p "$deb/DEBIAN" "$deb/usr"
  cp -R "$root/bin" "$root/share" "$deb/usr/"
  mv "$deb/usr/share/doc/codex-hook/LICENSE" "$deb/usr/share/doc/codex-hook/copyright"
  gzip -9n "$deb/usr/share/man/man1/codex-hook.1" "$deb/usr/share/doc/codex-hook/CHANGELOG.md"
  mv "$deb/usr/share/doc/codex-hook/CHANGELOG.md.gz" "$deb/usr/share/doc/codex-hook/changelog.gz"
  mkdir -p "$deb/usr/share/zsh/vendor-completions"
  mv "$deb/usr/share/zsh/site-functions/_codex-hook" "$deb/usr/share/zsh/vendor-completions/"
  rmdir "$deb/usr/share/zsh/site-functions"
  # A binary with shared libraries would need more than git; such a one is not for a .deb.
  case $(ldd "$binary" 2>&1) in
  *"not a dynamic executable"* | *"statically linked"*) ;;
  *) echo "$binary needs shared libraries, so no .deb is made" >&2; deb= ;;
  esac
  if [ -n "$deb" ]; then
    sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" \
      -e "s/@SIZE@/$(du -sk "$deb/usr" | cut -f1)/" packaging/control >"$deb/DEBIAN/control"
    dpkg-deb --root-owner-group --build -Zgzip "$deb" "dist/codex-hook_${version}_$architecture.deb" >/dev/null
  fi
fi
# A formula names where the sources are, which these do not know.
if [ -n "${CODEX_HOOK_HOMEPAGE-}" ]; then
  sed -e "s|@HOMEPAGE@|$CODEX_HOOK_HOMEPAGE|g" -e "s/@VERSION@/$version/g" \
    -e "s/@REVISION@/$(git rev-parse HEAD)/g" packaging/codex-hook.rb.in >dist/codex-hook.rb
fi
cd dist
sha256sum -- * >../.build/dist/SHA256SUMS
mv ../.build/dist/SHA256SUMS .
ls

#!/bin/sh
# Prints the version, which is written in one place.
set -eu
sed -n 's/^public let codexHookVersion = "\(.*\)"$/\1/p' \
  "$(dirname -- "$0")/../Sources/LiveContext/Version.swift"

# Everything here works on a fresh machine with a Swift toolchain: what is missing is installed first.

RELEASE = .build/release/codex-hook

.PHONY: test bench link-order lint test-debug test-installed test-release build release install clean dependencies test-dependencies

# All that must pass before a change lands.
test: lint test-debug test-installed test-release

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

# The tests against the binary that is built beside them.
test-debug: test-dependencies
	swift build --build-tests
	CODEX_HOOK_PYTHON="$(CURDIR)/.build/venv/bin/python" \
	CODEX_HOOK_TEST_TOOLS="$(CURDIR)/.build/venv/bin" swift test --skip-build

# The end-to-end tests against the binary that install-hooks.sh installs.
test-installed: test-dependencies
	scripts/build.sh --product codex-hook --product offline-probe
	swift build --build-tests
	CODEX_HOOK_PYTHON="$(CURDIR)/.build/venv/bin/python" \
	CODEX_HOOK_BINARY="$(CURDIR)/$(RELEASE)" swift test --skip-build --filter EndToEndTests

# What others install, in a root that has nothing but git where one can be made.
test-release: test-dependencies
	scripts/dist.sh
	swift build --build-tests
	scripts/debian-root.sh "$(CURDIR)/.build/debian" || echo "going on without: the test of the .deb is skipped" >&2
	CODEX_HOOK_DIST=dist CODEX_HOOK_DEBIAN="$$(ls -d .build/debian 2>/dev/null)" swift test --skip-build --filter ReleaseTests

# codex-hook beside others, in one run; writes Benchmarks/results.md and its charts.
bench:
	scripts/dependencies.sh bench
	scripts/build.sh --product codex-hook --product bench-probe
	python3 Benchmarks/bench.py

# Finds anew what a recording uses, for the linker; for when much of that path has changed.
link-order:
	scripts/dependencies.sh bench
	python3 Benchmarks/order.py

build: dependencies
	swift build

release: dependencies
	scripts/build.sh

# Records this repository's own commits.
install:
	./install-hooks.sh

clean:
	rm -rf .build

dependencies:
	scripts/dependencies.sh

test-dependencies:
	scripts/dependencies.sh test

# What others install: dist/ with a tarball, a .deb where dpkg is, and SHA256SUMS.
.PHONY: dist
dist: dependencies
	scripts/dist.sh

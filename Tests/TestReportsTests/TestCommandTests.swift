import Testing

@testable import TestReports

@Suite struct TestCommandTests {
  @Test(
    "A command line that runs tests is recognised",
    arguments: [
      ("swift test", Runner.swiftTest), ("swift test --filter A --parallel", .swiftTest),
      ("cd sub && CI=1 swift test 2>&1 | tail -20", .swiftTest),
      ("pytest -q tests", .pytest), ("timeout 60 pytest", .pytest),
      ("timeout -k 5 -s KILL 60 python3.12 -m pytest -x", .pytest),
      (".venv/bin/python -m unittest discover", .unittest), ("uv run pytest", .pytest),
      ("env -u HOME A=1 poetry run pytest", .pytest), ("coverage run -m pytest", .pytest),
      ("bash -lc 'cd x; pytest tests'", .pytest), ("python manage.py test app", .unittest),
      ("go test ./...", .go), ("go test -json ./... > out.json", .go),
      ("cargo test --workspace", .cargo),
      ("cargo +nightly t", .cargo), ("cargo nextest run", .nextest), ("node --test", .node),
      ("npm test", .wrapper), ("npm run test:unit -- --watch=false", .wrapper), ("npm t", .wrapper),
      ("yarn test", .wrapper), ("pnpm run test", .wrapper), ("npx jest", .jest),
      ("npx --yes vitest run", .vitest),
      ("bun test", .bun), ("deno test -A", .deno), ("make test", .wrapper),
      ("make -j4 check", .wrapper),
      ("ctest --output-on-failure", .ctest), ("./mvnw -q test", .maven), ("mvn -B verify", .maven),
      ("./gradlew :app:test", .gradle), ("bundle exec rspec spec/a_spec.rb", .rspec),
      ("rspec", .rspec),
      ("dotnet test", .dotnet), ("vendor/bin/phpunit", .phpunit),
      ("php vendor/bin/phpunit", .phpunit),
      ("mix test", .exUnit), ("bats test/", .bats), ("prove -r t", .prove),
      ("./run-tests.sh", .wrapper),
      ("sh scripts/test.sh", .wrapper), ("pytest a && pytest b", .pytest),
      ("pytest && npm test", .wrapper),
      ("time -p make check", .wrapper), ("if true; then pytest; fi", .pytest),
      ("(cd a && go test)", .go),
      ("! pytest", .pytest), ("nice -n 10 ctest", .ctest), ("make \\\n  test", .wrapper),
    ])
  func recognises(_ line: String, _ runner: Runner) {
    #expect(TestCommand.recognise(shell: line) == runner)
  }

  @Test(
    "A command line that runs no tests is not",
    arguments: [
      "", "ls test", "echo 'pytest'", "git commit -m 'swift test'", "swift build",
      "swift package test-thing",
      "pytest --collect-only", "pytest --help", "cargo test --no-run", "cargo build",
      "go vet ./...", "make",
      "make build", "cat tests/test.sh", "npm install", "npm run build", "vim test.py",
      "grep -r test .",
      "swift test list", "mvn package -DskipTests", "make -n test", "codex-hook test -- pytest",
      "bash", "cd test",
      "echo pytest > test", "python -m venv .venv", "bundle install", "docker build -t test .",
      "test -f x",
      "'unclosed pytest", "& && ||",
    ])
  func ignores(_ line: String) {
    #expect(TestCommand.recognise(shell: line) == nil)
  }

  @Test("An argument vector is taken as it is, without a shell's eyes")
  func vector() {
    #expect(TestCommand.recognise(["env", "A=1", "pytest", "&&", "npm"]) == .pytest)
    #expect(TestCommand.recognise(["sh", "-c", "pytest"]) == .pytest)
    #expect(TestCommand.recognise(["swift test"]) == nil)
    #expect(TestCommand.recognise([]) == nil)
  }

  @Test("Programs that run programs that run programs end somewhere")
  func depth() {
    #expect(TestCommand.recognise(Array(repeating: "env", count: 10_000) + ["pytest"]) == nil)
  }
}

@testable import TestReports

let samples: [Sample] = [
  Sample(
    runner: .swiftTest, name: "both libraries, failures and skips",
    text: """
      Test Suite 'All tests' started at 2026-11-22 10:00:00.000
      Test Suite 'ListTests' started at 2026-11-22 10:00:00.001
      Test Case 'ListTests.testAdds' started at 2026-11-22 10:00:00.001
      Test Case 'ListTests.testAdds' passed (0.002 seconds)
      Test Case 'ListTests.testRemoves' failed (0.001 seconds)
      Test Case 'ListTests.testNetwork' skipped (0.0 seconds)
      Test Suite 'ListTests' failed at 2026-11-22 10:00:00.004
      \t Executed 3 tests, with 1 test skipped and 2 failures (0 unexpected) in 0.003 (0.003) seconds
      Test Suite 'All tests' failed at 2026-11-22 10:00:00.004
      \t Executed 3 tests, with 1 test skipped and 2 failures (0 unexpected) in 0.003 (0.003) seconds
      ◇ Test run started.
      ◇ Test adds() started.
      ➜ Test later() skipped: "not yet"
      ✘ Test "a sentence" recorded an issue at A.swift:1:1: Expectation failed: 1 == 2
      ✔ Test adds() passed after 0.001 seconds.
      ✘ Test "a sentence" failed after 0.002 seconds with 2 issues.
      ✘ Suite New failed after 0.002 seconds with 3 issues.
      ✘ Test run with 4 tests in 1 suite failed after 0.007 seconds with 2 issues.

      """, passed: 1 + 2, failed: 1 + 1, skipped: 2, seconds: 0.010),
  Sample(
    runner: .swiftTest, name: "Swift Testing alone",
    text: """
      Test Suite 'All tests' passed at 2026-11-22 10:00:00.000
      \t Executed 0 tests, with 0 failures (0 unexpected) in 0.0 (0.0) seconds
      ✔ Test run with 7 tests in 2 suites passed after 0.5 seconds.
      """, passed: 7, failed: 0),
  Sample(
    runner: .swiftTest, name: "XCTest in parallel",
    text: """
      [1/3] Testing M.A/one
      [2/3] Testing M.A/two
      [3/3] Testing M.A/three
      Test Suite 'Selected tests' started at 2026-11-22 10:00:00.000
      Test Case 'A.two' failed (0.001 seconds)
      Test Suite 'Selected tests' failed at 2026-11-22 10:00:00.000
      \t Executed 1 test, with 2 failures (0 unexpected) in 0.001 (0.001) seconds
      ✔ Test run with 0 tests in 0 suites passed after 0.001 seconds.
      """, passed: 2, failed: 1, seconds: 0.001),
  Sample(
    runner: .pytest, name: "mixed",
    text:
      "=== 1 failed, 4 passed, 2 skipped, 1 xfailed, 1 xpassed, 3 warnings, 1 error in 62.12s (0:01:02) ===\n",
    passed: 5, failed: 2, skipped: 3, seconds: 62.12),
  Sample(
    runner: .pytest, name: "quiet", text: ".....\n5 passed in 0.01s", passed: 5, failed: 0,
    seconds: 0.01),
  Sample(
    runner: .pytest, name: "nothing", text: "==== no tests ran in 0.02s ====\n", passed: 0,
    failed: 0),
  Sample(
    runner: .pytest, name: "deselected", text: "=== 9 deselected in 0.02s ===\n", passed: 0,
    failed: 0),
  Sample(
    runner: .unittest, name: "good", text: "...\n----\nRan 3 tests in 0.250s\n\nOK (skipped=1)\n",
    passed: 2,
    failed: 0, skipped: 1, seconds: 0.25),
  Sample(
    runner: .unittest, name: "bad",
    text:
      "Ran 6 tests in 0.004s\n\nFAILED (failures=1, errors=2, skipped=1, expected failures=1)\n",
    passed: 2, failed: 3, skipped: 1),
  Sample(
    runner: .go, name: "packages",
    text: """
      ok  \texample.org/a\t0.010s
      --- FAIL: TestParse (0.00s)
          parse_test.go:7: no
      FAIL
      FAIL\texample.org/b\t0.011s
      ?   \texample.org/c\t[no test files]
      ok  \texample.org/d\t(cached)
      FAIL
      """, passed: 2, failed: 1),
  Sample(
    runner: .go, name: "verbose with a package that does not compile",
    text: """
      === RUN   TestA
      --- PASS: TestA (0.00s)
      === RUN   TestB
      === RUN   TestB/one
      --- FAIL: TestB (0.00s)
          --- FAIL: TestB/one (0.00s)
      --- SKIP: TestC (0.00s)
      FAIL
      FAIL\texample.org/a\t0.1s
      FAIL\texample.org/b [build failed]
      """, passed: 1, failed: 2, skipped: 1),
  Sample(
    runner: .go, name: "json",
    text: """
      {"Time":"2026-11-22T10:00:00Z","Action":"start","Package":"p"}
      {"Time":"2026-11-22T10:00:00Z","Action":"run","Package":"p","Test":"TestA"}
      {"Time":"2026-11-22T10:00:00Z","Action":"output","Package":"p","Test":"TestA","Output":"\\"Action\\":\\"fail\\"\\n"}
      {"Time":"2026-11-22T10:00:00Z","Action":"pass","Package":"p","Test":"TestA","Elapsed":0}
      {"Time":"2026-11-22T10:00:00Z","Action":"pass","Package":"p","Test":"TestA/sub","Elapsed":0}
      {"Time":"2026-11-22T10:00:00Z","Action":"fail","Package":"p","Test":"TestB","Elapsed":0}
      {"Time":"2026-11-22T10:00:00Z","Action":"skip","Package":"p","Test":"TestC","Elapsed":0}
      {"Time":"2026-11-22T10:00:00Z","Action":"fail","Package":"p","Elapsed":0.01}
      """, passed: 1, failed: 1, skipped: 1),
  Sample(
    runner: .go, name: "gotestsum",
    text: "FAIL\tp\t0.1s\nDONE 8 tests, 1 skipped, 2 failures in 0.512s\n", passed: 5,
    failed: 2, skipped: 1, seconds: 0.512),
  Sample(
    runner: .cargo, name: "two binaries and the documentation",
    text: """
      running 5 tests
      test result: FAILED. 3 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.25s
      test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 4 filtered out; finished in 0.25s
      test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.50s

      """, passed: 6, failed: 1, skipped: 1, seconds: 1.0),
  Sample(
    runner: .nextest, name: "mixed",
    text:
      "     Summary [   0.250s] 7 tests run: 4 passed (1 slow, 1 flaky), 2 failed, 1 timed out, 2 skipped\n",
    passed: 4, failed: 3, skipped: 2, seconds: 0.25),
  Sample(
    runner: .nextest, name: "broken off",
    text: " Summary [ 1.5s] 2/7 tests run: 1 passed, 1 failed, 0 skipped\n",
    passed: 1, failed: 1, skipped: 0, seconds: 1.5),
  Sample(
    runner: .jest, name: "mixed",
    text:
      "Test Suites: 1 failed, 1 passed, 2 total\nTests:       1 failed, 2 skipped, 4 passed, 7 total\nTime:        1.2 s\n",
    passed: 4, failed: 1, skipped: 2),
  Sample(
    runner: .vitest, name: "mixed",
    text:
      " Test Files  1 failed | 1 passed (2)\n      Tests  1 failed | 4 passed | 2 skipped (7)\n   Duration  300ms\n",
    passed: 4, failed: 1, skipped: 2),
  Sample(
    runner: .mocha, name: "mixed",
    text: "\n  5 passing (12ms)\n  2 pending\n  1 failing\n\n  1) adds:\n", passed: 5,
    failed: 1, skipped: 2, seconds: 0.012),
  Sample(
    runner: .node, name: "spec",
    text:
      "ℹ tests 7\nℹ suites 1\nℹ pass 4\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\nℹ duration_ms 50.5\n",
    passed: 4, failed: 2, skipped: 1, seconds: 0.0505),
  Sample(
    runner: .node, name: "TAP",
    text:
      "TAP version 13\nok 1 - a\nnot ok 2 - b\n1..2\n# tests 2\n# suites 0\n# pass 1\n# fail 1\n# cancelled 0\n# skipped 0\n# todo 0\n# duration_ms 20\n",
    passed: 1, failed: 1, skipped: 0, seconds: 0.02),
  Sample(
    runner: .deno, name: "mixed",
    text: "\nFAILED | 4 passed (2 steps) | 1 failed | 1 ignored (12ms)\n", passed: 4,
    failed: 1, skipped: 1, seconds: 0.012),
  Sample(
    runner: .deno, name: "good", text: "ok | 3 passed | 0 failed (1s)\n", passed: 3, failed: 0,
    seconds: 1),
  Sample(
    runner: .bun, name: "mixed",
    text: " 4 pass\n 1 skip\n 2 fail\n 10 expect() calls\nRan 7 tests across 2 files. [15.00ms]\n",
    passed: 4,
    failed: 2, skipped: 1, seconds: 0.015),
  Sample(
    runner: .maven, name: "two modules",
    text: """
      [INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.05 s -- in org.example.ATest
      [INFO] Results:
      [INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0
      [ERROR] Tests run: 3, Failures: 1, Errors: 1, Skipped: 0, Time elapsed: 0.1 s <<< FAILURE! -- in org.example.BTest
      [ERROR] Tests run: 3, Failures: 1, Errors: 1, Skipped: 1

      """, passed: 2, failed: 2, skipped: 1),
  Sample(
    runner: .gradle, name: "failures",
    text: "\n7 tests completed, 2 failed, 1 skipped\n\n> Task :test FAILED\n",
    passed: 4, failed: 2, skipped: 1),
  Sample(
    runner: .gradle, name: "named tests",
    text: "ListTest > adds() PASSED\nListTest > removes() SKIPPED\n", passed: 1,
    failed: 0, skipped: 1),
  Sample(
    runner: .junitConsole, name: "mixed",
    text: """
      [         6 tests found           ]
      [         1 tests skipped         ]
      [         5 tests started         ]
      [         0 tests aborted         ]
      [         4 tests successful      ]
      [         1 tests failed          ]
      """, passed: 4, failed: 1, skipped: 1),
  Sample(
    runner: .ctest, name: "mixed",
    text:
      "1/3 Test #1: a ....   Passed    0.01 sec\n2/3 Test #2: b ....***Skipped   0.00 sec\n3/3 Test #3: c ....***Failed    0.01 sec\n\n67% tests passed, 1 tests failed out of 3\n",
    passed: 1, failed: 1, skipped: 1),
  Sample(
    runner: .prove, name: "bad",
    text:
      "t/b.t (Wstat: 512 (exited 2) Tests: 5 Failed: 2)\n  Failed tests:  2, 4\nFiles=2, Tests=10,  3 wallclock secs ( 0.02 usr)\nResult: FAIL\n",
    passed: 8, failed: 2, seconds: 3),
  Sample(
    runner: .automake, name: "mixed",
    text:
      "PASS: a\n====\n# TOTAL: 7\n# PASS:  3\n# SKIP:  1\n# XFAIL: 1\n# FAIL:  1\n# XPASS: 0\n# ERROR: 1\n",
    passed: 4,
    failed: 2, skipped: 1),
  Sample(
    runner: .tap, name: "with directives",
    text:
      "1..5\nok 1 - adds\nnot ok 2 - removes\nok 3 # SKIP no network\nnot ok 4 # TODO later\nok 5\n    ok 1 - nested\n",
    passed: 3, failed: 1, skipped: 1),
  Sample(
    runner: .rspec, name: "mixed", text: "\n5 examples, 1 failure, 2 pending\n", passed: 2,
    failed: 1, skipped: 2),
  Sample(
    runner: .rspec, name: "error outside",
    text: "0 examples, 0 failures, 1 error occurred outside of examples\n",
    passed: 0, failed: 1),
  Sample(
    runner: .minitest, name: "mixed", text: "6 runs, 9 assertions, 1 failures, 1 errors, 1 skips\n",
    passed: 3,
    failed: 2, skipped: 1),
  Sample(
    runner: .exUnit, name: "mixed",
    text: "2 doctests, 5 tests, 1 failure, 1 skipped (2 excluded)\n", passed: 5,
    failed: 1, skipped: 1),
  Sample(
    runner: .exUnit, name: "bats' pretty form", text: " ✓ adds\n\n3 tests, 1 failure\n", passed: 2,
    failed: 1),
  Sample(
    runner: .phpunit, name: "good", text: "OK (5 tests, 10 assertions)\n", passed: 5, failed: 0),
  Sample(
    runner: .phpunit, name: "bad",
    text: "FAILURES!\nTests: 6, Assertions: 10, Failures: 1, Errors: 1, Skipped: 1.\n",
    passed: 3, failed: 2, skipped: 1),
  Sample(
    runner: .dotnet, name: "two projects",
    text:
      "Passed!  - Failed:     0, Passed:     5, Skipped:     1, Total:     6, Duration: 10 ms - A.dll (net9.0)\nFailed!  - Failed:     1, Passed:     1, Skipped:     0, Total:     2, Duration: 10 ms - B.dll (net9.0)\n",
    passed: 6, failed: 1, skipped: 1),
  Sample(
    runner: .dotnet, name: "block",
    text:
      "Total tests: 6\n     Passed: 4\n     Failed: 1\n    Skipped: 1\n Total time: 1.5 Seconds\n",
    passed: 4, failed: 1, skipped: 1, seconds: 1.5),
  Sample(
    runner: .dotnet, name: "summary",
    text: "Test summary: total: 6, failed: 1, succeeded: 4, skipped: 1, duration: 1.2s\n",
    passed: 4, failed: 1, skipped: 1, seconds: 1.2),
  Sample(
    runner: .googleTest, name: "mixed",
    text:
      "[       OK ] A.b (0 ms)\n[  FAILED  ] A.c (0 ms)\n[==========] 6 tests from 2 test suites ran. (3 ms total)\n[  PASSED  ] 4 tests.\n[  SKIPPED ] 1 test, listed below:\n[  FAILED  ] 1 test, listed below:\n[  FAILED  ] A.c\n",
    passed: 4, failed: 1, skipped: 1, seconds: 0.003),
  Sample(
    runner: .playwright, name: "mixed",
    text: "  1 failed\n    a.spec.ts:3:5 › adds\n  1 flaky\n  2 skipped\n  5 passed (3.2s)\n",
    passed: 6, failed: 1, skipped: 2, seconds: 3.2),
  Sample(runner: .plain, name: "two numbers", text: "5 passed, 1 failed\n", passed: 5, failed: 1),
  Sample(
    runner: .plain, name: "named", text: "  Tests:    1 failed, 4 passed (10 assertions)\n",
    passed: 4, failed: 1),
  Sample(
    runner: .plain, name: "three numbers", text: "Passed: 5, Failed: 1, Skipped: 2\n", passed: 5,
    failed: 1, skipped: 2),
]

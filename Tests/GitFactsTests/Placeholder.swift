// Tests of GitFacts.

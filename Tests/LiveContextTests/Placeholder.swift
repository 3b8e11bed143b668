// Tests of LiveContext.

// Nothing to call: what stands here is linked into the static binary in place of other functions (start.c).

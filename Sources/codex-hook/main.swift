print("codex-hook")

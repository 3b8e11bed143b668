// Tests of HookInstall.

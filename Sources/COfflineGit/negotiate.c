// libgit2's HTTP transport can log in through Kerberos, whose libraries Debian and
// Ubuntu do not ship as archives. That transport is closed here (offline.c), so in
// a static link these answer for them that nothing works.

#if defined(CODEX_HOOK_STATIC)

typedef unsigned int gss_status;
static const gss_status failure = 13u << 16;  // GSS_S_FAILURE

const void *GSS_C_NT_HOSTBASED_SERVICE = 0;

#define REFUSES(name)     \
  gss_status name(void);  \
  gss_status name(void) { \
    return failure;       \
  }

REFUSES(gss_delete_sec_context)
REFUSES(gss_display_status)
REFUSES(gss_import_name)
REFUSES(gss_indicate_mechs)
REFUSES(gss_init_sec_context)
REFUSES(gss_release_buffer)
REFUSES(gss_release_name)
REFUSES(gss_release_oid_set)

#endif

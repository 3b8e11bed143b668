// libgit2's start makes its TLS and SSH libraries ready for connections. In Debian
// and Ubuntu that is 61 of the 62 million instructions of a process that opens a
// repository and reads one commit: mbedTLS parses the system's whole bundle of CA
// certificates and gathers randomness, libssh2 starts OpenSSL. No connection is ever
// opened here (offline.c), so the functions that libgit2 calls for it are answered
// by these. They are closed at both ends: the start does nothing, and whoever tried
// to go on to a handshake or to an SSH session would be refused.
//
// In a dynamic link the executable's own definition wins over the library's. In a
// static link there would be two of each, and the linker's --wrap, whose list is in
// Package.swift, sends libgit2's calls here. Where libgit2 has another TLS library,
// or on macOS, nobody calls them.

#include <stddef.h>

#if defined(CODEX_HOOK_STATIC)
#define CLOSED(name) __wrap_##name
#else
#define CLOSED(name) name
#endif

int CLOSED(mbedtls_x509_crt_parse_file)(void *chain, const char *path);
void CLOSED(mbedtls_entropy_init)(void *entropy);
int CLOSED(mbedtls_ctr_drbg_seed)(void *generator, int (*source)(void *, unsigned char *, size_t),
                                  void *entropy, const unsigned char *custom, size_t length);
int CLOSED(mbedtls_ssl_handshake)(void *connection);
int CLOSED(libssh2_init)(int flags);
void *CLOSED(libssh2_session_init_ex)(void *allocate, void *release, void *resize, void *context);

int CLOSED(mbedtls_x509_crt_parse_file)(void *chain, const char *path) {
  (void)chain, (void)path;
  return -0x2900;  // MBEDTLS_ERR_X509_FILE_IO_ERROR; libgit2 goes on without certificates
}

void CLOSED(mbedtls_entropy_init)(void *entropy) {
  (void)entropy;
}

int CLOSED(mbedtls_ctr_drbg_seed)(void *generator, int (*source)(void *, unsigned char *, size_t),
                                  void *entropy, const unsigned char *custom, size_t length) {
  (void)generator, (void)source, (void)entropy, (void)custom, (void)length;
  return 0;  // an error would end libgit2's start
}

int CLOSED(mbedtls_ssl_handshake)(void *connection) {
  (void)connection;
  return -0x7080;  // MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE
}

int CLOSED(libssh2_init)(int flags) {
  (void)flags;
  return 0;  // an error would end libgit2's start
}

void *CLOSED(libssh2_session_init_ex)(void *allocate, void *release, void *resize, void *context) {
  (void)allocate, (void)release, (void)resize, (void)context;
  return NULL;
}

// What only a static link can leave out: the settings of TLS connections that are never made, and OpenSSL's look at the
// processor, which is slow in a virtual machine. Every process pays for them before it does anything.

#if defined(CODEX_HOOK_STATIC)

int CLOSED(git_mbedtls_stream_global_init)(void);
void CLOSED(OPENSSL_cpuid_setup)(void);

int CLOSED(git_mbedtls_stream_global_init)(void) {
  return 0;  // an error would end libgit2's start
}

void CLOSED(OPENSSL_cpuid_setup)(void) {
}

#endif

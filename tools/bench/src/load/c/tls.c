#include "tls.h"

#ifdef WITH_TLS
static SSL_CTX *context;

void tls_start(void) {
  context = SSL_CTX_new(TLS_client_method());
  SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL); /* the certificate was made for this run */
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
}

tls_session *tls_open(int fd) {
  SSL *session = SSL_new(context);
  SSL_set_fd(session, fd);
  SSL_set_connect_state(session);
  return session;
}

static bool wants_more(SSL *session, int result) {
  int error = SSL_get_error(session, result);
  return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE;
}

int tls_handshake(tls_session *session) {
  int result = SSL_do_handshake(session);
  if (result == 1) return 1;
  return wants_more(session, result) ? TLS_AGAIN : 0;
}

ssize_t tls_read(tls_session *session, void *into, size_t size) {
  int result = SSL_read(session, into, (int)size);
  if (result > 0) return result;
  if (wants_more(session, result)) return TLS_AGAIN;
  return SSL_get_error(session, result) == SSL_ERROR_ZERO_RETURN ? 0 : -1;
}

ssize_t tls_write(tls_session *session, const void *from, size_t size) {
  int result = SSL_write(session, from, (int)size);
  if (result > 0) return result;
  return wants_more(session, result) ? TLS_AGAIN : -1;
}

void tls_say_goodbye(tls_session *session) { SSL_shutdown(session); }

void tls_free(tls_session *session) { SSL_free(session); }
#else
#include <stdlib.h>

void tls_start(void) { exit(3); }
tls_session *tls_open(int fd) { return (void)fd, NULL; }
int tls_handshake(tls_session *session) { return (void)session, 0; }
ssize_t tls_read(tls_session *session, void *into, size_t size) {
  return (void)session, (void)into, (void)size, -1;
}
ssize_t tls_write(tls_session *session, const void *from, size_t size) {
  return (void)session, (void)from, (void)size, -1;
}
void tls_say_goodbye(tls_session *session) { (void)session; }
void tls_free(tls_session *session) { (void)session; }
#endif

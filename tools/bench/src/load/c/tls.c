#include "tls.h"
#include <errno.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <signal.h>

static SSL_CTX *context;

/* Every handshake is a full one. The certificate was made for the run: nobody asks who issued it. */
void tls_start(void) {
  context = SSL_CTX_new(TLS_client_method());
  SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
  SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE);
  signal(SIGPIPE, SIG_IGN); /* libssl knows no MSG_NOSIGNAL */
}

tls_session *tls_open(int fd) {
  SSL *session = SSL_new(context);
  SSL_set_fd(session, fd);
  SSL_set_connect_state(session);
  return session;
}

/* An error of one session stays in a queue of the thread and would be taken for one of the next. */
static void forget_errors(void) {
  ERR_clear_error();
  errno = 0;
}

/* Why a call did not succeed: TLS_AGAIN, 0 for the end of the stream, -1 with errno for an error. */
static int reason_of(tls_session *session, int result) {
  switch (SSL_get_error(session, result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
      return TLS_AGAIN;
    case SSL_ERROR_ZERO_RETURN:
      return 0;
    case SSL_ERROR_SYSCALL:
      return -1;
    default:
      errno = EPROTO;
      return -1;
  }
}

int tls_handshake(tls_session *session) {
  forget_errors();
  int result = SSL_do_handshake(session);
  if (result == 1) return 1;
  return reason_of(session, result) == TLS_AGAIN ? TLS_AGAIN : 0;
}

ssize_t tls_read(tls_session *session, void *into, size_t size) {
  forget_errors();
  int count = SSL_read(session, into, (int)size);
  return count > 0 ? count : reason_of(session, count);
}

ssize_t tls_write(tls_session *session, const void *from, size_t size) {
  forget_errors();
  int count = SSL_write(session, from, (int)size);
  return count > 0 ? count : reason_of(session, count);
}

void tls_say_goodbye(tls_session *session) { SSL_shutdown(session); }

void tls_free(tls_session *session) { SSL_free(session); }

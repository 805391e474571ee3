#define OPENSSL_SUPPRESS_DEPRECATED
#include "session.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void tls_start(void) { key_schedule_start(); }

tls_session *tls_open(int fd) {
  static __thread bool started;
  if (!started) records_start();
  started = true;
  tls_session *session = malloc(sizeof *session);
  memset(session, 0, offsetof(tls_session, incoming));
  session->fd = fd;
  SHA256_Init(&session->transcript);
  return session;
}

int flush(tls_session *session) {
  while (session->outgoing_sent < session->outgoing_bytes) {
    size_t rest = session->outgoing_bytes - session->outgoing_sent;
    ssize_t count = send(session->fd, session->outgoing + session->outgoing_sent, rest, MSG_NOSIGNAL);
    if (count < 0) return errno == EAGAIN ? TLS_AGAIN : -1;
    session->outgoing_sent += (size_t)count;
  }
  session->outgoing_bytes = session->outgoing_sent = 0;
  return 1;
}

static void drop_record(tls_session *session) {
  session->incoming_bytes -= session->record_bytes;
  memmove(session->incoming, session->incoming + session->record_bytes, session->incoming_bytes);
  session->record_bytes = 0;
}

int next_record(tls_session *session) {
  drop_record(session);
  for (;;) {
    size_t have = session->incoming_bytes, need = RECORD_HEADER_BYTES;
    if (have >= RECORD_HEADER_BYTES) {
      need += fragment_bytes_of(session->incoming);
      if (need > RECORD_BYTES) return errno = EPROTO, -1;
      if (have >= need) return session->record_bytes = need, 1;
    }
    ssize_t count = read(session->fd, session->incoming + have, RECORD_BYTES - have);
    if (count < 0) return errno == EAGAIN ? TLS_AGAIN : -1;
    if (count == 0) return 0;
    session->incoming_bytes += (size_t)count;
  }
}

ssize_t tls_read(tls_session *session, void *into, size_t size) {
  while (session->plain_bytes == 0) {
    enum content content;
    int result = next_record(session);
    if (result != 1) return result == TLS_AGAIN ? TLS_AGAIN : -1;
    ssize_t opened = open_record(&session->reading, session->incoming, &content);
    if (opened < 0) return errno = EBADMSG, -1;
    session->plain = session->incoming + RECORD_HEADER_BYTES;
    if (content == ALERT) return session->plain[1] == CLOSE_NOTIFY ? 0 : -1;
    if (content == APPLICATION_DATA) session->plain_bytes = (size_t)opened; /* else a ticket */
  }
  if (size > session->plain_bytes) size = session->plain_bytes;
  memcpy(into, session->plain, size);
  session->plain += size;
  session->plain_bytes -= size;
  return (ssize_t)size;
}

ssize_t tls_write(tls_session *session, const void *from, size_t size) {
  if (session->promised == 0) {
    session->promised = size < FRAGMENT_BYTES ? size : FRAGMENT_BYTES;
    session->outgoing_bytes =
        seal(&session->writing, APPLICATION_DATA, from, session->promised, session->outgoing);
  }
  int result = flush(session);
  if (result != 1) return result;
  size = session->promised;
  session->promised = 0;
  return (ssize_t)size;
}

void tls_say_goodbye(tls_session *session) {
  const unsigned char warning[] = {1, CLOSE_NOTIFY};
  if (session->outgoing_bytes > 0) return; /* in the middle of a record */
  session->outgoing_bytes =
      seal(&session->writing, ALERT, warning, sizeof warning, session->outgoing);
  flush(session);
}

void tls_free(tls_session *session) { free(session); }

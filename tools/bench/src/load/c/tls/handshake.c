/* ClientHello, ServerHello, the server's flight up to its Finished, our Finished. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "hello.h"
#include "session.h"
#include <errno.h>
#include <openssl/crypto.h>
#include <string.h>

enum message { CERTIFICATE_REQUEST = 13, FINISHED = 20 };

static void transcript_so_far(const tls_session *session, unsigned char *hash) {
  SHA256_CTX copy = session->transcript;
  SHA256_Final(hash, &copy);
}

static int greet(tls_session *session) {
  unsigned char *message = session->outgoing + RECORD_HEADER_BYTES;
  size_t size = client_hello(message);
  put_header(session->outgoing, HANDSHAKE_RECORD, size);
  SHA256_Update(&session->transcript, message, size);
  session->outgoing_bytes = RECORD_HEADER_BYTES + size;
  session->greeted = true;
  return flush(session) == 1;
}

static void use_keys(tls_session *session) {
  session->reading = traffic_key_of(session->secrets.server);
  session->writing = traffic_key_of(session->secrets.client);
}

static int take_server_hello(tls_session *session) {
  unsigned char hash[HASH_BYTES];
  const unsigned char *hello = session->incoming + RECORD_HEADER_BYTES;
  size_t size = session->record_bytes - RECORD_HEADER_BYTES;
  const unsigned char *shared = shared_secret(hello, size);
  if (session->incoming[0] != HANDSHAKE_RECORD || shared == NULL) return errno = EPROTO, 0;
  SHA256_Update(&session->transcript, hello, size);
  transcript_so_far(session, hash);
  handshake_secrets(&session->secrets, shared, hash);
  use_keys(session);
  session->agreed = true;
  return 1;
}

static bool is_right_finished(const tls_session *session, const unsigned char *message, size_t size) {
  unsigned char hash[HASH_BYTES], expected[HASH_BYTES];
  transcript_so_far(session, hash);
  finished_of(session->secrets.server, hash, expected);
  return size == 4 + HASH_BYTES && CRYPTO_memcmp(message + 4, expected, HASH_BYTES) == 0;
}

/* 1: that was all of the flight, 0: failed, TLS_AGAIN: more is to come */
static int take_messages(tls_session *session) {
  size_t at = 0;
  while (session->flight_bytes - at >= 4) {
    const unsigned char *message = session->flight + at;
    size_t size = 4 + (size_t)(message[1] << 16 | message[2] << 8 | message[3]);
    if (size > session->flight_bytes - at) break;
    bool is_last = message[0] == FINISHED;
    if (is_last && !is_right_finished(session, message, size)) return errno = EBADMSG, 0;
    if (message[0] == CERTIFICATE_REQUEST) return errno = ENOTSUP, 0;
    SHA256_Update(&session->transcript, message, size);
    if (is_last) return 1;
    at += size;
  }
  session->flight_bytes -= at;
  memmove(session->flight, session->flight + at, session->flight_bytes);
  return TLS_AGAIN;
}

static int take_flight(tls_session *session) {
  enum content content;
  if (session->incoming[0] == CHANGE_CIPHER_SPEC) return TLS_AGAIN; /* means nothing in TLS 1.3 */
  ssize_t size = open_record(&session->reading, session->incoming, &content);
  if (size < 0 || content != HANDSHAKE_RECORD) return errno = EPROTO, 0;
  if ((size_t)size > FRAGMENT_BYTES - session->flight_bytes) return errno = EMSGSIZE, 0;
  memcpy(session->flight + session->flight_bytes, session->incoming + RECORD_HEADER_BYTES, (size_t)size);
  session->flight_bytes += (size_t)size;
  return take_messages(session);
}

static int finish(tls_session *session) {
  unsigned char message[4 + HASH_BYTES] = {FINISHED, 0, 0, HASH_BYTES}, hash[HASH_BYTES];
  transcript_so_far(session, hash);
  finished_of(session->secrets.client, hash, message + 4);
  session->outgoing_bytes =
      seal(&session->writing, HANDSHAKE_RECORD, message, sizeof message, session->outgoing);
  application_secrets(&session->secrets, hash);
  use_keys(session);
  return flush(session) == 1;
}

int tls_handshake(tls_session *session) {
  errno = 0; /* an end is told as one */
  if (!session->greeted) return greet(session) ? TLS_AGAIN : 0;
  for (;;) {
    int result = next_record(session);
    if (result != 1) return result == TLS_AGAIN ? TLS_AGAIN : 0;
    if (session->agreed) {
      result = take_flight(session);
      if (result != TLS_AGAIN) return result == 1 && finish(session);
    } else if (!take_server_hello(session)) {
      return 0;
    }
  }
}

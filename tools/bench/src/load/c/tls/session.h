/* What a session holds, and its records: shared by the handshake and what follows. */
#ifndef SESSION_H
#define SESSION_H
#include "record.h"
#include "tls.h"
#include <openssl/sha.h>
#include <stdbool.h>

struct tls_session {
  int fd;
  bool greeted, agreed; /* our hello is out; the server's is in */
  SHA256_CTX transcript;
  struct secrets secrets;
  struct traffic_key reading, writing;
  size_t incoming_bytes, record_bytes; /* what has come; the record at its beginning */
  size_t outgoing_bytes, outgoing_sent;
  size_t flight_bytes;
  size_t promised; /* bytes of tls_write in the record that is going out */
  unsigned char *plain; /* opened and not yet read */
  size_t plain_bytes;
  unsigned char incoming[RECORD_BYTES];
  unsigned char outgoing[RECORD_BYTES];
  unsigned char flight[FRAGMENT_BYTES]; /* the server's handshake messages, of several records */
};

/* Reads until a whole record stands at the beginning of `incoming`; that of the call before goes.
 * 1, 0: the connection ended, -1: failed, TLS_AGAIN */
int next_record(tls_session *session);
/* 1: all of `outgoing` is out, -1: failed, TLS_AGAIN */
int flush(tls_session *session);
#endif

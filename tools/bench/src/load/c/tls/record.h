/* Records of TLS 1.3, RFC 8446 section 5, protected with AES-128-GCM. */
#ifndef RECORD_H
#define RECORD_H
#include "key-schedule.h"
#include <sys/types.h>

#define RECORD_HEADER_BYTES 5
#define FRAGMENT_BYTES 16384
#define RECORD_BYTES (RECORD_HEADER_BYTES + FRAGMENT_BYTES + 256)

#define CLOSE_NOTIFY 0 /* the alert of section 6.1 */

enum content { CHANGE_CIPHER_SPEC = 20, ALERT = 21, HANDSHAKE_RECORD = 22, APPLICATION_DATA = 23 };

/* Once a thread. */
void records_start(void);
size_t fragment_bytes_of(const unsigned char *record);
/* Writes a header for a record that is not protected. */
void put_header(unsigned char *record, enum content content, size_t fragment_bytes);
/* Protects at most FRAGMENT_BYTES; returns the bytes of the whole record. */
size_t seal(struct traffic_key *key, enum content content, const void *from, size_t size, unsigned char *record);
/* Opens a whole record in place: its content begins behind the header. Returns its size, or -1. */
ssize_t open_record(struct traffic_key *key, unsigned char *record, enum content *content);
#endif

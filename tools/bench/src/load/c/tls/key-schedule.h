/* The key schedule of TLS 1.3 with SHA-256, RFC 8446 section 7.1, for a client without a PSK. */
#ifndef KEY_SCHEDULE_H
#define KEY_SCHEDULE_H
#include <stdint.h>

#define HASH_BYTES 32

struct secrets {
  unsigned char root[HASH_BYTES]; /* of the stage: handshake, then master */
  unsigned char client[HASH_BYTES], server[HASH_BYTES];
};

struct traffic_key {
  unsigned char key[16], iv[12];
  uint64_t sequence;
};

/* Once, before any other call. */
void key_schedule_start(void);
void handshake_secrets(struct secrets *secrets, const unsigned char *shared, const unsigned char *transcript);
/* Takes the place of the handshake's secrets. */
void application_secrets(struct secrets *secrets, const unsigned char *transcript);
struct traffic_key traffic_key_of(const unsigned char *secret);
/* The verify_data of a Finished message, section 4.4.4. */
void finished_of(const unsigned char *secret, const unsigned char *transcript, unsigned char *verify_data);
#endif

#include "hello.h"
#include <openssl/rand.h>
#include <string.h>

#define RANDOM_BYTES 32
#define KEY_SHARE 51
#define P256 23
#define POINT_BYTES 65 /* 04, x, y */

static const unsigned char behind_random[] = {
    0,                                       /* no session to resume */
    0, 2, 0x13, 1,                           /* TLS_AES_128_GCM_SHA256 */
    1, 0,                                    /* no compression */
    0, 106,                                  /* bytes of extensions */
    0, 43, 0, 3, 2, 3, 4,                    /* supported_versions: TLS 1.3 */
    0, 10, 0, 4, 0, 2, 0, P256,              /* supported_groups */
    0, 13, 0, 6, 0, 4, 8, 4, 4, 1,           /* signature_algorithms: RSA, PSS and PKCS #1 */
    0, 45, 0, 2, 1, 1,                       /* psk_key_exchange_modes: tickets are welcome */
    0, KEY_SHARE, 0, 71, 0, 69, 0, P256, 0, POINT_BYTES,
    /* The base point, NIST SP 800-186 section 3.2.1.3. */
    0x04, 0x6b, 0x17, 0xd1, 0xf2, 0xe1, 0x2c, 0x42, 0x47, 0xf8, 0xbc, 0xe6, 0xe5, 0x63, 0xa4, 0x40,
    0xf2, 0x77, 0x03, 0x7d, 0x81, 0x2d, 0xeb, 0x33, 0xa0, 0xf4, 0xa1, 0x39, 0x45, 0xd8, 0x98, 0xc2,
    0x96, 0x4f, 0xe3, 0x42, 0xe2, 0xfe, 0x1a, 0x7f, 0x9b, 0x8e, 0xe7, 0xeb, 0x4a, 0x7c, 0x0f, 0x9e,
    0x16, 0x2b, 0xce, 0x33, 0x57, 0x6b, 0x31, 0x5e, 0xce, 0xcb, 0xb6, 0x40, 0x68, 0x37, 0xbf, 0x51,
    0xf5,
};

size_t client_hello(unsigned char *message) {
  const size_t size = 4 + 2 + RANDOM_BYTES + sizeof behind_random;
  const unsigned char start[] = {1, 0, 0, (unsigned char)(size - 4), 3, 3};
  memcpy(message, start, sizeof start);
  RAND_bytes(message + sizeof start, RANDOM_BYTES);
  memcpy(message + sizeof start + RANDOM_BYTES, behind_random, sizeof behind_random);
  return size;
}

/* In the extensions: 00 33 00 45 00 17 00 41 04 and the coordinates. */
static const unsigned char *x_of_key(const unsigned char *at, const unsigned char *end) {
  while (end - at >= 4) {
    int type = at[0] << 8 | at[1], size = at[2] << 8 | at[3];
    at += 4;
    if (size > end - at) return NULL;
    if (type == KEY_SHARE) return size == 4 + POINT_BYTES && at[1] == P256 ? at + 5 : NULL;
    at += size;
  }
  return NULL;
}

const unsigned char *shared_secret(const unsigned char *server_hello, size_t size) {
  const unsigned char agreed[] = {0, 0x13, 1, 0}; /* no session, the suite, no compression */
  const unsigned char *at = server_hello + 4 + 2 + RANDOM_BYTES;
  if (size < 4 + 2 + RANDOM_BYTES + sizeof agreed + 2 || server_hello[0] != 2) return NULL;
  if (memcmp(at, agreed, sizeof agreed) != 0) return NULL;
  return x_of_key(at + sizeof agreed + 2, server_hello + size); /* a HelloRetryRequest has no key */
}

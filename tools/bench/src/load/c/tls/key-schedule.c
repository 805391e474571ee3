/* EVP looks an algorithm up and allocates each time: more work than to hash a block of 64 bytes. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "key-schedule.h"
#include <openssl/sha.h>
#include <string.h>

#define BLOCK_BYTES 64

static const unsigned char none[HASH_BYTES];
static unsigned char empty_transcript[HASH_BYTES], derived_from_nothing[HASH_BYTES];

static void hash_behind_pad(const unsigned char *key, unsigned char pad, const void *data, size_t size,
                            unsigned char *out) {
  unsigned char block[BLOCK_BYTES];
  memset(block, pad, sizeof block);
  for (int at = 0; at < HASH_BYTES; at++) block[at] ^= key[at];
  SHA256_CTX hash;
  SHA256_Init(&hash);
  SHA256_Update(&hash, block, sizeof block);
  SHA256_Update(&hash, data, size);
  SHA256_Final(out, &hash);
}

/* HMAC of RFC 2104; it is HKDF-Extract too, whose salt is the key. */
static void hmac(const unsigned char *key, const void *data, size_t size, unsigned char *out) {
  unsigned char inner[HASH_BYTES];
  hash_behind_pad(key, 0x36, data, size, inner);
  hash_behind_pad(key, 0x5c, inner, sizeof inner, out);
}

/* HKDF-Expand-Label with the one block that every length here needs. */
static void expand(const unsigned char *secret, const char *label, const unsigned char *context,
                   size_t context_bytes, unsigned char *out, size_t size) {
  unsigned char info[BLOCK_BYTES], block[HASH_BYTES], *end = info;
  size_t label_bytes = strlen(label);
  *end++ = 0;
  *end++ = (unsigned char)size;
  *end++ = (unsigned char)(6 + label_bytes);
  end = (unsigned char *)memcpy(end, "tls13 ", 6) + 6;
  end = (unsigned char *)memcpy(end, label, label_bytes) + label_bytes;
  *end++ = (unsigned char)context_bytes;
  if (context_bytes > 0) end = (unsigned char *)memcpy(end, context, context_bytes) + context_bytes;
  *end++ = 1; /* the number of the block */
  hmac(secret, info, (size_t)(end - info), block);
  memcpy(out, block, size);
}

static void derive(const unsigned char *secret, const char *label, const unsigned char *transcript,
                   unsigned char *out) {
  expand(secret, label, transcript, HASH_BYTES, out, HASH_BYTES);
}

void key_schedule_start(void) {
  unsigned char early[HASH_BYTES];
  SHA256(NULL, 0, empty_transcript);
  hmac(none, none, sizeof none, early);
  derive(early, "derived", empty_transcript, derived_from_nothing);
}

void handshake_secrets(struct secrets *secrets, const unsigned char *shared, const unsigned char *transcript) {
  hmac(derived_from_nothing, shared, HASH_BYTES, secrets->root);
  derive(secrets->root, "c hs traffic", transcript, secrets->client);
  derive(secrets->root, "s hs traffic", transcript, secrets->server);
}

void application_secrets(struct secrets *secrets, const unsigned char *transcript) {
  unsigned char derived[HASH_BYTES];
  derive(secrets->root, "derived", empty_transcript, derived);
  hmac(derived, none, sizeof none, secrets->root);
  derive(secrets->root, "c ap traffic", transcript, secrets->client);
  derive(secrets->root, "s ap traffic", transcript, secrets->server);
}

struct traffic_key traffic_key_of(const unsigned char *secret) {
  struct traffic_key result = {.sequence = 0};
  expand(secret, "key", NULL, 0, result.key, sizeof result.key);
  expand(secret, "iv", NULL, 0, result.iv, sizeof result.iv);
  return result;
}

void finished_of(const unsigned char *secret, const unsigned char *transcript, unsigned char *verify_data) {
  unsigned char key[HASH_BYTES];
  expand(secret, "finished", NULL, 0, key, sizeof key);
  hmac(key, transcript, HASH_BYTES, verify_data);
}

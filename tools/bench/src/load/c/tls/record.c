#include "record.h"
#include <openssl/evp.h>
#include <string.h>

#define TAG_BYTES 16

static __thread EVP_CIPHER_CTX *cipher;

void records_start(void) {
  cipher = EVP_CIPHER_CTX_new();
  EVP_CipherInit_ex(cipher, EVP_aes_128_gcm(), NULL, NULL, NULL, 1);
}

size_t fragment_bytes_of(const unsigned char *record) { return (size_t)(record[3] << 8 | record[4]); }

void put_header(unsigned char *record, enum content content, size_t fragment_bytes) {
  const unsigned char header[] = {content, 3, 3, (unsigned char)(fragment_bytes >> 8),
                                  (unsigned char)fragment_bytes};
  memcpy(record, header, sizeof header);
}

/* The nonce of section 5.3; the header is what the tag covers besides. */
static void begin(struct traffic_key *key, const unsigned char *header, int sealing) {
  unsigned char nonce[sizeof key->iv];
  int size;
  memcpy(nonce, key->iv, sizeof nonce);
  for (int at = 0; at < 8; at++) nonce[11 - at] ^= (unsigned char)(key->sequence >> (8 * at));
  key->sequence++;
  EVP_CipherInit_ex(cipher, NULL, NULL, key->key, nonce, sealing);
  EVP_CipherUpdate(cipher, NULL, &size, header, RECORD_HEADER_BYTES);
}

size_t seal(struct traffic_key *key, enum content content, const void *from, size_t size, unsigned char *record) {
  unsigned char *to = record + RECORD_HEADER_BYTES, type = content;
  int written;
  put_header(record, APPLICATION_DATA, size + 1 + TAG_BYTES);
  begin(key, record, 1);
  EVP_CipherUpdate(cipher, to, &written, from, (int)size);
  EVP_CipherUpdate(cipher, to + size, &written, &type, 1);
  EVP_CipherFinal_ex(cipher, to + size + 1, &written);
  EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, TAG_BYTES, to + size + 1);
  return RECORD_HEADER_BYTES + size + 1 + TAG_BYTES;
}

ssize_t open_record(struct traffic_key *key, unsigned char *record, enum content *content) {
  unsigned char *at = record + RECORD_HEADER_BYTES;
  size_t size = fragment_bytes_of(record);
  int written;
  if (size < 1 + TAG_BYTES) return -1;
  size -= TAG_BYTES;
  begin(key, record, 0);
  EVP_CipherUpdate(cipher, at, &written, at, (int)size);
  EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, TAG_BYTES, at + size);
  if (EVP_CipherFinal_ex(cipher, at + size, &written) != 1) return -1;
  while (size > 0 && at[size - 1] == 0) size--; /* padding */
  if (size == 0) return -1;
  *content = at[size - 1];
  return (ssize_t)size - 1;
}

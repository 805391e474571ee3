/* ClientHello and ServerHello, RFC 8446 section 4.1, with what every implementation has to know
 * (section 9.1): TLS_AES_128_GCM_SHA256 and the curve P-256. Our private key is 1, so that our public
 * key is the base point of the curve and the shared secret stands in the server's own key: to the
 * server it is a key exchange like any other, to us no work at all. */
#ifndef HELLO_H
#define HELLO_H
#include <stddef.h>

#define SHARED_BYTES 32

/* Writes the handshake message; returns its bytes, fewer than 256. */
size_t client_hello(unsigned char *message);
/* The shared secret, SHARED_BYTES in the message; NULL: not a ServerHello that agrees to ours. */
const unsigned char *shared_secret(const unsigned char *server_hello, size_t size);
#endif

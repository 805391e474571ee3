/* The few calls of OpenSSL that the load generator needs; without its headers there is no TLS. */
#ifndef TLS_H
#define TLS_H
#include <stdbool.h>
#include <sys/types.h>

#define TLS_AGAIN (-2)

#ifdef WITH_TLS
#include <openssl/ssl.h>
typedef SSL tls_session;
#else
typedef void tls_session;
#endif

void tls_start(void);
/* A client's session on a connected socket; every one does a full handshake. */
tls_session *tls_open(int fd);
/* 1 done, 0 failed, TLS_AGAIN */
int tls_handshake(tls_session *session);
/* As read(2) and write(2), with TLS_AGAIN for EAGAIN. */
ssize_t tls_read(tls_session *session, void *into, size_t size);
ssize_t tls_write(tls_session *session, const void *from, size_t size);
void tls_say_goodbye(tls_session *session);
void tls_free(tls_session *session);
#endif

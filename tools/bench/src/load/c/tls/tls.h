/* The client's side of TLS 1.3, as little as a load needs, so that the servers are what is measured:
 * a handshake of OpenSSL's own client takes as much CPU as the server's. Every handshake is a full
 * one. The certificate was made for the run and is not looked at, nor is the signature; that the
 * server's Finished is right, and so its keys, is. Needs OpenSSL's libcrypto. */
#ifndef TLS_H
#define TLS_H
#include <sys/types.h>

#define TLS_AGAIN (-2)

typedef struct tls_session tls_session;

/* Once, before any other call. */
void tls_start(void);
/* A session on a connected socket. */
tls_session *tls_open(int fd);
/* 1 done, 0 failed, TLS_AGAIN */
int tls_handshake(tls_session *session);
/* As read(2) and write(2), with TLS_AGAIN for EAGAIN. What was to be written then is to be again. */
ssize_t tls_read(tls_session *session, void *into, size_t size);
ssize_t tls_write(tls_session *session, const void *from, size_t size);
void tls_say_goodbye(tls_session *session);
void tls_free(tls_session *session);
#endif

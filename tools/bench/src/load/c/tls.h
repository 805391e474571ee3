/* TLS 1.3 on a connected socket: tls.c by OpenSSL's libssl, without-tls.c where its headers are
 * missing. */
#ifndef TLS_H
#define TLS_H
#include <sys/types.h>

#define TLS_AGAIN (-2)

typedef struct ssl_st tls_session;

/* Once, before any other call. */
void tls_start(void);
tls_session *tls_open(int fd);
/* 1 done, 0 failed, TLS_AGAIN */
int tls_handshake(tls_session *session);
/* As read(2) and write(2), with TLS_AGAIN for EAGAIN. What was to be written then is to be again. */
ssize_t tls_read(tls_session *session, void *into, size_t size);
ssize_t tls_write(tls_session *session, const void *from, size_t size);
void tls_say_goodbye(tls_session *session);
void tls_free(tls_session *session);
#endif

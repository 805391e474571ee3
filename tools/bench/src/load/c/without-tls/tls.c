/* In the place of the files in ../tls where OpenSSL's headers are missing. */
#include "../tls/tls.h"
#include <stdlib.h>

void tls_start(void) { exit(3); }
tls_session *tls_open(int fd) { return (void)fd, NULL; }
int tls_handshake(tls_session *session) { return (void)session, 0; }
ssize_t tls_read(tls_session *session, void *into, size_t size) {
  return (void)session, (void)into, (void)size, -1;
}
ssize_t tls_write(tls_session *session, const void *from, size_t size) {
  return (void)session, (void)from, (void)size, -1;
}
void tls_say_goodbye(tls_session *session) { (void)session; }
void tls_free(tls_session *session) { (void)session; }

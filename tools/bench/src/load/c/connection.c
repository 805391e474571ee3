/* One connection: opened, asked, read from, closed. Every socket is non-blocking and reported by
 * edges, so a message costs one write and one read. */
#define _GNU_SOURCE
#include "load.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

/* A closed connection keeps its port for a minute: many source addresses give many ports. */
#define SOURCE_ADDRESSES 64

static void choose_source(struct thread *thread, int fd) {
  static __thread uint32_t turn;
  const struct sockaddr_in *server = &thread->options->server;
  if (ntohl(server->sin_addr.s_addr) >> 24 != 127) return;
  int on = 1;
  struct sockaddr_in source = {.sin_family = AF_INET};
  source.sin_addr.s_addr = htonl(0x7f000100u + turn++ % SOURCE_ADDRESSES);
  setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
  bind(fd, (struct sockaddr *)&source, sizeof source);
}

void open_connection(struct thread *thread, struct connection *connection) {
  const struct options *options = thread->options;
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), on = 1;
  *connection = (struct connection){.fd = fd, .state = CONNECTING, .begun = now_ns()};
  if (fd < 0) return connection_failed(thread, connection, "socket");
  if (options->mode == SHORT) choose_source(thread, fd);
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (connect(fd, (const struct sockaddr *)&options->server, sizeof options->server) < 0 &&
      errno != EINPROGRESS) {
    return connection_failed(thread, connection, "connect");
  }
  struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = connection};
  epoll_ctl(thread->epoll, EPOLL_CTL_ADD, fd, &event);
}

static ssize_t receive_some(struct thread *thread, struct connection *connection) {
  if (connection->tls != NULL) return tls_read(connection->tls, thread->sink, SINK_BYTES);
  ssize_t count = read(connection->fd, thread->sink, SINK_BYTES);
  return count < 0 && errno == EAGAIN ? TLS_AGAIN : count;
}

static ssize_t send_some(struct connection *connection, const char *from, size_t size) {
  if (connection->tls != NULL) return tls_write(connection->tls, from, size);
  ssize_t count = send(connection->fd, from, size, MSG_NOSIGNAL);
  return count < 0 && errno == EAGAIN ? TLS_AGAIN : count;
}

static void say_goodbye(struct connection *connection) {
  if (connection->tls != NULL) tls_say_goodbye(connection->tls);
  connection->state = CLOSING;
  shutdown(connection->fd, SHUT_WR);
}

static void send_rest(struct thread *thread, struct connection *connection) {
  const struct options *options = thread->options;
  while (connection->sent < options->size) {
    const char *from = thread->message + connection->sent;
    ssize_t count = send_some(connection, from, options->size - connection->sent);
    connection->blocked = count == TLS_AGAIN;
    if (connection->blocked) return;
    if (count < 0) return connection_failed(thread, connection, "write");
    connection->sent += (size_t)count;
  }
}

void begin_operation(struct thread *thread, struct connection *connection, uint64_t at) {
  connection->state = BUSY;
  connection->sent = connection->received = 0;
  connection->begun = at;
  send_rest(thread, connection);
}

/* A line for which the kernel has no room stands in no measurement: the server does not read. */
void send_line(struct thread *thread, struct connection *connection, const char *line, int size) {
  if (connection->state == GONE) return;
  errno = 0;
  if (send_some(connection, line, (size_t)size) == size) return;
  connection_failed(thread, connection, "write");
}

static void answered(struct thread *thread, struct connection *connection) {
  if (thread->options->mode == SHORT) return say_goodbye(connection);
  connection->state = IDLE;
  operation_done(thread, connection);
}

static void receive_rest(struct thread *thread, struct connection *connection) {
  const struct options *options = thread->options;
  for (;;) {
    ssize_t count = receive_some(thread, connection);
    if (count == TLS_AGAIN) return;
    if (count == 0 && connection->state == CLOSING) return operation_done(thread, connection);
    if (count <= 0) return connection_failed(thread, connection, count == 0 ? "end" : "read");
    if (thread->chat != NULL) {
      if (!take_lines(thread, connection, (size_t)count) || count < SINK_BYTES) return;
      continue;
    }
    if (connection->state != BUSY) continue;
    connection->received += (size_t)count;
    if (connection->received > options->reply) {
      return connection_failed(thread, connection, "a longer answer than expected");
    }
    if (connection->received == options->reply) return answered(thread, connection);
    /* A short read has emptied the socket: the next edge will tell. */
    if (connection->tls == NULL && count < SINK_BYTES) return;
  }
}

static void established(struct thread *thread, struct connection *connection) {
  if (thread->chat != NULL) return register_member(thread, connection);
  if (thread->options->mode != SHORT) return connection_open(thread);
  if (thread->options->size == 0) return say_goodbye(connection);
  begin_operation(thread, connection, connection->begun);
}

static void shake_hands(struct thread *thread, struct connection *connection) {
  int result = tls_handshake(connection->tls);
  if (result == 0) return connection_failed(thread, connection, "TLS handshake");
  if (result == TLS_AGAIN) return;
  connection->state = IDLE;
  established(thread, connection);
}

static void connected(struct thread *thread, struct connection *connection, uint32_t events) {
  if (events & EPOLLERR) {
    socklen_t size = sizeof errno;
    getsockopt(connection->fd, SOL_SOCKET, SO_ERROR, &errno, &size);
    return connection_failed(thread, connection, "connect");
  }
  connection->state = IDLE;
  if (!thread->options->tls) return established(thread, connection);
  connection->state = HANDSHAKE;
  connection->tls = tls_open(connection->fd);
  shake_hands(thread, connection);
}

void on_event(struct thread *thread, struct connection *connection, uint32_t events) {
  if (connection->state == CONNECTING) return connected(thread, connection, events);
  if (connection->state == HANDSHAKE) return shake_hands(thread, connection);
  if (connection->state == GONE) return;
  if (connection->blocked && (events & EPOLLOUT)) send_rest(thread, connection);
  if (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) receive_rest(thread, connection);
}

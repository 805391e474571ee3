/* The limit: one thread per worker, each with a listener of its own (SO_REUSEPORT) and an epoll.
 * usage: epoll-server PORT WORKERS MODE LOG; MODE reply or echo, LOG on or off. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define PREFIX "Anda mengirim: "
#define PREFIX_BYTES (sizeof PREFIX - 1)
#define READ_BYTES 65536
#define EVENTS 256

static int port;
static size_t prefix_bytes; /* 0 with echo */
static bool logging;

/* What the client does not take at once waits here; meanwhile nothing is read from it. */
struct client {
  int fd;
  char *rest;
  size_t rest_bytes;
  char address[INET_ADDRSTRLEN + 8];
};

static int listen_on(int wanted) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), on = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)wanted)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
  if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(fd, 511) < 0) {
    perror("listen");
    exit(1);
  }
  return fd;
}

static void accept_all(int epoll, int listener) {
  struct sockaddr_in from;
  socklen_t size = sizeof from;
  int fd, on = 1;
  while ((fd = accept4(listener, (struct sockaddr *)&from, &size, SOCK_NONBLOCK)) >= 0) {
    struct client *client = calloc(1, sizeof *client);
    client->fd = fd;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (logging) {
      char host[INET_ADDRSTRLEN];
      inet_ntop(AF_INET, &from.sin_addr, host, sizeof host);
      snprintf(client->address, sizeof client->address, "%s:%d", host, ntohs(from.sin_port));
      printf("Koneksi dari %s telah diterima.\n", client->address);
    }
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = client};
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
  }
}

static void forget(struct client *client) {
  close(client->fd);
  free(client->rest);
  free(client);
}

static void watch(int epoll, struct client *client, uint32_t events) {
  struct epoll_event event = {.events = events, .data.ptr = client};
  epoll_ctl(epoll, EPOLL_CTL_MOD, client->fd, &event);
}

static void answer(int epoll, struct client *client, char *buffer) {
  ssize_t count = read(client->fd, buffer + prefix_bytes, READ_BYTES);
  if (count < 0 && errno == EAGAIN) return;
  if (count <= 0) return forget(client);
  if (logging) {
    printf("Dari %s: %.*s\n", client->address, (int)count, buffer + prefix_bytes);
  }
  size_t size = prefix_bytes + (size_t)count;
  ssize_t sent = send(client->fd, buffer, size, MSG_NOSIGNAL);
  if (sent < 0 && errno != EAGAIN) return forget(client);
  if (sent < 0) sent = 0;
  if ((size_t)sent == size) return;
  client->rest_bytes = size - (size_t)sent;
  client->rest = malloc(client->rest_bytes);
  memcpy(client->rest, buffer + sent, client->rest_bytes);
  watch(epoll, client, EPOLLOUT);
}

static void send_rest(int epoll, struct client *client) {
  ssize_t sent = send(client->fd, client->rest, client->rest_bytes, MSG_NOSIGNAL);
  if (sent < 0 && errno == EAGAIN) return;
  if (sent < 0) return forget(client);
  client->rest_bytes -= (size_t)sent;
  memmove(client->rest, client->rest + sent, client->rest_bytes);
  if (client->rest_bytes > 0) return;
  free(client->rest);
  client->rest = NULL;
  watch(epoll, client, EPOLLIN);
}

static void *serve(void *unused) {
  int listener = listen_on(port), epoll = epoll_create1(0);
  char *buffer = malloc(PREFIX_BYTES + READ_BYTES);
  memcpy(buffer, PREFIX, PREFIX_BYTES);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL}, events[EVENTS];
  epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
  for (;;) {
    int count = epoll_wait(epoll, events, EVENTS, -1);
    for (int index = 0; index < count; index++) {
      struct client *client = events[index].data.ptr;
      if (client == NULL) accept_all(epoll, listener);
      else if (client->rest != NULL) send_rest(epoll, client);
      else answer(epoll, client, buffer);
    }
  }
  return unused;
}

int main(int count, char **words) {
  if (count < 5) return fprintf(stderr, "usage: epoll-server PORT WORKERS MODE LOG\n"), 2;
  port = atoi(words[1]);
  prefix_bytes = strcmp(words[3], "reply") == 0 ? PREFIX_BYTES : 0;
  logging = strcmp(words[4], "on") == 0;
  for (int worker = 1; worker < atoi(words[2]); worker++) {
    pthread_t thread;
    pthread_create(&thread, NULL, serve, NULL);
  }
  serve(NULL);
}

/* What the files of the load generator share: its options, its connections, one thread's state. */
#ifndef LOAD_H
#define LOAD_H
#include "histogram.h"
#include "tls.h"
#include <netinet/in.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#define SINK_BYTES 262144 /* what is read at once, and dropped */

enum mode { CLOSED, FIXED, SHORT, HOLD, CHAT, LURK };

struct options {
  struct sockaddr_in server;
  enum mode mode;
  int connections;
  int threads;
  size_t size;     /* bytes of a message; 0 with SHORT: connect, say nothing, close */
  size_t reply;    /* bytes of its answer */
  double seconds;  /* the measured time */
  double rate;     /* messages a second with FIXED, all connections together */
  long operations; /* end after so many; 0: no limit */
  bool tls;
  int channels;  /* that the members are spread over; those who talk share one */
  int window;    /* messages in flight with CHAT */
  long warmup;   /* messages said before it is ready */
  bool quickack; /* members acknowledge what they read at once */
};

enum state { GONE, CONNECTING, HANDSHAKE, IDLE, BUSY, CLOSING };

struct connection {
  int fd;
  enum state state;
  tls_session *tls;
  bool blocked; /* the kernel takes no more bytes for now */
  size_t sent, received;
  uint64_t begun; /* ns; with FIXED when the message was due, not when it was sent */
  uint64_t due;
  long owed; /* messages that are due and have not been sent */
};

struct thread {
  pthread_t id;
  const struct options *options;
  int epoll, count;
  struct connection *connections;
  const char *message;
  char *sink;
  struct chat *chat; /* with CHAT and LURK */
  int opening;     /* connections under way */
  int busy;        /* operations under way */
  long allowed;    /* operations that may still begin */
  bool stopping;   /* begin nothing more */
  uint64_t deadline;
  long operations; /* finished */
  long counted;    /* finished before the deadline */
  long errors;
  char *error; /* the first one */
  struct histogram latency;
};

uint64_t now_ns(void);

/* connection.c */
void open_connection(struct thread *thread, struct connection *connection);
void begin_operation(struct thread *thread, struct connection *connection, uint64_t at);
void send_line(struct thread *thread, struct connection *connection, const char *line, int size);
void on_event(struct thread *thread, struct connection *connection, uint32_t events);

/* thread.c */
void connection_open(struct thread *thread);
void operation_done(struct thread *thread, struct connection *connection);
void connection_failed(struct thread *thread, struct connection *connection, const char *why);
void wait_for_events(struct thread *thread, uint64_t until);
void open_all(struct thread *thread);
void run(struct thread *thread, uint64_t start);

/* chat.c */
void start_chat(struct thread *thread);
void rehearse(struct thread *thread);
void talk(struct thread *thread, uint64_t start);
void lurk(struct thread *thread);

/* member.c */
void register_member(struct thread *thread, struct connection *connection);
bool take_lines(struct thread *thread, struct connection *connection, size_t size);
#endif

/* One thread of load: opens its share of the connections, then asks on them until the time is up. */
#define _GNU_SOURCE
#include "load.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#define EVENTS 512
/* Connections under way at a time: a short listen queue is not overrun. */
#define MAX_OPENING 32
/* How long the answers that are still out may take after the measured time. */
#define DRAIN_NS 3000000000ULL
/* How long a server may take to let all of them in. */
#define OPENING_NS 60000000000ULL

uint64_t now_ns(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000ULL + (uint64_t)time.tv_nsec;
}

static void forget(struct connection *connection) {
  if (connection->tls != NULL) tls_free(connection->tls);
  connection->tls = NULL;
  if (connection->fd >= 0) close(connection->fd);
  connection->fd = -1;
  connection->state = GONE;
}

void connection_open(struct thread *thread) { thread->opening--; }

static void begin_short(struct thread *thread, struct connection *connection) {
  if (thread->stopping || thread->allowed == 0) return;
  thread->allowed--;
  thread->busy++;
  open_connection(thread, connection);
}

static void begin_next(struct thread *thread, struct connection *connection, uint64_t now) {
  const struct options *options = thread->options;
  if (options->mode == SHORT) return begin_short(thread, connection);
  if (options->mode == CLOSED) {
    if (thread->stopping || thread->allowed == 0) return;
    thread->allowed--;
  } else {
    if (connection->owed == 0) return;
    connection->owed--;
    now = connection->due;
    connection->due += (uint64_t)((double)options->connections / options->rate * 1e9);
  }
  thread->busy++;
  begin_operation(thread, connection, now);
}

void operation_done(struct thread *thread, struct connection *connection) {
  uint64_t now = now_ns();
  record(&thread->latency, now - connection->begun);
  thread->busy--;
  thread->operations++;
  if (now <= thread->deadline) thread->counted++;
  if (thread->options->mode == SHORT) forget(connection);
  begin_next(thread, connection, now);
}

void connection_failed(struct thread *thread, struct connection *connection, const char *why) {
  thread->errors++;
  if (thread->error == NULL &&
      asprintf(&thread->error, "%s: %s", why, errno ? strerror(errno) : "closed") < 0) {
    thread->error = NULL;
  }
  bool was_busy = connection->state == BUSY || thread->options->mode == SHORT;
  if (!was_busy && thread->opening > 0) thread->opening--;
  if (was_busy) thread->busy--;
  forget(connection);
  /* Not at once: a server that has gone would be asked without end. */
  if (thread->options->mode == SHORT && thread->errors < 1000) begin_short(thread, connection);
}

void wait_for_events(struct thread *thread, uint64_t until) {
  struct epoll_event events[EVENTS];
  uint64_t now = now_ns(), rest = until > now ? until - now : 0;
  struct timespec timeout = {(time_t)(rest / 1000000000ULL), (long)(rest % 1000000000ULL)};
  int count = epoll_pwait2(thread->epoll, events, EVENTS, &timeout, NULL);
  for (int index = 0; index < count; index++) {
    on_event(thread, events[index].data.ptr, events[index].events);
  }
}

static void give_up_opening(struct thread *thread, int missing) {
  thread->errors += missing;
  thread->opening = 0;
  if (thread->error != NULL) return;
  if (asprintf(&thread->error, "%d were not let in", missing) < 0) thread->error = NULL;
}

void open_all(struct thread *thread) {
  if (thread->options->mode == SHORT) return;
  uint64_t latest = now_ns() + OPENING_NS;
  int next = 0;
  while (next < thread->count || thread->opening > 0) {
    if (now_ns() > latest) return give_up_opening(thread, thread->count - next + thread->opening);
    while (next < thread->count && thread->opening < MAX_OPENING) {
      thread->opening++;
      open_connection(thread, &thread->connections[next++]);
    }
    if (thread->opening > 0) wait_for_events(thread, now_ns() + 1000000000ULL);
  }
}

/* Every connection has a timetable of its own; late messages keep the time they were due at. */
static void run_fixed(struct thread *thread, uint64_t start) {
  double step = 1e9 * thread->options->threads / thread->options->rate;
  uint64_t due = start;
  for (int index = 0; index < thread->count; index++) {
    thread->connections[index].due = start + (uint64_t)(index * step);
  }
  for (long number = 0; due < thread->deadline;) {
    for (; due <= now_ns() && due < thread->deadline; due = start + (uint64_t)(number * step)) {
      struct connection *connection = &thread->connections[number++ % thread->count];
      connection->owed++;
      if (connection->state == IDLE) begin_next(thread, connection, due);
    }
    wait_for_events(thread, due);
  }
}

/* What was never answered counts with the time it has waited so far. */
static void count_unanswered(struct thread *thread) {
  uint64_t now = now_ns();
  for (int index = 0; index < thread->count; index++) {
    struct connection *connection = &thread->connections[index];
    if (connection->state == BUSY) record(&thread->latency, now - connection->begun);
    for (; thread->options->mode == FIXED && connection->owed > 0; connection->owed--) {
      record(&thread->latency, now - connection->due);
      connection->due += (uint64_t)((double)thread->options->connections / thread->options->rate * 1e9);
    }
  }
}

void run(struct thread *thread, uint64_t start) {
  thread->deadline = start + (uint64_t)(thread->options->seconds * 1e9);
  if (thread->options->mode == FIXED) {
    run_fixed(thread, start);
  } else {
    for (int index = 0; index < thread->count; index++) {
      begin_next(thread, &thread->connections[index], now_ns());
    }
    while (now_ns() < thread->deadline && thread->busy > 0) wait_for_events(thread, thread->deadline);
  }
  thread->stopping = true;
  uint64_t latest = now_ns() + DRAIN_NS;
  while (thread->busy > 0 && now_ns() < latest) wait_for_events(thread, latest);
  count_unanswered(thread);
}

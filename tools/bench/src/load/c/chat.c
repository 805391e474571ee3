/* The conversation of one channel. The members talk in turn, so many messages in flight; a message
 * is done when every other member has got it, once and whole. */
#define _GNU_SOURCE
#include "chat.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NUMBER_DIGITS 7
#define REST " is the number of this message, and these are more words"
#define TEXT_BYTES (NUMBER_DIGITS + sizeof REST - 1)

void start_chat(struct thread *thread) {
  const struct options *options = thread->options;
  size_t messages = (size_t)(options->warmup + options->operations), count = (size_t)thread->count;
  struct chat *chat = calloc(1, sizeof *chat);
  chat->members = calloc(count, sizeof *chat->members);
  chat->messages = calloc(messages + 1, sizeof *chat->messages);
  chat->had = calloc(messages * count + 1, sizeof *chat->had);
  chat->head_size = snprintf(chat->head, HEAD_BYTES, "PRIVMSG #b%x-0 :", getpid());
  thread->chat = chat;
}

static void say_next(struct thread *thread) {
  struct chat *chat = thread->chat;
  if (chat->said == chat->until) return;
  long number = chat->said++, sender = number % thread->count;
  chat->messages[number] = (struct message){.begun = now_ns(), .missing = thread->count - 1};
  /* Without echo-message it does not come back. */
  chat->had[number * thread->count + sender] = true;
  thread->busy++;
  char line[HEAD_BYTES + TEXT_BYTES + 3];
  int size = snprintf(line, sizeof line, "%s%0*ld" REST "\r\n", chat->head, NUMBER_DIGITS, number);
  send_line(thread, &thread->connections[sender], line, size);
}

static void message_done(struct thread *thread, long number) {
  uint64_t now = now_ns();
  thread->busy--;
  if (number >= thread->options->warmup) {
    record(&thread->latency, now - thread->chat->messages[number].begun);
    thread->operations++;
    if (now <= thread->deadline) thread->counted++;
  }
  say_next(thread);
}

/* The number of a delivery, or -1 when it is none of this conversation, or is not whole. */
static long number_of(const struct chat *chat, const char *line, size_t size) {
  size_t head = (size_t)chat->head_size;
  if (size != head + TEXT_BYTES || memcmp(line, chat->head, head) != 0) return -1;
  if (memcmp(line + head + NUMBER_DIGITS, REST, sizeof REST - 1) != 0) return -1;
  long number = 0;
  for (size_t at = head; at < head + NUMBER_DIGITS; at++) number = number * 10 + line[at] - '0';
  return number >= 0 && number < chat->said ? number : -1;
}

/* `PRIVMSG #b1f-0 :0000042 is the number …` */
void message_arrived(struct thread *thread, struct connection *connection, const char *line,
                     size_t size) {
  struct chat *chat = thread->chat;
  long number = number_of(chat, line, size);
  if (number < 0) return member_failed(thread, connection, "unknown message", line, size);
  bool *had = &chat->had[number * thread->count + (connection - thread->connections)];
  if (*had) return member_failed(thread, connection, "came again", line, size);
  *had = true;
  if (--chat->messages[number].missing == 0) message_done(thread, number);
}

static void time_is_up(struct thread *thread) {
  long number = 0;
  while (thread->chat->messages[number].missing == 0) number++;
  thread->errors = thread->busy;
  if (asprintf(&thread->error, "not all have got message %ld in time", number) < 0) {
    thread->error = NULL;
  }
}

/* Says messages up to this one and waits until all have got all. */
static void converse(struct thread *thread, long until, uint64_t start) {
  struct chat *chat = thread->chat;
  chat->until = until;
  thread->deadline = start + (uint64_t)(thread->options->seconds * 1e9);
  while (chat->said < until && thread->busy < thread->options->window) say_next(thread);
  while (thread->busy > 0 && thread->errors == 0 && now_ns() < thread->deadline) {
    wait_for_events(thread, thread->deadline);
  }
  if (thread->busy > 0 && thread->errors == 0) time_is_up(thread);
}

/* With quick ACKs, whatever is measured: it is to be over soon, and what gets warm is the same. */
void rehearse(struct thread *thread) {
  thread->chat->is_rehearsing = true;
  if (thread->errors == 0) converse(thread, thread->options->warmup, now_ns());
  thread->chat->is_rehearsing = false;
}

void talk(struct thread *thread, uint64_t start) {
  const struct options *options = thread->options;
  if (thread->errors == 0) converse(thread, options->warmup + options->operations, start);
}

void lurk(struct thread *thread) {
  for (;;) wait_for_events(thread, now_ns() + 1000000000ULL);
}

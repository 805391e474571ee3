/* One user of an IRC server (RFC 2812): registers, joins a channel, answers PING, passes on what is
 * said. */
#define _GNU_SOURCE
#include "chat.h"
#include <ctype.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What a server says that stands in the way, for the line of JSON: no quotes, no escapes. */
void member_failed(struct thread *thread, struct connection *connection, const char *why,
                   const char *line, size_t size) {
  if (thread->error == NULL && asprintf(&thread->error, "%s: %.*s", why, (int)size, line) < 0) {
    thread->error = NULL;
  }
  for (char *at = thread->error; at != NULL && *at != '\0'; at++) {
    if (*at == '"' || *at == '\\' || !isprint((unsigned char)*at)) *at = '?';
  }
  connection_failed(thread, connection, why);
}

void register_member(struct thread *thread, struct connection *connection) {
  char line[128];
  long number = connection - thread->connections;
  int size = snprintf(line, sizeof line, "NICK b%x-%ld\r\n", getpid(), number);
  size += snprintf(line + size, sizeof line - (size_t)size, "USER bench 0 * :bench\r\n");
  send_line(thread, connection, line, size);
}

static void join_channel(struct thread *thread, struct connection *connection) {
  char line[64];
  long channel = (connection - thread->connections) % thread->options->channels;
  int size = snprintf(line, sizeof line, "JOIN #b%x-%ld\r\n", getpid(), channel);
  send_line(thread, connection, line, size);
}

static void answer_ping(struct thread *thread, struct connection *connection, const char *token,
                        size_t size) {
  char line[LINE_BYTES + 8];
  send_line(thread, connection, line,
            snprintf(line, sizeof line, "PONG%.*s\r\n", (int)size, token));
}

static bool starts_with(const char *line, size_t size, const char *word) {
  size_t length = strlen(word);
  return size >= length && memcmp(line, word, length) == 0;
}

/* `001` welcomes, `366` ends the names of a channel that was joined, `4xx` and `5xx` refuse; `422`
 * only says that there is no message of the day. */
static void take_reply(struct thread *thread, struct connection *connection, const char *reply,
                       size_t size) {
  if (starts_with(reply, size, "001 ")) return join_channel(thread, connection);
  if (starts_with(reply, size, "366 ")) return connection_open(thread);
  if (starts_with(reply, size, "422 ")) return;
  if (*reply == '4' || *reply == '5') member_failed(thread, connection, "refused", reply, size);
}

/* `:b1f-3!~bench@127.0.0.1 PRIVMSG #b1f-0 :0000003 is …`, without its ending. */
static void take_line(struct thread *thread, struct connection *connection, const char *line,
                      size_t size) {
  if (size > 0 && line[size - 1] == '\r') size--;
  if (size > 0 && *line == ':') {
    const char *space = memchr(line, ' ', size);
    if (space == NULL) return member_failed(thread, connection, "no command", line, size);
    size -= (size_t)(space + 1 - line);
    line = space + 1;
  }
  if (starts_with(line, size, "PRIVMSG ")) return message_arrived(thread, connection, line, size);
  if (starts_with(line, size, "PING")) return answer_ping(thread, connection, line + 4, size - 4);
  if (starts_with(line, size, "ERROR")) {
    return member_failed(thread, connection, "closed", line, size);
  }
  if (size > 3 && isdigit((unsigned char)*line)) take_reply(thread, connection, line, size);
}

static void keep(struct thread *thread, struct connection *connection, const char *piece,
                 size_t size) {
  struct member *member = &thread->chat->members[connection - thread->connections];
  if (member->kept + size > LINE_BYTES) {
    return member_failed(thread, connection, "a line without end", member->line, 64);
  }
  memcpy(member->line + member->kept, piece, size);
  member->kept += size;
}

/* The kernel falls back to delayed ACKs by itself: it is told again after each read (tcp(7)). */
static void acknowledge(const struct connection *connection) {
  int on = 1;
  setsockopt(connection->fd, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

/* Takes what was read into the sink; false when the connection has failed by it. */
bool take_lines(struct thread *thread, struct connection *connection, size_t size) {
  struct member *member = &thread->chat->members[connection - thread->connections];
  const char *from = thread->sink, *behind = from + size, *end;
  if (thread->options->quickack || thread->chat->is_rehearsing) acknowledge(connection);
  for (; (end = memchr(from, '\n', (size_t)(behind - from))) != NULL; from = end + 1) {
    const char *line = from;
    size_t length = (size_t)(end - from);
    if (member->kept > 0) {
      keep(thread, connection, from, length);
      line = member->line;
      length = member->kept;
      member->kept = 0;
    }
    if (connection->state != GONE) take_line(thread, connection, line, length);
    if (connection->state == GONE) return false;
  }
  keep(thread, connection, from, (size_t)(behind - from));
  return connection->state != GONE;
}

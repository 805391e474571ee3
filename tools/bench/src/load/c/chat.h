/* What chat.c, the conversation, and member.c, one user of it, share. */
#ifndef CHAT_H
#define CHAT_H
#include "load.h"

#define LINE_BYTES 1024 /* a line of IRC has at most 512 (RFC 2812, 2.3) */
#define HEAD_BYTES 64

struct member {
  char line[LINE_BYTES]; /* the one that has begun */
  size_t kept;
};

struct message {
  uint64_t begun; /* ns */
  int missing;    /* members that have not got it */
};

struct chat {
  struct member *members; /* as the connections */
  struct message *messages;
  bool *had; /* for each message, each member */
  long said;
  long until; /* so many are said, then no more */
  bool is_rehearsing;
  char head[HEAD_BYTES]; /* `PRIVMSG #b1f-0 :`; behind the sender a delivery begins with it, too */
  int head_size;
};

/* chat.c */
void message_arrived(struct thread *thread, struct connection *connection, const char *line,
                     size_t size);

/* member.c */
void member_failed(struct thread *thread, struct connection *connection, const char *why,
                   const char *line, size_t size);
#endif

/* The load generator. It connects, prints `ready`, waits for a line on standard input, asks for the
 * given time and prints one line of JSON. With `--mode hold` and `--mode lurk` it only keeps the
 * connections; they and those of `--mode chat` stay until the end of standard input. */
#define _GNU_SOURCE
#include "load.h"
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static pthread_barrier_t barrier;
static uint64_t started;

static enum mode mode_of(const char *word) {
  const char *words[] = {"closed", "fixed", "short", "hold", "chat", "lurk"};
  for (int mode = 0; mode < 6; mode++) {
    if (strcmp(word, words[mode]) == 0) return (enum mode)mode;
  }
  fprintf(stderr, "unknown mode: %s\n", word);
  exit(2);
}

static struct options read_options(int count, char **words) {
  struct options options = {.connections = 1, .threads = 1, .size = 32, .reply = 32, .seconds = 1};
  options.channels = options.window = 1;
  options.server.sin_family = AF_INET;
  for (int at = 1; at + 1 < count; at += 2) {
    const char *name = words[at], *value = words[at + 1];
    if (!strcmp(name, "--host")) inet_pton(AF_INET, value, &options.server.sin_addr);
    else if (!strcmp(name, "--port")) options.server.sin_port = htons((uint16_t)atoi(value));
    else if (!strcmp(name, "--mode")) options.mode = mode_of(value);
    else if (!strcmp(name, "--connections")) options.connections = atoi(value);
    else if (!strcmp(name, "--threads")) options.threads = atoi(value);
    else if (!strcmp(name, "--size")) options.size = strtoul(value, NULL, 10);
    else if (!strcmp(name, "--reply")) options.reply = strtoul(value, NULL, 10);
    else if (!strcmp(name, "--seconds")) options.seconds = atof(value);
    else if (!strcmp(name, "--rate")) options.rate = atof(value);
    else if (!strcmp(name, "--operations")) options.operations = atol(value);
    else if (!strcmp(name, "--channels")) options.channels = atoi(value);
    else if (!strcmp(name, "--window")) options.window = atoi(value);
    else if (!strcmp(name, "--warmup")) options.warmup = atol(value);
    else if (!strcmp(name, "--quickack")) options.quickack = !strcmp(value, "on");
    else if (!strcmp(name, "--tls")) options.tls = !strcmp(value, "on");
    else exit((fprintf(stderr, "unknown option: %s\n", name), 2));
  }
  if (options.threads > options.connections) options.threads = options.connections;
  return options;
}

static void *work(void *argument) {
  struct thread *thread = argument;
  enum mode mode = thread->options->mode;
  prctl(PR_SET_TIMERSLACK, 1UL);
  if (mode == CHAT || mode == LURK) start_chat(thread);
  open_all(thread);
  if (mode == CHAT) rehearse(thread);
  pthread_barrier_wait(&barrier); /* all are connected */
  if (mode == LURK) lurk(thread);
  pthread_barrier_wait(&barrier); /* go */
  if (mode == CHAT) talk(thread, started);
  else run(thread, started);
  return NULL;
}

static struct thread *start_threads(const struct options *options) {
  struct thread *threads = calloc((size_t)options->threads, sizeof *threads);
  char *message = malloc(options->size + 1);
  for (size_t at = 0; at < options->size; at++) message[at] = (char)('a' + at % 26);
  for (int number = 0; number < options->threads; number++) {
    struct thread *thread = &threads[number];
    thread->options = options;
    thread->count = (options->connections - number - 1) / options->threads + 1;
    thread->connections = calloc((size_t)thread->count, sizeof *thread->connections);
    thread->message = message;
    thread->sink = malloc(SINK_BYTES);
    thread->epoll = epoll_create1(EPOLL_CLOEXEC);
    thread->allowed = options->operations > 0 ? options->operations / options->threads : -1;
    pthread_create(&thread->id, NULL, work, thread);
  }
  return threads;
}

static double cpu_seconds(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void print_result(struct thread *threads, const struct options *options, double cpu) {
  struct thread *all = &threads[0];
  for (int number = 1; number < options->threads; number++) {
    struct thread *thread = &threads[number];
    merge(&all->latency, &thread->latency);
    all->operations += thread->operations;
    all->counted += thread->counted;
    all->errors += thread->errors;
    if (all->error == NULL) all->error = thread->error;
  }
  double elapsed = (double)(now_ns() - started) / 1e9;
  double seconds = elapsed < options->seconds ? elapsed : options->seconds;
  printf("{\"operations\":%ld,\"counted\":%ld,\"seconds\":%.6f,\"elapsed\":%.6f,\"errors\":%ld,"
         "\"error\":\"%s\",\"cpuSeconds\":%.6f,\"latencyMicros\":{\"p50\":%.1f,\"p99\":%.1f,"
         "\"p999\":%.1f,\"max\":%.1f}}\n",
         all->operations, all->counted, seconds, elapsed, all->errors,
         all->error == NULL ? "" : all->error, cpu,
         (double)quantile(&all->latency, 0.5) / 1e3, (double)quantile(&all->latency, 0.99) / 1e3,
         (double)quantile(&all->latency, 0.999) / 1e3, (double)all->latency.max / 1e3);
  fflush(stdout);
}

static int next_byte(void) { return getchar(); }

static int stay_until_end(void) {
  while (next_byte() != EOF) continue;
  return 0;
}

int main(int count, char **words) {
  struct options options = read_options(count, words);
  if (options.tls) tls_start();
  pthread_barrier_init(&barrier, NULL, (unsigned)options.threads + 1);
  struct thread *threads = start_threads(&options);
  pthread_barrier_wait(&barrier);
  long failed = 0;
  for (int number = 0; number < options.threads; number++) failed += threads[number].errors;
  printf("ready %ld\n", options.mode == SHORT ? 0 : options.connections - failed);
  fflush(stdout);
  if (options.mode == HOLD || options.mode == LURK) return stay_until_end();
  next_byte();
  double before = cpu_seconds();
  started = now_ns();
  pthread_barrier_wait(&barrier);
  for (int number = 0; number < options.threads; number++) pthread_join(threads[number].id, NULL);
  print_result(threads, &options, cpu_seconds() - before);
  /* To part from all of them is work of the server, too, but none on their messages. */
  if (options.mode == CHAT) return stay_until_end();
  return 0;
}

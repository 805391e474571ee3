/* Durations counted in buckets of at most 0.8 % width, whatever their size: no sample is kept. */
#ifndef HISTOGRAM_H
#define HISTOGRAM_H
#include <stdint.h>

#define SUB_BITS 7
#define SUB_COUNT (1 << SUB_BITS)
#define BUCKETS ((64 - SUB_BITS) * SUB_COUNT)

struct histogram {
  uint64_t counts[BUCKETS];
  uint64_t total;
  uint64_t max;
};

static inline int bucket_of(uint64_t value) {
  if (value < SUB_COUNT) return (int)value;
  int shift = 63 - __builtin_clzll(value) - SUB_BITS;
  return (shift + 1) * SUB_COUNT + (int)((value >> shift) - SUB_COUNT);
}

/* The middle of a bucket, in the unit of the recorded values. */
static inline uint64_t value_of(int bucket) {
  if (bucket < SUB_COUNT) return (uint64_t)bucket;
  int shift = bucket / SUB_COUNT - 1;
  return ((uint64_t)(bucket % SUB_COUNT + SUB_COUNT) << shift) + ((1ULL << shift) >> 1);
}

static inline void record(struct histogram *into, uint64_t value) {
  into->counts[bucket_of(value)]++;
  into->total++;
  if (value > into->max) into->max = value;
}

static inline void merge(struct histogram *into, const struct histogram *from) {
  for (int bucket = 0; bucket < BUCKETS; bucket++) into->counts[bucket] += from->counts[bucket];
  into->total += from->total;
  if (from->max > into->max) into->max = from->max;
}

static inline uint64_t quantile(const struct histogram *of, double part) {
  uint64_t wanted = (uint64_t)(part * (double)of->total), seen = 0;
  for (int bucket = 0; bucket < BUCKETS; bucket++) {
    seen += of->counts[bucket];
    if (seen > wanted) return value_of(bucket) < of->max ? value_of(bucket) : of->max;
  }
  return of->max;
}
#endif

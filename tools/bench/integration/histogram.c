/* Reads values from standard input, then prints the quantiles of its arguments and the largest. */
#include "../src/load/c/histogram.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **words) {
  static struct histogram histogram;
  for (uint64_t value; scanf("%" SCNu64, &value) == 1;) record(&histogram, value);
  for (int at = 1; at < count; at++) printf("%" PRIu64 " ", quantile(&histogram, atof(words[at])));
  printf("%" PRIu64 "\n", histogram.max);
  return 0;
}

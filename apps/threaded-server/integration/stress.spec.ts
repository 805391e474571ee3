import { describeEachAccept, describeStress, ECHO } from '@praktikum/testing';

describeEachAccept('%s', (accept) => {
  const ways = [1, 2, 4, 8].flatMap((workers) =>
    [false, true].map((tls) => ({
      name: `${workers} workers, ${tls ? 'TLS' : 'plain'}`,
      args: ['--mode', 'echo', '--workers', String(workers), '--accept', accept],
      tls,
      threads: workers,
    })),
  );
  describeStress({ app: 'threaded-server', dialogue: ECHO, ways, reloads: true, oneByOne: false });
});

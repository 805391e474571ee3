import { describeStress } from '@praktikum/testing';

const WAYS = [1, 2, 4, 8].flatMap((workers) =>
  ['dispatch', 'reuseport'].flatMap((accept) =>
    [false, true].map((tls) => ({
      name: `${workers} workers, ${accept}, ${tls ? 'TLS' : 'plain'}`,
      args: ['--mode', 'echo', '--workers', String(workers), '--accept', accept],
      tls,
    })),
  ),
);

describeStress({ app: 'threaded-server', ways: WAYS, reloads: true, oneByOne: false });

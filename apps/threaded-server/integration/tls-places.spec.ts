import { describeEachAccept, describeTlsAbuse } from '@praktikum/testing';

describeEachAccept('%s', (accept) => {
  const args = ['--mode', 'echo', '--workers', '2', '--metrics', '0', '--accept', accept];
  describeTlsAbuse({ app: 'threaded-server', args, places: 6, reloads: true });
});

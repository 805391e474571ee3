import { describeEachAccept, describeTlsAbuse, ECHO } from '@praktikum/testing';

describeEachAccept('%s', (accept) => {
  const args = ['--mode', 'echo', '--workers', '2', '--metrics', '0', '--accept', accept];
  describeTlsAbuse({
    program: 'threaded-server',
    dialogue: ECHO,
    args,
    places: 6,
    reloads: true,
  });
});

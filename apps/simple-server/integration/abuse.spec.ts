import { startServer } from '@praktikum/peers';
import { describeAbuse, ECHO } from '@praktikum/testing';

describeAbuse({
  dialogue: ECHO,
  serves: 'one',
  start: () => startServer('simple-server', ['--max-queue', '1000']),
});

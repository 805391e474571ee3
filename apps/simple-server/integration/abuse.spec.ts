import { startServer } from '@praktikum/peers';
import { describeAbuse } from '@praktikum/testing';

describeAbuse({
  serves: 'one',
  start: () => startServer('simple-server', ['--max-queue', '1000']),
});

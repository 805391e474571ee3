import { describeAbuse, startServer } from '@praktikum/testing';

describeAbuse({
  serves: 'one',
  start: () => startServer('simple-server', ['--max-queue', '1000']),
});

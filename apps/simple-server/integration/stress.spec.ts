import { describeStress, ECHO } from '@praktikum/testing';

const args = ['--max-queue', '10000'];

describeStress({
  dialogue: ECHO,
  app: 'simple-server',
  ways: [
    { name: 'plain', args, tls: false, threads: 1 },
    { name: 'TLS', args, tls: true, threads: 1 },
  ],
  reloads: false,
  oneByOne: true,
});

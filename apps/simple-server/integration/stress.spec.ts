import { describeStress } from '@praktikum/testing';

const args = ['--max-queue', '10000'];

describeStress({
  app: 'simple-server',
  ways: [
    { name: 'plain', args, tls: false },
    { name: 'TLS', args, tls: true },
  ],
  reloads: false,
  oneByOne: true,
});

import { describeTlsAbuse, ECHO } from '@praktikum/testing';

describeTlsAbuse({
  program: 'simple-server',
  dialogue: ECHO,
  args: [],
  places: 1,
  reloads: false,
});

import { describeTlsAbuse } from '@praktikum/testing';

describeTlsAbuse({ app: 'simple-server', args: [], places: 1, reloads: false });

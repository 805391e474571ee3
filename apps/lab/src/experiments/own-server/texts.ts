import type { Catalogue } from '@praktikum/service';

interface OwnServerTexts {
  readonly title: string;
  readonly label: string;
  readonly of: (caption: string) => string;
  readonly what: string;
  readonly notNamed: string;
  readonly remedy: string;
}

export const OWN_SERVER_TEXTS: Catalogue<OwnServerTexts> = {
  id: {
    title: 'Server buatan saya',
    label: 'server saya',
    of: (caption) => (caption.includes('server saya') ? caption : `Server saya: ${caption}`),
    what: 'Percobaan dengan server sendiri',
    notNamed: 'server belum disebut.',
    remedy: 'Jalankan server Anda, lalu: node praktikum lab --only 5 --target localhost:12345',
  },
  en: {
    title: 'My own server',
    label: 'my server',
    of: (caption) => (caption.includes('my server') ? caption : `My server: ${caption}`),
    what: 'The experiment with your own server',
    notNamed: 'no server is named.',
    remedy: 'Start your server, then: node praktikum lab --only 5 --target localhost:12345',
  },
};

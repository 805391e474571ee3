import type { Catalogue } from '@praktikum/service';

interface OwnServerTexts {
  readonly title: string;
  readonly label: string;
  readonly of: (caption: string) => string;
  readonly what: string;
  readonly notNamed: string;
  readonly remedy: string;
  readonly served: string;
  readonly nobodyServed: string;
  readonly tryServer: string;
}

export const OWN_SERVER_TEXTS: Catalogue<OwnServerTexts> = {
  id: {
    title: 'Server buatan saya',
    label: 'server saya',
    of: (caption) => (caption.includes('server saya') ? caption : `Server saya: ${caption}`),
    what: 'Percobaan dengan server sendiri',
    notNamed: 'server belum disebut.',
    served: 'Client yang dilayani server sendiri',
    nobodyServed:
      'tidak satu client pun mendapat kembali pesannya. Server harus mengirim balik setiap pesan, apa adanya ' +
      'atau dengan "Anda mengirim: " di depannya.',
    tryServer: 'Coba dengan satu client: node praktikum client localhost 12345',
    remedy: 'Jalankan server Anda, lalu: node praktikum lab --only 5 --target localhost:12345',
  },
  en: {
    title: 'My own server',
    label: 'my server',
    of: (caption) => (caption.includes('my server') ? caption : `My server: ${caption}`),
    what: 'The experiment with your own server',
    notNamed: 'no server is named.',
    served: 'Clients that your server serves',
    nobodyServed:
      'no client got its message back. The server has to send each message back, as it is or with ' +
      '"Anda mengirim: " before it.',
    tryServer: 'Try it with one client: node praktikum client localhost 12345',
    remedy: 'Start your server, then: node praktikum lab --only 5 --target localhost:12345',
  },
};

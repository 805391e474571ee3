import type { Catalogue } from '@praktikum/service';

export interface InterfacesTexts {
  readonly description: string;
  readonly loopback: string;
  readonly any: string;
  readonly use: (name: string) => string;
  readonly nothing: string;
}

export const INTERFACES_TEXTS: Catalogue<InterfacesTexts> = {
  id: {
    description: 'Antarmuka yang dapat direkam, dengan alamatnya, dan mana yang loopback.',
    loopback: 'loopback',
    any: 'semuanya sekaligus; satu paket dapat terekam dua kali',
    use: (name) =>
      `Server dan client di komputer yang sama: rekam ${name}, alamat mana pun yang mereka pakai.`,
    nothing:
      'Tidak ada antarmuka yang boleh direkam: jalankan perintah capture untuk tahu sebabnya.',
  },
  en: {
    description: 'The interfaces that can be captured, with their addresses, and the loopback.',
    loopback: 'loopback',
    any: 'all of them at once; a packet may be captured twice',
    use: (name) =>
      `Server and client on one machine: capture on ${name}, whichever address they use.`,
    nothing: 'There is no interface you may capture on: the command capture says why.',
  },
};

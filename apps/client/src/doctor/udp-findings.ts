import type { FindingEntry } from './finding-entry.ts';

/** What the doctor finds about UDP, with `--udp`. */
export const UDP_FINDINGS = {
  UDP_ANSWERED: {
    status: 'ok',
    id: ({ address }, ms) => `${address} menjawab sebuah datagram dalam ${ms} ms`,
    en: ({ address }, ms) => `${address} answered a datagram in ${ms} ms`,
  },
  UDP_REFUSED: {
    status: 'problem',
    id: ({ address, port }) => `${address} menolak: tidak ada layanan UDP di port ${port} (ICMP)`,
    en: ({ address, port }) => `${address} refuses: no UDP service has port ${port} (ICMP)`,
    remedies: {
      id: ['Jalankan server dengan UDP di komputer tujuan: node praktikum simple-server --udp'],
      en: ['Start a server with UDP on that machine: node praktikum simple-server --udp'],
    },
  },
  UDP_SILENT: {
    status: 'problem',
    id: ({ address }, ms) => `${address} tidak menjawab datagram dalam ${ms} ms`,
    en: ({ address }, ms) => `${address} did not answer a datagram within ${ms} ms`,
    remedies: {
      id: [
        'UDP tidak memberi tahu apa yang hilang: mungkin firewall, alamat salah, atau server yang tidak menjawab.',
        'Bandingkan dengan TCP: ulangi tanpa --udp.',
      ],
      en: [
        'UDP does not tell what is lost: it may be a firewall, a wrong address, or a server that does not answer.',
        'Compare with TCP: repeat without --udp.',
      ],
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>;

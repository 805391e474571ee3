import type { FindingEntry } from './finding-entry.ts';

/** What the doctor finds about UDP, with `--udp`. */
export const UDP_FINDINGS = {
  UDP_ANSWERED: {
    status: 'ok',
    id: ({ address }, ms) => `${address} menjawab datagram dalam ${ms} ms`,
    en: ({ address }, ms) => `${address} answered the datagram in ${ms} ms`,
  },
  UDP_REFUSED: {
    status: 'problem',
    id: ({ address, port }) =>
      `${address} menolak datagram: tidak ada layanan UDP di port ${port} (ICMP)`,
    en: ({ address, port }) =>
      `${address} refused the datagram: no UDP service listens on port ${port} (ICMP)`,
    remedies: {
      id: ['Jalankan server dengan UDP di komputer tujuan: node praktikum simple-server --udp'],
      en: ['Start a server with UDP on that machine: node praktikum simple-server --udp'],
    },
  },
  UDP_SILENT: {
    status: 'problem',
    id: ({ address }, ms) => `${address} tidak menjawab datagram dalam ${ms} ms`,
    en: ({ address }, ms) => `${address} did not answer the datagram within ${ms} ms`,
    remedies: {
      id: [
        'UDP tidak memberi tahu bila datagram hilang. Mungkin firewall membuangnya, alamatnya salah, atau server tidak menjawab.',
        'Bandingkan dengan TCP: ulangi tanpa --udp.',
      ],
      en: [
        'UDP does not tell when a datagram is lost. A firewall may drop it, the address may be wrong, or the server may not answer.',
        'Compare with TCP: repeat without --udp.',
      ],
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>;

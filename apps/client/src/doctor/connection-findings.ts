import type { Catalogue } from '@praktikum/service';
import type { FindingEntry } from './finding-entry.ts';

const START_SERVER: Catalogue<string> = {
  id: 'Jalankan server di komputer tujuan: npm start, atau node praktikum simple-server.',
  en: 'Start a server on that machine: npm start, or node praktikum simple-server.',
};

const CHECK_ADDRESS: Catalogue<string> = {
  id: 'Cocokkan alamat dan port dengan baris pertama di layar server.',
  en: "Compare the address and the port with the first line of the server's output.",
};

const FOR_OTHERS: Catalogue<string> = {
  id: 'Server yang mendengarkan di 127.0.0.1 hanya melayani komputernya sendiri; jalankan server itu dengan --host 0.0.0.0.',
  en: 'A server that listens on 127.0.0.1 serves its own machine only; start it with --host 0.0.0.0.',
};

/** What the doctor finds on the way to a server: its name, its addresses, the connection. */
export const CONNECTION_FINDINGS = {
  NAME_IS_ADDRESS: {
    status: 'ok',
    id: ({ host }) => `${host} sudah berupa alamat IP`,
    en: ({ host }) => `${host} is an IP address already`,
  },
  NAME_RESOLVED: {
    status: 'ok',
    id: ({ host, addresses }, ms) => `${host} → ${addresses} (${ms} ms)`,
    en: ({ host, addresses }, ms) => `${host} → ${addresses} (${ms} ms)`,
  },
  NAME_UNKNOWN: {
    status: 'problem',
    id: ({ host }) => `nama "${host}" tidak dikenal`,
    en: ({ host }) => `the name "${host}" is unknown`,
    remedies: {
      id: [
        'Periksa ejaan nama itu, atau gunakan alamat IP server (lihat di sana: ip addr, atau ipconfig di Windows).',
      ],
      en: [
        "Check the spelling of the name, or use the server's IP address (see it there: ip addr, or ipconfig on Windows).",
      ],
    },
  },
  NAME_TIMEOUT: {
    status: 'problem',
    id: ({ host }, ms) => `server DNS tidak menjawab untuk nama "${host}" dalam ${ms} ms`,
    en: ({ host }, ms) => `the DNS server did not answer for the name "${host}" within ${ms} ms`,
    remedies: {
      id: ['Periksa jaringan, atau gunakan alamat IP server.'],
      en: ["Check the network, or use the server's IP address."],
    },
  },
  FAMILY_BOTH: {
    status: 'ok',
    id: ({ host }) => `${host} memiliki alamat IPv4 dan IPv6; client mencoba keduanya`,
    en: ({ host }) => `${host} has both IPv4 and IPv6 addresses; the client tries both`,
  },
  FAMILY_IPV4: {
    status: 'ok',
    id: ({ host }) => `${host} hanya memiliki alamat IPv4; server panduan juga hanya memakai IPv4`,
    en: ({ host }) => `${host} has IPv4 addresses only; so do the guide's servers`,
  },
  FAMILY_IPV6: {
    status: 'note',
    id: ({ host }) =>
      `${host} hanya memiliki alamat IPv6; server panduan mendengarkan di IPv4 (0.0.0.0)`,
    en: ({ host }) =>
      `${host} has IPv6 addresses only; the guide's servers listen on IPv4 (0.0.0.0)`,
  },
  FAMILY_NO_IPV6_HERE: {
    status: 'problem',
    id: ({ host }) => `komputer ini tidak memiliki alamat IPv6 untuk mencapai ${host}`,
    en: ({ host }) => `this machine has no IPv6 address to reach ${host} from`,
    remedies: {
      id: ['Gunakan alamat IPv4 server.'],
      en: ["Use the server's IPv4 address."],
    },
  },
  TCP_CONNECTED: {
    status: 'ok',
    id: ({ address }, ms) => `terhubung ke ${address} dalam ${ms} ms`,
    en: ({ address }, ms) => `connected to ${address} in ${ms} ms`,
  },
  TCP_REFUSED: {
    status: 'problem',
    id: ({ address, port }) =>
      `${address} menolak koneksi: tidak ada server yang mendengarkan di alamat itu, port ${port}`,
    en: ({ address, port }) =>
      `${address} refused the connection: no server listens on that address, port ${port}`,
    remedies: {
      id: [START_SERVER.id, FOR_OTHERS.id, CHECK_ADDRESS.id],
      en: [START_SERVER.en, FOR_OTHERS.en, CHECK_ADDRESS.en],
    },
  },
  TCP_REFUSED_HERE: {
    status: 'problem',
    id: ({ address, port }) =>
      `${address} menolak koneksi: tidak ada server yang mendengarkan di port ${port}`,
    en: ({ address, port }) =>
      `${address} refused the connection: no server listens on port ${port}`,
    remedies: {
      id: ['Jalankan server: npm start, atau node praktikum simple-server', CHECK_ADDRESS.id],
      en: ['Start a server: npm start, or node praktikum simple-server', CHECK_ADDRESS.en],
    },
  },
  TCP_TIMEOUT: {
    status: 'problem',
    id: ({ address }, ms) => `${address} tidak menjawab dalam ${ms} ms`,
    en: ({ address }, ms) => `${address} did not answer within ${ms} ms`,
    remedies: {
      id: [
        'Periksa apakah komputer tujuan menyala dan berada di jaringan yang sama.',
        'Izinkan port itu di firewall komputer tujuan, atau matikan firewall itu sebentar untuk mencoba.',
        'Ulangi pemeriksaan ini di komputer tujuan.',
      ],
      en: [
        'Check that the other machine is on, and that it is on the same network.',
        "Allow the port in that machine's firewall, or turn the firewall off for a moment to try.",
        'Repeat this check on that machine.',
      ],
    },
  },
  TCP_UNREACHABLE: {
    status: 'problem',
    id: ({ address }) => `tidak ada rute ke ${address}`,
    en: ({ address }) => `there is no route to ${address}`,
    remedies: {
      id: ['Periksa kabel atau Wi-Fi, dan apakah kedua komputer berada di jaringan yang sama.'],
      en: ['Check the cable or Wi-Fi, and that both machines are on the same network.'],
    },
  },
  TCP_FAILED: {
    status: 'problem',
    id: ({ address, code }) => `koneksi ke ${address} gagal (${code})`,
    en: ({ address, code }) => `the connection to ${address} failed (${code})`,
    remedies: { id: [CHECK_ADDRESS.id], en: [CHECK_ADDRESS.en] },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>;

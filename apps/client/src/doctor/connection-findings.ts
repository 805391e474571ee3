import type { Catalogue } from '@praktikum/service';
import type { FindingEntry } from './finding-entry.ts';

const START_SERVER: Catalogue<string> = {
  id: 'Jalankan server di komputer tujuan: npm start, atau node praktikum simple-server.',
  en: 'Start a server on that machine: npm start, or node praktikum simple-server.',
};

const CHECK_ADDRESS: Catalogue<string> = {
  id: 'Cocokkan alamat dan port dengan baris pertama keluaran server.',
  en: "Compare address and port with the first line of the server's output.",
};

const FOR_OTHERS: Catalogue<string> = {
  id: 'Server yang mendengarkan di 127.0.0.1 hanya melayani komputernya sendiri: jalankan dengan --host 0.0.0.0.',
  en: 'A server that listens on 127.0.0.1 serves its own machine only: start it with --host 0.0.0.0.',
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
      id: ['Periksa ejaan nama itu, atau pakai alamat IP server (ip addr, ipconfig).'],
      en: ["Check the spelling of the name, or use the server's IP address (ip addr, ipconfig)."],
    },
  },
  NAME_TIMEOUT: {
    status: 'problem',
    id: ({ host }, ms) => `nama "${host}" tidak terjawab dalam ${ms} ms`,
    en: ({ host }, ms) => `the name "${host}" was not answered within ${ms} ms`,
    remedies: {
      id: ['Server DNS tidak menjawab: periksa jaringan, atau pakai alamat IP server.'],
      en: ["The DNS server is silent: check the network, or use the server's IP address."],
    },
  },
  FAMILY_BOTH: {
    status: 'ok',
    id: ({ host }) => `${host} memiliki alamat IPv4 dan IPv6; client mencoba keduanya`,
    en: ({ host }) => `${host} has addresses of IPv4 and IPv6; a client tries both`,
  },
  FAMILY_IPV4: {
    status: 'ok',
    id: ({ host }) => `${host} memiliki IPv4, tanpa IPv6; server panduan hanya memakai IPv4`,
    en: ({ host }) => `${host} has IPv4, no IPv6; the guide's servers use IPv4 only`,
  },
  FAMILY_IPV6: {
    status: 'note',
    id: ({ host }) => `${host} hanya memiliki IPv6; server panduan mendengarkan di IPv4 (0.0.0.0)`,
    en: ({ host }) => `${host} has IPv6 only; the guide's servers listen on IPv4 (0.0.0.0)`,
  },
  FAMILY_NO_IPV6_HERE: {
    status: 'problem',
    id: ({ host }) => `komputer ini tidak memiliki alamat IPv6 untuk mencapai ${host}`,
    en: ({ host }) => `this machine has no IPv6 address to reach ${host} from`,
    remedies: {
      id: ['Pakai alamat IPv4 server.'],
      en: ["Use the server's IPv4 address."],
    },
  },
  TCP_CONNECTED: {
    status: 'ok',
    id: ({ address }, ms) => `${address} tersambung dalam ${ms} ms`,
    en: ({ address }, ms) => `${address} connected in ${ms} ms`,
  },
  TCP_REFUSED: {
    status: 'problem',
    id: ({ address, port }) => `${address} menolak: tidak ada yang mendengarkan di port ${port}`,
    en: ({ address, port }) => `${address} refuses: nothing listens on port ${port}`,
    remedies: {
      id: [START_SERVER.id, CHECK_ADDRESS.id, FOR_OTHERS.id],
      en: [START_SERVER.en, CHECK_ADDRESS.en, FOR_OTHERS.en],
    },
  },
  TCP_TIMEOUT: {
    status: 'problem',
    id: ({ address }, ms) => `${address} tidak menjawab dalam ${ms} ms`,
    en: ({ address }, ms) => `${address} did not answer within ${ms} ms`,
    remedies: {
      id: [
        'Periksa apakah komputer tujuan menyala dan berada di jaringan yang sama.',
        'Izinkan port itu di firewall komputer tujuan, atau matikan sebentar untuk mencoba.',
        'Ulangi pemeriksaan ini di komputer tujuan.',
      ],
      en: [
        'Check that the other machine is on and in the same network.',
        "Allow the port in that machine's firewall, or turn it off for a moment to try.",
        'Repeat this check on that machine.',
      ],
    },
  },
  TCP_UNREACHABLE: {
    status: 'problem',
    id: ({ address }) => `tidak ada jalan ke ${address}`,
    en: ({ address }) => `there is no way to ${address}`,
    remedies: {
      id: ['Periksa kabel atau Wi-Fi, dan apakah kedua komputer berada di jaringan yang sama.'],
      en: ['Check the cable or Wi-Fi, and that both machines are on the same network.'],
    },
  },
  TCP_FAILED: {
    status: 'problem',
    id: ({ address, code }) => `${address} tidak dapat disambung (${code})`,
    en: ({ address, code }) => `${address} cannot be connected to (${code})`,
    remedies: { id: [CHECK_ADDRESS.id], en: [CHECK_ADDRESS.en] },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>;

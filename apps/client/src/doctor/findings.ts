import type { ErrorDetails } from '@praktikum/protocol';
import type { Catalogue, Explanation, Language } from '@praktikum/service';
import { NUMBER_TEXTS } from '../number-texts.ts';
import type { Finding, Status } from './check.ts';
import { TLS_FINDINGS } from './tls-findings.ts';

type Say = (details: ErrorDetails, ms: string) => string;

interface Entry {
  readonly status: Status;
  readonly id: Say;
  readonly en: Say;
  /** What one can do about it. */
  readonly remedies?: Catalogue<readonly string[]>;
}

const START_SERVER: Catalogue<string> = {
  id: 'Jalankan server di komputer tujuan: npm start, atau npx nx serve simple-server.',
  en: 'Start a server on that machine: npm start, or npx nx serve simple-server.',
};

const CHECK_ADDRESS: Catalogue<string> = {
  id: 'Cocokkan alamat dan port dengan baris pertama keluaran server.',
  en: "Compare address and port with the first line of the server's output.",
};

/** Everything that the doctor can find, how much it weighs, and in which words. */
const FINDINGS = {
  ...TLS_FINDINGS,
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
      id: [START_SERVER.id, CHECK_ADDRESS.id],
      en: [START_SERVER.en, CHECK_ADDRESS.en],
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
  SERVICE_ECHO: {
    status: 'ok',
    id: () => 'mengirim balik pesan apa adanya (echo, server sederhana)',
    en: () => 'sends every message back as it is (echo, the simple server)',
  },
  SERVICE_REPLY: {
    status: 'ok',
    id: () => 'menjawab "Anda mengirim: …" (reply, server multi-thread)',
    en: () => 'answers "Anda mengirim: …" (reply, the multi-threaded server)',
  },
  SERVICE_LINES: {
    status: 'ok',
    id: () => 'menjawab "Anda mengirim: …" baris demi baris (lines)',
    en: () => 'answers "Anda mengirim: …" line by line (lines)',
  },
  SERVICE_SPEAKS_FIRST: {
    status: 'note',
    id: ({ text }) => `berbicara lebih dulu, jadi bukan server panduan: "${text}"`,
    en: ({ text }) => `speaks first, so it is no server of the guide: "${text}"`,
  },
  SERVICE_OTHER: {
    status: 'note',
    id: ({ text }) => `menjawab hal lain, jadi bukan server panduan: "${text}"`,
    en: ({ text }) => `answers something else, so it is no server of the guide: "${text}"`,
  },
  SERVICE_SILENT: {
    status: 'problem',
    id: (_, ms) => `menerima sambungan, tetapi diam selama ${ms} ms`,
    en: (_, ms) => `takes the connection, but was silent for ${ms} ms`,
    remedies: {
      id: [
        'Server sederhana melayani satu client: tutup client lain yang masih tersambung.',
        'Mungkin itu layanan lain, atau server yang macet: lihat keluarannya.',
      ],
      en: [
        'The simple server serves one client: close other clients that are still connected.',
        'It may be another service, or a server that is stuck: look at its output.',
      ],
    },
  },
  SERVICE_CLOSES: {
    status: 'problem',
    id: () => 'menutup koneksi tanpa menjawab',
    en: () => 'closes the connection without an answer',
    remedies: {
      id: ['Lihat keluaran server: mungkin ia penuh, sedang berhenti, atau menolak alamat ini.'],
      en: ["Look at the server's output: it may be full, stopping, or refuse this address."],
    },
  },
  SERVICE_RESETS: {
    status: 'problem',
    id: ({ code }) => `memutus koneksi (${code})`,
    en: ({ code }) => `breaks the connection off (${code})`,
    remedies: {
      id: ['Lihat keluaran server: mungkin ia berhenti karena suatu kesalahan.'],
      en: ["Look at the server's output: it may have stopped by an error."],
    },
  },
  LISTENER_TCP: {
    status: 'ok',
    id: ({ port, name, pid }) => `port ${port} TCP dibuka oleh ${name} (PID ${pid})`,
    en: ({ port, name, pid }) => `port ${port} TCP is held by ${name} (PID ${pid})`,
  },
  LISTENER_UDP: {
    status: 'ok',
    id: ({ port, name, pid }) => `port ${port} UDP dibuka oleh ${name} (PID ${pid})`,
    en: ({ port, name, pid }) => `port ${port} UDP is held by ${name} (PID ${pid})`,
  },
  LISTENER_ONLY_UDP: {
    status: 'note',
    id: ({ port, name, pid }) => `port ${port} hanya dibuka untuk UDP, oleh ${name} (PID ${pid})`,
    en: ({ port, name, pid }) => `port ${port} is open for UDP only, by ${name} (PID ${pid})`,
  },
  LISTENER_NONE: {
    status: 'note',
    id: ({ port }) => `tidak terlihat program yang membuka port ${port} TCP`,
    en: ({ port }) => `no program is seen that holds port ${port} TCP`,
  },
  LISTENER_HIDDEN: {
    status: 'note',
    id: ({ port }) => `port ${port} TCP dibuka oleh program milik pengguna lain`,
    en: ({ port }) => `port ${port} TCP is held by a program of another user`,
  },
  LISTENER_ELSEWHERE: {
    status: 'note',
    id: ({ host }) => `${host} komputer lain: jalankan doctor di sana untuk melihat programnya`,
    en: ({ host }) => `${host} is another machine: run doctor there to see its programs`,
  },
  FIREWALL_ACTIVE: {
    status: 'note',
    id: ({ name }) => `${name} aktif di komputer ini`,
    en: ({ name }) => `${name} is active on this machine`,
  },
  FIREWALL_SUSPECTED: {
    status: 'problem',
    id: ({ name }) => `${name} aktif di komputer ini dan mungkin membuang paket`,
    en: ({ name }) => `${name} is active on this machine and may be dropping packets`,
    remedies: {
      id: ['Izinkan port itu di firewall komputer ini, atau matikan sebentar untuk mencoba.'],
      en: ["Allow the port in this machine's firewall, or turn it off for a moment to try."],
    },
  },
  FIREWALL_INACTIVE: {
    status: 'ok',
    id: ({ names }) => `tidak menghalangi: ${names}`,
    en: ({ names }) => `not in the way: ${names}`,
  },
  FIREWALL_UNREADABLE: {
    status: 'note',
    id: ({ names }) => `terpasang, tetapi keadaannya hanya terbaca oleh administrator: ${names}`,
    en: ({ names }) => `installed, but only an administrator may read its state: ${names}`,
  },
  FIREWALL_ABSENT: {
    status: 'ok',
    id: ({ names }) => `tidak terpasang: ${names}`,
    en: ({ names }) => `not installed: ${names}`,
  },
  FIREWALL_UNKNOWN_SYSTEM: {
    status: 'note',
    id: () => 'tidak diketahui cara memeriksa firewall sistem ini',
    en: () => 'it is not known how to ask for the firewall of this system',
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type FindingId = keyof typeof FINDINGS;

export interface ExplainedFinding extends Explanation {
  readonly status: Status;
}

/** Puts findings into the words of their reader. */
export function findingsIn(language: Language): (finding: Finding) => ExplainedFinding {
  const { ms } = NUMBER_TEXTS[language];
  return ({ id, details = {}, status: given }) => {
    const entry: Entry = FINDINGS[id];
    const status = given ?? entry.status;
    return {
      status,
      message: entry[language](details, ms(Number(details.ms ?? 0))),
      remedies: status === 'problem' ? (entry.remedies?.[language] ?? []) : [],
    };
  };
}

import type { FindingEntry } from './finding-entry.ts';

/** What the doctor finds on its own machine: who holds the port, and its firewalls. */
export const MACHINE_FINDINGS = {
  LISTENER_TCP: {
    status: 'ok',
    id: ({ port, name, pid }) => `port TCP ${port} dipakai oleh ${name} (PID ${pid})`,
    en: ({ port, name, pid }) => `TCP port ${port} is held by ${name} (PID ${pid})`,
  },
  LISTENER_UDP: {
    status: 'ok',
    id: ({ port, name, pid }) => `port UDP ${port} dipakai oleh ${name} (PID ${pid})`,
    en: ({ port, name, pid }) => `UDP port ${port} is held by ${name} (PID ${pid})`,
  },
  LISTENER_ONLY_UDP: {
    status: 'note',
    id: ({ port, name, pid }) => `port ${port} hanya dipakai untuk UDP, oleh ${name} (PID ${pid})`,
    en: ({ port, name, pid }) => `port ${port} is open for UDP only, by ${name} (PID ${pid})`,
  },
  OTHERS_REACH: {
    status: 'ok',
    id: ({ address, port }) =>
      `server juga mendengarkan di ${address} port ${port} (firewall hanya terlihat dari luar)`,
    en: ({ address, port }) =>
      `the server also listens on ${address} port ${port} (firewalls show only from outside)`,
  },
  OTHERS_CANNOT: {
    status: 'note',
    id: ({ address }) =>
      `hanya komputer ini yang dapat terhubung: server tidak mendengarkan di ${address} (jalankan server dengan --host 0.0.0.0)`,
    en: ({ address }) =>
      `only this machine can connect: the server does not listen on ${address} (start the server with --host 0.0.0.0)`,
  },
  OTHERS_NO_NETWORK: {
    status: 'note',
    id: () =>
      'komputer ini tidak memiliki alamat jaringan IPv4: komputer lain tidak dapat terhubung',
    en: () => 'this machine has no IPv4 address on a network: no other machine can connect',
  },
  LISTENER_NO_UDP: {
    status: 'note',
    id: ({ port }) => `tidak ada program yang terlihat memakai port UDP ${port}`,
    en: ({ port }) => `no program can be seen that holds UDP port ${port}`,
  },
  LISTENER_NONE: {
    status: 'note',
    id: ({ port }) => `tidak ada program yang terlihat memakai port TCP ${port}`,
    en: ({ port }) => `no program can be seen that holds TCP port ${port}`,
  },
  LISTENER_HIDDEN: {
    status: 'note',
    id: ({ port }) => `port TCP ${port} dipakai oleh program milik pengguna lain`,
    en: ({ port }) => `TCP port ${port} is held by a program of another user`,
  },
  LISTENER_ELSEWHERE: {
    status: 'note',
    id: ({ host }) =>
      `${host} adalah komputer lain: jalankan doctor di sana untuk melihat programnya`,
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
      id: [
        'Izinkan port itu di firewall komputer ini, atau matikan firewall itu sebentar untuk mencoba.',
      ],
      en: [
        "Allow the port in this machine's firewall, or turn the firewall off for a moment to try.",
      ],
    },
  },
  FIREWALL_INACTIVE: {
    status: 'ok',
    id: ({ names }) => `tidak memblokir apa pun: ${names}`,
    en: ({ names }) => `blocks nothing: ${names}`,
  },
  FIREWALL_UNREADABLE: {
    status: 'note',
    id: ({ names }) => `terpasang, tetapi statusnya hanya dapat dibaca administrator: ${names}`,
    en: ({ names }) => `installed, but only an administrator may read its state: ${names}`,
  },
  FIREWALL_ABSENT: {
    status: 'ok',
    id: ({ names }) => `tidak terpasang: ${names}`,
    en: ({ names }) => `not installed: ${names}`,
  },
  FIREWALL_UNKNOWN_SYSTEM: {
    status: 'note',
    id: () => 'doctor tidak dapat memeriksa firewall di sistem ini',
    en: () => 'doctor cannot check the firewall of this system',
  },
} as const satisfies Readonly<Record<string, FindingEntry>>;

import type { FindingEntry } from './finding-entry.ts';

/** What the doctor finds on its own machine: who holds the port, and its firewalls. */
export const MACHINE_FINDINGS = {
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
  OTHERS_REACH: {
    status: 'ok',
    id: ({ address, port }) => `terjangkau juga di alamat jaringan ${address} port ${port}`,
    en: ({ address, port }) => `reached by the network address ${address} port ${port} too`,
  },
  OTHERS_CANNOT: {
    status: 'note',
    id: ({ address }) =>
      `hanya komputer ini yang dapat tersambung: server tidak mendengarkan di ${address} (jalankan dengan --host 0.0.0.0)`,
    en: ({ address }) =>
      `only this machine can connect: the server does not listen on ${address} (start it with --host 0.0.0.0)`,
  },
  OTHERS_NO_NETWORK: {
    status: 'note',
    id: () =>
      'komputer ini tidak memiliki alamat jaringan IPv4: komputer lain tidak dapat tersambung',
    en: () => 'this machine has no IPv4 address in a network: no other machine can connect',
  },
  LISTENER_NO_UDP: {
    status: 'note',
    id: ({ port }) => `tidak terlihat program yang membuka port ${port} UDP`,
    en: ({ port }) => `no program is seen that holds port ${port} UDP`,
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
} as const satisfies Readonly<Record<string, FindingEntry>>;

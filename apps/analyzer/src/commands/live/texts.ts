import type { Catalogue } from '@praktikum/service';

export interface LiveTexts {
  readonly live: string;
  readonly options: Record<'port' | 'interface' | 'out', string>;
  readonly following: (source: string) => string;
  readonly capturing: (tool: string, device: string) => string;
  readonly standardInput: string;
}

/** What following a capture says. */
export const LIVE_TEXTS: Catalogue<LiveTexts> = {
  id: {
    live:
      'tampilkan setiap paket begitu terekam: dari antarmuka, dari berkas yang bertambah, atau ' +
      'dari masukan standar (-)',
    options: {
      port: 'dengan --live: hanya lalu lintas TCP dan UDP port ini',
      interface: 'dengan --live: antarmuka yang direkam; lihat perintah interfaces',
      out: 'dengan --live: simpan rekamannya di berkas ini',
    },
    following: (source) => `Mengikuti ${source}`,
    capturing: (tool, device) => `Merekam ${device} dengan ${tool}`,
    standardInput: 'masukan standar',
  },
  en: {
    live: 'show every packet as it comes: from an interface, a file that grows, or standard input (-)',
    options: {
      port: 'with --live: only the traffic of this TCP and UDP port',
      interface: 'with --live: the interface to record; see the command interfaces',
      out: 'with --live: keep the capture in this file',
    },
    following: (source) => `Following ${source}`,
    capturing: (tool, device) => `Capturing on ${device} with ${tool}`,
    standardInput: 'standard input',
  },
};

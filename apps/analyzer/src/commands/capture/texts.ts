import { NUMBER_TEXTS, type NumberTexts } from '@praktikum/capture-report';
import type { Catalogue } from '@praktikum/service';

export interface CaptureTexts extends NumberTexts {
  readonly description: string;
  readonly options: Record<'port' | 'interface' | 'out' | 'force', string>;
  readonly ready: (tool: string, device: string, file: string) => string;
  readonly count: (packets: string, dropped: string | undefined) => string;
  readonly captured: (packets: string, dropped: string, file: string) => string;
  readonly lost: string;
  readonly next: (file: string) => string;
  readonly nothing: (device: string, port: number | undefined) => readonly string[];
}

export const CAPTURE_TEXTS: Catalogue<CaptureTexts> = {
  id: {
    ...NUMBER_TEXTS.id,
    description:
      'Merekam lalu lintas dengan dumpcap, tcpdump, atau tshark yang terpasang, sampai Ctrl-C.',
    options: {
      port: 'hanya lalu lintas TCP dan UDP port ini',
      interface: 'antarmuka yang direkam; lihat perintah interfaces',
      out: 'berkas rekaman (bawaan: capture-<waktu>.pcapng)',
      force: 'ganti berkas --out yang sudah ada',
    },
    ready: (tool, device, file) => `Merekam ${device} dengan ${tool} ke ${file}`,
    count: (packets, dropped) =>
      `${packets} paket${dropped === undefined ? '' : `, hilang: ${dropped}`}`,
    captured: (packets, dropped, file) => `${packets} paket terekam di ${file}, hilang: ${dropped}`,
    lost:
      'Paket yang hilang tidak sempat direkam; TCP tidak kehilangannya. Rekamlah lalu lintas yang ' +
      'lebih sedikit.',
    next: (file) => `Selanjutnya: node praktikum analyzer explain ${file}`,
    nothing: (device, port) => [
      'Tidak ada paket. Periksa:',
      '  - apakah server dan client dijalankan setelah perekaman dimulai',
      `  - apakah antarmukanya benar (${device}); di satu komputer selalu loopback, juga untuk alamat LAN`,
      ...(port === undefined ? [] : [`  - apakah server memakai port ${port}`]),
    ],
  },
  en: {
    ...NUMBER_TEXTS.en,
    description:
      'Records traffic with whichever of dumpcap, tcpdump and tshark is installed, until Ctrl-C.',
    options: {
      port: 'only the traffic of this TCP and UDP port',
      interface: 'the interface to record; see the command interfaces',
      out: 'the capture file (default: capture-<time>.pcapng)',
      force: 'replace the file of --out when it is there already',
    },
    ready: (tool, device, file) => `Capturing on ${device} with ${tool} into ${file}`,
    count: (packets, dropped) =>
      `${packets} packets${dropped === undefined ? '' : `, lost: ${dropped}`}`,
    captured: (packets, dropped, file) =>
      `${packets} packets captured in ${file}, lost: ${dropped}`,
    lost: 'The lost packets could not be recorded in time; TCP did not lose them. Capture less traffic.',
    next: (file) => `Next: node praktikum analyzer explain ${file}`,
    nothing: (device, port) => [
      'No packets. Check:',
      '  - whether server and client were started after the capture',
      `  - whether the interface is right (${device}); on one machine it is the loopback, also for a LAN address`,
      ...(port === undefined ? [] : [`  - whether the server uses port ${port}`]),
    ],
  },
};

import { type ErrorEntry, type ErrorTable, fileReason } from '@praktikum/service';
import { INSTALL, RIGHTS } from './system-remedies.ts';

type Details = Parameters<ErrorEntry['id']>[0];

/** What is left of a capture that ended too early. */
const KEPT = {
  id: ({ packets, shown }: Details) => {
    if (packets === 0) return '';
    return shown === undefined
      ? ` Yang sudah terekam tersimpan utuh dan dapat dibaca: ${packets} paket.`
      : ` Yang sudah terekam dijelaskan di atas: ${packets} paket.`;
  },
  en: ({ packets, shown }: Details) => {
    if (packets === 0) return '';
    return shown === undefined
      ? ` What was captured until then is whole and can be read: ${packets} packets.`
      : ` What was captured until then is explained above: ${packets} packets.`;
  },
};

const ROOM = {
  id: [
    'Kosongkan penyimpanan itu, atau rekam ke tempat lain: --out BERKAS',
    'Rekam lebih sedikit: --port PORT, --for 30s',
  ],
  en: [
    'Make room there, or capture to another place: --out FILE',
    'Capture less: --port PORT, --for 30s',
  ],
};

/** Why traffic cannot be recorded. */
export const RECORDING_ERRORS = {
  ERR_CAPTURE_TOOL: {
    exitCode: 19,
    id: ({ tools, system }) => ({
      message: `Tidak ada program perekam terpasang (${tools}).`,
      remedies: INSTALL.id(String(system)),
    }),
    en: ({ tools, system }) => ({
      message: `No capture tool is installed (${tools}).`,
      remedies: INSTALL.en(String(system)),
    }),
  },
  ERR_CAPTURE_PERMISSION: {
    exitCode: 19,
    id: ({ tool, device, system }) => ({
      message: `${tool} tidak diizinkan merekam ${device}.`,
      remedies: RIGHTS.id(String(system), String(tool)),
    }),
    en: ({ tool, device, system }) => ({
      message: `${tool} is not allowed to capture on ${device}.`,
      remedies: RIGHTS.en(String(system), String(tool)),
    }),
  },
  ERR_CAPTURE_INTERFACE: {
    exitCode: 19,
    id: ({ device }) => ({
      message: `Tidak ada antarmuka bernama ${device}.`,
      remedies: ['Lihat daftarnya: node praktikum analyzer interfaces'],
    }),
    en: ({ device }) => ({
      message: `There is no interface ${device}.`,
      remedies: ['See which there are: node praktikum analyzer interfaces'],
    }),
  },
  ERR_CAPTURE_FAILED: {
    exitCode: 19,
    id: ({ tool, reason }) => ({
      message: `${tool} tidak dapat merekam: ${reason}`,
      remedies: ['Coba antarmuka lain (--interface), atau rekam dengan Wireshark.'],
    }),
    en: ({ tool, reason }) => ({
      message: `${tool} cannot capture: ${reason}`,
      remedies: ['Try another interface (--interface), or capture with Wireshark.'],
    }),
  },
  ERR_CAPTURE_KILLED: {
    exitCode: 19,
    id: ({ tool, signal, ...details }) => ({
      message: `${tool} dihentikan dari luar (${signal}) selagi merekam.${KEPT.id(details)}`,
      remedies: [
        'Rekam lagi, dan hentikan dengan Ctrl-C; jangan mematikan prosesnya (kill, Task Manager).',
        'Jika tidak ada yang mematikannya: mungkin memori komputer habis. Tutup program lain dahulu.',
      ],
    }),
    en: ({ tool, signal, ...details }) => ({
      message: `${tool} was ended from outside (${signal}) while it captured.${KEPT.en(details)}`,
      remedies: [
        'Capture again, and stop with Ctrl-C; do not kill the process (kill, Task Manager).',
        'If nobody killed it, the computer may have run out of memory: close other programs first.',
      ],
    }),
  },
  ERR_CAPTURE_UNSAVED: {
    exitCode: 14,
    id: ({ path, reason, ...details }) => ({
      message: `Perekaman berhenti: ${path} tidak dapat ditulisi lagi (${fileReason('id', reason)}).${KEPT.id(details)}`,
      remedies: ROOM.id,
    }),
    en: ({ path, reason, ...details }) => ({
      message: `The capture has stopped: ${path} cannot be written any more (${fileReason('en', reason)}).${KEPT.en(details)}`,
      remedies: ROOM.en,
    }),
  },
} as const satisfies ErrorTable;

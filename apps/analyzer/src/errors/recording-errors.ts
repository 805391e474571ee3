import type { ErrorTable } from '@praktikum/service';
import { INSTALL, RIGHTS } from './system-remedies.ts';

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
      remedies: ['Lihat daftarnya: npx nx run analyzer:interfaces'],
    }),
    en: ({ device }) => ({
      message: `There is no interface ${device}.`,
      remedies: ['See which there are: npx nx run analyzer:interfaces'],
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
} as const satisfies ErrorTable;

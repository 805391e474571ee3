import type { ErrorEntry, ErrorTable } from '@praktikum/service';

type Details = Parameters<ErrorEntry['id']>[0];
type Say = (details: Details) => string;

/** A capture that ends too early: all that is readable has been shown, and this says where it stopped. */
function captureEntry(id: Say, en: Say, remedy: { id: string; en: string }) {
  return {
    // 1 and not 14: the file was used, as far as it goes.
    exitCode: 1,
    id: (details: Details) => ({ message: id(details) + read.id(details), remedies: [remedy.id] }),
    en: (details: Details) => ({ message: en(details) + read.en(details), remedies: [remedy.en] }),
  } as const;
}

/** Nothing was read: then it is no matter where that stopped. */
const read = {
  id: ({ packets, offset }: Details) =>
    packets === 0 ? '' : ` Terbaca ${packets} paket, sampai byte ${offset}.`,
  en: ({ packets, offset }: Details) =>
    packets === 0 ? '' : ` ${packets} packets were read, up to byte ${offset}.`,
};

const AGAIN = {
  id: 'Hentikan perekaman dengan Ctrl-C (bukan mematikan prosesnya), lalu salin berkasnya lagi.',
  en: 'Stop a capture with Ctrl-C, not by killing it, and copy the file again.',
};

const SAVE_AS = {
  id: 'Di Wireshark: File > Save As, jenis pcapng atau pcap.',
  en: 'In Wireshark: File > Save As, type pcapng or pcap.',
};

/** Why a capture cannot be read to its end. */
export const READING_ERRORS = {
  ERR_CAPTURE_EMPTY: captureEntry(
    ({ path }) => `Berkas ${path} kosong.`,
    ({ path }) => `The file ${path} is empty.`,
    AGAIN,
  ),
  ERR_CAPTURE_FORMAT: captureEntry(
    ({ path, compression }) =>
      compression === ''
        ? `Berkas ${path} bukan rekaman pcap atau pcapng.`
        : `Berkas ${path} dimampatkan dengan ${compression}, yang tidak dapat dibuka di sini.`,
    ({ path, compression }) =>
      compression === ''
        ? `The file ${path} is no pcap or pcapng capture.`
        : `The file ${path} is compressed with ${compression}, which is not unpacked here.`,
    SAVE_AS,
  ),
  ERR_CAPTURE_TRUNCATED: captureEntry(
    ({ path }) => `Rekaman ${path} terpotong.`,
    ({ path }) => `The capture ${path} is cut.`,
    AGAIN,
  ),
  ERR_CAPTURE_DAMAGED: captureEntry(
    ({ path }) => `Rekaman ${path} rusak.`,
    ({ path }) => `The capture ${path} is damaged.`,
    AGAIN,
  ),
  ERR_CAPTURE_LIMIT: captureEntry(
    ({ path }) => `Rekaman ${path} melampaui batas yang dibaca program ini.`,
    ({ path }) => `The capture ${path} goes beyond what this program reads.`,
    SAVE_AS,
  ),
} as const satisfies ErrorTable;

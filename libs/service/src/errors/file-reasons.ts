import type { Catalogue, Language } from '../language.ts';

/** Why the system refuses a file, by its code. */
const FILE_REASONS: Catalogue<Readonly<Record<string, string>>> = {
  id: {
    ENOENT: 'berkas atau folder tidak ada',
    EACCES: 'tidak diizinkan',
    EPERM: 'tidak diizinkan',
    EBUSY: 'program lain sedang membukanya',
    EISDIR: 'ini folder, bukan berkas',
    ENOTDIR: 'sebagian jalurnya bukan folder',
    ENOSPC: 'penyimpanan penuh',
    EROFS: 'tidak dapat ditulisi (read-only)',
    EDQUOT: 'kuota penyimpanan habis',
    EFBIG: 'ukuran berkas sudah mencapai batasnya',
    EBADF: 'tidak dibuka untuk keperluan ini',
    EPIPE: 'program yang membacanya sudah berhenti',
    ERR_TOO_LARGE: 'terlalu besar',
    ERR_IS_SOCKET: 'ini socket, bukan berkas',
    ERR_NO_FILE: 'ini bukan berkas biasa',
    ENODEV: 'perangkatnya tidak ada',
    EAGAIN: 'belum ada isinya',
    ENXIO: 'tidak ada program yang membacanya',
    EIO: 'terminal atau perangkatnya sudah tidak ada',
  },
  en: {
    ENOENT: 'it does not exist',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EBUSY: 'another program has it open',
    EISDIR: 'it is a folder',
    ENOTDIR: 'part of the path is not a folder',
    ENOSPC: 'the disk is full',
    EROFS: 'it is read-only',
    EDQUOT: 'the disk quota is used up',
    EFBIG: 'the file may not grow any further',
    EBADF: 'it is not open for this use',
    EPIPE: 'its reader has stopped',
    ERR_TOO_LARGE: 'it is too large',
    ERR_IS_SOCKET: 'it is a socket',
    ERR_NO_FILE: 'it is no regular file',
    ENODEV: 'there is no such device',
    EAGAIN: 'there is nothing to read in it yet',
    ENXIO: 'nobody reads it',
    EIO: 'its terminal or device is gone',
  },
};

/** Why the system refuses a file, in words; a code without words stands as it is. */
export function fileReason(language: Language, code: string | number | undefined): string {
  return FILE_REASONS[language][String(code)] ?? String(code);
}

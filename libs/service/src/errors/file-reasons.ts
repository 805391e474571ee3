import type { Catalogue, Language } from '../language.ts';

/** Why the system refuses a file, by its code. */
const FILE_REASONS: Catalogue<Readonly<Record<string, string>>> = {
  id: {
    ENOENT: 'tidak ada',
    EACCES: 'tidak diizinkan',
    EPERM: 'tidak diizinkan',
    EBUSY: 'program lain sedang membukanya',
    EISDIR: 'itu sebuah folder',
    ENOTDIR: 'foldernya bukan folder',
    ENOSPC: 'penyimpanan penuh',
    EROFS: 'hanya dapat dibaca',
    EDQUOT: 'jatah penyimpanan habis',
    EFBIG: 'berkasnya tidak boleh lebih besar lagi',
    EBADF: 'tidak terbuka untuk itu',
    EPIPE: 'pembacanya sudah berakhir',
    ERR_TOO_LARGE: 'terlalu besar',
    ERR_IS_SOCKET: 'itu sebuah socket',
    ENODEV: 'perangkatnya tidak ada',
    EAGAIN: 'isinya belum ada',
    ENXIO: 'tidak ada yang membacanya',
    EIO: 'terminal atau perangkatnya tidak ada lagi',
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
    EFBIG: 'the file may not grow any more',
    EBADF: 'it is not open for that',
    EPIPE: 'its reader has ended',
    ERR_TOO_LARGE: 'it is too large',
    ERR_IS_SOCKET: 'it is a socket',
    ENODEV: 'there is no such device',
    EAGAIN: 'it has nothing to read yet',
    ENXIO: 'nobody reads it',
    EIO: 'its terminal or device has gone',
  },
};

/** Why the system refuses a file, in words; a code without words stands as it is. */
export function fileReason(language: Language, code: string | number | undefined): string {
  return FILE_REASONS[language][String(code)] ?? String(code);
}

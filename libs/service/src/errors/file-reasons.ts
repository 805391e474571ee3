import type { Catalogue } from '../language.ts';

/** Why the system refuses a file, by its code. */
export const FILE_REASONS: Catalogue<Readonly<Record<string, string>>> = {
  id: {
    ENOENT: 'tidak ada',
    EACCES: 'tidak diizinkan',
    EPERM: 'tidak diizinkan',
    EISDIR: 'itu sebuah folder',
    ENOTDIR: 'foldernya bukan folder',
    ENOSPC: 'penyimpanan penuh',
    EROFS: 'hanya dapat dibaca',
    EDQUOT: 'jatah penyimpanan habis',
    EFBIG: 'berkasnya tidak boleh lebih besar lagi',
    EPIPE: 'pembacanya sudah berakhir',
    ERR_TOO_LARGE: 'terlalu besar',
    ENXIO: 'tidak ada yang membacanya',
    EIO: 'terminal atau perangkatnya tidak ada lagi',
  },
  en: {
    ENOENT: 'it does not exist',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'its folder is no folder',
    ENOSPC: 'the disk is full',
    EROFS: 'it is read-only',
    EDQUOT: 'the disk quota is used up',
    EFBIG: 'the file may not grow any more',
    EPIPE: 'its reader has ended',
    ERR_TOO_LARGE: 'it is too large',
    ENXIO: 'nobody reads it',
    EIO: 'its terminal or device has gone',
  },
};

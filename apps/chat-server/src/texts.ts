import type { ServiceTexts, TryCommand } from '@praktikum/server-program';
import type { Catalogue } from '@praktikum/service';

/** What a user reads, in every language. */
interface Texts extends ServiceTexts {
  readonly connected: (address: string) => string;
  readonly options: Readonly<
    Record<'lan' | 'web' | 'config' | 'data' | 'teacher' | 'newPassword', string>
  > & {
    /** @param usual the port that clients know */
    readonly tlsPort: (usual: number) => string;
  };
  readonly teacherMade: (name: string, password: string) => string;
  /** How the teacher logs in. */
  readonly teacherLogin: (name: string) => string;
  readonly teacherKnown: (name: string) => string;
  readonly dataFailed: (reason: string) => string;
  readonly dataRecovered: (lost: number) => string;
  readonly dataEnded: (reason: string) => string;
}

/** irssi speaks TLS by its own command alone, and finds no addresses in certificates. */
const tryWith: TryCommand = (host, port, tls) =>
  tls === ''
    ? `irssi --connect=${host} --port=${port}`
    : `irssi, /connect -tls -tls_verify -tls_cafile certificates/ca.pem ${host === '127.0.0.1' ? 'localhost' : host} ${port}`;

export const TEXTS: Catalogue<Texts> = {
  id: {
    description:
      'Server chat untuk satu kelas. Ia berbicara IRC lewat TCP, TLS, dan WebSocket, jadi aplikasi chat apa pun yang mengenal IRC bisa dipakai, dan Wireshark membacanya.',
    listening: (address, listener) =>
      listener === 'web'
        ? `Halaman dan WebSocket di ${address}`
        : listener === 'ircs'
          ? `Server berjalan dengan TLS di ${address}`
          : `Server berjalan di ${address}`,
    tryWith,
    connected: (address) => `Koneksi dari ${address} telah diterima.`,
    stopping: 'Menghentikan server...',
    options: {
      lan: 'terima koneksi dari komputer lain juga, dan tampilkan alamatnya',
      web: 'port untuk halaman dan WebSocket',
      tlsPort: (usual) =>
        `dengan --tls: port tersendiri untuk TLS, misalnya ${usual}; tanpa ini --port sendiri memakai TLS, biasanya ${usual}`,
      config: 'baca pengaturan dari berkas JSON ini',
      data: 'folder untuk riwayat, akun, dan hak di channel',
      teacher: 'buat akun guru dengan nama ini, yang menjadi operator di #kelas',
      newPassword: 'dengan --teacher: beri akun itu kata sandi baru, dan tampilkan sekali',
    },
    teacherMade: (name, password) =>
      `Akun guru: ${name}. Kata sandinya hanya ditampilkan sekali ini: ${password}`,
    teacherLogin: (name) =>
      `Guru masuk dengan nick lain dulu, lalu mengetik: /msg NickServ IDENTIFY ${name} <kata sandi>`,
    teacherKnown: (name) =>
      `Akun guru: ${name}, dengan kata sandi seperti sebelumnya. Lupa? --teacher ${name} --new-password`,
    dataFailed: (reason) =>
      `Riwayat dan akun tidak dapat disimpan: ${reason}. Chat berjalan terus, dan penyimpanan dicoba lagi.`,
    dataRecovered: (lost) =>
      lost === 0
        ? 'Penyimpanan berjalan lagi; tidak ada yang hilang.'
        : `Penyimpanan berjalan lagi; ${lost} tulisan hilang.`,
    dataEnded: (reason) => `Penyimpanan berhenti: ${reason}. Chat berjalan terus tanpa riwayat.`,
  },
  en: {
    description:
      'The chat server of a class. It speaks IRC over TCP, TLS and WebSocket, so every chat program that knows IRC can be used, and Wireshark reads it.',
    listening: (address, listener) =>
      listener === 'web'
        ? `Page and WebSocket on ${address}`
        : listener === 'ircs'
          ? `The server is running with TLS on ${address}`
          : `The server is running on ${address}`,
    tryWith,
    connected: (address) => `The connection from ${address} was accepted.`,
    stopping: 'Stopping the server...',
    options: {
      lan: 'accept connections from other computers too, and show the address for them',
      web: 'port of the page and of WebSocket',
      tlsPort: (usual) =>
        `with --tls: a port of its own for TLS, ${usual} for example; without it --port itself speaks TLS, ${usual} by default`,
      config: 'read the settings from this JSON file',
      data: 'folder of history, accounts and rights in channels',
      teacher: "make the teacher's account with this name, who is the operator of #kelas",
      newPassword: 'with --teacher: give that account a new password, and show it once',
    },
    teacherMade: (name, password) =>
      `Account of the teacher: ${name}. Its password is shown this once: ${password}`,
    teacherLogin: (name) =>
      `The teacher joins with another nick first, and then types: /msg NickServ IDENTIFY ${name} <password>`,
    teacherKnown: (name) =>
      `Account of the teacher: ${name}, with the password that it had. Forgotten? --teacher ${name} --new-password`,
    dataFailed: (reason) =>
      `History and accounts cannot be saved: ${reason}. The chat goes on, and saving is tried again.`,
    dataRecovered: (lost) =>
      lost === 0
        ? 'Saving works again; nothing was lost.'
        : `Saving works again; ${lost} writes were lost.`,
    dataEnded: (reason) => `Saving has stopped: ${reason}. The chat goes on without history.`,
  },
};

import type { Catalogue } from '@praktikum/service';

/** What the log says of people, for whoever looks after the server. */
export interface LogWords {
  readonly registered: (nick: string, address: string) => string;
  readonly passwordWrong: (address: string) => string;
  readonly loginFailed: (account: string, address: string) => string;
  readonly accountMade: (account: string, address: string) => string;
  readonly passwordChanged: (account: string, nick: string, address: string) => string;
  readonly oper: (nick: string, address: string, isRight: boolean) => string;
  readonly killed: (nick: string, by: string) => string;
  readonly commandFailed: (command: string, reason: string) => string;
  readonly recordFailed: (connection: number, reason: string) => string;
}

export const LOG_WORDS: Catalogue<LogWords> = {
  id: {
    registered: (nick, address) => `${nick} masuk ke chat dari ${address}.`,
    passwordWrong: (address) => `${address} mengirim kata sandi server yang salah.`,
    loginFailed: (account, address) =>
      `${address} mengirim kata sandi yang salah untuk akun ${account}.`,
    accountMade: (account, address) => `Akun ${account} dibuat dari ${address}.`,
    passwordChanged: (account, nick, address) =>
      `Kata sandi akun ${account} diganti oleh ${nick} dari ${address}.`,
    oper: (nick, address, isRight) =>
      isRight
        ? `${nick} dari ${address} menjadi operator server.`
        : `${nick} dari ${address} mencoba menjadi operator server, dan tidak berhasil.`,
    killed: (nick, by) => `${nick} dikeluarkan oleh ${by}.`,
    commandFailed: (command, reason) =>
      `Kesalahan program ini pada perintah ${command}: ${reason}. Chat berjalan terus.`,
    recordFailed: (connection, reason) =>
      `Kesalahan program ini pada koneksi ${connection}: ${reason}. Chat berjalan terus.`,
  },
  en: {
    registered: (nick, address) => `${nick} has entered the chat from ${address}.`,
    passwordWrong: (address) => `${address} has sent a wrong password of the server.`,
    loginFailed: (account, address) =>
      `${address} has sent a wrong password for the account ${account}.`,
    accountMade: (account, address) => `The account ${account} was made from ${address}.`,
    passwordChanged: (account, nick, address) =>
      `The password of the account ${account} was changed by ${nick} from ${address}.`,
    oper: (nick, address, isRight) =>
      isRight
        ? `${nick} from ${address} has become an operator of the server.`
        : `${nick} from ${address} has tried to become an operator of the server, in vain.`,
    killed: (nick, by) => `${nick} was put out by ${by}.`,
    commandFailed: (command, reason) =>
      `A mistake of this program in the command ${command}: ${reason}. The chat goes on.`,
    recordFailed: (connection, reason) =>
      `A mistake of this program about connection ${connection}: ${reason}. The chat goes on.`,
  },
};

import type { Catalogue } from '@praktikum/service';
import { LOG_WORDS, type LogWords } from './log-words.ts';

/** What the server says to people, in the last parameter of its numerics. */
export interface ChatWords {
  readonly welcome: (network: string, source: string) => string;
  readonly yourHost: (server: string, version: string) => string;
  readonly created: (date: string) => string;
  readonly supported: string;
  readonly noSuchNick: string;
  readonly noSuchChannel: string;
  readonly cannotSend: (mode: string) => string;
  readonly cannotSendReasons: Readonly<
    Record<'outside' | 'moderated' | 'muted' | 'banned', string>
  >;
  readonly tooManyChannels: string;
  readonly serverFull: string;
  readonly silencedNick: string;
  readonly silenced: string;
  readonly tooManyTargets: string;
  readonly wasNoSuchNick: string;
  readonly endOfWhowas: string;
  readonly noOrigin: string;
  readonly noRecipient: (command: string) => string;
  readonly noText: string;
  readonly inputTooLong: string;
  readonly unknownCommand: string;
  readonly noMotd: string;
  readonly motdStart: (server: string) => string;
  readonly endOfMotd: string;
  readonly noNick: string;
  readonly badNick: (most: number) => string;
  readonly nickInUse: string;
  readonly nickReserved: string;
  readonly nickOfServer: string;
  readonly userNotInChannel: string;
  readonly notOnChannel: string;
  readonly userOnChannel: string;
  readonly notRegistered: string;
  readonly needMoreParams: string;
  readonly alreadyRegistered: string;
  readonly passwordMismatch: string;
  readonly badUsername: string;
  readonly channelFull: string;
  readonly unknownMode: string;
  readonly inviteOnly: string;
  readonly banned: string;
  readonly badKey: string;
  readonly badChannelName: string;
  readonly listFull: string;
  readonly noPrivileges: string;
  readonly operatorNeeded: string;
  readonly noOperHost: string;
  readonly unknownUserMode: string;
  readonly usersDontMatch: string;
  readonly youAreOper: string;
  readonly badModeParam: Readonly<Record<'k' | 'l' | 'mask', string>>;
  readonly endOfNames: string;
  readonly endOfWho: string;
  readonly endOfWhois: string;
  readonly endOfList: Readonly<Record<'b' | 'e' | 'I' | 'q', string>>;
  readonly endOfInvites: string;
  readonly noTopic: string;
  readonly listStart: string;
  readonly endOfChannels: string;
  /** Ends a list that has been cut. */
  readonly firstOnly: (most: number) => string;
  readonly away: string;
  /** In the place of what somebody says who may not speak. */
  readonly awayReason: string;
  readonly back: string;
  readonly whoisOper: string;
  readonly whoisIdle: string;
  readonly whoisBot: string;
  readonly whoisAccount: string;
  readonly whoisSecure: string;
  readonly whoisActually: string;
  readonly serverInfo: string;
  readonly monitorFull: string;
  readonly endOfMonitor: string;
  readonly endOfLinks: string;
  readonly endOfInfo: string;
  readonly endOfStats: string;
  readonly uptime: (days: number, clock: string) => string;
  readonly helpIndex: string;
  readonly helpNotFound: string;
  readonly endOfHelp: string;
  readonly admin: {
    readonly start: string;
    /** Whom to ask: the teacher, by the name of the account. */
    readonly contact: (teacher: string | null) => string;
  };
  readonly lusers: {
    readonly clients: (visible: number, invisible: number) => string;
    readonly operators: string;
    readonly unknown: string;
    readonly channels: string;
    readonly me: (clients: number) => string;
    readonly local: (now: number, most: number) => string;
    readonly global: (now: number, most: number) => string;
  };
  readonly info: (version: string) => readonly string[];
  readonly sasl: {
    readonly loggedIn: (account: string) => string;
    readonly success: string;
    readonly failed: string;
    readonly tooLong: string;
    readonly aborted: string;
    readonly mechanisms: string;
  };
  readonly invalidCapCommand: string;
  readonly killed: (by: string, reason: string) => string;
  readonly channelNotKept: (channel: string) => string;
  /** What the message of the day is there for. */
  readonly allKept: (days: number) => string;
  readonly historyKept: (channel: string, days: number) => string;
  readonly fail: {
    readonly invalidUtf8: string;
    readonly needMoreParams: string;
    readonly invalidParams: string;
    readonly invalidTarget: string;
    readonly unknownMessage: string;
    readonly redactForbidden: string;
    readonly temporarilyUnavailable: string;
    readonly guessedAt: (account: string) => string;
    readonly accountExists: string;
    readonly alreadyAuthenticated: string;
    readonly badAccountName: string;
    readonly completeConnection: string;
    readonly registrationClosed: string;
    readonly weakPassword: (least: number) => string;
    readonly longPassword: (most: number) => string;
    readonly accountMustBeNick: string;
    readonly accountMade: string;
    readonly spaceInPassword: string;
    readonly teacherForgot: string;
    readonly noSuchAccount: string;
    readonly logInFirst: string;
    readonly invalidRealname: string;
    readonly excessFlood: string;
    readonly teacherOnly: string;
    readonly tooManyMarkers: string;
    readonly historyUnavailable: string;
    readonly historyOff: string;
  };
  readonly registrations: Readonly<Record<'open' | 'closed', string>>;
  /** How to log in to an account that has just been made. */
  readonly nextTime: (account: string) => string;
  readonly redacted: string;
  /** To somebody who has named the account. */
  readonly wrongPasswordOf: (account: string) => string;
  readonly wrongPassword: (account: string) => string;
  readonly passwordChanged: string;
  readonly passwordReset: (account: string, password: string) => string;
  /** What NickServ can be told. */
  readonly nickServHelp: string;
  readonly log: LogWords;
}

export const CHAT_WORDS: Catalogue<ChatWords> = {
  id: {
    welcome: (network, source) => `Selamat datang di jaringan ${network}, ${source}`,
    yourHost: (server, version) => `Server Anda adalah ${server}, versi ${version}`,
    created: (date) => `Server ini berjalan sejak ${date}`,
    supported: 'didukung oleh server ini',
    noSuchNick: 'Nick atau channel ini tidak ada',
    noSuchChannel: 'Channel ini tidak ada',
    cannotSend: (reason) => `Pesan tidak dapat dikirim ke channel ini: ${reason}`,
    cannotSendReasons: {
      outside: 'Anda bukan anggotanya (+n)',
      moderated: 'semua anggota sedang dibisukan (+m)',
      muted: 'Anda sedang dibisukan (+q)',
      banned: 'Anda dilarang di sini (+b)',
    },
    tooManyChannels: 'Anda sudah berada di terlalu banyak channel',
    serverFull: 'Server ini tidak dapat memuat channel lagi',
    silencedNick: 'Nick tidak dapat diganti selama Anda tidak boleh bicara di channel itu',
    silenced: 'Anda sedang tidak boleh bicara di sebuah channel',
    tooManyTargets: 'Terlalu banyak tujuan dalam satu perintah',
    wasNoSuchNick: 'Nick ini belum pernah ada',
    endOfWhowas: 'Akhir WHOWAS',
    noOrigin: 'PING tanpa isi',
    noRecipient: (command) => `Tujuan belum disebut (${command})`,
    noText: 'Tidak ada teks untuk dikirim',
    inputTooLong: 'Baris terlalu panjang',
    unknownCommand: 'Perintah tidak dikenal; ketik HELP untuk daftarnya',
    noMotd: 'Tidak ada pesan hari ini',
    motdStart: (server) => `- ${server}: pesan hari ini -`,
    endOfMotd: 'Akhir pesan hari ini',
    noNick: 'Nick belum disebut',
    badNick: (most) =>
      `Nick ini tidak dapat dipakai: gunakan huruf dan angka, tanpa spasi, mulai dengan huruf, paling banyak ${most} byte`,
    nickInUse: 'Nick ini sedang dipakai',
    nickReserved:
      'Nick ini milik sebuah akun. Milik Anda? Pakai nick lain dulu, lalu: /msg NickServ IDENTIFY <akun> <kata sandi>',
    nickOfServer: 'Nick ini milik server',
    userNotInChannel: 'Orang ini tidak ada di channel itu',
    notOnChannel: 'Anda tidak berada di channel itu',
    userOnChannel: 'sudah berada di channel itu',
    notRegistered: 'Sebutkan dulu NICK dan USER',
    needMoreParams: 'Parameter kurang',
    alreadyRegistered: 'Anda sudah terdaftar',
    passwordMismatch: 'Kata sandi salah',
    badUsername: 'Nama pengguna ini tidak dapat dipakai',
    channelFull: 'Anda tidak dapat masuk: channel penuh (+l)',
    unknownMode: 'Mode ini tidak dikenal',
    inviteOnly: 'Anda tidak dapat masuk: hanya dengan undangan (+i)',
    banned: 'Anda tidak dapat masuk: Anda dilarang di sini (+b)',
    badKey: 'Anda tidak dapat masuk: kuncinya salah (+k)',
    badChannelName: 'Nama channel ini tidak dapat dipakai; mulai dengan #',
    listFull: 'Daftar ini penuh',
    noPrivileges: 'Hanya untuk operator server',
    operatorNeeded: 'Anda bukan operator channel ini',
    noOperHost: 'Nama atau kata sandi operator salah',
    unknownUserMode: 'Mode pengguna ini tidak dikenal',
    usersDontMatch: 'Mode orang lain tidak dapat diubah',
    youAreOper: 'Anda sekarang operator server',
    badModeParam: {
      k: 'kunci tidak boleh kosong, berisi spasi atau koma, atau terlalu panjang',
      l: 'batasnya harus bilangan bulat dari 1',
      mask: 'bentuknya nick!nama@host, atau ~a:akun',
    },
    endOfNames: 'Akhir daftar nama',
    endOfWho: 'Akhir WHO',
    endOfWhois: 'Akhir WHOIS',
    endOfList: {
      b: 'Akhir daftar larangan',
      e: 'Akhir daftar pengecualian',
      I: 'Akhir daftar undangan tetap',
      q: 'Akhir daftar yang dibisukan',
    },
    endOfInvites: 'Akhir daftar undangan',
    noTopic: 'Channel ini tidak punya topik',
    listStart: 'Anggota: topik',
    endOfChannels: 'Akhir daftar channel',
    firstOnly: (most) => `Masih ada lagi: hanya ${most} yang pertama ditampilkan`,
    away: 'Anda ditandai sedang tidak di tempat',
    awayReason: 'sedang tidak di tempat',
    back: 'Anda ditandai sudah kembali',
    whoisOper: 'adalah operator server',
    whoisIdle: 'detik diam, waktu masuk',
    whoisBot: 'adalah bot',
    whoisAccount: 'masuk dengan akun',
    whoisSecure: 'memakai koneksi aman (TLS)',
    whoisActually: 'terhubung dari',
    serverInfo: 'server chat Praktikum Jaringan',
    monitorFull: 'Daftar pantauan penuh',
    endOfMonitor: 'Akhir daftar pantauan',
    endOfLinks: 'Akhir daftar server',
    endOfInfo: 'Akhir INFO',
    endOfStats: 'Akhir STATS',
    uptime: (days, clock) => `Server berjalan ${days} hari ${clock}`,
    helpIndex: 'Perintah di server ini; HELP <perintah> untuk penjelasannya:',
    helpNotFound: 'Tidak ada bantuan tentang ini',
    endOfHelp: 'Akhir bantuan',
    admin: {
      start: 'Pengurus server ini',
      contact: (teacher) =>
        `Bertanyalah kepada guru kelas${teacher === null ? '' : `: ${teacher}`}`,
    },
    lusers: {
      clients: (visible, invisible) =>
        `Ada ${visible} pengguna dan ${invisible} tak terlihat di 1 server`,
      operators: 'operator server',
      unknown: 'koneksi yang belum terdaftar',
      channels: 'channel',
      me: (clients) => `Saya punya ${clients} client dan 0 server`,
      local: (now, most) => `Pengguna di server ini ${now}, terbanyak ${most}`,
      global: (now, most) => `Pengguna di jaringan ini ${now}, terbanyak ${most}`,
    },
    info: (version) => [
      `Praktikum Jaringan, server chat ${version}`,
      'Server IRC untuk belajar, mengajar, dan membangun layanan TCP.',
    ],
    sasl: {
      loggedIn: (account) => `Anda masuk sebagai ${account}`,
      success: 'Masuk berhasil',
      failed: 'Masuk gagal: nama akun atau kata sandi salah',
      tooLong: 'Pesan SASL terlalu panjang',
      aborted: 'Masuk dibatalkan',
      mechanisms: 'mekanisme yang tersedia',
    },
    invalidCapCommand: 'Perintah CAP ini tidak dikenal',
    killed: (by, reason) => `Dikeluarkan oleh ${by}: ${reason}`,
    channelNotKept: (channel) =>
      `Hak dan mode di ${channel} hilang begitu semua keluar: Anda sudah punya hak di terlalu banyak channel, atau server menyimpan terlalu banyak.`,
    allKept: (days) =>
      `Percakapan di channel disimpan selama ${days} hari, dan dapat dibaca oleh semua yang masuk ke sana.`,
    historyKept: (channel, days) =>
      `Percakapan di ${channel} disimpan selama ${days} hari, dan dapat dibaca oleh semua yang masuk ke sini.`,
    fail: {
      invalidUtf8: 'Server ini hanya menerima teks UTF-8',
      needMoreParams: 'Parameter kurang',
      invalidParams: 'Parameter tidak dapat dipakai',
      invalidTarget: 'Percakapan ini tidak dapat dibaca',
      unknownMessage: 'Pesan ini tidak ada, atau terlalu lama',
      redactForbidden: 'Anda tidak boleh menghapus pesan ini',
      temporarilyUnavailable: 'Server sedang sibuk; coba lagi sebentar',
      guessedAt: (account) =>
        `Terlalu banyak kata sandi untuk akun ${account} dicoba dari alamat Anda; coba lagi sebentar, atau dari komputer lain`,
      accountExists: 'Akun ini sudah ada',
      alreadyAuthenticated: 'Anda sudah masuk ke sebuah akun',
      badAccountName: 'Nama akun ini tidak dapat dipakai',
      completeConnection: 'Selesaikan dulu pendaftaran koneksi (NICK dan USER)',
      registrationClosed: 'Pendaftaran akun sedang ditutup',
      weakPassword: (least) => `Kata sandi terlalu pendek: paling sedikit ${least} karakter`,
      longPassword: (most) => `Kata sandi terlalu panjang: paling banyak ${most} byte`,
      accountMustBeNick: 'Nama akun harus sama dengan nick Anda',
      accountMade: 'Akun dibuat',
      spaceInPassword: 'Kata sandi tidak boleh berisi spasi',
      teacherForgot:
        'Guru mengganti kata sandinya sendiri dengan SET PASSWORD; yang lupa menjalankan server dengan --new-password',
      noSuchAccount: 'Akun ini tidak ada',
      logInFirst: 'Masuklah dulu ke akun Anda',
      invalidRealname: 'Nama ini tidak dapat dipakai',
      excessFlood: 'terlalu banyak perintah menunggu',
      teacherOnly: 'Hanya guru yang boleh melakukan ini',
      tooManyMarkers: 'Terlalu banyak penanda baca',
      historyUnavailable: 'Riwayat tidak dapat dibaca saat ini',
      historyOff: 'Server ini tidak menyimpan riwayat',
    },
    registrations: { open: 'Pendaftaran akun dibuka', closed: 'Pendaftaran akun ditutup' },
    nextTime: (account) =>
      `Anda sudah masuk sebagai ${account}. Lain kali: /msg NickServ IDENTIFY ${account} <kata sandi>`,
    redacted: 'Pesan itu dihapus',
    wrongPasswordOf: (account) =>
      `Masuk gagal: tidak ada akun ${account} dengan kata sandi ini. Lupa? Guru dapat memberi kata sandi baru`,
    wrongPassword: (account) =>
      `Masuk gagal: tidak ada akun ${account} dengan kata sandi ini. Akun lain: IDENTIFY <akun> <kata sandi>`,
    passwordChanged: 'Kata sandi diganti',
    passwordReset: (account, password) => `Kata sandi baru untuk ${account}: ${password}`,
    nickServHelp:
      'REGISTER <kata sandi> membuat akun untuk nick Anda; IDENTIFY [akun] <kata sandi> masuk ke akun; SET PASSWORD <kata sandi> menggantinya; RESET <akun> memberi siswa kata sandi baru (guru)',
    log: LOG_WORDS.id,
  },
  en: {
    welcome: (network, source) => `Welcome to the ${network} network, ${source}`,
    yourHost: (server, version) => `Your host is ${server}, version ${version}`,
    created: (date) => `This server has been running since ${date}`,
    supported: 'are supported by this server',
    noSuchNick: 'No such nick or channel',
    noSuchChannel: 'No such channel',
    cannotSend: (reason) => `Cannot send to channel: ${reason}`,
    cannotSendReasons: {
      outside: 'you are not in it (+n)',
      moderated: 'everybody is muted (+m)',
      muted: 'you are muted (+q)',
      banned: 'you are banned (+b)',
    },
    tooManyChannels: 'You have joined too many channels',
    serverFull: 'This server has no room for more channels',
    silencedNick: 'You cannot change your nick while you may not speak in that channel',
    silenced: 'There is a channel in which you may not speak now',
    tooManyTargets: 'Too many targets in one command',
    wasNoSuchNick: 'There was no such nick',
    endOfWhowas: 'End of WHOWAS',
    noOrigin: 'PING without a token',
    noRecipient: (command) => `No recipient given (${command})`,
    noText: 'No text to send',
    inputTooLong: 'Input line was too long',
    unknownCommand: 'Unknown command; HELP lists them',
    noMotd: 'There is no message of the day',
    motdStart: (server) => `- ${server} Message of the day -`,
    endOfMotd: 'End of MOTD',
    noNick: 'No nick given',
    badNick: (most) =>
      `This nick cannot be used: letters and digits, no spaces, a letter first, at most ${most} bytes`,
    nickInUse: 'Nick is already in use',
    nickReserved:
      'This nick belongs to an account. Yours? Take another one first, then: /msg NickServ IDENTIFY <account> <password>',
    nickOfServer: 'This nick belongs to the server',
    userNotInChannel: 'They are not on that channel',
    notOnChannel: 'You are not on that channel',
    userOnChannel: 'is already on channel',
    notRegistered: 'Send NICK and USER first',
    needMoreParams: 'Not enough parameters',
    alreadyRegistered: 'You are registered already',
    passwordMismatch: 'Password incorrect',
    badUsername: 'This username cannot be used',
    channelFull: 'Cannot join channel: it is full (+l)',
    unknownMode: 'is an unknown mode',
    inviteOnly: 'Cannot join channel: by invitation only (+i)',
    banned: 'Cannot join channel: you are banned (+b)',
    badKey: 'Cannot join channel: wrong key (+k)',
    badChannelName: 'This channel name cannot be used; it begins with #',
    listFull: 'This list is full',
    noPrivileges: 'For operators of the server only',
    operatorNeeded: 'You are not an operator of this channel',
    noOperHost: 'Wrong name or password of an operator',
    unknownUserMode: 'Unknown user mode',
    usersDontMatch: 'You cannot change the modes of other users',
    youAreOper: 'You are now an operator of the server',
    badModeParam: {
      k: 'a key must not be empty, hold spaces or commas, or be too long',
      l: 'the limit must be a whole number from 1',
      mask: 'masks look like nick!name@host, or ~a:account',
    },
    endOfNames: 'End of NAMES list',
    endOfWho: 'End of WHO list',
    endOfWhois: 'End of WHOIS list',
    endOfList: {
      b: 'End of channel ban list',
      e: 'End of channel exception list',
      I: 'End of channel invite exception list',
      q: 'End of channel mute list',
    },
    endOfInvites: 'End of invitations',
    noTopic: 'No topic is set',
    listStart: 'Users Name',
    endOfChannels: 'End of LIST',
    firstOnly: (most) => `There are more: only the first ${most} are shown`,
    away: 'You have been marked as being away',
    awayReason: 'away',
    back: 'You are no longer marked as being away',
    whoisOper: 'is an operator of the server',
    whoisIdle: 'seconds idle, signon time',
    whoisBot: 'is a bot',
    whoisAccount: 'is logged in as',
    whoisSecure: 'is using a secure connection (TLS)',
    whoisActually: 'is connecting from',
    serverInfo: 'chat server of Praktikum Jaringan',
    monitorFull: 'Monitor list is full',
    endOfMonitor: 'End of MONITOR list',
    endOfLinks: 'End of LINKS list',
    endOfInfo: 'End of INFO',
    endOfStats: 'End of STATS report',
    uptime: (days, clock) => `Server up ${days} days ${clock}`,
    helpIndex: 'Commands of this server; HELP <command> explains one:',
    helpNotFound: 'There is no help on this',
    endOfHelp: 'End of HELP',
    admin: {
      start: 'Who runs this server',
      contact: (teacher) => `Ask the teacher of the class${teacher === null ? '' : `: ${teacher}`}`,
    },
    lusers: {
      clients: (visible, invisible) =>
        `There are ${visible} users and ${invisible} invisible on 1 servers`,
      operators: 'operators online',
      unknown: 'unregistered connections',
      channels: 'channels formed',
      me: (clients) => `I have ${clients} clients and 0 servers`,
      local: (now, most) => `Current local users ${now}, max ${most}`,
      global: (now, most) => `Current global users ${now}, max ${most}`,
    },
    info: (version) => [
      `Praktikum Jaringan, chat server ${version}`,
      'An IRC server for learning, teaching and building TCP services.',
    ],
    sasl: {
      loggedIn: (account) => `You are now logged in as ${account}`,
      success: 'Login successful',
      failed: 'Login failed: wrong account or password',
      tooLong: 'SASL message too long',
      aborted: 'Login aborted',
      mechanisms: 'are available SASL mechanisms',
    },
    invalidCapCommand: 'Invalid CAP command',
    killed: (by, reason) => `Killed by ${by}: ${reason}`,
    channelNotKept: (channel) =>
      `Rights and modes in ${channel} are lost when all have left: you have rights in too many channels, or the server keeps too many.`,
    allKept: (days) =>
      `What is said in channels is kept for ${days} days, and everybody who joins one can read it.`,
    historyKept: (channel, days) =>
      `What is said in ${channel} is kept for ${days} days, and everybody who joins can read it.`,
    fail: {
      invalidUtf8: 'This server takes UTF-8 only',
      needMoreParams: 'Not enough parameters',
      invalidParams: 'Parameters that cannot be used',
      invalidTarget: 'This conversation cannot be read',
      unknownMessage: 'This message does not exist or is too old',
      redactForbidden: 'You may not delete this message',
      temporarilyUnavailable: 'The server is busy; try again in a moment',
      guessedAt: (account) =>
        `Too many passwords of the account ${account} are being tried from your address; try again in a moment, or from another computer`,
      accountExists: 'This account exists already',
      alreadyAuthenticated: 'You are logged in to an account already',
      badAccountName: 'This account name cannot be used',
      completeConnection: 'Complete the registration of the connection first (NICK and USER)',
      registrationClosed: 'Accounts cannot be registered at the moment',
      weakPassword: (least) => `The password is too short: at least ${least} characters`,
      longPassword: (most) => `The password is too long: at most ${most} bytes`,
      accountMustBeNick: 'The account name must be your nick',
      accountMade: 'Account created',
      spaceInPassword: 'A password must not hold a space',
      teacherForgot:
        'Teachers change their own password with SET PASSWORD; whoever has forgotten it starts the server with --new-password',
      noSuchAccount: 'There is no such account',
      logInFirst: 'Log in to your account first',
      invalidRealname: 'This name cannot be used',
      excessFlood: 'too many commands are waiting',
      teacherOnly: 'Only the teacher may do this',
      tooManyMarkers: 'Too many read markers',
      historyUnavailable: 'History cannot be read at the moment',
      historyOff: 'This server keeps no history',
    },
    registrations: {
      open: 'Accounts may be registered',
      closed: 'No more accounts may be registered',
    },
    nextTime: (account) =>
      `You are logged in as ${account}. Next time: /msg NickServ IDENTIFY ${account} <password>`,
    redacted: 'The message was deleted',
    wrongPasswordOf: (account) =>
      `Login failed: there is no account ${account} with this password. Forgotten? The teacher can give a new one`,
    wrongPassword: (account) =>
      `Login failed: there is no account ${account} with this password. Another account: IDENTIFY <account> <password>`,
    passwordChanged: 'The password was changed',
    passwordReset: (account, password) => `New password of ${account}: ${password}`,
    nickServHelp:
      'REGISTER <password> makes an account of your nick; IDENTIFY [account] <password> logs in; SET PASSWORD <password> changes it; RESET <account> gives a student a new one (teacher)',
    log: LOG_WORDS.en,
  },
};

import type { ExplanationTexts } from './explanation-texts.ts';

export const ID: ExplanationTexts = {
  table: {
    more: (count) => `… dan ${count} lagi (--filter menyaring, --stream N menjelaskan satu)`,
    columns: ['no', 'client → server', 'frame', 'byte →', 'byte ←'],
  },
  ladder: {
    title: (stream) => `Tangga stream ${stream} (nomor relatif, seperti di Wireshark)`,
    columns: '  frame      detik',
    hidden: (count) => `… ${count} segmen (--all menampilkannya) …`,
    leftOut: (count) => `… ${count} segmen berikutnya melampaui batas …`,
  },
  handshake: {
    missing: (frame) =>
      `Tidak terekam: segmen pertama di sini (frame ${frame}) tanpa SYN. Biasanya koneksinya sudah ` +
      'terbuka. Agar handshake terlihat, mulailah merekam sebelum client dijalankan. Tanpa itu nomor urut awal, ' +
      'opsi, dan skala window tidak diketahui.',
    syn: (frame, isn) =>
      `Frame ${frame}: client meminta koneksi. SYN diset, ACK tidak: belum ada yang dapat di-ACK. Nomor ` +
      `urut awalnya (ISN) ${isn}; sistem memilih yang lain untuk setiap koneksi. Wireshark ` +
      'menampilkannya sebagai 0 dan menghitung dari sana.',
    noSyn: 'Segmen pertama, SYN dari client, tidak terekam.',
    synData: (bytes) => `SYN itu sudah membawa ${bytes} byte data (TCP Fast Open).`,
    crossed: (frames, client, server) =>
      `${frames}: keduanya meminta koneksi sebelum melihat SYN yang lain: dibuka serentak (simultaneous ` +
      `open, RFC 9293, 3.5). Nomor urut awalnya (ISN) ${client} dan ${server}; yang SYN-nya terekam lebih ` +
      'dulu di sini disebut client.',
    crossedAcks: (frames) =>
      `${frames}: masing-masing menjawab dengan SYN dan ACK: ack ialah ISN yang lain + 1, karena SYN memakai ` +
      'satu nomor. Koneksinya satu, bukan dua, dan sejak saat itu ESTABLISHED di kedua sisi.',
    repeated: (frames) =>
      `SYN dikirim ulang (${frames}): biasanya jawaban tidak sampai ke client pada waktunya.`,
    retried: (again, count, refusals) =>
      `Client mencoba lagi (${again}), seperti yang dilakukan Windows sendiri. Seluruhnya ditolak ` +
      `${count} kali (${refusals}).`,
    synAck: (frame, isn, ack, other) =>
      `Frame ${frame}: server setuju. SYN: ISN-nya sendiri ${isn}. ACK: ack = ${ack}, yaitu ISN client + ` +
      `1 (${other} + 1): SYN memakai satu nomor, jadi nomor berikutnyalah yang ditunggu.`,
    synAckData: (frame, isn, ack, other, bytes) =>
      `Frame ${frame}: server setuju, dan mengambil data di dalam SYN. SYN: ISN-nya sendiri ${isn}. ACK: ` +
      `ack = ${ack}, yaitu ISN client + 1 + ${bytes} byte (${other} + 1 + ${bytes}).`,
    unfit: (frame, ack, expected) =>
      `Frame ${frame}: SYN-ACK yang tidak cocok dengan SYN: ack = ${ack}, bukan ${expected}. Client harus ` +
      'menjawabnya dengan RST (RFC 9293, 3.5.1): mungkin itu milik koneksi sebelumnya.',
    noSynAck: 'Tidak terekam jawaban atas SYN.',
    synAckNotCaptured: (frame, ack) =>
      `SYN-ACK tidak terekam, tetapi sampai: client meng-ACK-nya di frame ${frame} (ack = ${ack}, ISN ` +
      'server + 1).',
    refused: (frame) =>
      `Frame ${frame}: server menjawab dengan RST: biasanya tidak ada yang mendengarkan di port itu ` +
      '(firewall dapat menjawab begitu juga). Programnya mendapat "connection refused".',
    ack: (frame, ack, other) =>
      `Frame ${frame}: client mengonfirmasi: ack = ${ack}, ISN server + 1 (${other} + 1). Sejak saat itu koneksi ` +
      'ESTABLISHED di kedua sisi, dan SYN tidak diset lagi.',
    noAck: 'Segmen ketiga, ACK dari client, tidak terekam.',
    roundTrip: (whole, answer) =>
      `Dari SYN sampai ACK berlalu ${whole} (round trip awal); SYN-ACK datang setelah ${answer}.`,
    options: ['opsi', 'client', 'server', 'disepakati'],
    mss: (toServer, toClient) => `→ paling banyak ${toServer}, ← ${toClient} byte`,
    scale: (client, server) => `window × ${client} dan × ${server}`,
    noScale: 'tidak dipakai: window sampai 65.535',
    sack: 'dipakai: bagian yang hilang disebutkan',
    timestamps: 'dipakai: round trip diukur',
    unused: 'tidak dipakai',
    yes: 'ya',
    notOffered: '-',
  },
  exchange: {
    said: (who, bytes, segments, frames) =>
      `${who}: ${bytes} byte dalam ${segments} segmen (${frames})`,
    answered: (time) => `, ${time} setelah byte terakhir sebelumnya`,
    answeredBack:
      '; berapa lama setelah byte terakhir sebelumnya tidak diketahui: waktunya berjalan mundur',
    urgent: (frames) => `; ${frames} membawa byte mendesak, yang biasanya tidak diberikan recv`,
    missing: (bytes) => `; ${bytes} byte di antaranya tidak ada di rekaman`,
    hidden: (count) => `… ${count} giliran (--all menampilkannya)`,
  },
  close: {
    open: 'Penutupan tidak ada di rekaman: tanpa FIN, dan tanpa RST yang berlaku.',
    first: (who, frame) =>
      `Yang menutup lebih dulu ${who} (frame ${frame}): FIN berarti "saya tidak mengirim lagi". Seperti ` +
      'SYN, ia memakai satu nomor.',
    fins: (who, frame) =>
      `Arah ${who} ditutup (frame ${frame}): FIN berarti "saya tidak mengirim lagi".`,
    unclear:
      'Siapa yang menutup lebih dulu tidak dapat dikatakan: FIN sisi lain mungkin datang sebelumnya, ' +
      'tetapi tidak ada di rekaman.',
    second: (who, frame) => `Lalu ${who} menutup arahnya (frame ${frame}).`,
    fin: (who) => `FIN dari ${who} tidak terekam.`,
    four: (segments) => `Perlu empat segmen: ${segments}. Setiap arah ditutup sendiri-sendiri.`,
    three: (segments) =>
      `Perlu tiga segmen: ${segments}. FIN kedua sekaligus meng-ACK yang pertama.`,
    simultaneous: (segments) => `Keduanya mengirim FIN sebelum melihat FIN yang lain: ${segments}.`,
    notCaptured: 'tidak terekam',
    half: (who) =>
      `Setelah FIN pertama, ${who} masih mengirim: koneksi setengah tertutup (half-close).`,
    timeWait: (who) =>
      `Yang menunggu di TIME_WAIT ialah ${who}, agar segmen yang terlambat tidak mengganggu koneksi ` +
      'baru di port yang sama (60 detik di Linux).',
    reset: (who, frame) => `Koneksi diputus oleh ${who} dengan RST (frame ${frame}):`,
    likely: 'kemungkinan besar',
    causes: {
      refused: 'biasanya tidak ada yang mendengarkan di port itu.',
      'half-open':
        'ia tidak mengenal koneksi ini (baru dinyalakan ulang, sudah melepasnya, atau tak pernah ' +
        'membukanya).',
      'unread-data': 'programnya menutup, atau dimatikan, ketika masih ada data yang belum dibaca.',
      aborted:
        'ia memutus koneksinya, seperti program yang menutup dengan SO_LINGER 0 (di Node: ' +
        'resetAndDestroy).',
    },
    dataAfterClose:
      'data datang setelah FIN-nya: begitulah sistem menjawab bila programnya sudah menutup dan tidak ' +
      'ada lagi yang akan membacanya.',
    doubts: {
      refused: '',
      'half-open':
        'Begitulah sistem menjawab bila tidak ada program yang memegang koneksi itu: RST tanpa ACK.',
      'unread-data': 'Menutup dengan SO_LINGER 0 tampak sama.',
      aborted: 'Menutup ketika masih ada data yang belum dibaca tampak sama.',
    },
    refusals: (count) => `Client mencoba lagi dan ditolak ${count} kali.`,
    unknownState: 'tidak diketahui',
    ignored: (count) => `Reset yang harus diabaikan penerimanya (nomornya tidak cocok): ${count}.`,
    states: (client, server) => `Keadaan akhir: client ${client}, server ${server}.`,
  },
  unusual: {
    original: (frame, original) => `frame ${frame} mengulang frame ${original}`,
    notCaptured: (frame) => `frame ${frame}: aslinya tidak terekam`,
    copy: (frame, original) => `frame ${frame} ialah paket frame ${original} sekali lagi`,
    otherBytes: (frame, original) =>
      `frame ${frame} bernomor sama dengan frame ${original}, tetapi isinya lain`,
    behindAck: (frame, ack) => `frame ${frame} sudah di-ACK oleh frame ${ack}`,
    answers: (frame, other) =>
      `frame ${frame} menjawab frame ${other}, yang tidak membawa hal baru`,
    sentBeyond: (frame) => `frame ${frame}: byte sesudah nomor itu sudah dikirim`,
    unexplained: (frame) =>
      `frame ${frame}: sebabnya tak terlihat, tidak terekam yang mungkin dijawabnya`,
    urgentByte: (frame, byte) => `frame ${frame}: byte mendesaknya ${byte}`,
    urgentLater: (frame) => `frame ${frame}: byte mendesaknya datang di segmen berikutnya`,
    wireshark: (frame, label) => `frame ${frame}: menurut Wireshark ${label}`,
    oneDirection: (seen, unseen, acks) =>
      `Hanya segmen dari ${seen} yang terekam, tidak satu pun dari ${unseen}. ACK-nya menunjukkan bahwa ` +
      `${unseen} juga berbicara: ${acks}. Apa yang dikirimnya, kapan, dan keadaannya tidak dapat ` +
      'diketahui dari rekaman ini.',
    unseenAck: (ack, frame) => `ack ${ack} (frame ${frame})`,
    unseenSyn: ', SYN-nya',
    unseenBytes: (count) => `, ${count} byte lagi`,
    unseenLast: (count) => `, ${count} nomor lagi: byte, yang terakhir mungkin FIN`,
    unseenFin: ', satu nomor lagi: FIN-nya, atau satu byte',
    backInTime: (frames) =>
      `Waktu di rekaman berjalan mundur: ${frames} lebih awal daripada frame sebelumnya. Selang waktu di ` +
      'sekitar frame itu tidak berarti.',
    dropped: (count) =>
      `${count} paket hilang di program perekam, bukan di TCP. Segmen yang "tidak terekam" mungkin ` +
      'termasuk di dalamnya.',
    offloaded: (count) =>
      `Checksum yang belum diisi: ${count}. Kartu jaringan yang mengisinya (offload). Wireshark mungkin ` +
      'menyebutnya incorrect; tidak ada yang salah.',
    wrong: (frames) => `Checksum salah: ${frames}. Penerima membuang segmen seperti itu.`,
  },
};

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
      `Tidak terekam: segmen pertama di sini (frame ${frame}) milik koneksi yang sudah terbuka. Agar ` +
      'handshake terlihat, mulailah merekam sebelum client dijalankan. Tanpa itu nomor urut awal, ' +
      'opsi, dan skala window tidak diketahui.',
    syn: (frame, isn) =>
      `Frame ${frame}: client meminta koneksi. SYN diset, ACK tidak: belum ada yang dapat di-ACK. Nomor ` +
      `urut awalnya (ISN) ${isn}, dipilih acak; Wireshark menampilkannya sebagai 0 dan menghitung dari ` +
      'sana.',
    noSyn: 'Segmen pertama, SYN dari client, tidak terekam.',
    synData: (bytes) => `SYN itu sudah membawa ${bytes} byte data (TCP Fast Open).`,
    crossed: (frames, client, server) =>
      `${frames}: keduanya meminta koneksi sebelum melihat SYN yang lain: dibuka serentak (simultaneous ` +
      `open, RFC 9293, 3.5). Nomor urut awalnya (ISN) ${client} dan ${server}; yang SYN-nya terekam lebih ` +
      'dulu di sini disebut client.',
    crossedAcks: (frames) =>
      `${frames}: masing-masing menjawab dengan SYN dan ACK: ack ialah ISN yang lain + 1, karena SYN memakai ` +
      'satu nomor. Koneksinya satu, bukan dua, dan sejak ini ESTABLISHED di kedua sisi.',
    repeated: (frames) => `SYN dikirim ulang (${frames}): tidak ada jawaban pada waktunya.`,
    synAck: (frame, isn, ack, other) =>
      `Frame ${frame}: server setuju. SYN: ISN-nya sendiri ${isn}. ACK: ack = ${ack}, yaitu ISN client + ` +
      `1 (${other} + 1): SYN memakai satu nomor, jadi nomor berikutnyalah yang ditunggu.`,
    noSynAck: 'Tidak terekam jawaban atas SYN.',
    refused: (frame) =>
      `Frame ${frame}: server menjawab dengan RST: tidak ada yang mendengarkan di port itu. Programnya ` +
      'mendapat "connection refused".',
    ack: (frame, ack, other) =>
      `Frame ${frame}: client membenarkan: ack = ${ack}, ISN server + 1 (${other} + 1). Sejak ini koneksi ` +
      'ESTABLISHED di kedua sisi, dan SYN tidak diset lagi.',
    noAck: 'Segmen ketiga, ACK dari client, tidak terekam.',
    roundTrip: (whole, answer) =>
      `Dari SYN sampai ACK berlalu ${whole} (round trip awal); SYN-ACK datang setelah ${answer}.`,
    options: ['opsi', 'client', 'server', 'disepakati'],
    mss: (toServer, toClient) => `→ paling banyak ${toServer}, ← ${toClient} byte`,
    scale: (client, server) => `window × ${client} dan × ${server}`,
    noScale: 'tidak dipakai: window sampai 65.535',
    sack: 'dipakai: lubang disebutkan',
    timestamps: 'dipakai: round trip diukur',
    unused: 'tidak dipakai',
    yes: 'ya',
    notOffered: '-',
  },
  exchange: {
    said: (who, bytes, segments, frames) =>
      `${who}: ${bytes} byte dalam ${segments} segmen (${frames})`,
    answered: (time) => `, ${time} setelah byte terakhir sebelumnya`,
    missing: (bytes) => `; ${bytes} byte di antaranya tidak ada di rekaman`,
    hidden: (count) => `… ${count} giliran (--all menampilkannya)`,
  },
  close: {
    open: 'Rekaman berakhir ketika koneksi masih terbuka.',
    first: (who, frame) =>
      `Yang menutup lebih dulu ${who} (frame ${frame}): FIN berarti "saya tidak mengirim lagi". Seperti ` +
      'SYN, ia memakai satu nomor.',
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
      refused: 'tidak ada yang mendengarkan di port itu.',
      'half-open':
        'ia tidak mengenal koneksi ini (baru dinyalakan ulang, atau tak pernah membukanya).',
      'unread-data': 'programnya menutup, atau dimatikan, ketika masih ada data yang belum dibaca.',
      aborted: 'programnya memutus: menutup dengan SO_LINGER 0 (di Node: resetAndDestroy).',
    },
    dataAfterClose: 'data datang setelah programnya menutup: tidak ada lagi yang akan membacanya.',
    doubts: {
      refused: '',
      'half-open':
        'Begitulah sistem menjawab bila tidak ada program yang memegang koneksi itu: RST tanpa ACK.',
      'unread-data': 'Menutup dengan SO_LINGER 0 tampak sama.',
      aborted: 'Menutup ketika masih ada data yang belum dibaca tampak sama.',
    },
    ignored: (count) => `Reset yang harus diabaikan penerimanya (di luar window): ${count}.`,
    states: (client, server) => `Pada akhirnya client ${client}, server ${server}.`,
  },
  unusual: {
    original: (frame, original) => `frame ${frame} mengulang frame ${original}`,
    notCaptured: (frame) => `frame ${frame}: aslinya tidak terekam`,
    wireshark: (frame, label) => `frame ${frame}: menurut Wireshark ${label}`,
    dropped: (count) =>
      `${count} paket hilang di program perekam, bukan di TCP. Segmen yang "tidak terekam" mungkin ` +
      'termasuk di dalamnya.',
    offloaded: (count) =>
      `Checksum yang belum diisi: ${count}. Kartu jaringan yang mengisinya (offload). Wireshark mungkin ` +
      'menyebutnya incorrect; tidak ada yang salah.',
    wrong: (frames) => `Checksum salah: ${frames}. Penerima membuang segmen seperti itu.`,
  },
};

import { NUMBER_TEXTS } from '../../number-texts.ts';
import { listed } from './listed.ts';
import type { DatagramTexts } from './texts.ts';

const format = NUMBER_TEXTS.id;

export const DATAGRAM_TEXTS_ID: DatagramTexts = {
  format,
  title: 'TCP dan UDP',
  lossByRelay:
    'Kehilangan UDP dibuat oleh relay kita sendiri di komputer ini, di depan server. Kehilangan TCP tidak dapat ' +
    'diamati lewat relay seperti itu: relay mengakhiri koneksi TCP dan menyembunyikan yang hilang.',
  lossInNamespace:
    'Kehilangan TCP dibuat oleh iptables di sebuah network namespace di komputer ini, dengan server dan client ' +
    'di dalamnya.',
  lossElsewhere:
    'Kehilangan TCP ditunjukkan oleh sebuah rekaman yang dibuat di tempat lain, dengan iptables di sebuah ' +
    'network namespace.',
  streaming: 'pesan lewat TCP',
  sending: 'datagram lewat UDP',
  relaying: 'datagram lewat relay',
  losing: 'TCP yang kehilangan segmen',

  notObserved: 'tidak diamati',
  ladderAlt: 'Diagram tangga: setiap paket sebagai panah antara client dan server.',

  tcpClient: 'Client mengirim pesan lewat TCP',
  tcpLadder: 'Pesan lewat TCP: tangga koneksinya',
  noBorders: (messages, bytes, there, back) =>
    `${messages} pesan (${format.count(bytes)} byte), masing-masing dikirim sendiri, berangkat dalam ${there} segmen TCP; ` +
    `jawabannya datang dalam ${back} segmen. TCP mengirim aliran byte: batas segmen bukan batas pesan.`,
  streamOverhead: (opening, acknowledging, closing) =>
    `Selain data, koneksi itu memakai ${opening} frame untuk membuka, ${acknowledging} frame yang hanya ACK, ` +
    `dan ${closing} frame untuk menutup.`,
  identical: (bytes) =>
    `Semua ${format.count(bytes)} byte kembali, sama persis dan berurutan: tidak ada yang hilang atau ganda.`,
  prefixed: (bytes, answers) =>
    `Server menulis "Anda mengirim: " di depan jawabannya, ${answers} kali: sebanyak itu ia membaca sesuatu. Tanpa ` +
    `itu semua ${format.count(bytes)} byte kembali, sama persis dan berurutan.`,
  differs: (sent, returned) =>
    `Jawabannya tidak sama dengan yang dikirim: ${format.count(sent)} byte dikirim, ` +
    `${format.count(returned)} byte kembali.`,

  datagrams: 'Pesan lewat UDP',
  noUdp: (endpoint) => `${endpoint} tidak menjawab lewat UDP.`,
  startUdp:
    'Jalankan server di sana dengan UDP: node praktikum simple-server --udp, lalu ulangi percobaan ini.',
  udpClient: 'Client mengirim pesan lewat UDP',
  udpLadder: 'Pesan lewat UDP: datagram-datagram pertama',
  answered: ({ sent, answered, reordered, duplicates }) =>
    `UDP: ${sent} datagram dikirim, ${answered} terjawab; ${reordered} tidak berurutan, ${duplicates} ganda.`,
  borders: (there, back, first, last) =>
    `Rekaman memuat ${there} datagram dari client dan ${back} dari server (frame ${first} sampai ${last}). ` +
    'Setiap pesan berada di datagramnya sendiri: batas antarpesan tetap ada.',
  nothingElse: (frames) =>
    `Selain ${frames} datagram itu tidak ada frame lain: UDP berjalan tanpa handshake, tanpa ACK, dan tanpa penutupan.`,

  relayClient: 'Client mengirim pesan lewat UDP melalui relay',
  relayLadder: 'Pesan lewat UDP melalui relay: datagram-datagram pertama, dari sisi client',
  settings: ({ loss, delayMs, jitterMs, reorder, duplicate, seed }) =>
    `Relay kita (sebuah program, bukan jaringan) menghilangkan ${format.percent(loss)} datagram di setiap arah, ` +
    `menunda ${delayMs} ms ± ${jitterMs} ms, menahan ${format.percent(reorder)}, dan menggandakan ` +
    `${format.percent(duplicate)}; seed ${seed}. Setiap keputusannya tercatat. Relay seperti itu: node praktikum lab relay ` +
    `--loss ${loss * 100}% --delay ${delayMs}ms --jitter ${jitterMs}ms --reorder ${reorder * 100}% ` +
    `--duplicate ${duplicate * 100}% --seed ${seed}`,
  counted: (sent, answered) =>
    `Menurut client, ${sent} datagram dikirim dan ${answered} terjawab; ${sent - answered} tidak terjawab.`,
  lostByLog: (there, back, late) =>
    `Menurut log relay, dari yang tidak terjawab ${there} hilang dalam perjalanan ke server, ${back} jawabannya ` +
    `hilang dalam perjalanan kembali, dan ${late} jawabannya terlambat. Terlambat bukan hilang: jawaban itu ` +
    'sampai setelah client berhenti menunggu.',
  adds: ({ sent, answered }, lost, late) =>
    `Hitungan client dan log relay cocok: ${sent} dikirim = ${answered} terjawab + ${lost} hilang + ${late} terlambat.`,
  addsNot: (unexplained, unanswered) =>
    'Tidak semua yang tidak terjawab dijelaskan oleh log relay. ' +
    (unanswered.length > 0
      ? `Datagram ${listed(unanswered, '#')} diserahkan kepada server, tetapi tidak ada jawaban dari sana. `
      : '') +
    (unexplained.length > 0
      ? `Datagram ${listed(unexplained, '#')} tidak dapat dijelaskan.`
      : ''
    ).trim(),
  order: (heldBack, outOfOrder) =>
    `Relay menahan ${heldBack} datagram; client melihat ${outOfOrder} jawaban tidak berurutan. Kedua hitungan ` +
    'itu berbeda artinya: datagram yang ditahan belum tentu didahului, dan penundaan yang tidak sama juga mengubah urutan.',
  doubled: (there, back, duplicates) =>
    `Relay menggandakan ${there} datagram ke server dan ${back} datagram ke client; client melihat ${duplicates} jawaban ganda.`,
  relayTable: ({ seed }) => `Yang dilakukan relay menurut lognya (seed ${seed})`,
  direction: 'Arah',
  toServer: 'ke server',
  toClient: 'ke client',
  relayColumns: {
    taken: 'Diterima',
    lost: 'Dihilangkan',
    duplicated: 'Digandakan',
    heldBack: 'Ditahan',
    delivered: 'Diteruskan',
  },
  accountTable: (sent) => `Nasib ${sent} datagram: hitungan client dan log relay`,
  fate: 'Nasib',
  count: 'Jumlah',
  numbers: 'Nomor datagram',
  fates: {
    answered: 'terjawab',
    'lost-there': 'hilang dalam perjalanan ke server',
    'lost-back': 'jawabannya hilang dalam perjalanan kembali',
    late: 'jawabannya terlambat',
    unanswered: 'sampai ke server, tetapi tidak dijawab',
    unexplained: 'tidak dijelaskan oleh log',
  },
  explanation: 'Penjelasan untuk setiap datagram yang tidak terjawab',
  repeat: 'Ulangi percobaan ini: node praktikum lab --only 3',

  comparison: 'TCP dan UDP dalam angka yang diukur',
  measured: 'Yang diukur',
  runs: { tcp: 'TCP', udp: 'UDP', relay: 'UDP lewat relay' },
  compared: {
    sent: 'pesan dikirim',
    back: 'pesan yang kembali',
    outOfOrder: 'tidak berurutan',
    duplicates: 'ganda',
    frames: 'frame di rekaman',
    requests: 'frame data ke server',
    replies: 'frame data ke client',
    opening: 'frame pembukaan',
    acknowledging: 'frame yang hanya ACK',
    closing: 'frame penutupan',
  },

  lossHere: 'TCP yang kehilangan segmen, di komputer ini',
  onlyOnLinux: 'Network namespace hanya ada di Linux. Yang ditampilkan adalah rekaman kami.',
  useLinux:
    'Ulangi di Linux yang mengizinkan network namespace bagi pengguna biasa: node praktikum lab --only 3',
  namespaceRefused: (words) =>
    `Network namespace dengan iptables tidak dapat dibuat (${words || 'unshare tidak ada'}). ` +
    'Yang ditampilkan adalah rekaman kami.',
  installTools:
    'Pasang alatnya: sudo apt-get install util-linux iproute2 iptables wireshark-common',
  elsewhere: (text) => `Direkam di tempat lain: ${text}`,
  elsewhereCaption: (caption, system) => `${caption} (direkam di tempat lain: ${system})`,
  dropped: (packets) =>
    `Di network namespace itu iptables membuang ${packets} segmen data sebelum sampai ke penerimanya: setiap segmen kesepuluh.`,
  sentAgain: (frames) => `TCP mengirim ulang ${frames.length} segmen.`,
  askedAgain: (frames) => `Penerima meminta yang hilang dengan ${frames.length} ACK ganda.`,
  came: ({ sent, returned, identical }) =>
    identical
      ? `Meskipun ada yang hilang, semua ${format.count(sent)} byte kembali sama persis: TCP memperbaikinya sendiri.`
      : `Yang kembali tidak sama: ${format.count(sent)} byte dikirim, ${format.count(returned)} byte kembali.`,
  took: (ms) =>
    `Koneksi itu berlangsung ${format.milliseconds(ms)}, dari SYN sampai paket terakhir.`,
  iptables: 'Penghitung iptables setelah transfer itu: paket yang dibuang di kolom pkts',
  lossLadder: 'Segmen TCP yang hilang dan dikirim ulang',
  retransmissions: (more) =>
    'Segmen TCP yang dikirim ulang' + (more > 0 ? `; ${more} berikutnya tidak ditampilkan` : ''),
  lossColumns: {
    frame: 'Frame',
    seconds: 'Detik',
    from: 'Dari',
    sequence: 'Seq',
    bytes: 'Byte',
    first: 'Pertama kali di frame',
    wireshark: 'Menurut Wireshark',
  },
};

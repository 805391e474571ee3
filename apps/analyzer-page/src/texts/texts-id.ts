import { REPORT_TEXTS } from '@praktikum/capture-report';
import { HEADER_TEXTS } from './header-texts.ts';
import type { PageTexts } from './page-texts.ts';

export const ID: PageTexts = {
  ...REPORT_TEXTS.id,
  skip: 'Ke tangga',
  language: 'Bahasa',
  licences: 'Grafiknya digambar Apache ECharts dengan zrender; lisensinya',
  contents: 'Isi',
  summary: (packets, tcp, udp) => `${packets} paket, koneksi TCP: ${tcp}, percakapan UDP: ${udp}`,
  incomplete: 'Rekaman ini terpotong atau rusak; inilah yang dapat dibaca darinya.',
  nothing: 'Tidak ada percakapan TCP atau UDP yang dapat ditampilkan.',
  frame: (number) => `frame ${number}`,
  scroll: '↔ Geser ke samping untuk melihat semuanya.',
  conversations: {
    title: 'Percakapan',
    caption:
      'Percakapan di rekaman ini. Judul kolom mengurutkan; sebuah nomor menampilkan koneksinya.',
    filter: 'Saring',
    filterHint: 'alamat, port, keadaan …',
    shown: (shown, all) => `${shown} dari ${all}`,
    more: (count) => `Tampilkan ${count} lagi`,
    leftOut: (count) => `${count} percakapan lain tidak ada di tabel ini.`,
    limited: (held, all) =>
      `Laporan ini memuat ${held} dari ${all} percakapan secara lengkap. Yang lain: --stream N atau --filter.`,
    select: (stream) => `Tampilkan stream ${stream}`,
    notIncluded: 'tidak ada di laporan ini',
    sort: 'urutkan',
    columns: {
      stream: 'No.',
      protocol: 'Protokol',
      client: 'Client',
      server: 'Server',
      frames: 'Frame',
      sent: 'Byte →',
      received: 'Byte ←',
      duration: 'Detik',
      retransmissions: 'Dikirim ulang',
      ending: 'Keadaan',
    },
  },
  ladder: {
    title: (stream) => `Tangga stream ${stream}`,
    about:
      'Client di kiri, server di kanan, waktu ke bawah; nomornya relatif. Arahkan penunjuk ke sebuah panah untuk melihat ' +
      'header-nya, klik (atau tekan Enter) untuk mengikutinya di mana-mana. Tombol: ↑ ↓ Page Up Page Down Home End.',
    started: (time) => `Frame pertamanya terekam pada ${time} (UTC).`,
    label: (count) => `Tangga, ${count} frame`,
    rung: (frame, seconds, direction, said) =>
      `Frame ${frame}, ${seconds} detik, ${direction}: ${said}`,
    toClient: 'server ke client',
    toServer: 'client ke server',
    carries: (text) => `membawa ${text}`,
    states: (client, server) => `client ${client}, server ${server}`,
    printed: (hidden) => `… ${hidden} frame tidak dicetak …`,
    aboutDatagrams:
      'Client (yang pertama mengirim) di kiri, server di kanan, waktu ke bawah. Arahkan penunjuk ke sebuah panah untuk melihat ' +
      'header-nya, klik (atau tekan Enter) untuk mengikutinya. Tombol: ↑ ↓ Page Up Page Down Home End.',
    leftOut: (count) => `${count} frame berikutnya melampaui batas laporan ini.`,
    chosen: 'dipilih',
    related: 'berkaitan dengannya',
    legend: 'Keterangan',
    kinds: {
      syn: 'SYN: membuka',
      fin: 'FIN: menutup',
      rst: 'RST: memutus (×)',
      data: 'data',
      ack: 'ACK saja',
      unusual: 'putus-putus, dengan !: tidak biasa',
    },
    goTo: 'Ke frame',
    go: 'Buka',
    noFrame: (frame) => `Frame ${frame} tidak ada di percakapan ini.`,
  },
  panel: {
    title: (frame) => `Frame ${frame}`,
    hint: 'Belum ada frame yang dipilih.',
    after: (seconds, direction) => `${seconds} detik setelah frame pertamanya, ${direction}`,
    acknowledges: 'Meng-ACK',
    acknowledgedBy: 'Di-ACK oleh',
    answers: 'Menjawab',
    answeredBy: 'Dijawab oleh',
    roundTrip: (time) => `${time} kemudian`,
    repeats: 'Mengulang',
    inFlight: (bytes) => `Di perjalanan sesudahnya: ${bytes} byte`,
    wireshark: (labels) => `Menurut Wireshark ${labels}`,
    payload: (bytes) => `Payload: ${bytes} byte`,
    payloadCut: (bytes) => `${bytes} byte pertama:`,
    options: 'Opsi header TCP',
    noOptions: 'Tidak ada opsi.',
    meaning: 'Arti setiap field',
    bits: 'bit',
    extensions: (bytes) => `Di belakangnya: ${bytes} byte opsi atau header tambahan.`,
  },
  graphs: {
    title: 'Grafik',
    about:
      'Klik pada sebuah titik memilih frame-nya. Penggeser di bawah grafik menampilkan sebagian; Ctrl dan ' +
      'roda tetikus juga.',
    direction: 'Data dari',
    seconds: 'detik sejak segmen pertama',
    empty:
      'Tidak ada yang dapat digambar: sisi ini tidak mengirim data, atau tidak ada yang terukur.',
    tooShort: (side, count) =>
      `Tidak digambar: ${side} mengirim ${count} segmen data, terlalu sedikit untuk sebuah grafik. Rekamlah kiriman ` +
      'yang lebih besar, misalnya: node praktikum client --file README.md',
    thinned: (drawn, all) =>
      `${drawn} dari ${all} titik digambar; perbesar untuk melihat semuanya.`,
    asTable: 'Sebagai tabel',
    tableCut: (rows, all) => `${rows} dari ${all} baris`,
    summary: (points, least, most) => `${points} titik, dari ${least} sampai ${most}.`,
    sequence: {
      title: 'Waktu dan nomor urut',
      y: 'nomor urut relatif',
      about:
        'Setiap titik ialah akhir sebuah segmen data, garis di bawahnya yang sudah di-ACK sisi lain. Makin ' +
        'curam makin cepat; segitiga ialah segmen yang dikirim ulang.',
    },
    roundTrip: {
      title: 'Round trip',
      y: 'ms',
      about:
        'Dari sebuah segmen sampai ACK yang tepat menutupnya, dan perkiraan yang disimpan TCP (α = 0,125). ' +
        'Diukur di tempat perekaman: di sisi penerima hampir 0.',
    },
    window: {
      title: 'Window dan byte di perjalanan',
      y: 'byte',
      about:
        'Tempat yang ditawarkan penerima, dan yang sudah dikirim tetapi belum di-ACK. Di mana keduanya ' +
        'bertemu, penerima menahan pengirim.',
    },
    throughput: {
      title: 'Throughput',
      y: 'byte per detik',
      about: 'Payload yang dikirim di setiap selang waktu, termasuk yang diulang, tanpa header.',
    },
    series: {
      data: 'data',
      repeated: 'dikirim ulang',
      acknowledged: 'di-ACK',
      sample: 'sampel',
      estimate: 'perkiraan',
      offered: 'window ditawarkan',
      flight: 'di perjalanan',
      rate: 'throughput',
      chosen: 'frame yang dipilih',
    },
    value: (value) => value.toLocaleString('id'),
    rounded: (value, digits) => value.toLocaleString('id', { maximumSignificantDigits: digits }),
  },
  explanation: {
    title: (stream) => `Penjelasan stream ${stream}`,
    datagrams: 'Pertanyaan dan jawaban',
    moreTurns: (count) => `… dan ${count} giliran lagi`,
  },
  answers: {
    title: (stream) => `Pertanyaan laporan, dijawab dari stream ${stream}`,
    evidence: 'Bukti:',
    missing: 'tidak ada di rekaman ini',
  },
  header: HEADER_TEXTS.id,
};

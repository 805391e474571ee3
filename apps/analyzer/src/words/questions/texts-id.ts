import type { QuestionTexts } from './question-texts.ts';

const NOT_CAPTURED =
  'tidak terekam. Apakah perekaman dimulai setelah koneksi dibuka? Mulailah merekam sebelum client.';

export const ID: QuestionTexts = {
  asked: {
    handshake: 'Bagaimana cara kerja TCP 3-way handshake?',
    tcpAndUdp: 'Apa perbedaan antara TCP dan UDP?',
    threads: 'Mengapa perlu menggunakan multi-threading pada server?',
    client: 'Alamat IP dan port client?',
    server: 'Alamat IP dan port server?',
    syn: 'Nomor urut segmen SYN, dan apa yang menandainya sebagai SYN?',
    synAck: 'Nomor urut SYN-ACK, nomor ack-nya dan dari mana asalnya, dan bolehkah SACK?',
    firstData: 'Segmen data pertama?',
    roundTrips:
      'Enam segmen data pertama: kapan dikirim, kapan di-ACK, sampel RTT, perkiraan RTT (α = 0,125)?',
    lengths: 'Panjang enam segmen itu?',
    window: 'Window terkecil yang ditawarkan penerima, dan apakah ia menahan pengirim?',
    retransmissions: 'Adakah segmen yang dikirim ulang? Apa yang diperiksa?',
    acknowledgements: 'Berapa byte biasanya dicakup satu ACK, dan di mana ACK ditunda?',
    throughput: 'Berapa throughput-nya, dan bagaimana dihitung?',
    growth: 'Di mana slow start dan congestion avoidance di grafik waktu-nomor urut?',
    text: 'Frame mana membawa teks yang dikirim, dan yang diterima?',
    echo: 'Berapa round trip echo-nya?',
    close: 'Siapa yang menutup lebih dulu, dengan berapa segmen, dan siapa menunggu di TIME_WAIT?',
    reset: 'Mengapa ada reset?',
    datagrams: 'Datagram mana yang dikirim, berapa byte, dan apa isinya?',
    answers: 'Datagram mana menjawab yang mana, dan setelah berapa lama?',
    lost: 'Adakah pertanyaan tanpa jawaban, dan mengapa?',
    udpConversations: 'Berapa percakapan UDP, dan antara siapa?',
    connections: 'Berapa koneksi, dan bagaimana keadaan masing-masing?',
  },
  noData: 'Tidak ada segmen dengan data di koneksi ini.',
  more: (count) => `… dan ${count} lagi`,
  guide: {
    proved:
      'Sesudah ketiga segmen itu kedua sisi tahu nomor urut awal (ISN) yang lain, dan masing-masing tahu ' +
      'bahwa yang lain menerimanya. Data lalu dapat mengalir di kedua arah.',
    tcp:
      'TCP membuka koneksi, menomori setiap byte, meng-ACK yang diterima, dan mengirim ulang yang hilang. ' +
      'Byte sampai lengkap dan berurutan, sebagai aliran tanpa batas pesan.',
    udp:
      'UDP mengirim datagram satu per satu, tanpa koneksi, nomor urut, ACK, atau pengiriman ulang. Batas ' +
      'pesan tetap, tetapi datagram dapat hilang, tergandakan, atau tiba tidak berurutan. Header-nya 8 byte, header TCP ' +
      '20 sampai 60.',
    tcpHere: (stream, segments, withData, bytes, again) =>
      `Di rekaman ini, TCP stream ${stream}: ${segments} segmen untuk ${bytes} byte data. ${withData} ` +
      `membawa data, yang lain membuka, meng-ACK, atau menutup. Dikirim ulang: ${again}.`,
    noTcpHere: 'Di sini tidak ada TCP. Untuk membandingkan, rekam juga:',
    udpHere: (datagrams, bytes, conversations, unanswered) =>
      `Di rekaman ini, UDP: ${datagrams} datagram untuk ${bytes} byte data, percakapan: ${conversations}. ` +
      `Tidak satu pun membuka, meng-ACK, atau menutup. Tanpa jawaban: ${unanswered}; UDP tidak ` +
      'mengirimnya ulang.',
    udpDetails: 'Rinciannya: --filter=udp',
    noUdpHere: 'Di sini tidak ada UDP. Untuk membandingkan, rekam juga:',
    noHandshake:
      'UDP tidak punya handshake: datagram pertama langsung membawa data. Rekam juga TCP:',
  },
  threads: {
    why:
      'Program yang menunggu satu client (accept, recv) tidak dapat melayani client lain selama itu. Dengan ' +
      'satu thread untuk setiap client, masing-masing ditunggu oleh thread-nya sendiri.',
    connected: (clients, server, most) =>
      `Di rekaman ini ${clients} client tersambung ke ${server}, paling banyak ${most} bersamaan.`,
    atOnce: (most, first, second, frame) =>
      `Server melayani sampai ${most} client sekaligus: stream ${second} dijawab (frame ${frame}) ketika ` +
      `stream ${first} masih dilayani.`,
    anyway: 'Rekaman tidak menunjukkan thread: event loop dalam satu thread tampak sama.',
    queue: 'Server melayani satu client pada satu waktu; yang lain tersambung, tetapi menunggu:',
    waited: (stream, asked, answered, wait, behind, gone) =>
      `stream ${stream}: frame ${asked} bertanya, frame ${answered} dijawab, ${wait} kemudian, setelah ` +
      `stream ${behind} selesai (frame ${gone})`,
    longest: (wait, stream) => `Paling lama menunggu jawaban pertama: ${wait} (stream ${stream}).`,
    notSeen:
      'Tidak terlihat apakah ada yang menunggu: jawaban datang sebelum client lain bertanya.',
    compare: 'Untuk membandingkan, rekam keduanya, masing-masing dengan banyak client:',
    datagrams:
      'UDP tidak punya koneksi: satu socket menerima datagram semua client satu per satu. Jawaban yang ' +
      'lambat menahan yang berikutnya; yang tidak muat di penyangga hilang.',
  },
  datagrams: {
    one: 'Satu send ialah satu datagram, dan satu recv:',
    noAnswer: 'Tidak satu pun datagram client dijawab di rekaman ini.',
    times: (least, middle, most) =>
      `Tercepat ${least}, median ${middle}, terlama ${most}, diukur di tempat perekaman.`,
    noneLost: 'Tidak ada: semua datagram client dijawab.',
    unknownWhy:
      'Mengapa tidak terlihat: datagram atau jawabannya hilang, atau programnya memang tidak menjawab. ' +
      'Tidak ada pesan ICMP yang terekam.',
    count: (frames) => `${frames} frame`,
  },
  opening: {
    guessed: ' Handshake tidak terekam; client diduga sisi dengan port yang lebih besar.',
    noSyn: `SYN ${NOT_CAPTURED}`,
    syn: (raw) => `${raw}, ditampilkan relatif sebagai 0. Flag SYN = 1 dan ACK = 0 menandainya.`,
    repeated: (frames) => ` SYN dikirim ulang di ${frames}.`,
    retried: (frames) => ` SYN ditolak, lalu client mencoba lagi di ${frames}.`,
    refused: 'Tidak ada: server menolak dengan RST.',
    noSynAck: `SYN-ACK ${NOT_CAPTURED}`,
    noAnswer: 'SYN-ACK tidak terekam, walaupun SYN terekam.',
    oneDirection: (seen, unseen) =>
      ` Hanya segmen dari ${seen} yang terekam, tidak satu pun dari ${unseen}.`,
    synAck: (seq, ack, client) =>
      `Nomor urut ${seq} (relatif 0), ack ${ack}: ISN client + 1 (${client} + 1, relatif 1), karena SYN ` +
      'memakai satu nomor.',
    taken: (bytes) => ` Ack itu juga mencakup ${bytes} byte data di dalam SYN.`,
    unfit: (seq, ack) =>
      `Nomor urut ${seq} (relatif 0), ack ${ack}: tidak cocok dengan SYN yang terekam!`,
    sack: 'SACK diizinkan server.',
    noSack: 'SACK tidak ditawarkan server.',
  },
  data: {
    first: (who, seq, raw, bytes, text) =>
      `Dari ${who}: seq ${seq} (mentah ${raw}), ${bytes} byte: ${text}`,
    measured: (sender) =>
      `Untuk data dari ${sender} (sisi lain tidak mengirim lebih banyak), diukur di tempat perekaman. Waktu sejak segmen pertama koneksi; ` +
      'perkiraan = 0,875 × perkiraan + 0,125 × sampel. Segmen yang diulang tidak dihitung (Karn).',
    nearReceiver:
      'Rekaman dibuat di dekat penerima: ini waktu reaksinya, bukan round trip lewat jaringan.',
    columns: ['frame', 'dikirim', 'ACK', 'di-ACK', 'sampel', 'perkiraan'],
    lengths: (list) => `${list} byte.`,
    cut: ' Yang melebihi MSS tidak begitu di kabel: kartu jaringan memotong atau menggabungkannya (offload).',
  },
  flow: {
    noWindow: 'Tidak ada segmen penerima yang terekam, jadi window-nya tidak diketahui.',
    smallest: (bytes, frame) => `${bytes} byte (frame ${frame}).`,
    inSyn: 'Window di dalam SYN tidak pernah diskalakan.',
    held: (frames) => `Ya, pengirim tertahan: window penuh atau nol di ${frames}.`,
    unknownFlight:
      'Apakah ia menahan tidak dapat dikatakan: tidak terekam cukup untuk tahu berapa byte menunggu ACK.',
    free: (bytes) => `Tidak menahan: paling banyak ${bytes} byte menunggu ACK bersamaan.`,
    unscaled: 'Skala window tidak diketahui: SYN kedua sisi tidak terekam.',
    again: (frames) => `Ya: ${frames}.`,
    never: 'Tidak ada.',
    checked: (count) =>
      `Diperiksa: nomor urut ${count} segmen; yang diulang memuat nomor yang sudah pernah dikirim.`,
    otherBytes: (frames) =>
      `Bukan pengulangan: ${frames}. Nomornya sudah pernah dikirim, tetapi dengan byte lain.`,
    retried: (frames) => `Setelah ditolak SYN dikirim lagi: ${frames}.`,
    twice: (frames) => `Bukan pengiriman ulang, hanya terekam dua kali: ${frames}.`,
    noAck: 'Tidak ada ACK atas data yang terekam.',
    median: (bytes, acks) => `Median ${bytes} byte per ACK (${acks} ACK).`,
    several: (count, frames) => `Yang mencakup dua segmen atau lebih ada ${count}: ${frames}.`,
    single: 'Tidak ada yang mencakup lebih dari satu segmen.',
    near: {
      sender: (way) =>
        `Rekaman dibuat di dekat pengirim: tanpa penundaan pun ACK datang satu round trip (${way}) setelah datanya.`,
      receiver: () =>
        'Rekaman dibuat di dekat penerima: waktu sampai ACK ialah lamanya penerima menunggu.',
      between: (way) =>
        `Rekaman dibuat di antara keduanya: tanpa penundaan pun ACK datang ${way} setelah datanya.`,
      local: () =>
        'Kedua sisi berdekatan, seperti di satu komputer: ACK tanpa penundaan datang seketika.',
    },
    noWay: 'Apakah ditunda tidak dapat dikatakan: tanpa handshake round trip-nya tidak diketahui.',
    late: (time, way, frames) =>
      `Datang ${time} atau lebih sesudah waktu jalannya (${way}), jadi biasanya ditunda: ${frames}.`,
    prompt: 'Tidak ada yang lama ditunda; ACK ditunda hanya bila tidak ada data balasan.',
    moment: 'Perlu lebih dari satu saat.',
    back: 'Waktu di rekaman berjalan mundur: tidak ada lamanya yang dapat dihitung.',
    throughput: (rate, bytes, sender, seconds, ack) =>
      `${rate} byte/detik: ${bytes} byte data dari ${sender} dibagi ${seconds} detik, dari segmen data ` +
      `pertama sampai ${ack === 0 ? 'yang terakhir (ACK-nya tidak terekam)' : 'ACK terakhir'}, jeda ` +
      'program ikut dihitung. Header dan pengulangan tidak.',
  },
  growth: {
    tooLittle: (bytes, window) =>
      `Tidak terlihat di sini: ${bytes} byte muat dalam window awal (${window} byte, RFC 6928). ` +
      'Rekamlah kiriman yang lebih besar lewat jaringan sungguhan.',
    noRoundTrip: 'Round trip tidak diketahui: handshake tidak terekam.',
    inFlight: (list) => `Byte di perjalanan, paling banyak per round trip: ${list}.`,
    slowStart: (rounds) =>
      `Sampai yang ke-${rounds} bertambah dengan cepat, seperti slow start (kira-kira dua kali lipat); ` +
      'sesudahnya lambat atau tetap, seperti congestion avoidance, atau dibatasi window dan program.',
    noSlowStart:
      'Tidak terlihat pelipatan: biasanya pengirim dibatasi programnya atau window, bukan slow start.',
  },
  exchange: {
    bytes: (count) => `${count} byte`,
    noReply: 'Tidak ada pesan client yang dijawab server di rekaman ini.',
    measured: 'Dari pesan sampai awal jawabannya, di tempat perekaman:',
    same: 'isinya kembali',
    other: 'isinya lain',
    back: 'tidak diketahui, waktunya berjalan mundur',
  },
  close: {
    noReset: 'Tidak ada reset di koneksi ini.',
    resetIn: (streams) => `Tidak ada reset di koneksi ini; ada di stream ${streams} (--stream N).`,
  },
};

import type { Catalogue } from '@praktikum/protocol';

/** What a label is called, and what it usually comes from. */
interface LabelText {
  readonly name: string;
  readonly cause: string;
}

/** Labels by the names that libs/capture gives them. */
export type LabelTexts = Readonly<Record<string, LabelText>>;

const ID: LabelTexts = {
  retransmission: {
    name: 'dikirim ulang',
    cause:
      'Nomor-nomor ini sudah pernah dikirim. Biasanya ACK tidak sampai ke pengirim pada waktunya: segmen itu atau ACK-nya hilang di jalan, atau terlambat. Yang mana, tidak terlihat dari segmen ini saja.',
  },
  fast_retransmission: {
    name: 'dikirim ulang cepat',
    cause:
      'Segmen ini segera menyusul ACK ganda yang menunggu nomornya: pengirim menganggapnya tanda kehilangan dan tidak menunggu timer (RFC 5681).',
  },
  spurious_retransmission: {
    name: 'dikirim ulang tanpa perlu',
    cause:
      'Data itu sudah di-ACK sebelumnya di rekaman ini. Biasanya ACK-nya belum sampai ke pengirim, atau hilang di jalan.',
  },
  out_of_order: {
    name: 'datang tidak berurutan',
    cause:
      'Nomornya lebih kecil daripada yang sudah terekam. Biasanya segmen yang lebih baru menyusulnya di jalan; kiriman ulang yang sangat cepat tampak sama. TCP mengurutkannya kembali.',
  },
  reused_ports: {
    name: 'port dipakai lagi',
    cause:
      'SYN dengan nomor urut awal lain memakai alamat dan port yang sama: biasanya koneksi baru sesudah yang lama.',
  },
  lost_segment: {
    name: 'segmen sebelumnya tidak terekam',
    cause:
      'Nomor urutnya meloncat: ada segmen yang hilang di jalan, luput dari perekam, atau baru datang kemudian.',
  },
  ack_lost_segment: {
    name: 'meng-ACK data yang tidak terekam',
    cause:
      'Penerima sudah mendapatkan data yang sampai di sini belum ada di rekaman: rekamannya yang tidak lengkap, bukan koneksinya.',
  },
  window_update: {
    name: 'window diperbarui',
    cause:
      'Penerima mengumumkan window lain tanpa meng-ACK lebih banyak: biasanya programnya membaca, sehingga ada tempat lagi. Ini wajar.',
  },
  window_full: {
    name: 'window penuh',
    cause:
      'Pengirim sudah mengisi semua tempat yang ditawarkan; ia baru boleh mengirim lagi setelah penerima menawarkan lebih banyak.',
  },
  keep_alive: {
    name: 'keep-alive',
    cause:
      'Segmen kosong (atau satu byte) dengan nomor tepat sebelum yang berikutnya: begitulah satu sisi memeriksa setelah lama diam apakah sisi lain masih ada.',
  },
  keep_alive_ack: {
    name: 'jawaban keep-alive',
    cause: 'Menjawab keep-alive: sisi lain masih ada.',
  },
  zero_window: {
    name: 'window nol',
    cause:
      'Penerima tidak menawarkan tempat. Biasanya penyangganya penuh karena programnya tidak membaca secepat data datang.',
  },
  zero_window_probe: {
    name: 'pemeriksaan window nol',
    cause: 'Pengirim bertanya apakah sudah ada tempat lagi.',
  },
  zero_window_probe_ack: {
    name: 'jawaban pemeriksaan window nol',
    cause: 'Penerima menjawab apakah sudah ada tempat.',
  },
  duplicate_ack: {
    name: 'ACK ganda',
    cause:
      'Nomor yang sama di-ACK sekali lagi, tanpa hal baru. Penerima menjawab begitu bila ada segmen di luar urutan atau yang sudah dimilikinya (RFC 5681, RFC 9293). ACK ganda ketiga berturut-turut biasanya memicu pengiriman ulang cepat.',
  },
  tfo_syn: { name: 'TCP Fast Open', cause: 'SYN membawa cookie atau data (RFC 7413).' },
  tfo_ack: { name: 'TCP Fast Open diterima', cause: 'Data di dalam SYN di-ACK.' },
  tfo_ignored: {
    name: 'TCP Fast Open diabaikan',
    cause: 'SYN-ACK tidak meng-ACK data apa pun dari SYN.',
  },
  capture_duplicate: {
    name: 'terekam dua kali',
    cause:
      'Paket yang sama ada dua kali di rekaman, seperti dengan -i any atau port cermin. Pengirim tidak mengirimnya lagi, walaupun Wireshark menyebutnya begitu.',
  },
  simultaneous_open: {
    name: 'dibuka serentak',
    cause: 'Kedua sisi mengirim SYN sebelum melihat SYN yang lain (RFC 9293, 3.5).',
  },
  offloaded_segment: {
    name: 'lebih panjang dari MSS',
    cause:
      'Tidak begitu di kabel: kartu jaringan memotongnya setelah terekam, atau menggabungkan beberapa segmen sebelum terekam (offload). Ini wajar.',
  },
  ignored: {
    name: 'harus diabaikan',
    cause:
      'Penerimanya harus mengabaikan segmen ini (RFC 9293, 3.10.7): RST yang nomornya tidak cocok, atau SYN-ACK dengan nomor awal lain daripada yang sudah di-ACK. Koneksinya tidak berubah.',
  },
  connect_retry: {
    name: 'dicoba lagi setelah ditolak',
    cause:
      'SYN sebelumnya ditolak dengan RST, bukan hilang. Ada sistem yang mencoba lagi sendiri; Windows begitu.',
  },
  capture_reordered: {
    name: 'di belakang ACK-nya di rekaman',
    cause:
      'ACK-nya berada sebelum segmen yang di-ACK: urutan di rekaman bukan urutan di jaringan. Tidak ada yang dikirim ulang.',
  },
  urgent: {
    name: 'data mendesak (URG)',
    cause:
      'Urgent pointer menunjuk byte mendesak yang terakhir. Biasanya byte itu tidak masuk ke aliran yang dibaca program: ia harus diambil dengan MSG_OOB, kecuali SO_OOBINLINE diset (RFC 6093).',
  },
};

const EN: LabelTexts = {
  retransmission: {
    name: 'retransmission',
    cause:
      'These numbers were sent before. Mostly no ACK reached the sender in time: the segment or its ACK was lost on the way, or came late. Which one, this segment alone does not show.',
  },
  fast_retransmission: {
    name: 'fast retransmission',
    cause:
      'It follows at once on duplicate ACKs that wait for its number: the sender takes them for a sign of loss and does not wait for a timer (RFC 5681).',
  },
  spurious_retransmission: {
    name: 'needless retransmission',
    cause:
      'The data had been acknowledged before in this capture. Mostly the ACK had not reached the sender yet, or was lost on the way.',
  },
  out_of_order: {
    name: 'out of order',
    cause:
      'Its numbers lie before others that were captured earlier. Mostly a newer segment overtook it on the way; a repetition that comes very soon looks the same. TCP puts them back in order.',
  },
  reused_ports: {
    name: 'ports used again',
    cause:
      'A SYN with another initial number has the same addresses and ports: mostly a new connection after an earlier one.',
  },
  lost_segment: {
    name: 'segment before it not captured',
    cause:
      'The sequence number jumps: a segment was lost on the way, missed by the capture, or comes later.',
  },
  ack_lost_segment: {
    name: 'acknowledges what was not captured',
    cause:
      'The receiver has data that the capture does not hold up to here: the hole is in the capture, not in TCP.',
  },
  window_update: {
    name: 'window update',
    cause:
      'The receiver tells another window and acknowledges no more: mostly its program has read data, so there is room again. This is normal.',
  },
  window_full: {
    name: 'window full',
    cause:
      'The sender has filled all the room it was offered; it may send again only when the receiver offers more.',
  },
  keep_alive: {
    name: 'keep-alive',
    cause:
      'An empty segment (or one byte) at the number before the next one: so one side checks after a long silence whether the other is still there.',
  },
  keep_alive_ack: {
    name: 'keep-alive answer',
    cause: 'It answers a keep-alive: the other side is still there.',
  },
  zero_window: {
    name: 'zero window',
    cause:
      'The receiver offers no room. Mostly its buffer is full because its program reads more slowly than data comes.',
  },
  zero_window_probe: {
    name: 'zero-window probe',
    cause: 'The sender asks whether there is room again.',
  },
  zero_window_probe_ack: {
    name: 'answer to a zero-window probe',
    cause: 'The receiver says whether there is room.',
  },
  duplicate_ack: {
    name: 'duplicate ACK',
    cause:
      'It acknowledges the same number once more and brings nothing new. So a receiver answers a segment that is out of order, or that it has already (RFC 5681, RFC 9293). The third one in a row mostly triggers a fast retransmission.',
  },
  tfo_syn: { name: 'TCP Fast Open', cause: 'The SYN carries a cookie or data (RFC 7413).' },
  tfo_ack: { name: 'TCP Fast Open accepted', cause: 'The data in the SYN was acknowledged.' },
  tfo_ignored: {
    name: 'TCP Fast Open ignored',
    cause: 'The SYN-ACK acknowledges no data of the SYN.',
  },
  capture_duplicate: {
    name: 'captured twice',
    cause:
      'The same packet stands in the capture twice, as with -i any or a mirror port. Its sender did not send it again, although Wireshark says so.',
  },
  simultaneous_open: {
    name: 'simultaneous open',
    cause: "Both sides sent a SYN before they saw the other's (RFC 9293, 3.5).",
  },
  offloaded_segment: {
    name: 'longer than the MSS',
    cause:
      'It is not so on the wire: the network card cuts it up after the capture, or joined several segments before it (offloading). This is normal.',
  },
  ignored: {
    name: 'to be ignored',
    cause:
      'Its receiver has to ignore it (RFC 9293, 3.10.7): a reset whose numbers do not fit, or a SYN-ACK with another initial number than the one that was acknowledged. The connection does not change.',
  },
  connect_retry: {
    name: 'tried again after a refusal',
    cause:
      'The SYN before it was refused with RST, not lost. Some systems try again by themselves; Windows does.',
  },
  capture_reordered: {
    name: 'behind its ACK in the capture',
    cause:
      'Its ACK stands before it: the order in the capture is not the one on the network. Nothing was sent again.',
  },
  urgent: {
    name: 'urgent data (URG)',
    cause:
      'The urgent pointer names the last urgent byte. By default that byte is not in the stream that the program reads: it is fetched with MSG_OOB, unless SO_OOBINLINE is set (RFC 6093).',
  },
};

/** Every label of libs/capture, by its name. */
export const LABEL_TEXTS: Catalogue<LabelTexts> = { id: ID, en: EN };

/** The text of a label; one that is not known stands for itself. */
export function labelText(label: string, texts: LabelTexts): LabelText {
  return texts[label] ?? { name: label, cause: '' };
}

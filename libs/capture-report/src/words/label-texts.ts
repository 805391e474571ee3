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
      'Pengirim tidak menerima ACK pada waktunya: segmen itu atau ACK-nya hilang di jalan, atau sangat terlambat.',
  },
  fast_retransmission: {
    name: 'dikirim ulang cepat',
    cause: 'ACK ganda memberi tahu pengirim bahwa satu segmen hilang; ia tidak menunggu timer.',
  },
  spurious_retransmission: {
    name: 'dikirim ulang tanpa perlu',
    cause: 'Data itu sudah di-ACK: ACK-nya terlambat atau hilang.',
  },
  out_of_order: {
    name: 'datang tidak berurutan',
    cause: 'Segmen yang lebih baru menyusul; TCP mengurutkannya kembali.',
  },
  reused_ports: {
    name: 'port dipakai lagi',
    cause: 'Koneksi baru memakai alamat dan port yang sama dengan koneksi sebelumnya.',
  },
  lost_segment: {
    name: 'segmen sebelumnya tidak terekam',
    cause: 'Nomor urutnya meloncat: ada segmen yang hilang di jalan atau luput dari perekam.',
  },
  ack_lost_segment: {
    name: 'meng-ACK data yang tidak terekam',
    cause: 'Penerima mendapatkannya, perekam tidak: rekamannya berlubang, bukan koneksinya.',
  },
  window_update: {
    name: 'window diperbarui',
    cause:
      'Penerima mengumumkan window lain tanpa meng-ACK lebih banyak: biasanya programnya membaca, sehingga ada tempat lagi. Ini wajar.',
  },
  window_full: {
    name: 'window penuh',
    cause: 'Pengirim sudah mengisi semua tempat yang ditawarkan; ia menunggu penerima membaca.',
  },
  keep_alive: {
    name: 'keep-alive',
    cause: 'Setelah lama diam, satu sisi memeriksa apakah sisi lain masih ada.',
  },
  keep_alive_ack: { name: 'jawaban keep-alive', cause: 'Sisi lain masih ada.' },
  zero_window: {
    name: 'window nol',
    cause: 'Penyangga penerima penuh: programnya tidak membaca secepat data datang.',
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
      'Penerima mendapat segmen di luar urutan dan mengulang nomor yang ditunggunya. Tiga kali memicu pengiriman ulang cepat.',
  },
  tfo_syn: { name: 'TCP Fast Open', cause: 'SYN membawa cookie atau data (RFC 7413).' },
  tfo_ack: { name: 'TCP Fast Open diterima', cause: 'Data di dalam SYN di-ACK.' },
  tfo_ignored: { name: 'TCP Fast Open diabaikan', cause: 'Data di dalam SYN tidak di-ACK.' },
  capture_duplicate: {
    name: 'terekam dua kali',
    cause:
      'Paket yang sama dilihat perekam pada dua antarmuka (misalnya -i any). Tidak ada yang dikirim ulang, walaupun Wireshark menyebutnya begitu.',
  },
  simultaneous_open: {
    name: 'dibuka serentak',
    cause: 'Kedua sisi mengirim SYN sebelum melihat SYN yang lain (RFC 9293, 3.5).',
  },
  offloaded_segment: {
    name: 'belum dipotong kartu jaringan',
    cause:
      'Lebih panjang dari MSS: perekam melihatnya sebelum kartu jaringan memotongnya (offload). Ini wajar.',
  },
};

const EN: LabelTexts = {
  retransmission: {
    name: 'retransmission',
    cause:
      'The sender got no ACK in time: the segment or its ACK was lost on the way, or came very late.',
  },
  fast_retransmission: {
    name: 'fast retransmission',
    cause: 'Duplicate ACKs told the sender that one segment was lost; it did not wait for a timer.',
  },
  spurious_retransmission: {
    name: 'needless retransmission',
    cause: 'The data had been acknowledged: the ACK was late, or lost.',
  },
  out_of_order: {
    name: 'out of order',
    cause: 'A newer segment overtook it; TCP puts them back in order.',
  },
  reused_ports: {
    name: 'ports used again',
    cause: 'A new connection has the same addresses and ports as an earlier one.',
  },
  lost_segment: {
    name: 'segment before it not captured',
    cause: 'The sequence number jumps: a segment was lost on the way, or missed by the capture.',
  },
  ack_lost_segment: {
    name: 'acknowledges what was not captured',
    cause: 'The receiver got it, the capture did not: the hole is in the capture, not in TCP.',
  },
  window_update: {
    name: 'window update',
    cause:
      'The receiver tells another window and acknowledges no more: mostly its program has read data, so there is room again. This is normal.',
  },
  window_full: {
    name: 'window full',
    cause: 'The sender has filled all the room it was offered, and waits for the receiver to read.',
  },
  keep_alive: {
    name: 'keep-alive',
    cause: 'After a long silence one side checks whether the other is still there.',
  },
  keep_alive_ack: { name: 'keep-alive answer', cause: 'The other side is still there.' },
  zero_window: {
    name: 'zero window',
    cause: "The receiver's buffer is full: its program reads more slowly than data comes.",
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
      'The receiver got a segment out of order and repeats the number it waits for. The third one triggers a fast retransmission.',
  },
  tfo_syn: { name: 'TCP Fast Open', cause: 'The SYN carries a cookie or data (RFC 7413).' },
  tfo_ack: { name: 'TCP Fast Open accepted', cause: 'The data in the SYN was acknowledged.' },
  tfo_ignored: { name: 'TCP Fast Open ignored', cause: 'The data in the SYN was not taken.' },
  capture_duplicate: {
    name: 'captured twice',
    cause:
      'The capture saw the same packet on two interfaces (-i any, for example). Nothing was sent again, although Wireshark says so.',
  },
  simultaneous_open: {
    name: 'simultaneous open',
    cause: "Both sides sent a SYN before they saw the other's (RFC 9293, 3.5).",
  },
  offloaded_segment: {
    name: 'not yet cut by the network card',
    cause:
      'Longer than the MSS: captured before the network card cut it into segments (offloading). This is normal.',
  },
};

/** Every label of libs/capture, by its name. */
export const LABEL_TEXTS: Catalogue<LabelTexts> = { id: ID, en: EN };

/** The text of a label; one that is not known stands for itself. */
export function labelText(label: string, texts: LabelTexts): LabelText {
  return texts[label] ?? { name: label, cause: '' };
}

import type { Catalogue } from '@praktikum/protocol';

/** A field of a header: its name in the table, and what it is for. */
interface FieldText {
  readonly name: string;
  readonly about: string;
}

export type FieldName =
  | 'version'
  | 'ihl'
  | 'dscp'
  | 'ecn'
  | 'totalLength'
  | 'identification'
  | 'reserved'
  | 'df'
  | 'mf'
  | 'fragmentOffset'
  | 'ttl'
  | 'protocol'
  | 'ipChecksum'
  | 'source'
  | 'destination'
  | 'flowLabel'
  | 'payloadLength'
  | 'nextHeader'
  | 'hopLimit'
  | 'sourcePort'
  | 'destinationPort'
  | 'sequence'
  | 'acknowledgement'
  | 'dataOffset'
  | 'ae'
  | 'cwr'
  | 'ece'
  | 'urg'
  | 'ack'
  | 'psh'
  | 'rst'
  | 'syn'
  | 'fin'
  | 'window'
  | 'checksum'
  | 'urgentPointer'
  | 'udpLength'
  | 'udpChecksum';

export interface HeaderTexts {
  readonly fields: Readonly<Record<FieldName, FieldText>>;
  readonly ipv4: string;
  readonly ipv6: string;
  readonly tcp: string;
  readonly udp: string;
  /** What a length in words of 32 bits comes to. */
  readonly words: (bytes: number) => string;
  readonly bytes: string;
  readonly offset: (bytes: number) => string;
  readonly relative: (number: number) => string;
  readonly scaled: (bytes: string) => string;
  readonly checksum: Readonly<Record<'valid' | 'offloaded' | 'wrong' | 'unknown', string>>;
}

const ID: HeaderTexts = {
  fields: {
    version: { name: 'Version', about: 'Versi IP: 4 atau 6.' },
    ihl: { name: 'IHL', about: 'Panjang header IP dalam kata 32 bit.' },
    dscp: { name: 'DSCP', about: 'Kelas layanan yang diminta untuk paket ini.' },
    ecn: { name: 'ECN', about: 'Tanda kemacetan dari router (RFC 3168).' },
    totalLength: { name: 'Total length', about: 'Panjang seluruh paket IP, header dan isinya.' },
    identification: { name: 'Identification', about: 'Menandai potongan dari datagram yang sama.' },
    reserved: { name: 'Res', about: 'Tidak dipakai: harus 0.' },
    df: { name: 'DF', about: "Don't fragment: router tidak boleh memotongnya." },
    mf: { name: 'MF', about: 'More fragments: masih ada potongan berikutnya.' },
    fragmentOffset: { name: 'Fragment offset', about: 'Letak potongan, dalam satuan 8 byte.' },
    ttl: { name: 'TTL', about: 'Berapa router lagi yang boleh dilewati.' },
    protocol: { name: 'Protocol', about: 'Yang dibawa: 6 ialah TCP, 17 UDP.' },
    ipChecksum: { name: 'Header checksum', about: 'Jumlah pemeriksa header IP saja.' },
    source: { name: 'Source address', about: 'Alamat pengirim.' },
    destination: { name: 'Destination address', about: 'Alamat tujuan.' },
    flowLabel: { name: 'Flow label', about: 'Menandai paket dari aliran yang sama.' },
    payloadLength: { name: 'Payload length', about: 'Panjang isi di belakang header IPv6.' },
    nextHeader: { name: 'Next header', about: 'Yang ada di belakangnya: 6 ialah TCP, 17 UDP.' },
    hopLimit: { name: 'Hop limit', about: 'Berapa router lagi yang boleh dilewati.' },
    sourcePort: { name: 'Source port', about: 'Port program pengirim.' },
    destinationPort: { name: 'Destination port', about: 'Port program tujuan.' },
    sequence: {
      name: 'Sequence number',
      about: 'Nomor byte pertama di segmen ini; SYN dan FIN memakai satu nomor.',
    },
    acknowledgement: {
      name: 'Acknowledgment number',
      about: 'Nomor byte berikutnya yang ditunggu; berlaku bila ACK = 1.',
    },
    dataOffset: { name: 'Offset', about: 'Panjang header TCP dalam kata 32 bit, termasuk opsi.' },
    ae: { name: 'AE', about: 'Accurate ECN (RFC 9768).' },
    cwr: {
      name: 'CWR',
      about: 'Pengirim sudah melambat karena kemacetan; di SYN: dapat memakai ECN.',
    },
    ece: { name: 'ECE', about: 'Penerima melihat tanda kemacetan; di SYN: dapat memakai ECN.' },
    urg: { name: 'URG', about: 'Urgent pointer berlaku.' },
    ack: { name: 'ACK', about: 'Acknowledgment number berlaku.' },
    psh: { name: 'PSH', about: 'Serahkan yang sudah ada kepada program.' },
    rst: { name: 'RST', about: 'Memutus koneksi.' },
    syn: { name: 'SYN', about: 'Membuka koneksi dan menyebut nomor urut awal.' },
    fin: { name: 'FIN', about: 'Pengirim ini tidak mengirim data lagi.' },
    window: {
      name: 'Window',
      about: 'Berapa byte lagi yang mau diterima, sebelum dikalikan skalanya.',
    },
    checksum: { name: 'Checksum', about: 'Jumlah pemeriksa header TCP, isi, dan alamat IP.' },
    urgentPointer: { name: 'Urgent pointer', about: 'Akhir data mendesak; berlaku bila URG = 1.' },
    udpLength: { name: 'Length', about: 'Panjang header UDP dan isinya.' },
    udpChecksum: { name: 'Checksum', about: 'Jumlah pemeriksa header UDP, isi, dan alamat IP.' },
  },
  ipv4: 'Header IPv4',
  ipv6: 'Header IPv6',
  tcp: 'Header TCP',
  udp: 'Header UDP',
  words: (bytes) => `× 4 = ${bytes} byte`,
  bytes: 'byte',
  offset: (bytes) => `× 8 = ${bytes} byte`,
  relative: (number) => `relatif ${number}`,
  scaled: (bytes) => `= ${bytes} byte`,
  checksum: {
    valid: 'benar',
    offloaded: 'belum diisi (offload)',
    wrong: 'salah',
    unknown: 'tidak dapat diperiksa',
  },
};

const EN: HeaderTexts = {
  fields: {
    version: { name: 'Version', about: 'Version of IP: 4 or 6.' },
    ihl: { name: 'IHL', about: 'Length of the IP header in words of 32 bits.' },
    dscp: { name: 'DSCP', about: 'Class of service that is asked for.' },
    ecn: { name: 'ECN', about: 'Mark of congestion by routers (RFC 3168).' },
    totalLength: { name: 'Total length', about: 'Length of the IP packet, header and all.' },
    identification: { name: 'Identification', about: 'Tells the fragments of one datagram.' },
    reserved: { name: 'Res', about: 'Not used: must be 0.' },
    df: { name: 'DF', about: "Don't fragment: no router may cut it." },
    mf: { name: 'MF', about: 'More fragments follow.' },
    fragmentOffset: {
      name: 'Fragment offset',
      about: 'Place of the fragment, in units of 8 bytes.',
    },
    ttl: { name: 'TTL', about: 'How many more routers it may pass.' },
    protocol: { name: 'Protocol', about: 'What it carries: 6 is TCP, 17 UDP.' },
    ipChecksum: { name: 'Header checksum', about: 'Checks the IP header alone.' },
    source: { name: 'Source address', about: 'Address of the sender.' },
    destination: { name: 'Destination address', about: 'Address it goes to.' },
    flowLabel: { name: 'Flow label', about: 'Tells the packets of one flow.' },
    payloadLength: { name: 'Payload length', about: 'Length of what follows the IPv6 header.' },
    nextHeader: { name: 'Next header', about: 'What follows: 6 is TCP, 17 UDP.' },
    hopLimit: { name: 'Hop limit', about: 'How many more routers it may pass.' },
    sourcePort: { name: 'Source port', about: 'Port of the sending program.' },
    destinationPort: { name: 'Destination port', about: 'Port of the program it goes to.' },
    sequence: {
      name: 'Sequence number',
      about: 'Number of the first byte in this segment; SYN and FIN take one number.',
    },
    acknowledgement: {
      name: 'Acknowledgment number',
      about: 'Number of the next byte expected; holds when ACK = 1.',
    },
    dataOffset: {
      name: 'Offset',
      about: 'Length of the TCP header in words of 32 bits, options included.',
    },
    ae: { name: 'AE', about: 'Accurate ECN (RFC 9768).' },
    cwr: {
      name: 'CWR',
      about: 'The sender has slowed down because of congestion; in a SYN: can use ECN.',
    },
    ece: { name: 'ECE', about: 'The receiver saw a mark of congestion; in a SYN: can use ECN.' },
    urg: { name: 'URG', about: 'The urgent pointer holds.' },
    ack: { name: 'ACK', about: 'The acknowledgment number holds.' },
    psh: { name: 'PSH', about: 'Hand what is there to the program.' },
    rst: { name: 'RST', about: 'Breaks the connection off.' },
    syn: { name: 'SYN', about: 'Opens the connection and names the initial sequence number.' },
    fin: { name: 'FIN', about: 'This side sends no more data.' },
    window: { name: 'Window', about: 'Bytes it will still take, before its scale is applied.' },
    checksum: { name: 'Checksum', about: 'Checks TCP header, payload and IP addresses.' },
    urgentPointer: { name: 'Urgent pointer', about: 'End of urgent data; holds when URG = 1.' },
    udpLength: { name: 'Length', about: 'Length of the UDP header and its payload.' },
    udpChecksum: { name: 'Checksum', about: 'Checks UDP header, payload and IP addresses.' },
  },
  ipv4: 'IPv4 header',
  ipv6: 'IPv6 header',
  tcp: 'TCP header',
  udp: 'UDP header',
  words: (bytes) => `× 4 = ${bytes} bytes`,
  bytes: 'bytes',
  offset: (bytes) => `× 8 = ${bytes} bytes`,
  relative: (number) => `relative ${number}`,
  scaled: (bytes) => `= ${bytes} bytes`,
  checksum: {
    valid: 'valid',
    offloaded: 'not filled in yet (offload)',
    wrong: 'wrong',
    unknown: 'cannot be checked',
  },
};

/** Names and meanings of the fields of IP and TCP headers. */
export const HEADER_TEXTS: Catalogue<HeaderTexts> = { id: ID, en: EN };

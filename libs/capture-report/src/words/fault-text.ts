/** What libs/capture finds wrong in a packet, in its own words, and in Indonesian. */
const INDONESIAN: readonly (readonly [RegExp, string])[] = [
  [/^authentication header cut short$/, 'header autentikasi (AH) terpotong'],
  [/^IPv6 extension header cut short$/, 'header ekstensi IPv6 terpotong'],
  [/^(.+) header cut short$/, 'header $1 terpotong'],
  [/^IPv4 options cut short$/, 'opsi IPv4 terpotong'],
  [/^MPLS label cut short$/, 'label MPLS terpotong'],
  [/^VLAN tag cut short$/, 'tag VLAN terpotong'],
  [/^(\w+) header of (\d+) bytes$/, 'header $1 sepanjang $2 byte'],
  [/^NFLOG attribute of (\d+) bytes$/, 'atribut NFLOG sepanjang $1 byte'],
  [/^NFLOG without a packet$/, 'NFLOG tanpa paket'],
  [/^IP version (\d+)$/, 'versi IP $1'],
  [
    /^IPv4 total length (\d+) is shorter than its header$/,
    'panjang total IPv4 $1 lebih pendek daripada header-nya',
  ],
  [/^more than (\d+) headers in one another$/, 'lebih dari $1 header bersusun'],
  [/^IEEE 802\.11 frame is encrypted$/, 'frame IEEE 802.11 terenkripsi'],
  [/^IEEE 802\.11 frame holds several \(A-MSDU\)$/, 'frame IEEE 802.11 memuat beberapa (A-MSDU)'],
  [/^IEEE 802\.11 fragment$/, 'potongan frame IEEE 802.11'],
];

/** A fault (`Frame.fault`) in Indonesian; as it is where there are no words for it. */
export function indonesianFault(fault: string): string {
  const [pattern, words] = INDONESIAN.find(([known]) => known.test(fault)) ?? [];
  return pattern === undefined ? fault : fault.replace(pattern, words!);
}

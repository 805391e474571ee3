import type { DatagramNetwork } from '@praktikum/peers';
import type { Catalogue } from '@praktikum/service';
import type { LossFacts } from '../../namespace/loss-facts.ts';
import type { NumberTexts } from '../../number-texts.ts';
import type { Fate } from './account.ts';
import type { ClientRun } from './client-run.ts';
import { DATAGRAM_TEXTS_EN } from './texts-en.ts';
import { DATAGRAM_TEXTS_ID } from './texts-id.ts';

type Frames = readonly number[];
type Summary = ClientRun['summary'];
type Network = Required<DatagramNetwork>;

/** What is said of TCP and UDP. */
export interface DatagramTexts {
  readonly format: NumberTexts;
  readonly title: string;
  readonly lossByRelay: string;
  readonly lossInNamespace: string;
  readonly lossElsewhere: string;
  /** What is going on. */
  readonly streaming: string;
  readonly sending: string;
  readonly relaying: string;
  readonly losing: string;

  readonly notObserved: string;
  readonly ladderAlt: string;

  readonly tcpClient: string;
  readonly tcpLadder: string;
  readonly noBorders: (messages: number, bytes: number, there: number, back: number) => string;
  readonly streamOverhead: (opening: number, acknowledging: number, closing: number) => string;
  readonly identical: (bytes: number) => string;
  readonly differs: (sent: number, returned: number) => string;
  readonly prefixed: (bytes: number, answers: number) => string;

  readonly datagrams: string;
  readonly noUdp: (endpoint: string) => string;
  readonly startUdp: string;
  readonly udpClient: string;
  readonly udpLadder: string;
  readonly answered: (summary: Summary) => string;
  readonly borders: (there: number, back: number, first: number, last: number) => string;
  readonly nothingElse: (frames: number) => string;

  readonly relayClient: string;
  readonly relayLadder: string;
  readonly settings: (network: Network) => string;
  readonly counted: (sent: number, answered: number) => string;
  readonly lostByLog: (there: number, back: number, late: number) => string;
  readonly adds: (summary: Summary, lost: number, late: number) => string;
  readonly addsNot: (unexplained: readonly number[], unanswered: readonly number[]) => string;
  readonly order: (heldBack: number, outOfOrder: number) => string;
  readonly doubled: (there: number, back: number, duplicates: number) => string;
  readonly relayTable: (network: Network) => string;
  readonly direction: string;
  readonly toServer: string;
  readonly toClient: string;
  readonly relayColumns: Readonly<
    Record<'taken' | 'lost' | 'duplicated' | 'heldBack' | 'delivered', string>
  >;
  readonly accountTable: (sent: number) => string;
  readonly fate: string;
  readonly count: string;
  readonly numbers: string;
  readonly fates: Readonly<Record<Fate, string>>;
  readonly explanation: string;
  readonly repeat: string;

  readonly comparison: string;
  readonly measured: string;
  readonly runs: Readonly<Record<'tcp' | 'udp' | 'relay', string>>;
  readonly compared: Readonly<
    Record<
      | 'sent'
      | 'back'
      | 'outOfOrder'
      | 'duplicates'
      | 'frames'
      | 'requests'
      | 'replies'
      | 'opening'
      | 'acknowledging'
      | 'closing',
      string
    >
  >;

  readonly lossHere: string;
  readonly onlyOnLinux: string;
  readonly useLinux: string;
  readonly namespaceRefused: (words: string) => string;
  readonly installTools: string;
  /** A finding, or a caption, of the recording that ships with the product. */
  readonly elsewhere: (finding: string) => string;
  readonly elsewhereCaption: (caption: string, system: string) => string;
  readonly dropped: (packets: number) => string;
  readonly sentAgain: (frames: Frames) => string;
  readonly askedAgain: (frames: Frames) => string;
  readonly came: (facts: LossFacts) => string;
  readonly took: (ms: number) => string;
  readonly iptables: string;
  readonly lossLadder: string;
  readonly retransmissions: (more: number) => string;
  readonly lossColumns: Readonly<
    Record<'frame' | 'seconds' | 'from' | 'sequence' | 'bytes' | 'first' | 'wireshark', string>
  >;
}

export const DATAGRAM_TEXTS: Catalogue<DatagramTexts> = {
  id: DATAGRAM_TEXTS_ID,
  en: DATAGRAM_TEXTS_EN,
};

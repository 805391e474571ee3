import { NUMBER_TEXTS } from '../../number-texts.ts';
import { listed } from './listed.ts';
import type { DatagramTexts } from './texts.ts';

const format = NUMBER_TEXTS.en;

/** `1 segment`, `3 segments` */
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const DATAGRAM_TEXTS_EN: DatagramTexts = {
  format,
  title: 'TCP and UDP',
  lossByRelay:
    'The loss of UDP is made by a relay of our own on this machine, in front of the server. The loss of TCP ' +
    'cannot be seen through such a relay: it ends the TCP connection and hides what is lost.',
  lossInNamespace:
    'The loss of TCP is made by iptables in a network namespace on this machine, with server and client inside.',
  lossElsewhere:
    'The loss of TCP is shown by a recording that was made elsewhere, with iptables in a network namespace.',
  streaming: 'messages by TCP',
  sending: 'datagrams by UDP',
  relaying: 'datagrams through the relay',
  losing: 'TCP that loses segments',

  notObserved: 'not observed',
  ladderAlt: 'Ladder diagram: each packet as an arrow between client and server.',

  tcpClient: 'The client sends the messages by TCP',
  tcpLadder: 'The messages by TCP: the ladder of the connection',
  noBorders: (messages, bytes, there, back) =>
    `${messages} messages (${format.count(bytes)} bytes), each sent by itself, left in ${counted(there, 'TCP segment')}; ` +
    `the reply came in ${counted(back, 'segment')}. TCP sends a stream of bytes: borders of segments are not borders of messages.`,
  streamOverhead: (opening, acknowledging, closing) =>
    `Beside the data, the connection took ${counted(opening, 'frame')} to open, ` +
    `${counted(acknowledging, 'frame')} with nothing but an ACK, and ${counted(closing, 'frame')} to close.`,
  identical: (bytes) =>
    `All ${format.count(bytes)} bytes came back, identical and in order: nothing was lost or doubled.`,
  prefixed: (bytes, answers) =>
    `The server put "Anda mengirim: " before its answers, ${answers} times: so often it read something. Without that, ` +
    `all ${format.count(bytes)} bytes came back, identical and in order.`,
  differs: (sent, returned) =>
    `The reply is not what was sent: ${format.count(sent)} bytes were sent, ${format.count(returned)} bytes came back.`,

  datagrams: 'The messages by UDP',
  noUdp: (endpoint) => `${endpoint} does not answer by UDP.`,
  startUdp:
    'Start the server there with UDP: node praktikum simple-server --udp, then repeat this experiment.',
  udpClient: 'The client sends the messages by UDP',
  udpLadder: 'The messages by UDP: the first datagrams',
  answered: ({ sent, answered, reordered, duplicates }) =>
    `UDP: ${sent} datagrams were sent, ${answered} answered; ${reordered} out of order, ${duplicates} duplicates.`,
  borders: (there, back, first, last) =>
    `The capture holds ${counted(there, 'datagram')} of the client and ${back} of the server (frames ${first} to ` +
    `${last}). Each message has a datagram of its own: the borders between messages remain.`,
  nothingElse: (frames) =>
    `Beside these ${frames} datagrams there is no other frame: UDP has no handshake, no ACK and no close.`,

  relayClient: 'The client sends the messages by UDP through the relay',
  relayLadder:
    'The messages by UDP through the relay: the first datagrams, as the client sees them',
  settings: ({ loss, delayMs, jitterMs, reorder, duplicate, seed }) =>
    `Our relay (a program, not a network) loses ${format.percent(loss)} of the datagrams in each direction, ` +
    `delays them by ${delayMs} ms ± ${jitterMs} ms, holds back ${format.percent(reorder)} and doubles ` +
    `${format.percent(duplicate)}; seed ${seed}. It logs every decision. Such a relay: node praktikum lab relay ` +
    `--loss ${loss * 100}% --delay ${delayMs}ms --jitter ${jitterMs}ms --reorder ${reorder * 100}% ` +
    `--duplicate ${duplicate * 100}% --seed ${seed}`,
  counted: (sent, answered) =>
    `By the count of the client, ${sent} datagrams were sent and ${answered} answered; ${sent - answered} were not.`,
  lostByLog: (there, back, late) =>
    `By the log of the relay, of those without an answer ${there} were lost on the way to the server, the replies ` +
    `to ${back} were lost on the way back, and the replies to ${late} were late. Late is not lost: such a reply ` +
    'comes after the client has stopped waiting.',
  adds: ({ sent, answered }, lost, late) =>
    `The count of the client and the log of the relay agree: ${sent} sent = ${answered} answered + ${lost} lost + ${late} late.`,
  addsNot: (unexplained, unanswered) =>
    'Not all that has no answer is explained by the log of the relay. ' +
    (unanswered.length > 0
      ? `It handed datagrams ${listed(unanswered, '#')} to the server, and no reply came from there. `
      : '') +
    (unexplained.length > 0 ? `Datagrams ${listed(unexplained, '#')} are unexplained.` : '').trim(),
  order: (heldBack, outOfOrder) =>
    `The relay held back ${counted(heldBack, 'datagram')}; the client saw ${outOfOrder} replies out of order. The two ` +
    'counts mean different things: one that is held back is not always overtaken, and unequal delays change the order too.',
  doubled: (there, back, duplicates) =>
    `The relay doubled ${there} datagrams to the server and ${back} to the client; the client saw ${duplicates} duplicate replies.`,
  relayTable: ({ seed }) => `What the relay did, by its log (seed ${seed})`,
  direction: 'Direction',
  toServer: 'to the server',
  toClient: 'to the client',
  relayColumns: {
    taken: 'Taken',
    lost: 'Lost',
    duplicated: 'Doubled',
    heldBack: 'Held back',
    delivered: 'Handed on',
  },
  accountTable: (sent) =>
    `What became of ${sent} datagrams: the client's count and the relay's log`,
  fate: 'Fate',
  count: 'Count',
  numbers: 'Numbers of the datagrams',
  fates: {
    answered: 'answered',
    'lost-there': 'lost on the way to the server',
    'lost-back': 'its replies were lost on the way back',
    late: 'its reply was late',
    unanswered: 'reached the server, which did not answer',
    unexplained: 'unexplained by the log',
  },
  explanation: 'An explanation for each datagram without an answer',
  repeat: 'Repeat this experiment: node praktikum lab --only 3',

  comparison: 'TCP and UDP in measured numbers',
  measured: 'Measured',
  runs: { tcp: 'TCP', udp: 'UDP', relay: 'UDP through the relay' },
  compared: {
    sent: 'messages sent',
    back: 'messages that came back',
    outOfOrder: 'out of order',
    duplicates: 'duplicates',
    frames: 'frames in the capture',
    requests: 'frames with data to the server',
    replies: 'frames with data to the client',
    opening: 'frames to open',
    acknowledging: 'frames with nothing but an ACK',
    closing: 'frames to close',
  },

  lossHere: 'TCP that loses segments, on this machine',
  onlyOnLinux: 'Network namespaces exist on Linux only. What is shown is a recording of ours.',
  useLinux:
    'Repeat it on a Linux that lets ordinary users make network namespaces: node praktikum lab --only 3',
  namespaceRefused: (words) =>
    `A network namespace with iptables could not be made (${words || 'there is no unshare'}). ` +
    'What is shown is a recording of ours.',
  installTools:
    'Install the tools: sudo apt-get install util-linux iproute2 iptables wireshark-common',
  elsewhere: (text) => `Recorded elsewhere: ${text}`,
  elsewhereCaption: (caption, system) => `${caption} (recorded elsewhere: ${system})`,
  dropped: (packets) =>
    `In the network namespace iptables dropped ${counted(packets, 'segment')} with data before the receiver had it: every tenth.`,
  sentAgain: (frames) => `TCP sent ${counted(frames.length, 'segment')} again.`,
  askedAgain: (frames) =>
    `The receiver asked for what was lost with ${counted(frames.length, 'duplicate ACK')}.`,
  came: ({ sent, returned, identical }) =>
    identical
      ? `In spite of the loss, all ${format.count(sent)} bytes came back identical: TCP repairs it by itself.`
      : `What came back is not the same: ${format.count(sent)} bytes were sent, ${format.count(returned)} bytes came back.`,
  took: (ms) => `The connection took ${format.milliseconds(ms)}, from its SYN to its last packet.`,
  iptables: 'The counters of iptables after the transfer: packets dropped in the column pkts',
  lossLadder: 'TCP segments that were lost and sent again',
  retransmissions: (more) =>
    'TCP segments that were sent again' + (more > 0 ? `; ${more} further ones are not shown` : ''),
  lossColumns: {
    frame: 'Frame',
    seconds: 'Seconds',
    from: 'From',
    sequence: 'Seq',
    bytes: 'Bytes',
    first: 'First time in frame',
    wireshark: 'By Wireshark',
  },
};

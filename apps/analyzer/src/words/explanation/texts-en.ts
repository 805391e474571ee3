import type { ExplanationTexts } from './explanation-texts.ts';

export const EN: ExplanationTexts = {
  table: {
    more: (count) => `… and ${count} more (--filter shows fewer, --stream N explains one)`,
    columns: ['no', 'client → server', 'frames', 'bytes →', 'bytes ←'],
  },
  ladder: {
    title: (stream) => `Ladder of stream ${stream} (relative numbers, as Wireshark shows them)`,
    columns: '  frame    seconds',
    hidden: (count) => `… ${count} segments (--all shows them) …`,
    leftOut: (count) => `… ${count} further segments are beyond the limit …`,
  },
  handshake: {
    missing: (frame) =>
      `It was not captured: the first segment here (frame ${frame}) has no SYN. Mostly the connection ` +
      'was open already. To see the handshake, start the capture before the client. Without it the ' +
      'initial sequence numbers, the options and the scale of the windows are not known.',
    syn: (frame, isn) =>
      `Frame ${frame}: the client asks for a connection. SYN is set, ACK is not: there is nothing to ` +
      `acknowledge yet. Its initial sequence number (ISN) is ${isn}; a system ` +
      'chooses another one for each connection. Wireshark shows it as 0, counting from it.',
    noSyn: 'The first segment, the SYN of the client, was not captured.',
    synData: (bytes) => `The SYN carries ${bytes} bytes of data already (TCP Fast Open).`,
    crossed: (frames, client, server) =>
      `${frames}: both ask for a connection before either has seen the SYN of the other: a simultaneous ` +
      `open (RFC 9293, 3.5). The initial sequence numbers (ISN) are ${client} and ${server}; the one whose ` +
      'SYN was captured first is called client here.',
    crossedAcks: (frames) =>
      `${frames}: each answers with SYN and ACK: ack is the ISN of the other + 1, because the SYN takes one ` +
      'number. There is one connection, not two, and from here on it is ESTABLISHED on both sides.',
    repeated: (frames) =>
      `The SYN was sent again (${frames}): mostly no answer reached the client in time.`,
    retried: (again, count, refusals) =>
      `The client tried again (${again}), as Windows does by itself. Refusals in all: ${count} ` +
      `(${refusals}).`,
    synAck: (frame, isn, ack, other) =>
      `Frame ${frame}: the server agrees. SYN: its own ISN is ${isn}. ACK: ack = ${ack}, which is the ` +
      `client's ISN + 1 (${other} + 1): the SYN takes one number, so the next one is expected.`,
    synAckData: (frame, isn, ack, other, bytes) =>
      `Frame ${frame}: the server agrees, and takes the data in the SYN. SYN: its own ISN is ${isn}. ACK: ` +
      `ack = ${ack}, which is the client's ISN + 1 + ${bytes} bytes (${other} + 1 + ${bytes}).`,
    unfit: (frame, ack, expected) =>
      `Frame ${frame}: a SYN-ACK that does not fit the SYN: ack = ${ack}, not ${expected}. The client has ` +
      'to answer it with RST (RFC 9293, 3.5.1): perhaps it belongs to an earlier connection.',
    noSynAck: 'No answer to the SYN was captured.',
    synAckNotCaptured: (frame, ack) =>
      `The SYN-ACK was not captured, but it came: the client acknowledges it in frame ${frame} ` +
      `(ack = ${ack}, the server's ISN + 1).`,
    refused: (frame) =>
      `Frame ${frame}: the server answers with RST: mostly nobody listens on that port (a firewall can ` +
      'answer so too). The program is told "connection refused".',
    ack: (frame, ack, other) =>
      `Frame ${frame}: the client confirms: ack = ${ack}, the server's ISN + 1 (${other} + 1). From here ` +
      'on the connection is ESTABLISHED on both sides, and no SYN is set any more.',
    noAck: 'The third segment, the ACK of the client, was not captured.',
    roundTrip: (whole, answer) =>
      `From SYN to ACK ${whole} passed (initial round trip); the SYN-ACK took ${answer}.`,
    options: ['option', 'client', 'server', 'agreed'],
    mss: (toServer, toClient) => `→ at most ${toServer}, ← ${toClient} bytes`,
    scale: (client, server) => `windows × ${client} and × ${server}`,
    noScale: 'not used: windows up to 65,535',
    sack: 'used: gaps are named',
    timestamps: 'used: round trips are measured',
    unused: 'not used',
    yes: 'yes',
    notOffered: '-',
  },
  exchange: {
    said: (who, bytes, segments, frames) =>
      `${who}: ${bytes} ${bytes === '1' ? 'byte' : 'bytes'}, segments: ${segments} (${frames})`,
    answered: (time) => `, ${time} after the last byte before it`,
    answeredBack: '; how long after the last byte before it is not known: the times go back',
    urgent: (frames) => `; ${frames} carries an urgent byte, which recv does not give by default`,
    missing: (bytes) => `; ${bytes} bytes of it are not in the capture`,
    hidden: (count) => `… ${count} turns (--all shows them)`,
  },
  close: {
    open: 'The capture shows no close: no FIN, and no RST that counts.',
    first: (who, frame) =>
      `The ${who} closed first (frame ${frame}): FIN says "I have nothing more to send". Like SYN it ` +
      'takes one number.',
    fins: (who, frame) =>
      `The ${who} closed its direction (frame ${frame}): FIN says "I have nothing more to send".`,
    unclear:
      'Who closed first cannot be said: the FIN of the other side may have come before, and is not in ' +
      'the capture.',
    second: (who, frame) => `Then the ${who} closed its direction (frame ${frame}).`,
    fin: (who) => `The FIN of the ${who} was not captured.`,
    four: (segments) => `It took four segments: ${segments}. Each direction is closed by itself.`,
    three: (segments) =>
      `It took three segments: ${segments}. The second FIN carried the ACK of the first.`,
    simultaneous: (segments) =>
      `Both sent their FIN before they saw the one of the other: ${segments}.`,
    notCaptured: 'not captured',
    half: (who) => `The ${who} went on sending after the first FIN: a half-closed connection.`,
    timeWait: (who) =>
      `The ${who} waits in TIME_WAIT, so that late segments cannot disturb a new connection on the ` +
      'same ports (60 s on Linux).',
    reset: (who, frame) => `The ${who} reset the connection (RST, frame ${frame}):`,
    likely: 'probably',
    causes: {
      refused: 'mostly nobody listens on that port.',
      'half-open':
        'it does not know this connection (it was restarted, gave it up, or never opened it).',
      'unread-data': 'its program closed, or was killed, while data was unread.',
      aborted:
        'it broke the connection off, as a program does that closes with SO_LINGER 0 (in Node: ' +
        'resetAndDestroy).',
    },
    dataAfterClose:
      'data came after its FIN: so a system answers when its program had closed and nobody is left to ' +
      'read them.',
    doubts: {
      refused: '',
      'half-open':
        'So a system answers where no program holds the connection: with RST and no ACK.',
      'unread-data': 'To close with SO_LINGER 0 looks the same.',
      aborted: 'To close while data is unread looks the same.',
    },
    refusals: (count) => `The client tried again and was refused ${count} times.`,
    unknownState: 'not known',
    ignored: (count) =>
      `Resets that their receiver had to ignore (their numbers do not fit): ${count}.`,
    states: (client, server) => `States at the end: client ${client}, server ${server}.`,
  },
  unusual: {
    original: (frame, original) => `frame ${frame} repeats frame ${original}`,
    notCaptured: (frame) => `frame ${frame}: the original was not captured`,
    copy: (frame, original) => `frame ${frame} is the packet of frame ${original} once more`,
    otherBytes: (frame, original) =>
      `frame ${frame} has the numbers of frame ${original}, but other bytes`,
    behindAck: (frame, ack) => `frame ${frame} is acknowledged by frame ${ack} already`,
    answers: (frame, other) => `frame ${frame} answers frame ${other}, which brought nothing new`,
    sentBeyond: (frame) => `frame ${frame}: bytes behind that number had been sent`,
    unexplained: (frame) =>
      `frame ${frame}: why is not seen, nothing was captured that it could answer`,
    urgentByte: (frame, byte) => `frame ${frame}: the urgent byte is ${byte}`,
    urgentLater: (frame) => `frame ${frame}: the urgent byte comes in a later segment`,
    wireshark: (frame, label) => `frame ${frame}: Wireshark says ${label}`,
    oneDirection: (seen, unseen, acks) =>
      `Only segments of the ${seen} were captured, none of the ${unseen}. Their ACKs show that the ` +
      `${unseen} spoke too: ${acks}. What it sent, when, and its states cannot be known from this capture.`,
    unseenAck: (ack, frame) => `ack ${ack} (frame ${frame})`,
    unseenSyn: ', its SYN',
    unseenBytes: (count) => `, ${count} bytes more`,
    unseenLast: (count) => `, ${count} numbers more: bytes, the last perhaps a FIN`,
    unseenFin: ', one number more: its FIN, or a byte',
    backInTime: (frames) =>
      `The times of the capture go back: ${frames} has an earlier time than the frame before it. Times ` +
      'between such frames say nothing.',
    dropped: (count) =>
      `${count} packets were lost by the capturing program, not by TCP. Segments "not captured" may ` +
      'be among them.',
    offloaded: (count) =>
      `Checksums that are not filled in yet: ${count}. The network card would do it (offload). Wireshark ` +
      'may call them incorrect; nothing is wrong.',
    wrong: (frames) => `Wrong checksums: ${frames}. The receiver drops such segments.`,
  },
};

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
      `It was not captured: the first segment here (frame ${frame}) belongs to a connection that is ` +
      'open already. To see the handshake, start the capture before the client. Without it the ' +
      'initial sequence numbers, the options and the scale of the windows are not known.',
    syn: (frame, isn) =>
      `Frame ${frame}: the client asks for a connection. SYN is set, ACK is not: there is nothing to ` +
      `acknowledge yet. Its initial sequence number (ISN) is ${isn}, chosen at random; Wireshark ` +
      'shows it as 0, counting from it.',
    noSyn: 'The first segment, the SYN of the client, was not captured.',
    synData: (bytes) => `The SYN carries ${bytes} bytes of data already (TCP Fast Open).`,
    crossed: (frames, client, server) =>
      `${frames}: both ask for a connection before either has seen the SYN of the other: a simultaneous ` +
      `open (RFC 9293, 3.5). The initial sequence numbers (ISN) are ${client} and ${server}; the one whose ` +
      'SYN was captured first is called client here.',
    crossedAcks: (frames) =>
      `${frames}: each answers with SYN and ACK: ack is the ISN of the other + 1, because the SYN takes one ` +
      'number. There is one connection, not two, and from here on it is ESTABLISHED on both sides.',
    repeated: (frames) => `The SYN was sent again (${frames}): there was no answer in time.`,
    synAck: (frame, isn, ack, other) =>
      `Frame ${frame}: the server agrees. SYN: its own ISN is ${isn}. ACK: ack = ${ack}, which is the ` +
      `client's ISN + 1 (${other} + 1): the SYN takes one number, so the next one is expected.`,
    noSynAck: 'No answer to the SYN was captured.',
    refused: (frame) =>
      `Frame ${frame}: the server answers with RST: nobody listens on that port. The program is told ` +
      '"connection refused".',
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
    missing: (bytes) => `; ${bytes} bytes of it are not in the capture`,
    hidden: (count) => `… ${count} turns (--all shows them)`,
  },
  close: {
    open: 'The capture ends while the connection is open.',
    first: (who, frame) =>
      `The ${who} closed first (frame ${frame}): FIN says "I have nothing more to send". Like SYN it ` +
      'takes one number.',
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
      refused: 'nobody listens on that port.',
      'half-open': 'it does not know this connection (it was restarted, or never opened it).',
      'unread-data': 'its program closed, or was killed, while data was unread.',
      aborted: 'its program broke it off: it closed with SO_LINGER 0 (in Node: resetAndDestroy).',
    },
    dataAfterClose: 'data came after its program had closed: nobody is left to read them.',
    doubts: {
      refused: '',
      'half-open':
        'So a system answers where no program holds the connection: with RST and no ACK.',
      'unread-data': 'To close with SO_LINGER 0 looks the same.',
      aborted: 'To close while data is unread looks the same.',
    },
    ignored: (count) =>
      `Resets that their receiver had to ignore (outside of the window): ${count}.`,
    states: (client, server) => `At the end the client is ${client}, the server ${server}.`,
  },
  unusual: {
    original: (frame, original) => `frame ${frame} repeats frame ${original}`,
    notCaptured: (frame) => `frame ${frame}: the original was not captured`,
    wireshark: (frame, label) => `frame ${frame}: Wireshark says ${label}`,
    dropped: (count) =>
      `${count} packets were lost by the capturing program, not by TCP. Segments "not captured" may ` +
      'be among them.',
    offloaded: (count) =>
      `Checksums that are not filled in yet: ${count}. The network card would do it (offload). Wireshark ` +
      'may call them incorrect; nothing is wrong.',
    wrong: (frames) => `Wrong checksums: ${frames}. The receiver drops such segments.`,
  },
};

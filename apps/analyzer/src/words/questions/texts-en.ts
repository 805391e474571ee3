import type { QuestionTexts } from './question-texts.ts';

const NOT_CAPTURED =
  'was not captured. Did the capture begin after the connection was opened? Start it before the client.';

export const EN: QuestionTexts = {
  asked: {
    handshake: 'How does the TCP three-way handshake work?',
    tcpAndUdp: 'What is the difference between TCP and UDP?',
    threads: 'Why does a server need multi-threading?',
    client: 'What are the IP address and port of the client?',
    server: 'What are the IP address and port of the server?',
    syn: 'What is the sequence number of the SYN, and what identifies it as a SYN?',
    synAck:
      'What are the sequence number and the ack of the SYN-ACK, how was the ack determined, and is SACK permitted?',
    firstData: 'Which is the first data segment?',
    roundTrips:
      'The first six data segments: when sent, when acknowledged, sample RTT, estimated RTT (α = 0.125)?',
    lengths: 'What are the lengths of those six segments?',
    window: 'What is the smallest window the receiver offers, and does it hold the sender back?',
    retransmissions: 'Were segments retransmitted? What was checked?',
    acknowledgements: 'How much does an ACK usually cover, and where are ACKs delayed?',
    throughput: 'What is the throughput, and how is it computed?',
    growth: 'Where are slow start and congestion avoidance in the time-sequence graph?',
    text: 'Which frames carry the text sent, and the text received?',
    echo: 'What is the round trip of the echo?',
    close: 'Who closed first, with how many segments, and who waits in TIME_WAIT?',
    reset: 'Why was there a reset?',
    datagrams: 'Which datagrams were sent, with how many bytes, and what was in them?',
    answers: 'Which datagram answers which, and after what time?',
    lost: 'Are there questions without an answer, and why?',
    udpConversations: 'How many UDP conversations are there, and between whom?',
    connections: 'How many connections are there, and what is the state of each?',
  },
  noData: 'There is no segment with data in this connection.',
  more: (count) => `… and ${count} more`,
  guide: {
    proved:
      'After these three segments both sides know the initial sequence number (ISN) of the other, and each ' +
      'knows that the other has received its own. Data can then flow in both directions.',
    tcp:
      'TCP opens a connection, numbers every byte, acknowledges what has come, and sends again what was ' +
      'lost. The bytes arrive complete and in order, as a stream without borders between messages.',
    udp:
      'UDP sends single datagrams, without a connection, sequence numbers, ACKs or retransmission. Messages ' +
      'keep their borders, but a datagram may be lost, doubled, or overtaken. Its header has 8 bytes, that ' +
      'of TCP 20 to 60.',
    tcpHere: (stream, segments, withData, bytes, again) =>
      `In this capture, TCP stream ${stream}: ${segments} segments for ${bytes} bytes of data. ${withData} ` +
      `carry data; the others open, acknowledge or close. Sent again: ${again}.`,
    noTcpHere: 'There is no TCP here. To compare, capture this too:',
    udpHere: (datagrams, bytes, conversations, unanswered) =>
      `In this capture, UDP: ${datagrams} datagrams for ${bytes} bytes of data, conversations: ` +
      `${conversations}. None opens, acknowledges or closes. Without an answer: ${unanswered}; UDP sends ` +
      'nothing again.',
    udpDetails: 'Details: --filter=udp',
    noUdpHere: 'There is no UDP here. To compare, capture this too:',
    noHandshake:
      'UDP has no handshake: the first datagram carries data already. Capture TCP as well:',
  },
  threads: {
    why:
      'A program that waits for one client (accept, recv) cannot serve another one meanwhile. With a thread ' +
      'for each client, every client is waited for by its own thread.',
    connected: (clients, server, most) =>
      `In this capture ${clients} clients connected to ${server}, at most ${most} at once.`,
    atOnce: (most, first, second, frame) =>
      `The server serves up to ${most} clients at once: stream ${second} was answered (frame ${frame}) ` +
      `while stream ${first} was still being served.`,
    anyway: 'A capture does not show threads: an event loop in one thread looks the same.',
    queue: 'The server serves one client at a time; the others are connected, but wait:',
    waited: (stream, asked, answered, wait, behind, gone) =>
      `stream ${stream}: frame ${asked} asks, frame ${answered} answers, ${wait} later, after stream ` +
      `${behind} was done (frame ${gone})`,
    longest: (wait, stream) => `The longest wait for a first answer: ${wait} (stream ${stream}).`,
    notSeen: 'Whether anybody waited is not seen: answers came before another client asked.',
    compare: 'To compare, capture both, each with many clients:',
    datagrams:
      'UDP has no connections: one socket receives the datagrams of all clients one by one. A slow answer ' +
      'holds up the next one; what does not fit into the buffer is lost.',
  },
  datagrams: {
    one: 'One send is one datagram, and one recv:',
    noAnswer: 'No datagram of the client is answered in this capture.',
    times: (least, middle, most) =>
      `Fastest ${least}, median ${middle}, slowest ${most}, measured where it was captured.`,
    noneLost: 'None: every datagram of the client was answered.',
    unknownWhy:
      'Why is not seen: the datagram or its answer was lost, or the program does not answer. No ICMP ' +
      'message was captured.',
    count: (frames) => `${frames} frames`,
  },
  opening: {
    guessed:
      ' The handshake was not captured; the client is taken to be the side with the larger port.',
    noSyn: `The SYN ${NOT_CAPTURED}`,
    syn: (raw) => `${raw}, shown relative as 0. The flags SYN = 1 and ACK = 0 identify it.`,
    repeated: (frames) => ` It was sent again in ${frames}.`,
    retried: (frames) => ` It was refused, and the client tried again in ${frames}.`,
    refused: 'There is none: the server refused with RST.',
    noSynAck: `The SYN-ACK ${NOT_CAPTURED}`,
    noAnswer: 'No SYN-ACK was captured, although the SYN was.',
    oneDirection: (seen, unseen) =>
      ` Only segments of the ${seen} were captured, none of the ${unseen}.`,
    synAck: (seq, ack, client) =>
      `Sequence number ${seq} (relative 0), ack ${ack}: the client's ISN + 1 (${client} + 1, relative 1), ` +
      'because the SYN takes one number.',
    taken: (bytes) => ` The ack covers ${bytes} bytes of data in the SYN too.`,
    unfit: (seq, ack) =>
      `Sequence number ${seq} (relative 0), ack ${ack}: that does not fit the captured SYN!`,
    sack: 'The server permits SACK.',
    noSack: 'The server does not offer SACK.',
  },
  data: {
    first: (who, seq, raw, bytes, text) =>
      `From the ${who}: seq ${seq} (raw ${raw}), ${bytes} bytes: ${text}`,
    measured: (sender) =>
      `Of the data of the ${sender} (the other side did not send more), measured where it was captured. Times since the first segment of the connection; ` +
      'estimate = 0.875 × estimate + 0.125 × sample. Repeated segments do not count (Karn).',
    nearReceiver:
      'The capture was made near the receiver: this is how fast it reacts, not the round trip over the network.',
    columns: ['frame', 'sent', 'ACK', 'acked', 'sample', 'estimate'],
    lengths: (list) => `${list} bytes.`,
    cut: ' Those beyond the MSS are not so on the wire: the network card cuts or joins them (offloading).',
  },
  flow: {
    noWindow: 'No segment of the receiver was captured, so its window is not known.',
    smallest: (bytes, frame) => `${bytes} bytes (frame ${frame}).`,
    inSyn: 'The window in a SYN is never scaled.',
    held: (frames) => `Yes, it held the sender back: window full or zero in ${frames}.`,
    unknownFlight:
      'Whether it holds back cannot be said: too little was captured to know how much waited for an ACK.',
    free: (bytes) => `It does not: at most ${bytes} bytes waited for an ACK at once.`,
    unscaled: 'The scale of the windows is not known: not both SYNs were captured.',
    again: (frames) => `Yes: ${frames}.`,
    never: 'No.',
    checked: (count) =>
      `Checked: the sequence numbers of ${count} segments; a repeated one carries numbers that were sent before.`,
    otherBytes: (frames) =>
      `Not repetitions: ${frames}. The numbers were sent before, but with other bytes.`,
    retried: (frames) => `After a refusal the SYN came again: ${frames}.`,
    twice: (frames) => `Not retransmissions, only captured twice: ${frames}.`,
    noAck: 'No ACK of data was captured.',
    median: (bytes, acks) => `The median is ${bytes} bytes an ACK (number of ACKs: ${acks}).`,
    several: (count, frames) => `Two or more segments are covered by ${count} of them: ${frames}.`,
    single: 'None covers more than one segment.',
    near: {
      sender: (way) =>
        `The capture was made near the sender: without any delay an ACK comes a round trip (${way}) after its data.`,
      receiver: () =>
        'The capture was made near the receiver: the time to an ACK is how long the receiver waited.',
      between: (way) =>
        `The capture was made between both: without any delay an ACK comes ${way} after its data.`,
      local: () => 'Both ends are near, as on one machine: an ACK without delay comes at once.',
    },
    noWay:
      'Whether they were delayed cannot be said: without the handshake the round trip is not known.',
    late: (time, way, frames) =>
      `${time} or more later than that way (${way}), so mostly delayed: ${frames}.`,
    prompt: 'None was delayed for long; an ACK is delayed only where no data goes back.',
    moment: 'It takes more than one moment.',
    back: 'The times of the capture go back: no duration follows from them.',
    throughput: (rate, bytes, sender, seconds, ack) =>
      `${rate} bytes/s: ${bytes} bytes of data from the ${sender}, divided by ${seconds} s from the ` +
      `first data segment to ${ack === 0 ? 'the last one (its ACK was not captured)' : 'the last ACK'}, ` +
      'pauses of the programs included. Headers and repetitions do not count.',
  },
  growth: {
    tooLittle: (bytes, window) =>
      `They cannot be seen here: ${bytes} bytes fit into the initial window (${window} bytes, ` +
      'RFC 6928). Capture a larger transfer over a real network.',
    noRoundTrip: 'The round trip is not known: the handshake was not captured.',
    inFlight: (list) => `Bytes in flight, the most in each round trip: ${list}.`,
    slowStart: (rounds) =>
      `Up to number ${rounds} they grow fast, as in slow start (about double each time); after that ` +
      'slowly or not at all, as in congestion avoidance, or held by window and program.',
    noSlowStart:
      'No doubling is seen: mostly program or window hold the sender back then, not slow start.',
  },
  exchange: {
    bytes: (count) => `${count} bytes`,
    noReply: 'No message of the client is answered by the server in this capture.',
    measured: 'From the message to the start of its answer, where it was captured:',
    same: 'the same text came back',
    other: 'the text differs',
    back: 'not known, the times go back',
  },
  close: {
    noReset: 'There is no reset in this connection.',
    resetIn: (streams) =>
      `There is no reset in this connection; there is one in stream ${streams} (--stream N).`,
  },
};

import { REPORT_TEXTS } from '@praktikum/capture-report';
import { HEADER_TEXTS } from './header-texts.ts';
import type { PageTexts } from './page-texts.ts';

export const EN: PageTexts = {
  ...REPORT_TEXTS.en,
  skip: 'To the ladder',
  language: 'Language',
  licences: 'The graphs are drawn by Apache ECharts with zrender; their licences',
  contents: 'Contents',
  summary: (packets, tcp, udp) =>
    `${packets} packets, TCP connections: ${tcp}, UDP conversations: ${udp}`,
  incomplete: 'The capture is cut or damaged; this is what could be read of it.',
  nothing: 'There is no TCP or UDP conversation to show.',
  frame: (number) => `frame ${number}`,
  scroll: '↔ Scroll sideways to see all of it.',
  conversations: {
    title: 'Conversations',
    caption: 'The conversations of the capture. A column title sorts; a number shows a connection.',
    filter: 'Filter',
    filterHint: 'address, port, state …',
    shown: (shown, all) => `${shown} of ${all}`,
    more: (count) => `Show ${count} more`,
    leftOut: (count) => `${count} more conversations are not in this table.`,
    limited: (held, all) =>
      `This report holds ${held} of ${all} conversations in full. The others: --stream N or --filter.`,
    select: (stream) => `Show stream ${stream}`,
    notIncluded: 'not in this report',
    sort: 'sort',
    columns: {
      stream: 'No.',
      protocol: 'Protocol',
      client: 'Client',
      server: 'Server',
      frames: 'Frames',
      sent: 'Bytes →',
      received: 'Bytes ←',
      duration: 'Seconds',
      retransmissions: 'Sent again',
      ending: 'State',
    },
  },
  ladder: {
    title: (stream) => `Ladder of stream ${stream}`,
    about:
      'Client left, server right, time down; numbers are relative. Point at an arrow to see its headers, ' +
      'click it (or press Enter) to follow it everywhere. Keys: ↑ ↓ Page Up Page Down Home End.',
    started: (time) => `Its first frame was captured at ${time} (UTC).`,
    label: (count) => `Ladder, ${count} frames`,
    rung: (frame, seconds, direction, said) =>
      `Frame ${frame}, ${seconds} s, ${direction}: ${said}`,
    toClient: 'server to client',
    toServer: 'client to server',
    carries: (text) => `carries ${text}`,
    states: (client, server) => `client ${client}, server ${server}`,
    printed: (hidden) => `… ${hidden} frames are not printed …`,
    aboutDatagrams:
      'Client (who sent first) on the left, server on the right, time downwards. Point at an arrow to see its ' +
      'headers, click it (or press Enter) to follow it. Keys: ↑ ↓ Page Up Page Down Home End.',
    leftOut: (count) => `${count} further frames are beyond the limit of this report.`,
    chosen: 'chosen',
    related: 'belongs to it',
    legend: 'Legend',
    kinds: {
      syn: 'SYN: opens',
      fin: 'FIN: closes',
      rst: 'RST: breaks off (×)',
      data: 'data',
      ack: 'ACK alone',
      unusual: 'dashed, with !: unusual',
    },
    goTo: 'Go to frame',
    go: 'Go',
    noFrame: (frame) => `Frame ${frame} is not in this conversation.`,
  },
  panel: {
    title: (frame) => `Frame ${frame}`,
    hint: 'No frame is chosen.',
    after: (seconds, direction) => `${seconds} s after its first frame, ${direction}`,
    acknowledges: 'Acknowledges',
    acknowledgedBy: 'Acknowledged by',
    answers: 'Answers',
    answeredBy: 'Answered by',
    roundTrip: (time) => `${time} later`,
    repeats: 'Repeats',
    inFlight: (bytes) => `In flight after it: ${bytes} bytes`,
    wireshark: (labels) => `Wireshark says ${labels}`,
    payload: (bytes) => `Payload: ${bytes} bytes`,
    payloadCut: (bytes) => `The first ${bytes} bytes:`,
    options: 'Options of the TCP header',
    noOptions: 'No options.',
    meaning: 'What the fields mean',
    bits: 'bits',
    extensions: (bytes) => `Behind it: ${bytes} bytes of options or extension headers.`,
  },
  graphs: {
    title: 'Graphs',
    about:
      'A click on a point chooses its frame. The slider below a graph shows a part of it; Ctrl and the ' +
      'mouse wheel do the same.',
    direction: 'Data of the',
    seconds: 'seconds since the first segment',
    empty: 'There is nothing to draw: this side sent no data, or nothing was measured.',
    tooShort: (side, count) =>
      `Not drawn: segments with data from the ${side}: ${count}, too few for a graph. Capture a larger transfer, ` +
      'such as: node praktikum client --file README.md',
    thinned: (drawn, all) => `${drawn} of ${all} points are drawn; zoom in to see them all.`,
    asTable: 'As a table',
    tableCut: (rows, all) => `${rows} of ${all} rows`,
    summary: (points, least, most) => `${points} points, from ${least} to ${most}.`,
    sequence: {
      title: 'Time and sequence number',
      y: 'relative sequence number',
      about:
        'Each point is the end of a data segment, the line below is what the other side has acknowledged. ' +
        'Steeper is faster; a triangle is a segment that was sent again.',
    },
    roundTrip: {
      title: 'Round trip',
      y: 'ms',
      about:
        'From a segment to the ACK that ends at it, and the estimate that TCP keeps (α = 0.125). Measured ' +
        'where the capture was taken: at the receiver it is nearly 0.',
    },
    window: {
      title: 'Window and bytes in flight',
      y: 'bytes',
      about:
        'The room the receiver offers, and what is sent and not yet acknowledged. Where they meet, the ' +
        'receiver holds the sender back.',
    },
    throughput: {
      title: 'Throughput',
      y: 'bytes per second',
      about: 'Payload sent in each interval, repeated segments included, headers not.',
    },
    series: {
      data: 'data',
      repeated: 'sent again',
      acknowledged: 'acknowledged',
      sample: 'sample',
      estimate: 'estimate',
      offered: 'window offered',
      flight: 'in flight',
      rate: 'throughput',
      chosen: 'chosen frame',
    },
    value: (value) => value.toLocaleString('en'),
    rounded: (value, digits) => value.toLocaleString('en', { maximumSignificantDigits: digits }),
  },
  explanation: {
    title: (stream) => `Explanation of stream ${stream}`,
    datagrams: 'Questions and answers',
    moreTurns: (count) => `… and ${count} more turns`,
  },
  answers: {
    title: (stream) => `The questions of the report, answered from stream ${stream}`,
    evidence: 'Evidence:',
    missing: 'not in this capture',
  },
  header: HEADER_TEXTS.en,
};

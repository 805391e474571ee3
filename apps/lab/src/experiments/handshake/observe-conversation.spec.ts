import { describe, expect, it } from '@jest/globals';
import type { ExplainedConnection } from '../../analysis/explained-capture.ts';
import { connectionFindings } from './connection-findings.ts';
import { framesTable, MOST_FRAMES } from './observe-conversation.ts';

const SEGMENT = {
  frame: 1,
  at: 0,
  from: 'client',
  flags: ['SYN'],
  sequence: 0,
  acknowledgement: 0,
  length: 0,
  labels: [],
  wiresharkLabels: [],
  originalFrame: null,
  text: '',
} as const;

const CONNECTION: ExplainedConnection = {
  protocol: 'TCP',
  client: '127.0.0.1:40000',
  server: '127.0.0.1:12345',
  handshake: {
    syn: { frame: 1, rawSequence: 1000 },
    synAck: { frame: 2, rawSequence: 5000 },
    ack: { frame: 3, rawAcknowledgement: 5001 },
    roundTrip: 0.000025,
  },
  exchange: [
    { from: 'client', frames: [4], bytes: 21 },
    { from: 'server', frames: [6, 7], bytes: 36 },
  ],
  close: {
    closedFirst: 'client',
    segments: 4,
    finFrames: { client: 8, server: 9 },
    reset: null,
  },
  segments: [SEGMENT, { ...SEGMENT, frame: 4, flags: ['PSH', 'ACK'], length: 21, text: 'halo' }],
};

const sentences = (connection: ExplainedConnection) =>
  connectionFindings(connection, 'c.pcapng').map(({ text }) => text.en);

describe('what a capture shows of a connection', () => {
  it('is said with its frames', () => {
    expect(sentences(CONNECTION)).toEqual([
      'Three segments opened the connection: SYN (frame 1), SYN-ACK (frame 2), ACK (frame 3); from SYN to ACK 0.025 ms passed.',
      'Initial sequence numbers (ISN): client 1000, server 5000. Each was acknowledged with ISN + 1.',
      'The client sent 21 bytes (frame 4).',
      'The server sent 36 bytes (frames 6, 7).',
      'The client closed first: FIN in frame 8, then the FIN of the other side in frame 9; the close took 4 segments.',
      'Of 2 frames, 1 carried data; the others opened, acknowledged or closed the connection.',
    ]);
    const [handshake] = connectionFindings(CONNECTION, 'c.pcapng');
    expect(handshake?.cites).toEqual([{ file: 'c.pcapng', frames: [1, 2, 3] }]);
  });

  it('is not invented where it was not seen', () => {
    const unseen: ExplainedConnection = {
      ...CONNECTION,
      handshake: { syn: null, synAck: null, ack: null, roundTrip: null },
      exchange: [],
      close: { ...CONNECTION.close, closedFirst: null },
    };
    expect(sentences(unseen).slice(0, 3)).toEqual([
      'This capture does not hold the whole handshake.',
      'No data was sent in this capture.',
      'This capture does not hold the close of the connection.',
    ]);
  });

  it('says who was silent, who reset, and whose FIN is missing', () => {
    const { exchange, close } = CONNECTION;
    const silent = sentences({ ...CONNECTION, exchange: exchange.slice(0, 1) });
    expect(silent).toContain('The server sent no data.');
    const reset = { frame: 5, by: 'server' };
    expect(sentences({ ...CONNECTION, close: { ...close, reset } })).toContain(
      'The server reset the connection with RST (frame 5).',
    );
    const finFrames = { client: 8, server: null };
    expect(sentences({ ...CONNECTION, close: { ...close, finFrames } })).toContain(
      'The client closed first: FIN in frame 8; the FIN of the other side is not in the capture.',
    );
  });
});

describe('the table of frames', () => {
  it('has a row for each frame', () => {
    const { header, rows, caption } = framesTable(CONNECTION);
    expect(caption.id).toBe(
      'Frame koneksi 127.0.0.1:40000 → 127.0.0.1:12345 (seq dan ack relatif)',
    );
    expect(header.map(({ en }) => en)).toEqual([
      'Frame',
      'Seconds',
      'From',
      'Flags',
      'Seq',
      'Ack',
      'Bytes',
      'Content',
    ]);
    expect(rows[0]).toEqual([
      '1',
      { id: '0,000000', en: '0.000000' },
      'client',
      'SYN',
      '0',
      '',
      '0',
      '',
    ]);
    expect(rows[1]?.slice(3)).toEqual(['PSH, ACK', '0', '0', '21', 'halo']);
  });

  it('lists the first frames of a long conversation and counts the rest', () => {
    const segments = Array.from({ length: MOST_FRAMES + 7 }, (_, at) => ({
      ...SEGMENT,
      frame: at + 1,
    }));
    const { rows, caption } = framesTable({ ...CONNECTION, segments });
    expect(rows).toHaveLength(MOST_FRAMES);
    expect(caption.en).toMatch(/; 7 further frames are not shown$/);
  });
});

import {
  addressText,
  type Frame,
  Label,
  labelNames,
  type TcpSegment,
  readIcmp,
  timeText,
  undecoded,
} from '@praktikum/capture';

const REPEATED = Label.RETRANSMISSION | Label.OUT_OF_ORDER | Label.CAPTURE_DUPLICATE;

/** A packet as a line of JSON; the keys of TCP are those of Wireshark's fields. */
export function packetLine(frame: Frame, segment: TcpSegment | undefined): string {
  const time = frame.timed ? `"${timeText(frame)}"` : 'null';
  const head = `{"number":${frame.number},"time":${time}`;
  if (segment) return `${head}${ends(frame)}${tcp(segment)}}\n`;
  if (frame.transport === 'udp')
    return `${head}${ends(frame)},"udpLength":${frame.payloadLength}}\n`;
  const text = frame.ipVersion === 0 ? head : `${head}${addresses(frame)}`;
  return `${text}${reasons(frame)}}\n`;
}

function addresses(frame: Frame): string {
  const source = addressText(frame.addresses, 0, frame.ipVersion);
  const destination = addressText(frame.addresses, 4, frame.ipVersion);
  return `,"src":"${source}","dst":"${destination}"`;
}

function ends(frame: Frame): string {
  return `${addresses(frame)},"srcPort":${frame.sourcePort},"dstPort":${frame.destinationPort}`;
}

function tcp(segment: TcpSegment): string {
  const numbers =
    `,"stream":${segment.conversation.stream},"flags":${segment.flags}` +
    `,"seq":${segment.relativeSequence},"ack":${segment.relativeAcknowledgement}` +
    `,"len":${segment.payloadLength},"window":${segment.scaledWindow}` +
    `,"rawSeq":${segment.sequence},"rawAck":${segment.acknowledgement}`;
  return `${numbers}${measures(segment)}${states(segment)}${labels(segment)}`;
}

/** Why there is nothing to say beyond the addresses. */
function reasons(frame: Frame): string {
  const message = readIcmp(frame);
  const unknown = undecoded(frame);
  if (message) return `,"icmp":${JSON.stringify(message)}`;
  const text = unknown ? `,"undecoded":${JSON.stringify(unknown.text)}` : '';
  return frame.fault === undefined ? text : `${text},"fault":${JSON.stringify(frame.fault)}`;
}

/** The states of client and server after the segment. */
function states({ conversation }: TcpSegment): string {
  const { client, lifecycle } = conversation;
  const server = client === 0 ? 1 : 0;
  return `,"states":["${lifecycle.states[client]}","${lifecycle.states[server]}"]`;
}

function measures(segment: TcpSegment): string {
  let text = '';
  if (segment.roundTrip >= 0) text += `,"ackRtt":${segment.roundTrip / 1e9}`;
  const { initialRoundTrip } = segment.conversation;
  if (initialRoundTrip >= 0) text += `,"iRtt":${initialRoundTrip / 1e9}`;
  if (segment.bytesInFlight >= 0) text += `,"bytesInFlight":${segment.bytesInFlight}`;
  if (segment.duplicateAck > 0) {
    text += `,"dupAckNum":${segment.duplicateAck},"dupAckFrame":${segment.duplicateAckFrame}`;
  }
  if ((segment.labels & REPEATED) !== 0) {
    text += `,"originalFrame":${segment.originalFrame || null}`;
    text += `,"originalCaptured":${segment.originalCaptured}`;
  }
  return text;
}

function labels(segment: TcpSegment): string {
  const wireshark = JSON.stringify(labelNames(segment.wiresharkLabels));
  if (segment.labels === segment.wiresharkLabels) return `,"analysis":${wireshark}`;
  return `,"analysis":${wireshark},"labels":${JSON.stringify(labelNames(segment.labels))}`;
}

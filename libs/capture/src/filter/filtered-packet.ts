import type { Frame } from '../frame/frame.ts';
import type { TcpSegment } from '../tcp/flow/tcp-segment.ts';
import type { UdpDatagram } from '../udp/udp-tracker.ts';

/** What a filter looks at: a frame, and what the trackers said of it. */
export interface FilteredPacket {
  readonly frame: Frame;
  readonly segment: TcpSegment | undefined;
  readonly datagram: UdpDatagram | undefined;
}

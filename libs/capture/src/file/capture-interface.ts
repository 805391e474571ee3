/** What a capture says about one of the interfaces it was taken on. */
export interface CaptureInterface {
  /** Position in `reader.interfaces`, over all sections. */
  readonly id: number;
  /** LINKTYPE_ number. */
  readonly linkType: number;
  /** Most bytes kept of a packet; 0: no limit. */
  readonly snapLength: number;
  readonly name?: string;
  readonly description?: string;
  /** Capture filter, such as `tcp port 12345`. */
  readonly filter?: string;
  /** Operating system of the capturing machine. */
  readonly system?: string;
  /** Ticks of the clock in a second: 1e6 unless the file says otherwise. */
  readonly ticksPerSecond: number;
  /** Filled when the file holds interface statistics (dumpcap writes them last). */
  statistics?: InterfaceStatistics;
}

/** Counters of the capturing machine; a counter it did not write is absent. */
export interface InterfaceStatistics {
  /** Packets that reached the interface. */
  readonly received?: bigint;
  /** Packets the interface dropped for want of room. Losses here are not TCP's. */
  readonly dropped?: bigint;
  /** Packets the filter accepted. */
  readonly accepted?: bigint;
  /** Packets the operating system dropped. */
  readonly droppedBySystem?: bigint;
  /** Packets delivered to the capturing program. */
  readonly delivered?: bigint;
}

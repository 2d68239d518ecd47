/** A fact that took a time: seconds of opening hours and by the clock, and whose it was. */
export interface TimedFact {
  open: number;
  clock: number;
  /** Empty for none, as those below. */
  channel: string;
  teamId: string;
  staffId: string;
}

/** The parts of a timed fact that durations are told apart by. */
export type Belongs = Pick<TimedFact, 'channel' | 'teamId' | 'staffId'>;

/**
 * A day's durations: three columns of 32-bit numbers, little-endian, in base64. A busy month has some hundred thousand,
 * and a report that reads them as lists of JSON spends most of its time on that.
 */
export interface DayTimes {
  open: string;
  clock: string;
  /** Places in `groups`. */
  group: string;
  groups: [channel: string, teamId: string, staffId: string][];
}

const toBase64 = (numbers: Uint32Array): string =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');

/** A column's numbers. */
export const readColumn = (base64: string): Uint32Array => {
  const bytes = Buffer.from(base64, 'base64');
  // Small buffers share one memory, in which they begin anywhere.
  return bytes.byteOffset % 4 === 0
    ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
    : new Uint32Array(Uint8Array.from(bytes).buffer);
};

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Packs durations, in an order of their own: the same facts are the same columns. */
export const packTimes = (facts: TimedFact[]): DayTimes => {
  facts.sort(
    (one, other) =>
      one.open - other.open ||
      one.clock - other.clock ||
      compareText(one.channel, other.channel) ||
      compareText(one.teamId, other.teamId) ||
      compareText(one.staffId, other.staffId),
  );
  const places = new Map<string, number>();
  const groups: DayTimes['groups'] = [];
  const group = facts.map(({ channel, teamId, staffId }) => {
    const key = `${channel}|${teamId}|${staffId}`;
    const place = places.get(key) ?? groups.push([channel, teamId, staffId]) - 1;
    places.set(key, place);
    return place;
  });
  return {
    open: toBase64(Uint32Array.from(facts, ({ open }) => open)),
    clock: toBase64(Uint32Array.from(facts, ({ clock }) => clock)),
    group: toBase64(Uint32Array.from(group)),
    groups,
  };
};

export const unpackTimes = ({ open, clock, group, groups }: DayTimes): TimedFact[] => {
  const clocks = readColumn(clock);
  const places = readColumn(group);
  return Array.from(readColumn(open), (seconds, index) => {
    const [channel = '', teamId = '', staffId = ''] = groups[places[index] ?? -1] ?? [];
    return { open: seconds, clock: clocks[index] ?? 0, channel, teamId, staffId };
  });
};

import type { LiveCaps, Reader } from '../liveTypes.ts';

/** What the caps count a stream by. */
export interface CountedStream {
  siteId: string;
  reader: Reader;
  address: string;
}

/** How many streams are open against the caps. */
export interface StreamCounts {
  /** True when one more stream like this would be beyond a cap. */
  isFull(stream: CountedStream): boolean;
  add(stream: CountedStream): void;
  remove(stream: CountedStream): void;
}

/** Keys that a stream counts under, each with its cap. */
const capsOf = ({ siteId, reader, address }: CountedStream, caps: LiveCaps): [string, number][] => {
  if (reader.kind === 'topic')
    return [
      [`topics ${siteId}`, caps.topicsPerSite],
      [`topics of ${address}`, caps.perAddress],
    ];
  const all: [string, number][] = [
    [`site ${siteId}`, caps.perSite],
    [`address ${address}`, caps.perAddress],
  ];
  if (reader.kind === 'visitor') all.push([`visitor ${siteId} ${reader.visitorId}`, caps.perVisitor]);
  return all;
};

export const createStreamCounts = (caps: LiveCaps): StreamCounts => {
  const counts = new Map<string, number>();
  const change = (stream: CountedStream, by: 1 | -1): void => {
    for (const [key] of capsOf(stream, caps)) {
      const count = (counts.get(key) ?? 0) + by;
      if (count > 0) counts.set(key, count);
      else counts.delete(key);
    }
  };
  return {
    isFull: (stream) => capsOf(stream, caps).some(([key, cap]) => (counts.get(key) ?? 0) >= cap),
    add: (stream) => change(stream, 1),
    remove: (stream) => change(stream, -1),
  };
};

import type { LiveCaps, Reader } from '../liveTypes.ts';

/** A stream as the caps count it. */
export interface CountedStream {
  siteId: string;
  reader: Reader;
  address: string;
}

/** The cap that a stream would exceed. */
export type FullReason = 'site' | 'address' | 'visitor' | 'staff' | 'topics';

/** Counts of open streams against the caps. */
export interface StreamCounts {
  /** The cap that one more stream like this would be beyond; null when there is room. */
  fullBy(stream: CountedStream): FullReason | null;
  add(stream: CountedStream): void;
  remove(stream: CountedStream): void;
}

/** Keys that a stream counts under, each with its cap and what it is called. */
const capsOf = (
  { siteId, reader, address }: CountedStream,
  caps: LiveCaps,
): [string, number, FullReason][] => {
  if (reader.kind === 'topic')
    return [
      [`topics ${siteId}`, caps.topicsPerSite, 'topics'],
      [`topics of ${address}`, caps.perAddress, 'address'],
    ];
  // Who is logged in never waits for visitors who share the address: a shop's own guests are behind the same router.
  if (reader.kind === 'staff' || reader.kind === 'moderator')
    return [[`staff of ${address}`, caps.staffPerAddress, 'staff']];
  return [
    [`site ${siteId}`, caps.perSite, 'site'],
    [`address ${address}`, caps.perAddress, 'address'],
    [`visitor ${siteId} ${reader.visitorId}`, caps.perVisitor, 'visitor'],
  ];
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
    fullBy: (stream) => capsOf(stream, caps).find(([key, cap]) => (counts.get(key) ?? 0) >= cap)?.[2] ?? null,
    add: (stream) => change(stream, 1),
    remove: (stream) => change(stream, -1),
  };
};

/**
 * The overhead of an object or array besides its contents, bytes: its header, its shape, its place in what holds it.
 */
const objectBytes = 64;
/** A property, an element, a number. */
const slotBytes = 16;

/**
 * About how many bytes of memory a plain value holds: what bounds a cache must count everything in it, not the one part
 * that is usually the largest. Texts count two bytes a code unit, the most that they take.
 */
export const bytesHeld = (value: unknown): number => {
  if (typeof value === 'string') return slotBytes + 2 * value.length;
  if (typeof value !== 'object' || value === null) return slotBytes;
  if (ArrayBuffer.isView(value)) return objectBytes + value.byteLength;
  let bytes = objectBytes;
  // Names are shared between objects of one shape, but nothing says that these are.
  for (const [name, one] of Object.entries(value)) bytes += slotBytes + 2 * name.length + bytesHeld(one);
  return bytes;
};

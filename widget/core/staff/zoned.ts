/** An instant as a field for date and time shows it, in a zone. */
export const toLocal = (at: number, zone: string): string =>
  // Swedish writes dates as that field does.
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
    .format(at)
    .replace(' ', 'T');

/** The instant of what such a field holds, in a zone; null for nothing. In an hour that a clock skips, the one after it. */
export const fromLocal = (text: string, zone: string): number | null => {
  // Browsers read a date into nearly anything, even into nothing.
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null;
  const meant = Date.parse(`${text}:00Z`);
  const offsetAt = (at: number): number => Date.parse(`${toLocal(at, zone)}:00Z`) - at;
  // Twice: the offset at the first guess may be that of the other side of a clock change.
  return meant - offsetAt(meant - offsetAt(meant));
};

/** A time that a conversation may be put aside until. */
export interface Later {
  key: 'hour' | 'evening' | 'tomorrow' | 'monday' | 'week';
  at: number;
}

const at = (now: Date, days: number, hour: number): number =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour).getTime();

/** Times that people mean when they say "later", in the browser's zone; none twice, none that has passed. */
export const laterTimes = (now: Date): Later[] => {
  const toMonday = ((8 - now.getDay()) % 7 || 7) as number;
  const all: Later[] = [
    { key: 'hour', at: now.getTime() + 3_600_000 },
    { key: 'evening', at: at(now, 0, 18) },
    { key: 'tomorrow', at: at(now, 1, 9) },
    { key: 'monday', at: at(now, toMonday, 9) },
    { key: 'week', at: at(now, 7, 9) },
  ];
  return all.filter(
    (time, place) =>
      time.at > now.getTime() + 60_000 && all.findIndex((other) => other.at === time.at) === place,
  );
};

/** Minutes of opening hours after which a conversation that nobody took is mailed; the first is what nobody chose. */
export const mailDelays = [5, 15, 60] as const;

/** True within quiet hours, which may run over midnight. @param now `HH:MM` on the person's clock */
export const isQuiet = ({ quiet }: { quiet: { from: string; to: string } | null }, now: string): boolean => {
  if (!quiet || quiet.from === quiet.to) return false;
  const { from, to } = quiet;
  return from < to ? now >= from && now < to : now >= from || now < to;
};

/** Turns for work of which only so much is done at the same time; who comes first is first. */
export const createTurns = (max: number) => {
  let busy = 0;
  const queue: (() => void)[] = [];
  return {
    /** @returns nothing when it's one's turn already */
    take(): Promise<void> | undefined {
      if (busy < max) {
        busy += 1;
        return undefined;
      }
      return new Promise((resolve) => queue.push(resolve));
    },
    pass(): void {
      const next = queue.shift();
      if (next) next();
      else busy -= 1;
    },
  };
};

/** Something that the team keeps of contacts, or sorts them by. */
interface Named {
  id: string;
  name: string;
}

/** Knowledge of contacts, for rules on conversations. One feature has it. */
export interface ContactFacts {
  list(siteId: string): Promise<{ segments: Named[]; attributes: Named[] }>;
  /**
   * Reads what is asked of some visitors: `segment <id>` of each segment that they are in, and `attribute.<id>` with its
   * value.
   */
  read(
    siteId: string,
    visitors: readonly string[],
    asked: { segments: readonly string[]; attributes: readonly string[] },
  ): Promise<ReadonlyMap<string, Record<string, string>>>;
}

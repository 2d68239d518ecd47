import type { Queries, Statement } from '../db/database.ts';
import type { Site } from '../people/sites/sites.ts';

/** A custom field of a person, as another help desk had it. */
export interface GivenField {
  name: string;
  value: string;
}

/** The outcome of keeping some fields: the statements, and what isn't kept and why. */
export interface KeptFields {
  write(tx: Queries): Statement[];
  refused: { name: string; reason: 'unknown' | 'not_of_type' }[];
}

/**
 * Keeps fields of a person where the team has said nothing of the same name yet.
 * @param from the other help desk's name
 */
export type FieldKeeper = (
  site: Site,
  visitorId: string,
  fields: readonly GivenField[],
  from: { via: string; at: number },
) => Promise<KeptFields>;

import type { Settings } from '../../../../shared/core/settings.ts';
import type { Clock } from '../../clock.ts';
import { eq, and, notInArray, sql } from 'drizzle-orm';
import type { SiteSettings, PublicSettings } from '../../../../shared/siteSettings.ts';
import { newId, newSecret } from '../../../../shared/core/ids.ts';
import {
  UniqueViolation,
  decisive,
  type Decisive,
  type Queries,
  type Statement,
  type Database,
} from '../../db/database.ts';
import { claimAddresses } from '../../mail/writes/addresses.ts';
import { logs } from '../../events/tables.ts';
import { sites, installations } from './tables.ts';

/**
 * Makes a site with its log. @returns its id, or null when the key is taken
 */
export const createSite = async (
  ctx: { database: Database; clock: Clock; settings: Settings<SiteSettings, PublicSettings> },
  given: { key: string; name: string; origins: string[]; settings?: Partial<SiteSettings>; id?: string },
): Promise<string | null> => {
  const now = ctx.clock.now();
  const id = given.id ?? newId(now);
  const [taken] = await ctx.database.read
    .select({ id: sites.id })
    .from(sites)
    .where(eq(sites.key, given.key))
    .limit(1);
  if (taken) return null;
  try {
    await ctx.database.write((tx) => [
      tx.insert(sites).values({
        id,
        key: given.key,
        name: given.name,
        secret: newSecret(),
        origins: given.origins,
        settings: { ...ctx.settings.defaults(), teamName: given.name, ...given.settings },
        createdAt: now,
      }),
      tx.insert(logs).values({ siteId: id, head: 0, oldest: 1 }),
      ...claimAddresses(
        tx,
        id,
        (given.settings?.mail?.addresses ?? []).map(({ address }) => address),
      ),
    ]);
  } catch (error) {
    // Somebody made it between the look and the insert.
    if (error instanceof UniqueViolation) return null;
    throw error;
  }
  return id;
};

/** Puts a new secret in the place of the one that its caller saw there. */
export const replaceSecret = (
  tx: Queries,
  siteId: string,
  { before, secret, previousUntil }: { before: string; secret: string; previousUntil: number | null },
): Decisive =>
  decisive(
    tx
      .update(sites)
      .set({
        secret,
        previousSecret: previousUntil === null ? null : before,
        previousSecretUntil: previousUntil,
      })
      .where(and(eq(sites.id, siteId), eq(sites.secret, before))),
  );

/** Stores that the script was seen on an origin. */
export const saveInstallation = (
  tx: Queries,
  { siteId, origin, allowed, at }: { siteId: string; origin: string; allowed: boolean; at: number },
): Statement =>
  tx
    .insert(installations)
    .values({ siteId, origin, allowed, firstSeen: at, lastSeen: at })
    .onConflictDoUpdate({
      target: [installations.siteId, installations.origin],
      set: { allowed, lastSeen: sql`excluded.last_seen` },
    });

export const deleteInstallations = (tx: Queries, siteId: string, except: string[]): Statement =>
  tx
    .delete(installations)
    .where(and(eq(installations.siteId, siteId), notInArray(installations.origin, except)));

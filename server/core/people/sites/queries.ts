import type { Database } from '../../db/database.ts';
import type { Site } from './sites.ts';
import { asc, eq, desc } from 'drizzle-orm';
import { sites, installations } from './tables.ts';

/** A site's secrets, past every cache; null when there is no such site. */
export const findSecrets = async (ctx: { database: Database }, siteId: string) => {
  const [site] = await ctx.database.read
    .select({
      secret: sites.secret,
      previousSecret: sites.previousSecret,
      previousSecretUntil: sites.previousSecretUntil,
    })
    .from(sites)
    .where(eq(sites.id, siteId))
    .limit(1);
  return site ?? null;
};

/** The keys of the first sites, the oldest first: enough to know whether there is one or many. */
export const listSiteKeys = async (ctx: { database: Database }, max = 10): Promise<string[]> => {
  const rows = await ctx.database.read
    .select({ key: sites.key })
    .from(sites)
    .orderBy(asc(sites.createdAt))
    .limit(max);
  return rows.map((row) => row.key);
};

export type SiteName = 'key' | 'id';

/** A site as it is stored: settings may lack what has been added since. Null for a deleted one. */
export const readSiteRow = async (
  ctx: { database: Database },
  name: string,
  by: SiteName,
): Promise<Site | null> => {
  const [site] = await ctx.database.read.select().from(sites).where(eq(sites[by], name)).limit(1);
  return site?.deletedAt === null ? site : null;
};

/** An origin on which the script was seen. */
export type Installation = Omit<typeof installations.$inferSelect, 'siteId'>;

/** A site's origins: those that are let in first, then those seen last. */
export const listInstallations = ({ read }: Database, siteId: string): Promise<Installation[]> =>
  read
    .select({
      origin: installations.origin,
      allowed: installations.allowed,
      firstSeen: installations.firstSeen,
      lastSeen: installations.lastSeen,
    })
    .from(installations)
    .where(eq(installations.siteId, siteId))
    .orderBy(desc(installations.allowed), desc(installations.lastSeen), asc(installations.origin));

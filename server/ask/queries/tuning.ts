import { asc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { pins, synonyms } from '../tables.ts';

export const listSynonyms = (ctx: Pick<Context, 'database'>, siteId: string) =>
  ctx.database.read.select().from(synonyms).where(eq(synonyms.siteId, siteId)).orderBy(asc(synonyms.id));

export const listPins = (ctx: Pick<Context, 'database'>, siteId: string) =>
  ctx.database.read.select().from(pins).where(eq(pins.siteId, siteId)).orderBy(asc(pins.id));

import { createHmac } from 'node:crypto';
import type { PublicPrompts } from '../../../shared/core/prompts/kinds.ts';
import type { Context } from '../../context.ts';
import { nextTurn, openState } from '../people/sites/hours.ts';
import type { Site } from '../people/sites/sites.ts';
import type { NamedPrompt } from './namedPrompt.ts';

/** Every prompt of a site that is on, of all features. */
export const listPrompts = async (ctx: Pick<Context, 'listPrompts'>, site: Site): Promise<NamedPrompt[]> =>
  site.settings.prompts.on ? ctx.listPrompts(site) : [];

/** The prompts of a site as its browsers get them; undefined where there are none. */
export const toPublicPrompts = async (
  ctx: Pick<Context, 'listPrompts' | 'clock'>,
  site: Site,
  tally: string,
): Promise<PublicPrompts | undefined> => {
  const rules = await listPrompts(ctx, site);
  if (rules.length === 0) return undefined;
  const { on: _, ...budget } = site.settings.prompts;
  const now = ctx.clock.now();
  const { hours } = site.settings;
  return { budget, rules, tally, open: openState(hours, now).open, turnsAt: nextTurn(hours, now) };
};

/** Sides that people without a visitor's secret are spread over: too few to tell one person from another. */
const sides = 4_096;

/**
 * Which side of samples and holdouts somebody is on who has not acted: nothing may be stored in their browser, and a
 * draw on every page would make a sample of ten percent, page after page, one of everybody. So it is drawn from where
 * they come from and what they come with, by the site's own secret; kept nowhere, and shared with thousands of others.
 */
export const sideOf = ({ secret }: Pick<Site, 'secret'>, address: string, agent: string): number =>
  createHmac('sha256', secret).update(`prompts\n${address}\n${agent}`).digest().readUInt16BE(0) % sides;

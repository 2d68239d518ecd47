import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';
import { knownKey } from './person.ts';

/** A link answers for so long, milliseconds. */
const lifetime = 60 * 24 * 3_600_000;

/** Whom a link was made for, and until when it answers: see {@link knownKey}. */
export interface SurveyLink {
  surveyId: string;
  person: string;
  endsAt: number;
}

const sign = (ctx: Pick<Context, 'secrets'>, text: string): Buffer =>
  createHmac('sha256', ctx.secrets.signing).update(`nps\n${text}`).digest();

/**
 * Makes the token of a survey's link in a mail: it answers one survey as one person, and nothing else.
 * @param recipient an address or an id of the site's own
 */
export const surveyToken = (
  ctx: Pick<Context, 'secrets' | 'clock'>,
  siteId: string,
  surveyId: string,
  recipient: string,
): string => {
  const [, person] = knownKey(siteId, recipient).split(' ');
  const text = Buffer.from(JSON.stringify([surveyId, person, ctx.clock.now() + lifetime])).toString(
    'base64url',
  );
  return `${text}.${sign(ctx, text).toString('base64url')}`;
};

/** Reads a survey link's token; null when we did not make it, or it has ended. */
export const readSurveyToken = (
  ctx: Pick<Context, 'secrets' | 'clock'>,
  token: string,
): SurveyLink | null => {
  const [, text, mac] = /^([A-Za-z0-9_-]{1,300})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  if (!text || !mac || !timingSafeEqual(sign(ctx, text), Buffer.from(mac, 'base64url'))) return null;
  const [surveyId, person, endsAt] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [
    string,
    string,
    number,
  ];
  return endsAt > ctx.clock.now() ? { surveyId, person: `mail ${person}`, endsAt } : null;
};

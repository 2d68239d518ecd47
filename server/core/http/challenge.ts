import { createHmac } from 'node:crypto';
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import type { Context } from '../../context.ts';
import { useLink } from '../mail/queries.ts';
import { hashSecret } from '../people/secrets.ts';
import { Failure } from './failure.ts';

/*
 * Proof of work for who writes faster than people do (ALTCHA, version 1: find the number whose SHA-256 with a salt is
 * given). It costs a person's browser a second, and a flood its profit.
 */

type Payload = Exclude<Parameters<typeof verifySolution>[0], string>;

/** Numbers that are tried at the most. */
const hardest = 60_000;
/** A challenge can be solved for so long, milliseconds. */
const lifetime = 10 * 60_000;

const keyOf = (ctx: Pick<Context, 'secrets'>, siteId: string): string =>
  createHmac('sha256', ctx.secrets.signing).update(`challenge\n${siteId}`).digest('hex');

export const newChallenge = (ctx: Pick<Context, 'secrets' | 'clock'>, siteId: string) =>
  createChallenge({
    hmacKey: keyOf(ctx, siteId),
    maxnumber: hardest,
    expires: new Date(ctx.clock.now() + lifetime),
  });

const readPayload = (text: string): Payload | null => {
  try {
    const payload = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as Payload | null;
    return typeof payload?.salt === 'string' && Number.isSafeInteger(payload.number) ? payload : null;
  } catch {
    return null;
  }
};

/**
 * Takes a solution: each counts once, for this site, while its challenge lasts.
 * @throws Failure `challenge` without a solution or with one that does not count
 */
export const takeSolution = async (
  ctx: Context,
  siteId: string,
  solution: string | undefined,
): Promise<void> => {
  const asked = () => new Failure('challenge', 'Solve the challenge first.');
  const payload = solution === undefined ? null : readPayload(solution);
  if (!payload) throw asked();
  const endsAt = Number(extractParams(payload)['expires']) * 1_000;
  if (!(endsAt > ctx.clock.now())) throw asked();
  // Its own look at the time would be at another clock.
  if (!(await verifySolution(payload, keyOf(ctx, siteId), false))) throw asked();
  if (!(await ctx.database.write((tx) => [useLink(tx, siteId, hashSecret(payload.salt), endsAt)])))
    throw asked();
};

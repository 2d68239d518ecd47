import type { Context } from '../../context.ts';
import { takeSolution } from '../http/challenge.ts';
import type { Site } from '../people/sites/sites.ts';
import { isBurst } from './contribution.ts';
import { minWritingTime } from '../../../shared/core/moderation/states.ts';

/** Facts by which a program is told from a person. */
interface Writing {
  /** The time it took to write, milliseconds; absent where nobody could measure it. */
  took?: number | undefined;
  /** The solution of the challenge. */
  solution?: string | undefined;
  address: string;
  /** True for a form without scripts, and for a mail: they can solve nothing. */
  isPlain: boolean;
}

/**
 * Asks for a proof of work where a person would not have been so fast.
 * @returns false for what can't be asked for one: it's held instead
 * @throws Failure `challenge`
 */
export const isLikelyPerson = async (
  ctx: Context,
  site: Site,
  { took, solution, address, isPlain }: Writing,
): Promise<boolean> => {
  const isHasty = took !== undefined && took < minWritingTime;
  if (!isBurst(ctx, site, address) && !isHasty) return true;
  if (isPlain) return false;
  await takeSolution(ctx, site.id, solution);
  return true;
};

import type { Context } from '../../../context.ts';
import { Failure } from '../../http/failure.ts';
import { listColleagues } from './queries.ts';

/** @param field where the person stands in what was sent. @throws Failure `invalid` for who is not on the site */
export const refuseStranger = async (
  ctx: Context,
  siteId: string,
  person: string | null,
  field: string,
): Promise<void> => {
  if (person !== null && !(await listColleagues(ctx, siteId)).some(({ id }) => id === person))
    throw new Failure('invalid', 'This person is not on the site.', { fields: { [field]: 'unknown' } });
};

import { notFound } from '../core/http/failure.ts';
import type { Call } from '../core/http/mount.ts';
import { type EndpointRow, findDelivery, findEndpoint } from './queries.ts';

export const forAdmins = { access: 'staff', rate: 'staff', role: 'admin' } as const;

type Own = Pick<Call<'staff', unknown, unknown>, 'ctx' | 'site' | 'parameter'>;

/** @throws Failure `not_found` */
export const endpointOf = async ({ ctx, site, parameter }: Own): Promise<EndpointRow> => {
  const row = await findEndpoint(ctx, site.id, parameter('endpoint'));
  if (!row) throw notFound();
  return row;
};

/** @throws Failure `not_found` */
export const deliveryOf = async (call: Own) => {
  const found = await findDelivery(
    call.ctx,
    call.site.id,
    call.parameter('endpoint'),
    call.parameter('delivery'),
  );
  if (!found) throw notFound();
  return found;
};

import type { FieldCode } from '../../shared/core/errors.ts';
import type { Context } from '../context.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { findIdea, type IdeaRow } from './queries/ideas.ts';
import { requireIdeas } from './rules.ts';

export const refuse = (field: string, code: FieldCode): Failure =>
  new Failure('invalid', 'A field isn’t valid.', { fields: { [field]: code } });

/** A public idea, or the one that it was merged into. @throws Failure `not_found` */
export const publicIdeaRow = async (ctx: Context, site: Site, id: string): Promise<IdeaRow> => {
  requireIdeas(site);
  const row = await findIdea(ctx, site.id, id);
  const root = row?.mergedInto ? await findIdea(ctx, site.id, row.mergedInto) : row;
  if (root?.state !== 'public') throw notFound();
  return root;
};

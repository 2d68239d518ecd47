import { derivedId } from '../derivedId.ts';
import type { PageCall } from './pages.tsx';

/** Two forms with the same words from the same place are one within this time, milliseconds. */
const onceWithin = 10 * 60_000;

/**
 * The fields of a form in which a reader wrote something under a public page, as its schema takes them.
 * @param subject id of what it was written under
 * @param address the reader's
 */
export const writtenForm = (
  { ctx, site, language }: PageCall,
  form: ReadonlyMap<string, string>,
  subject: string,
  address: string,
) => {
  const text = (name: string) => form.get(name)?.trim() || undefined;
  // The page that everybody gets has no id in its form.
  const derived = () =>
    derivedId(
      site.id,
      address,
      subject,
      form.get('name') ?? '',
      form.get('body') ?? '',
      `${Math.floor(ctx.clock.now() / onceWithin)}`,
    );
  return {
    id: form.get('id') ?? derived(),
    body: form.get('body') ?? '',
    language: language.tag,
    ...(text('name') && { name: text('name') }),
    ...(text('website') && { website: text('website') }),
  };
};

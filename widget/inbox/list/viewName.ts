import type { View } from '../../../shared/inbox/schema.ts';
import { kindName } from '../../core/staff/context.ts';
import type { StaffFeature } from '../../core/staff/feature.ts';
import type { Language } from '../../core/staff/i18n.ts';
import type { Inbox } from '../session/inbox.ts';

/** The name of a view. */
export const viewName = (
  inbox: Inbox,
  features: readonly StaffFeature[],
  { texts, tag }: Language,
  view: View,
): string => {
  const subject = view.slice(view.indexOf(':') + 1);
  const { labels, teams } = inbox.overview.now.value;
  if (view.startsWith('label:')) return labels.find(({ id }) => id === subject)?.name ?? '';
  if (view.startsWith('team:')) return teams.find(({ id }) => id === subject)?.name ?? '';
  if (view.startsWith('kind:')) return kindName(features, subject, tag);
  return texts[`view_${view as 'waiting'}`];
};

/** A count as it is shown: nothing for none, and no more than is worth reading. */
export const countText = (tag: string, count: number | undefined): string =>
  !count
    ? ''
    : count > 999
      ? `${new Intl.NumberFormat(tag).format(999)}+`
      : new Intl.NumberFormat(tag).format(count);

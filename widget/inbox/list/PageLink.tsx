import { inLanguage, useLanguage } from '../../core/staff/context.ts';
import type { StaffFeature } from '../../core/staff/feature.ts';
import { Icon } from '../../core/staff/Icon.tsx';
import { currentPath, followLink, isWithin } from '../../core/staff/router.ts';
import { useInbox } from '../context.ts';

/** The way to a feature's page. */
export const PageLink = ({ page }: { page: NonNullable<StaffFeature['page']> }) => {
  const inbox = useInbox();
  const { tag } = useLanguage();
  return (
    <a
      class="rail-link"
      title={page.isOwn ? inLanguage(page.names, tag) : undefined}
      href={`/inbox/${page.path}`}
      aria-current={isWithin(currentPath.value, `/inbox/${page.path}`) ? 'page' : undefined}
      onClick={(event) => {
        inbox.isRailShown.value = false;
        // What was open belongs to the list that is left.
        if (page.keepsBeside) inbox.open(null);
        followLink(event);
      }}
    >
      <Icon name={page.icon} />
      <span>{inLanguage(page.names, tag)}</span>
      {page.Count && <page.Count />}
    </a>
  );
};

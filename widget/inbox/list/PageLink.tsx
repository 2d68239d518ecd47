import { inLanguage, useLanguage } from '../../core/staff/context.ts';
import type { StaffFeature } from '../../core/staff/feature.ts';
import { Icon } from '../../core/staff/Icon.tsx';
import { currentPath, followLink } from '../../core/staff/router.ts';
import { useInbox } from '../context.ts';

/** The way to a feature's page. */
export const PageLink = ({ page }: { page: NonNullable<StaffFeature['page']> }) => {
  const inbox = useInbox();
  const { tag } = useLanguage();
  return (
    <a
      class="rail-link"
      href={`/inbox/${page.path}`}
      aria-current={currentPath.value === `/inbox/${page.path}` ? 'page' : undefined}
      onClick={(event) => {
        inbox.isRailShown.value = false;
        followLink(event);
      }}
    >
      <Icon name={page.icon} />
      <span>{inLanguage(page.names, tag)}</span>
      {page.Count && <page.Count />}
    </a>
  );
};

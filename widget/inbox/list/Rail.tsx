import { isAtLeast } from '../../../shared/core/people/roles.ts';
import { maySee } from '../../core/staff/feature.ts';
import { useFeatures, useLanguage } from '../../core/staff/context.ts';
import { Icon, IconButton, type IconName } from '../../core/staff/Icon.tsx';
import { useInbox } from '../context.ts';
import type { StaffSession } from '../session/staffSession.ts';
import { PageLink } from './PageLink.tsx';
import { RailEnd } from './RailEnd.tsx';
import { RailGroups } from './RailGroups.tsx';
import { ViewButton } from './ViewButton.tsx';

const views = ['waiting', 'mine', 'unassigned', 'all', 'mentions', 'snoozed', 'closed', 'held'] as const;

/** The views, and who is there. */
export const Rail = ({ desk, help }: { desk: StaffSession; help(): void }) => {
  const inbox = useInbox();
  const features = useFeatures();
  const { texts } = useLanguage();
  const { me, membership } = inbox;
  const answers = isAtLeast(membership.role, 'agent');
  return (
    <nav class="rail" aria-label={texts.views}>
      <p class="brand">
        <span dir="auto">{membership.name}</span>
        <IconButton
          icon="close"
          label={texts.closeViews}
          class="only-narrow"
          onClick={() => {
            inbox.isRailShown.value = false;
          }}
        />
      </p>
      {me.memberships.length > 1 && (
        <select
          aria-label={texts.site}
          value={membership.site}
          onChange={(event) => desk.chooseSite(event.currentTarget.value)}
        >
          {me.memberships.map((one) => (
            <option key={one.site} value={one.site}>
              {one.name}
            </option>
          ))}
        </select>
      )}
      {answers && (
        <ul>
          {views.map((view) => (
            <ViewButton
              key={view}
              view={view}
              name={texts[`view_${view}`]}
              mark={<Icon name={view as IconName} />}
            />
          ))}
        </ul>
      )}
      <ul>
        {features.map(
          ({ page }) =>
            page &&
            !page.isOwn &&
            maySee(page, membership) && (
              <li key={page.path}>
                <PageLink page={page} />
              </li>
            ),
        )}
      </ul>
      {answers && <RailGroups />}
      <RailEnd desk={desk} help={help} />
    </nav>
  );
};

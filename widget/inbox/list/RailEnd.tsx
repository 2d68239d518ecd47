import { isAtLeast } from '../../../shared/core/people/roles.ts';
import { maySee } from '../../core/staff/feature.ts';
import { inLanguage, useFeatures, useLanguage } from '../../core/staff/context.ts';
import { Icon } from '../../core/staff/Icon.tsx';
import { followLink } from '../../core/staff/router.ts';
import { useInbox } from '../context.ts';
import type { StaffSession } from '../session/staffSession.ts';
import { PageLink } from './PageLink.tsx';

/** The rail's end: whether one is there, the other areas, the keys, the way out. */
export const RailEnd = ({ desk, help }: { desk: StaffSession; help(): void }) => {
  const inbox = useInbox();
  const features = useFeatures();
  const { texts, tag } = useLanguage();
  const { me, membership } = inbox;
  const answers = isAtLeast(membership.role, 'agent');
  const isOnline = inbox.presence.state.value === 'online';
  return (
    <div class="rail-end">
      {answers && (
        <button
          type="button"
          role="switch"
          aria-checked={isOnline}
          aria-label={texts.presence}
          title={texts.presenceHint}
          onClick={() => inbox.presence.choose(isOnline ? 'away' : 'online')}
        >
          <i class={isOnline ? 'dot on' : 'dot'} />
          <span>{isOnline ? texts.online : texts.away}</span>
        </button>
      )}
      {features.map(
        ({ area }) =>
          area?.canEnter(membership) && (
            <a key={area.path} class="rail-link" href={`/inbox/${area.path}`} onClick={followLink}>
              <Icon name={area.icon} />
              <span>{inLanguage(area.names, tag)}</span>
            </a>
          ),
      )}
      <p class="quiet me">{me.name}</p>
      <div class="own">
        {features.map(
          ({ page }) => page?.isOwn && maySee(page, membership) && <PageLink key={page.path} page={page} />,
        )}
        {answers && (
          <button type="button" title={texts.keys} onClick={help}>
            <Icon name="keys" />
            <span>{texts.keys}</span>
          </button>
        )}
        <button type="button" title={texts.logOut} onClick={() => desk.logOut()}>
          <Icon name="leave" />
          <span>{texts.logOut}</span>
        </button>
      </div>
    </div>
  );
};

import type { ComponentChildren } from 'preact';
import type { View } from '../../../shared/inbox/schema.ts';
import { inLanguage, kindName, useFeatures, useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';
import type { StaffSession } from '../session/staffSession.ts';
import type { StaffFeature } from '../../core/staff/feature.ts';
import { Icon, IconButton, type IconName } from '../../core/staff/Icon.tsx';
import { countText } from './viewName.ts';
import { followLink, go, currentPath } from '../../core/staff/router.ts';

const views = ['waiting', 'mine', 'unassigned', 'all', 'mentions', 'snoozed', 'closed', 'held'] as const;

const ViewButton = ({ view, name, mark }: { view: View; name: string; mark: ComponentChildren }) => {
  const inbox = useInbox();
  const { tag } = useLanguage();
  const { list } = inbox;
  const count = inbox.overview.now.value.counts[view];
  return (
    <li>
      <button
        type="button"
        aria-current={
          currentPath.value === '/inbox' && !list.isSearching.value && list.view.value === view
            ? 'page'
            : undefined
        }
        onClick={() => {
          go('/inbox');
          inbox.show(view);
        }}
      >
        {mark}
        <span dir="auto">{name}</span>
        <span class="count">{view === 'closed' ? '' : countText(tag, count)}</span>
      </button>
    </li>
  );
};

const Group = ({ name, children }: { name: string; children: ComponentChildren[] }) =>
  children.length > 0 ? (
    <>
      <h2>{name}</h2>
      <ul>{children}</ul>
    </>
  ) : null;

const PageLink = ({ page }: { page: NonNullable<StaffFeature['page']> }) => {
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

/** The views, and who is there. */
export const Rail = ({ desk, help }: { desk: StaffSession; help(): void }) => {
  const inbox = useInbox();
  const features = useFeatures();
  const { texts, tag } = useLanguage();
  const { me, membership } = inbox;
  const { labels, teams, kinds, searches } = inbox.overview.now.value;
  const isOnline = inbox.presence.state.value === 'online';
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
      <ul>
        {features.map(
          ({ page }) =>
            page &&
            !page.isOwn && (
              <li key={page.path}>
                <PageLink page={page} />
              </li>
            ),
        )}
      </ul>
      <Group name={texts.teams}>
        {teams.map(({ id, name }) => (
          <ViewButton key={id} view={`team:${id}`} name={name} mark={<Icon name="team" />} />
        ))}
      </Group>
      <Group name={texts.labels}>
        {labels.map(({ id, name, colour }) => (
          <ViewButton key={id} view={`label:${id}`} name={name} mark={<i class={`tag ${colour}`} />} />
        ))}
      </Group>
      <Group name={texts.kinds}>
        {kinds.map((kind) => (
          <ViewButton
            key={kind}
            view={`kind:${kind}`}
            name={kindName(features, kind, tag)}
            mark={<Icon name="kind" />}
          />
        ))}
      </Group>
      <Group name={texts.savedSearches}>
        {searches.map(({ id, name, query }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={inbox.list.query.value === query ? 'page' : undefined}
              onClick={() => {
                inbox.isRailShown.value = false;
                inbox.list.search(query);
              }}
            >
              <Icon name="search" />
              <span dir="auto">{name}</span>
            </button>
          </li>
        ))}
      </Group>
      <div class="rail-end">
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
        {features.map(
          ({ area }) =>
            area?.canEnter(membership) && (
              <a key={area.path} class="rail-link" href={`/inbox/${area.path}`} onClick={followLink}>
                <Icon name={area.icon} />
                <span>{inLanguage(area.names, tag)}</span>
              </a>
            ),
        )}
        {features.map(({ page }) => page?.isOwn && <PageLink key={page.path} page={page} />)}
        <button type="button" onClick={help}>
          <Icon name="keys" />
          <span>{texts.keys}</span>
        </button>
        <button type="button" onClick={() => desk.logOut()}>
          <Icon name="leave" />
          <span>{texts.logOut}</span>
        </button>
        <p class="quiet me">{me.name}</p>
      </div>
    </nav>
  );
};

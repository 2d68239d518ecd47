import type { ComponentChildren } from 'preact';
import { kindName, useFeatures, useLanguage } from '../../core/staff/context.ts';
import { Icon } from '../../core/staff/Icon.tsx';
import { useInbox } from '../context.ts';
import { ViewButton } from './ViewButton.tsx';

const Group = ({ name, children }: { name: string; children: ComponentChildren[] }) =>
  children.length > 0 ? (
    <>
      <h2>{name}</h2>
      <ul>{children}</ul>
    </>
  ) : null;

/** Views of the site's own: by team, label and kind, and saved searches. */
export const RailGroups = () => {
  const inbox = useInbox();
  const features = useFeatures();
  const { texts, tag } = useLanguage();
  const { labels, teams, kinds, searches } = inbox.overview.now.value;
  return (
    <>
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
    </>
  );
};

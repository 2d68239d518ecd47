import { useInbox } from '../context.ts';

/** Labels of a conversation, by their ids. */
export const Labels = ({ ids }: { ids: readonly string[] }) => {
  const { labels } = useInbox().overview.now.value;
  return labels
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name, colour }) => (
      <span key={id} class={`chip ${colour}`}>
        <bdi>{name}</bdi>
      </span>
    ));
};

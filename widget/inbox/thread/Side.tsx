import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { useFeatures, useLanguage } from '../../core/staff/context.ts';
import { Icon, IconButton } from '../../core/staff/Icon.tsx';
import type { Over } from '../actions/over.ts';
import { useInbox } from '../context.ts';
import { Facts } from './Facts.tsx';

const Earlier = ({ earlier }: Pick<InboxThread, 'earlier'>) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  if (earlier.length === 0) return <p class="quiet">{texts.none}</p>;
  return (
    <ul class="earlier">
      {earlier.map(({ id, subject, status }) => (
        <li key={id}>
          <button type="button" class="link" dir="auto" onClick={() => inbox.open(id)}>
            {subject}
          </button>{' '}
          <span class="quiet">{texts[`status_${status}`]}</span>
        </li>
      ))}
    </ul>
  );
};

/** The pane beside the thread: who it is, where they wrote, what came before. */
export const Side = ({
  thread,
  shown,
  close,
  choose,
}: {
  thread: InboxThread;
  shown: boolean;
  close(): void;
  choose(over: Over): void;
}) => {
  const features = useFeatures();
  const { texts } = useLanguage();
  const { visitor, assignee, team } = thread.conversation;
  return (
    <aside class={shown ? 'side shown' : 'side'} aria-label={texts.details}>
      <IconButton icon="close" label={texts.done} class="only-medium" onClick={close} />
      <h3 dir="auto">{visitor.name || texts.anonymous}</h3>
      <p class="marks">
        {visitor.verified && <span class="chip green">{texts.verified}</span>}
        {visitor.blocked && <span class="chip red">{texts.blocked}</span>}
        {visitor.emailAnswered && <span class="chip grey">{texts.emailAnswered}</span>}
      </p>
      <Facts thread={thread} />
      <h3>{texts.assignee}</h3>
      <button type="button" class="holder-button" onClick={() => choose('assign')}>
        <Icon name={assignee ? 'mine' : team ? 'team' : 'unassigned'} />
        <span dir="auto">{[assignee?.name, team?.name].filter(Boolean).join(' · ') || texts.nobody}</span>
      </button>
      {features.map(({ kind, Side: Own }) => Own && <Own key={kind} thread={thread} />)}
      <h3>{texts.earlier}</h3>
      <Earlier earlier={thread.earlier} />
    </aside>
  );
};

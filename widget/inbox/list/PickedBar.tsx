import { IconButton } from '../../core/staff/Icon.tsx';
import { useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import type { Over } from '../actions/over.ts';
import { useInbox } from '../context.ts';

/** Actions on picked conversations. */
export const PickedBar = ({ choose }: { choose(over: Over): void }) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const count = inbox.list.picked.value.size;
  return (
    <div class="picked" role="toolbar" aria-label={fill(texts.picked, { count })}>
      <IconButton icon="close" label={texts.pickNone} onClick={inbox.list.pickNone} />
      <strong>{fill(texts.picked, { count })}</strong>
      <IconButton icon="mine" label={texts.assign} onClick={() => choose('assign')} />
      <IconButton icon="label" label={texts.label} onClick={() => choose('label')} />
      <IconButton icon="snoozed" label={texts.snooze} onClick={() => choose('snooze')} />
      <IconButton icon="closed" label={texts.close} onClick={() => inbox.actions.act({ status: 'closed' })} />
      <IconButton icon="more" label={texts.moreActions} onClick={() => choose('conversation')} />
    </div>
  );
};

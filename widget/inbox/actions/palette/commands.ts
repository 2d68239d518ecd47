import { fillPath } from '../../../../shared/core/route.ts';
import { exportTranscript } from '../../../../shared/inbox/routes.ts';
import type { View } from '../../../../shared/inbox/schema.ts';
import type { InboxTexts } from '../../../core/staff/i18n.ts';
import type { Inbox } from '../../session/inbox.ts';
import type { Over } from '../over.ts';
import type { Choice } from './choices.ts';
import type { Targets } from './useTargets.ts';

const compose = (detail: string) => (): void =>
  void document.dispatchEvent(new CustomEvent('foyer-compose', { detail }));

/** Commands that write in the open conversation. */
const writing = (texts: InboxTexts): Choice[] => [
  { id: 'reply', name: texts.reply, hint: 'r', run: compose('reply') },
  { id: 'note', name: texts.note, hint: 'n', run: compose('note') },
  { id: 'canned', name: texts.canned, hint: ';', run: compose('canned') },
];

/** Commands for the one conversation that is open. */
const forOpen = (
  inbox: Inbox,
  texts: InboxTexts,
  { open, thread }: Targets,
  show: (over: Over) => void,
): Choice[] =>
  open
    ? [
        // biome-ignore lint/style/noNonNullAssertion: only commands of an open thread get here
        ...(thread!.earlier.length
          ? [{ id: 'merge', name: texts.merge, hint: 'm', run: () => show('merge') }]
          : []),
        { id: 'forward', name: texts.forward, hint: 'f', run: () => show('forward') },
        { id: 'promise', name: texts.changePromise, run: () => show('promise') },
        {
          id: 'block',
          name: open.visitor.blocked ? texts.unblock : texts.block,
          run: () => void inbox.actions.block(open.id, !open.visitor.blocked),
        },
        {
          id: 'transcript',
          name: texts.transcript,
          run: () => {
            const path = { site: inbox.membership.site, conversation: open.id };
            window.open(`${fillPath(exportTranscript.path, path)}?notes=1`, '_blank', 'noopener');
          },
        },
      ]
    : [];

/** Commands for whatever is picked or open. */
export const targetCommands = (
  inbox: Inbox,
  texts: InboxTexts,
  given: Targets,
  show: (over: Over) => void,
): Choice[] => {
  const { targets, chosen, open } = given;
  if (!targets.length) return [];
  const isClosed = open?.status === 'closed';
  return [
    ...(open ? writing(texts) : []),
    {
      id: 'take',
      name: texts.assignToMe,
      hint: 'a',
      run: () => void inbox.actions.act({ assignee: inbox.me.id }),
    },
    ...(chosen.some((item) => item.assignee?.id === inbox.me.id)
      ? [{ id: 'unassign', name: texts.giveBack, run: () => void inbox.actions.act({ assignee: null }) }]
      : []),
    { id: 'assign', name: texts.assignTo, hint: 'Shift A', run: () => show('assign') },
    {
      id: 'close',
      name: isClosed ? texts.reopen : texts.close,
      hint: 'e',
      run: () => void inbox.actions.act({ status: isClosed ? 'open' : 'closed' }),
    },
    { id: 'snooze', name: texts.snooze, hint: 's', run: () => show('snooze') },
    { id: 'label', name: texts.label, hint: 'l', run: () => show('label') },
    { id: 'priority', name: texts.priority, hint: 'p', run: () => show('priority') },
    { id: 'macro', name: texts.macro, hint: 'y', run: () => show('macro') },
    ...(chosen.some((item) => item.held)
      ? [{ id: 'letIn', name: texts.letIn, run: () => void inbox.actions.act({ held: false }) }]
      : []),
    ...forOpen(inbox, texts, given, show),
  ];
};

const views = ['waiting', 'mine', 'unassigned', 'all', 'mentions', 'snoozed', 'closed', 'held'] as const;

/** Every view that there is. */
export const allViews = (inbox: Inbox): View[] => {
  const { teams, labels, kinds } = inbox.overview.now.value;
  return [
    ...views,
    ...teams.map(({ id }) => `team:${id}` as const),
    ...labels.map(({ id }) => `label:${id}` as const),
    ...kinds.map((kind) => `kind:${kind}` as const),
  ];
};

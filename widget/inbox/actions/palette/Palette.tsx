import { newId } from '../../../../shared/core/ids.ts';
import { fillPath } from '../../../../shared/core/route.ts';
import { exportTranscript, putLabel } from '../../../../shared/inbox/routes.ts';
import type { View } from '../../../../shared/inbox/schema.ts';
import { inLanguage, useFeatures, useLanguage } from '../../../core/staff/context.ts';
import { useInbox } from '../../context.ts';
import type { StaffSession } from '../../session/staffSession.ts';
import { moment } from '../../../core/staff/i18n.ts';
import { fill } from '../../../core/text/fill.ts';
import { Icon, type IconName } from '../../../core/staff/Icon.tsx';
import type { Over } from '../over.ts';
import { viewName } from '../../list/viewName.ts';
import { go } from '../../../core/staff/router.ts';
import { type Choice, Chooser } from './Chooser.tsx';
import { laterTimes } from '../../../core/staff/times.ts';
import { When } from '../../../core/staff/When.tsx';

const priorities = ['urgent', 'high', 'normal', 'low'] as const;
const colours = ['teal', 'blue', 'violet', 'red', 'orange', 'yellow', 'green', 'grey'] as const;
const views = ['waiting', 'mine', 'unassigned', 'all', 'mentions', 'snoozed', 'closed', 'held'] as const;

/** Every command by its name, and the lists that some of them ask with. */
export const Palette = ({
  page,
  show,
  desk,
  gone,
}: {
  page: Exclude<Over, 'keys' | null>;
  show(over: Over): void;
  desk: StaffSession;
  gone?: () => void;
}) => {
  const inbox = useInbox();
  const features = useFeatures();
  const language = useLanguage();
  const { texts, tag } = language;
  const close = gone ?? (() => {});
  const targets = inbox.actions.targets.value;
  const thread = inbox.thread.now.value;
  const open = inbox.list.picked.value.size === 0 ? (thread?.conversation ?? null) : null;
  const { labels, teams, people } = inbox.overview.now.value;
  const rows = inbox.list.rows.value?.filter((row) => targets.includes(row.id)) ?? [];
  const chosen = open ? [open] : rows;
  const icon = (name: IconName) => <Icon name={name} />;
  const turn = (next: Over) => () => show(next);

  if (page === 'when' || page === 'promise')
    return (
      <When
        title={page === 'when' ? texts.snoozeUntil : texts.changePromise}
        gone={close}
        choose={(at) =>
          void inbox.actions.act(page === 'when' ? { snooze: { until: at } } : { promiseAt: at })
        }
      />
    );

  if (page === 'assign')
    return (
      <Chooser
        title={texts.assignTo}
        gone={close}
        choices={[
          {
            id: 'me',
            name: texts.assignToMe,
            mark: icon('mine'),
            hint: 'a',
            run: () => void inbox.actions.act({ assignee: inbox.me.id }),
          },
          ...people
            .filter(({ id }) => id !== inbox.me.id)
            .map(({ id, name }) => ({
              id,
              name,
              mark: icon('mine'),
              isOn: chosen.length > 0 && chosen.every((item) => item.assignee?.id === id),
              run: () => void inbox.actions.act({ assignee: id }),
            })),
          ...teams.map(({ id, name }) => ({
            id,
            name,
            mark: icon('team'),
            isOn: chosen.length > 0 && chosen.every((item) => item.team?.id === id),
            run: () => void inbox.actions.act({ team: id, assignee: null }),
          })),
          {
            id: 'nobody',
            name: texts.giveBack,
            mark: icon('unassigned'),
            run: () => void inbox.actions.act({ assignee: null, team: null }),
          },
        ]}
      />
    );

  if (page === 'label')
    return (
      <Chooser
        title={texts.label}
        gone={close}
        choices={labels.map(({ id, name, colour }) => {
          const isOn = chosen.length > 0 && chosen.every((item) => item.labels.includes(id));
          return {
            id,
            name,
            isOn,
            isToggle: true,
            mark: <i class={`tag ${colour}`} />,
            run: () => void inbox.actions.act(isOn ? { removeLabels: [id] } : { addLabels: [id] }, targets),
          };
        })}
        make={{
          name: (typed) => fill(texts.makeLabel, { name: typed }),
          run: async (typed) => {
            const id = newId();
            const made = await inbox.attempt(
              inbox.call(putLabel, {
                path: { label: id },
                body: { name: typed.slice(0, 40), colour: colours[labels.length % colours.length]! },
              }),
            );
            if (!made) return;
            await inbox.overview.load();
            await inbox.actions.act({ addLabels: [id] }, targets);
          },
        }}
      />
    );

  if (page === 'snooze')
    return (
      <Chooser
        title={texts.snooze}
        gone={close}
        choices={[
          ...laterTimes(new Date()).map(({ key, at }) => ({
            id: key,
            name: texts[`later_${key}`],
            hint: moment(tag, at),
            run: () => void inbox.actions.act({ snooze: { until: at } }),
          })),
          {
            id: 'reply',
            name: texts.untilReply,
            run: () => void inbox.actions.act({ snooze: { until: null } }),
          },
          { id: 'when', name: texts.pickTime, run: turn('when') },
        ]}
      />
    );

  if (page === 'priority')
    return (
      <Chooser
        title={texts.priority}
        gone={close}
        choices={priorities.map((priority) => ({
          id: priority,
          name: texts[`priority_${priority}`],
          isOn: chosen.length > 0 && chosen.every((item) => item.priority === priority),
          run: () => void inbox.actions.act({ priority }),
        }))}
      />
    );

  if (page === 'merge')
    return (
      <Chooser
        title={texts.mergeInto}
        gone={close}
        choices={(open ? thread!.earlier : []).map((other) => ({
          id: other.id,
          name: other.subject,
          hint: moment(tag, other.createdAt),
          run: () => void inbox.actions.act({ mergeInto: other.id }),
        }))}
      />
    );

  const compose = (detail: string) => () =>
    void document.dispatchEvent(new CustomEvent('foyer-compose', { detail }));
  const isClosed = open?.status === 'closed';
  const forTargets: Choice[] = targets.length
    ? [
        ...(open
          ? [
              { id: 'reply', name: texts.reply, hint: 'r', run: compose('reply') },
              { id: 'note', name: texts.note, hint: 'n', run: compose('note') },
              { id: 'canned', name: texts.canned, hint: ';', run: compose('canned') },
            ]
          : []),
        {
          id: 'take',
          name: texts.assignToMe,
          hint: 'a',
          run: () => void inbox.actions.act({ assignee: inbox.me.id }),
        },
        { id: 'assign', name: texts.assignTo, hint: 'Shift A', run: turn('assign') },
        {
          id: 'close',
          name: isClosed ? texts.reopen : texts.close,
          hint: 'e',
          run: () => void inbox.actions.act({ status: isClosed ? 'open' : 'closed' }),
        },
        { id: 'snooze', name: texts.snooze, hint: 's', run: turn('snooze') },
        { id: 'label', name: texts.label, hint: 'l', run: turn('label') },
        { id: 'priority', name: texts.priority, hint: 'p', run: turn('priority') },
        ...(chosen.some((item) => item.held)
          ? [{ id: 'letIn', name: texts.letIn, run: () => void inbox.actions.act({ held: false }) }]
          : []),
        ...(open
          ? [
              ...(thread!.earlier.length
                ? [{ id: 'merge', name: texts.merge, hint: 'm', run: turn('merge') }]
                : []),
              { id: 'promise', name: texts.changePromise, run: turn('promise') },
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
          : []),
      ]
    : [];
  const goTo: View[] = [
    ...views,
    ...teams.map(({ id }) => `team:${id}` as const),
    ...labels.map(({ id }) => `label:${id}` as const),
    ...inbox.overview.now.value.kinds.map((kind) => `kind:${kind}` as const),
  ];
  return (
    <Chooser
      title={texts.commands}
      gone={close}
      choices={[
        ...(inbox.actions.last.value?.isUndoable
          ? [{ id: 'undo', name: texts.undo, hint: 'z', run: () => void inbox.actions.undo() }]
          : []),
        ...forTargets,
        {
          id: 'search',
          name: texts.search,
          hint: '/',
          run: () => document.getElementById('inbox-search')?.focus(),
        },
        ...goTo.map((view) => ({
          id: `go-${view}`,
          name: fill(texts.goTo, { view: viewName(inbox, features, language, view) }),
          run: () => inbox.show(view),
        })),
        { id: 'keys', name: texts.keys, hint: '?', run: turn('keys') },
        ...features.flatMap(({ area }) =>
          area?.canEnter(inbox.membership)
            ? [{ id: area.path, name: inLanguage(area.names, tag)!, run: () => go(`/inbox/${area.path}`) }]
            : [],
        ),
        { id: 'logOut', name: texts.logOut, run: () => void desk.logOut() },
      ]}
    />
  );
};

import type { FunctionComponent } from 'preact';
import { newId } from '../../../../shared/core/ids.ts';
import { putLabel } from '../../../../shared/inbox/routes.ts';
import { useLanguage } from '../../../core/staff/context.ts';
import { moment } from '../../../core/staff/i18n.ts';
import { Icon } from '../../../core/staff/Icon.tsx';
import { laterTimes } from '../../../core/staff/times.ts';
import { When } from '../../../core/staff/When.tsx';
import { fill } from '../../../core/text/fill.ts';
import { useInbox } from '../../context.ts';
import type { Over } from '../over.ts';
import { Chooser } from './Chooser.tsx';
import { Macros } from './Macros.tsx';
import { useTargets } from './useTargets.ts';

/* The lists that some commands ask with. */

interface PageProps {
  show(over: Over): void;
  close(): void;
}

const priorities = ['urgent', 'high', 'normal', 'low'] as const;
const colours = ['teal', 'blue', 'violet', 'red', 'orange', 'yellow', 'green', 'grey'] as const;

/** Gives conversations to somebody or to a team. */
const Assign = ({ close }: PageProps) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const { chosen } = useTargets();
  return (
    <Chooser
      title={texts.assignTo}
      gone={close}
      choices={[
        {
          id: 'me',
          name: texts.assignToMe,
          mark: <Icon name="mine" />,
          hint: 'a',
          run: () => void inbox.actions.act({ assignee: inbox.me.id }),
        },
        ...inbox.overview.now.value.people
          .filter(({ id }) => id !== inbox.me.id)
          .map(({ id, name }) => ({
            id,
            name,
            mark: <Icon name="mine" />,
            isOn: chosen.length > 0 && chosen.every((item) => item.assignee?.id === id),
            run: () => void inbox.actions.act({ assignee: id }),
          })),
        ...inbox.overview.now.value.teams.map(({ id, name }) => ({
          id,
          name,
          mark: <Icon name="team" />,
          isOn: chosen.length > 0 && chosen.every((item) => item.team?.id === id),
          run: () => void inbox.actions.act({ team: id, assignee: null }),
        })),
        {
          id: 'nobody',
          name: texts.giveBack,
          mark: <Icon name="unassigned" />,
          run: () => void inbox.actions.act({ assignee: null, team: null }),
        },
      ]}
    />
  );
};

/** Puts labels on, takes them off, makes new ones. */
const Label = ({ close }: PageProps) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const { targets, chosen } = useTargets();
  return (
    <Chooser
      title={texts.label}
      gone={close}
      choices={inbox.overview.now.value.labels.map(({ id, name, colour }) => {
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
              body: {
                name: typed.slice(0, 40),
                // biome-ignore lint/style/noNonNullAssertion: a remainder is within the list
                colour: colours[inbox.overview.now.value.labels.length % colours.length]!,
              },
            }),
          );
          if (!made) return;
          await inbox.overview.load();
          await inbox.actions.act({ addLabels: [id] }, targets);
        },
      }}
    />
  );
};

/** Puts conversations off. */
const Snooze = ({ close, show }: PageProps) => {
  const inbox = useInbox();
  const { texts, tag } = useLanguage();
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
        { id: 'when', name: texts.pickTime, run: () => show('when') },
      ]}
    />
  );
};

/** Says how urgent it is. */
const Priority = ({ close }: PageProps) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const { chosen } = useTargets();
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
};

/** Makes the open conversation a part of an earlier one. */
const Merge = ({ close }: PageProps) => {
  const inbox = useInbox();
  const { texts, tag } = useLanguage();
  const { open, thread } = useTargets();
  return (
    <Chooser
      title={texts.mergeInto}
      gone={close}
      choices={(open ? (thread?.earlier ?? []) : []).map((other) => ({
        id: other.id,
        name: other.subject,
        hint: moment(tag, other.createdAt),
        run: () => void inbox.actions.act({ mergeInto: other.id }),
      }))}
    />
  );
};

const SnoozeUntil = ({ close }: PageProps) => {
  const { actions } = useInbox();
  const { texts } = useLanguage();
  return (
    <When
      title={texts.snoozeUntil}
      gone={close}
      choose={(at) => void actions.act({ snooze: { until: at } })}
    />
  );
};

const ChangePromise = ({ close }: PageProps) => {
  const { actions } = useInbox();
  const { texts } = useLanguage();
  return (
    <When title={texts.changePromise} gone={close} choose={(at) => void actions.act({ promiseAt: at })} />
  );
};

export const pages: Record<
  Exclude<Over, 'keys' | 'commands' | 'conversation' | 'forward' | null>,
  FunctionComponent<PageProps>
> = {
  assign: Assign,
  label: Label,
  snooze: Snooze,
  when: SnoozeUntil,
  priority: Priority,
  merge: Merge,
  promise: ChangePromise,
  macro: Macros,
};

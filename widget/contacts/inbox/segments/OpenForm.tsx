import { useEffect, useState } from 'preact/hooks';
import { listOpen } from '../../../../shared/contacts/segments/routes.ts';
import type { SegmentRule } from '../../../../shared/contacts/segments/schema.ts';
import { newId } from '../../../../shared/core/ids.ts';
import { getOverview, postAction } from '../../../../shared/inbox/routes.ts';
import type { ConversationChange, Overview } from '../../../../shared/inbox/schema.ts';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { counted } from '../../../core/staff/i18n.ts';
import type { SegmentTexts } from './texts.ts';
import type { SegmentModel } from './useSegment.ts';

/** Conversations of one action; the server refuses more. */
const maxOfAction = 100;

/** A choice of the list, as `person ID`. */
const changeOf = (choice: string): ConversationChange | null => {
  const [what, id = ''] = choice.split(' ');
  if (what === 'person') return { assignee: id };
  if (what === 'team') return { team: id };
  return what === 'label' ? { addLabels: [id] } : null;
};

/** The change that was chosen, the conversations that it's for, and the way to make it. */
const useOpen = (rule: SegmentRule, onChanged: (count: number, isMore: boolean) => void) => {
  const staff = useStaff();
  const [overview, setOverview] = useState<Overview | null>(null);
  const [choice, setChoice] = useState('');
  const [open, setOpen] = useState<{ conversations: string[]; isMore: boolean } | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    void staff.attempt(staff.call(getOverview, {})).then(setOverview);
  }, []);
  useEffect(() => {
    let isStale = false;
    setOpen(null);
    if (choice)
      void staff.attempt(staff.call(listOpen, { body: { rule } })).then((found) => {
        if (!isStale) setOpen(found);
      });
    return () => {
      isStale = true;
    };
  }, [choice, JSON.stringify(rule)]);
  const apply = async (): Promise<void> => {
    const change = changeOf(choice);
    if (!change || !open) return;
    setBusy(true);
    let changed = 0;
    for (let first = 0; first < open.conversations.length; first += maxOfAction) {
      const conversations = open.conversations.slice(first, first + maxOfAction);
      const reply = await staff.attempt(
        staff.call(postAction, { body: { id: newId(), conversations, change } }),
      );
      // What was refused is said by the call; what was done before it stays.
      if (!reply) break;
      changed += reply.conversations.length;
    }
    setBusy(false);
    setChoice('');
    onChanged(changed, open.isMore);
  };
  return { overview, choice, setChoice, open, isBusy, apply };
};

/** Assigns or labels the open conversations of everyone in the segment: how many is said before. */
export const OpenForm = ({
  model,
  texts,
  onDone,
}: {
  model: SegmentModel;
  texts: SegmentTexts;
  onDone(text: string): void;
}) => {
  const { tag } = useLanguage();
  const { overview, choice, setChoice, open, isBusy, apply } = useOpen(model.rule, (changed, isMore) =>
    onDone([counted(tag, texts.openDone, changed), ...(isMore ? [texts.openMore] : [])].join(' ')),
  );
  if (!overview) return null;
  const groups: [label: string, what: string, of: readonly { id: string; name: string }[]][] = [
    [texts.toPerson, 'person', overview.people],
    [texts.toTeam, 'team', overview.teams],
    [texts.toLabel, 'label', overview.labels],
  ];
  return (
    <form
      class="row-of-buttons"
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <select
        aria-label={texts.openTitle}
        value={choice}
        onChange={(event) => {
          onDone('');
          setChoice(event.currentTarget.value);
        }}
      >
        <option value="">
          {texts.openTitle}: {texts.openChoose}
        </option>
        {groups
          .filter(([, , of]) => of.length > 0)
          .map(([label, what, of]) => (
            <optgroup key={what} label={label}>
              {of.map(({ id, name }) => (
                <option key={id} value={`${what} ${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
      </select>
      {open && open.conversations.length > 0 && (
        <button type="submit" disabled={isBusy}>
          {counted(tag, texts.openApply, open.conversations.length)}
        </button>
      )}
      <span class="quiet" role="status">
        {open?.conversations.length === 0 && texts.openNone}
      </span>
    </form>
  );
};

import { isAtLeast } from '../../../../shared/core/people/roles.ts';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { newId } from '../../../../shared/core/ids.ts';
import { useStaff } from '../context.ts';
import { Card } from './Page.tsx';

interface Known {
  id: string;
  name: string;
  rule: { on: boolean };
}

/** A list of what admins write, each with its editor behind its card; a new one is written above them. */
export const EditableCards = <Item extends Known>({
  list,
  texts,
  draw,
  edit,
}: {
  /** Null while it is being read. */
  list: readonly Item[] | null;
  texts: Record<'none' | 'add' | 'isOn' | 'isOff' | 'edit', string>;
  /** Draws a card below its title. */
  draw(item: Item): ComponentChildren;
  /** The editor of one; of a new one where there is nothing known. */
  edit(known: Item | null, id: string, onDone: () => void): ComponentChildren;
}) => {
  const staff = useStaff();
  const open = useSignal<string | null>(null);
  const isNew = open.value !== null && !list?.some(({ id }) => id === open.value);
  const show = (id: string | null) => () => {
    open.value = id;
  };
  return (
    <>
      {list?.length === 0 && !isNew && <p class="empty">{texts.none}</p>}
      {isAtLeast(staff.membership.role, 'admin') && !isNew && (
        <p class="row-of-buttons stack">
          <button
            type="button"
            class="primary"
            onClick={() => {
              open.value = newId();
            }}
          >
            {texts.add}
          </button>
        </p>
      )}
      {/* biome-ignore lint/style/noNonNullAssertion: `isNew` means that a new one is open */}
      {isNew && list && edit(null, open.value!, show(null))}
      <ul class="cards">
        {list?.map((known) => (
          <Card
            key={known.id}
            title={known.name}
            state={known.rule.on ? texts.isOn : texts.isOff}
            isGood={known.rule.on}
            edit={texts.edit}
            editor={open.value === known.id ? edit(known, known.id, show(null)) : null}
            onToggle={show(open.value === known.id ? null : known.id)}
          >
            {draw(known)}
          </Card>
        ))}
      </ul>
    </>
  );
};

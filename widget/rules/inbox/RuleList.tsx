import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { newId } from '../../../shared/core/ids.ts';
import type { RuleDraft, RuleList as List } from '../../../shared/rules/schema.ts';
import { fill } from '../../core/text/fill.ts';
import type { Words } from './fieldKinds.ts';
import { blankRule, readyRules } from './ready.ts';
import { RuleForm } from './RuleForm.tsx';
import { RuleRow } from './RuleRow.tsx';
import { draftOf, type RulesModel } from './rulesModel.ts';

interface Opened {
  id: string;
  start: RuleDraft;
  isNew: boolean;
}

/** Moving rules by pointer and by key; the button that was pressed keeps the focus. */
const useMoving = (list: List, model: RulesModel, words: Words) => {
  const [said, setSaid] = useState('');
  const dragged = useRef<string | null>(null);
  const pressed = useRef<string | null>(null);
  useLayoutEffect(() => {
    const button = pressed.current && document.getElementById(pressed.current);
    pressed.current = null;
    if (button instanceof HTMLButtonElement)
      (button.disabled ? button.parentElement?.querySelector<HTMLButtonElement>('button') : button)?.focus();
  }, [list]);
  const move = (id: string, from: number, to: number): void => {
    pressed.current = `${to < from ? 'up' : 'down'}-${id}`;
    const name = list.rules.find((rule) => rule.id === id)?.name ?? '';
    const { tag, texts } = words;
    const number = new Intl.NumberFormat(tag);
    setSaid(
      fill(texts.moved, { name, place: number.format(to + 1), count: number.format(list.rules.length) }),
    );
    void model.move(id, to);
  };
  return {
    said,
    move,
    drag: (id: string, place: number, isOpen: boolean) => ({
      draggable: !isOpen,
      onDragStart: (event: DragEvent) => {
        dragged.current = id;
        if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
      },
      onDragOver: (event: DragEvent) => {
        if (dragged.current !== null) event.preventDefault();
      },
      onDragEnd: () => {
        dragged.current = null;
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        const from = list.rules.findIndex((rule) => rule.id === dragged.current);
        if (dragged.current !== null && from >= 0 && from !== place) move(dragged.current, from, place);
        dragged.current = null;
      },
    }),
  };
};

/** A site's rules in their order, and the one that is being written. */
export const RuleList = ({ list, model, words }: { list: List; model: RulesModel; words: Words }) => {
  const { texts } = words;
  const [opened, setOpened] = useState<Opened | null>(null);
  const { said, move, drag } = useMoving(list, model, words);
  const { rules } = list;
  const open = (start: RuleDraft): void => setOpened({ id: newId(), start, isNew: true });
  const form = opened && (
    <RuleForm key={opened.id} {...opened} model={model} words={words} done={() => setOpened(null)} />
  );
  return (
    <>
      {rules.length === 0 && !opened && <p class="empty">{texts.noRules}</p>}
      <ol class="rule-list">
        {rules.map((rule, place) => {
          const isOpen = opened?.id === rule.id;
          return (
            <li key={rule.id} class={rule.isOn ? '' : 'off'} {...drag(rule.id, place, isOpen)}>
              {isOpen ? (
                form
              ) : (
                <RuleRow
                  rule={rule}
                  place={place}
                  count={rules.length}
                  model={model}
                  words={words}
                  move={(to) => move(rule.id, place, to)}
                  edit={() => setOpened({ id: rule.id, start: draftOf(rule), isNew: false })}
                />
              )}
            </li>
          );
        })}
        {opened?.isNew && !rules.some(({ id }) => id === opened.id) && <li>{form}</li>}
      </ol>
      <p class="unseen" role="status">
        {said}
      </p>
      {!opened && (
        <div class="row-of-buttons">
          <button type="button" class="primary" onClick={() => open(blankRule())}>
            {texts.newRule}
          </button>
          {readyRules(texts)
            .filter(({ name }) => !rules.some((rule) => rule.name === name))
            .map((ready) => (
              <button key={ready.name} type="button" onClick={() => open(ready)}>
                {ready.name}
              </button>
            ))}
        </div>
      )}
    </>
  );
};

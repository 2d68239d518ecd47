import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { newId } from '../../../shared/core/ids.ts';
import type { Macro } from '../../../shared/rules/schema.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { ActionRows, macroKinds } from './ActionRows.tsx';
import { isWhole, type Words } from './fieldKinds.ts';
import type { RulesModel } from './rulesModel.ts';
import { actionsText } from './words.ts';

const MacroForm = ({
  start,
  isNew,
  model,
  words,
  done,
}: {
  start: Macro;
  isNew: boolean;
  model: RulesModel;
  words: Words;
  done(): void;
}) => {
  const { texts } = words;
  const [macro, setMacro] = useState(start);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const { id, name, actions } = macro;
  const isReady = name.trim() !== '' && actions.every(isWhole);
  const end = (work: Promise<boolean>): void => void work.then((isDone) => isDone && done());
  return (
    <form
      class="rule-form"
      ref={form}
      aria-label={name || texts.newMacro}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) end(model.saveMacro(id, { name, actions }));
      }}
    >
      <TextField
        label={texts.name}
        value={name}
        required
        maxLength={60}
        dir="auto"
        onValue={(value) => setMacro({ ...macro, name: value })}
      />
      <ActionRows
        actions={actions}
        kinds={macroKinds}
        words={words}
        onActions={(next) => setMacro({ ...macro, actions: next })}
      />
      {!isReady && <p class="quiet">{texts.incomplete}</p>}
      <div class="row-of-buttons">
        <button type="submit" class="primary" disabled={!isReady}>
          {texts.save}
        </button>
        <button type="button" onClick={done}>
          {texts.cancel}
        </button>
        {!isNew && (
          <button type="button" class="link" onClick={() => end(model.removeMacro(id))}>
            {texts.delete}
          </button>
        )}
      </div>
    </form>
  );
};

/** A site's macros, and the one that is being written. */
export const MacroList = ({
  macros,
  model,
  words,
}: {
  macros: readonly Macro[];
  model: RulesModel;
  words: Words;
}) => {
  const { texts } = words;
  const [opened, setOpened] = useState<Macro | null>(null);
  const isNew = opened !== null && !macros.some(({ id }) => id === opened.id);
  const form = opened && (
    <MacroForm
      key={opened.id}
      start={opened}
      isNew={isNew}
      model={model}
      words={words}
      done={() => setOpened(null)}
    />
  );
  return (
    <>
      {macros.length === 0 && !opened && <p class="empty">{texts.noMacros}</p>}
      <ul class="rule-list">
        {macros.map((macro) => (
          <li key={macro.id}>
            {opened?.id === macro.id ? (
              form
            ) : (
              <>
                <div class="rule-head">
                  <h3 dir="auto">{macro.name}</h3>
                  <button type="button" onClick={() => setOpened(macro)}>
                    {texts.edit}
                  </button>
                </div>
                <p class="quiet">{actionsText(macro.actions, words)}</p>
              </>
            )}
          </li>
        ))}
        {isNew && <li>{form}</li>}
      </ul>
      {!opened && (
        <button
          type="button"
          class="primary"
          onClick={() => setOpened({ id: newId(), name: '', actions: [{ do: 'label', to: '' }] })}
        >
          {texts.newMacro}
        </button>
      )}
    </>
  );
};

import { useLayoutEffect } from 'preact/hooks';
import { useLocalSignal } from '../core/ui/hooks.ts';
import { Waiting } from '../core/ui/parts.tsx';
import type { CallbackProps } from './callbackText.ts';
import { WhenFields } from './WhenFields.tsx';

/** Another time for a call that is promised or was missed. */
export const MoveCallback = (given: CallbackProps & { onDone(): void; isAsked: boolean }) => {
  const { surface, text, own } = given;
  const { texts } = surface.context;
  const form = own.form.value;
  const when = useLocalSignal<'soon' | number | null>(null);
  useLayoutEffect(() => {
    void own.loadTimes();
  }, []);
  if (!form) return own.problem.value ? null : <Waiting texts={texts} />;
  const isThere = form.slots.some(({ start }) => start === when.value);
  const chosen = when.value === 'soon' || isThere ? when.value : null;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null)
          void own.move(chosen).then((moved) => {
            if (moved) given.onDone();
          });
      }}
    >
      <WhenFields
        surface={surface}
        text={text}
        form={{ ...form, soon: given.own.call.value?.soon ? null : form.soon }}
        when={chosen}
        onWhen={(next) => {
          when.value = next;
        }}
      />
      <span class="actions">
        <button type="submit" class="primary" disabled={chosen === null || own.busy.value}>
          {text('callMoveTo')}
        </button>
        {given.isAsked && (
          <button type="button" class="text" onClick={given.onDone}>
            {text('callKeep')}
          </button>
        )}
      </span>
    </form>
  );
};

import { type ReadonlySignal, signal } from '@preact/signals';
import {
  getCallback,
  getCallbackCalendar,
  getCallbackForm,
  postCancelCallback,
  postMoveCallback,
} from '../../shared/callbacks/routes.ts';
import type { CallbackForm, VisitorCallback } from '../../shared/callbacks/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import { createAction } from '../core/net/action.ts';
import { asCallError, type CallError } from '../core/net/client.ts';
import type { WidgetContext } from '../core/context.ts';

/** One call as its visitor follows it. */
export interface OwnCallback {
  call: ReadonlySignal<VisitorCallback | null>;
  /** The times that can be had instead; null until they are asked for. */
  form: ReadonlySignal<CallbackForm | null>;
  busy: ReadonlySignal<boolean>;
  problem: ReadonlySignal<CallError | null>;
  read(): Promise<void>;
  loadTimes(): Promise<void>;
  /** @returns true when it worked; a time that is taken brings the others anew */
  move(when: 'soon' | number): Promise<boolean>;
  cancel(): Promise<boolean>;
  /** Saves it as an entry for a calendar. */
  saveCalendar(): Promise<boolean>;
}

export const createOwnCallback = (context: WidgetContext, id: string): OwnCallback => {
  const { session } = context;
  const path = { callback: id };
  const callback = signal<VisitorCallback | null>(null);
  const form = signal<CallbackForm | null>(null);
  const { busy, problem, run } = createAction();
  const readTimes = async (): Promise<void> => {
    form.value = await context.call(getCallbackForm, { query: { language: context.texts.language } });
  };

  return {
    call: callback,
    form,
    busy,
    problem,
    async read() {
      try {
        callback.value = (await session.call(getCallback, { path })).call;
      } catch (error) {
        // Shown only while there is nothing to show: what was read before is read again with the next change.
        if (!callback.value) problem.value = asCallError(error);
      }
    },
    async loadTimes() {
      await run(readTimes);
    },
    async move(when) {
      const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      const body = { id: newId(), when: when === 'soon' ? when : { start: when }, zone };
      const moved = await run(async () => {
        callback.value = (await session.call(postMoveCallback, { path, body })).call;
      });
      if (!moved && problem.value?.fields['when']) await readTimes().catch(() => {});
      return moved;
    },
    cancel: () =>
      run(async () => {
        callback.value = (await session.call(postCancelCallback, { path, body: { id: newId() } })).call;
      }),
    saveCalendar: () =>
      run(async () => {
        const { calendar } = await session.call(getCallbackCalendar, { path });
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([calendar], { type: 'text/calendar;charset=utf-8' }));
        link.download = 'call.ics';
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      }),
  };
};

import { signal } from '@preact/signals';
import { getCallbackForm } from '../../shared/callbacks/routes.ts';
import type { CallbackForm } from '../../shared/callbacks/schema.ts';
import type { WidgetContext } from '../core/context.ts';
import { CallError } from '../core/net/client.ts';
import type { RequestDraft } from './requestDraft.ts';

/** The owner's offer (countries, times), and the time that was chosen in place of the visitor's when theirs is gone. */
export const createOfferedTimes = (context: WidgetContext, draft: RequestDraft) => {
  const form = signal<CallbackForm | CallError | null>(null);
  /** Why the next time was chosen in place of the visitor's. */
  const instead = signal<'callTaken' | 'callPassed' | null>(null);
  const { said: input } = draft;

  /** Two that were had before may be gone: the country from the owner's list, the time from the schedule. */
  const adjust = (found: CallbackForm): void => {
    const { country, when } = input.value;
    if (!found.countries.some(({ code }) => code === country)) draft.change({ country: found.country });
    const isThere = when === 'soon' ? found.soon !== null : found.slots.some(({ start }) => start === when);
    if (isThere) return;
    if (when !== null && when !== 'soon' && !instead.value) instead.value = 'callPassed';
    const next = found.slots.find(({ start }) => start >= Number(when)) ?? found.slots.at(-1);
    draft.change({ when: typeof when === 'number' || found.soon === null ? (next?.start ?? null) : 'soon' });
    if (input.value.when === null || input.value.when === 'soon') instead.value = null;
  };

  return {
    form,
    instead,
    /** The form, once it is there. */
    offered: (): CallbackForm | null => (form.value instanceof CallError ? null : form.value),
    async load(): Promise<void> {
      try {
        const found = await context.call(getCallbackForm, { query: { language: context.texts.language } });
        form.value = found;
        adjust(found);
      } catch (error) {
        if (!(error instanceof CallError)) throw error;
        if (form.value === null || form.value instanceof CallError) form.value = error;
      }
    },
  };
};

export type OfferedTimes = ReturnType<typeof createOfferedTimes>;

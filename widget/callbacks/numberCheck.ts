import { signal } from '@preact/signals';
import { postCheckNumber } from '../../shared/callbacks/routes.ts';
import type { NumberReply } from '../../shared/callbacks/schema.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { WidgetContext } from '../core/context.ts';
import { CallError } from '../core/net/client.ts';
import type { OfferedTimes } from './offeredTimes.ts';
import type { RequestDraft } from './requestDraft.ts';

/** The pause before a number is checked, milliseconds. */
const pause = 600;

/**
 * The number as it will be dialled, asked of the server while it is typed.
 * @param onWrong the number is none that can be called
 */
export const createNumberCheck = (
  context: WidgetContext,
  { said: input, change }: RequestDraft,
  { offered }: OfferedTimes,
  onWrong: (code: FieldCode | undefined) => void,
) => {
  const checked = signal<NumberReply | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const check = async (): Promise<void> => {
    const { number, country } = input.value;
    const isSame = () => number === input.value.number && country === input.value.country;
    try {
      const reply = await context.call(postCheckNumber, { body: { number, country } });
      if (!isSame()) return;
      checked.value = reply;
      // A number that brings its country, as browsers fill it in, says which it is.
      if (offered()?.countries.some(({ code }) => code === reply.country) && reply.country !== country)
        change({ country: reply.country });
    } catch (error) {
      if (isSame() && error instanceof CallError && error.code === 'invalid') onWrong(error.fields['number']);
      // Anything else is no word about the number: it is looked at again when it is sent.
    }
  };

  return {
    checked,
    /** The number has changed: it is looked at once the visitor pauses. */
    restart(): void {
      checked.value = null;
      clearTimeout(timer);
      if (input.value.number.replace(/\D/g, '').length > 5) timer = setTimeout(check, pause);
    },
    stop(): void {
      clearTimeout(timer);
    },
  };
};

export type NumberCheck = ReturnType<typeof createNumberCheck>;

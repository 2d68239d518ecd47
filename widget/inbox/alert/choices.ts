import { type ReadonlySignal, signal } from '@preact/signals';
import { getAlerts, putAlerts } from '../../../shared/alerts/routes.ts';
import type { Alerts } from '../../../shared/alerts/schema.ts';
import type { AlertChoices } from '../../../shared/core/people/alertChoices.ts';
import { asCallError, type Call, type CallError } from '../../core/net/client.ts';

/** Choices of alerts: the sound is this browser's, the rest is the person's, as it was last known here. */
export interface Choices {
  sound: boolean;
  /** `mine`: what is theirs alone. `all`: what is nobody's, too. */
  what: 'mine' | 'all';
  /** Nothing sounds between two times of the day, `HH:MM`; null for never quiet. */
  quiet: { from: string; to: string } | null;
}

const silent: Choices = { sound: false, what: 'all', quiet: null };
const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Reads stored choices, as far as they make sense: silence is what is left of the rest. */
export const readChoices = (text: string | null): Choices => {
  try {
    const { sound, what, quiet } = JSON.parse(text ?? '{}') as Partial<Choices>;
    const isSpan = quiet && time.test(quiet.from) && time.test(quiet.to);
    return {
      sound: sound === true,
      what: what === 'mine' ? 'mine' : 'all',
      quiet: isSpan ? { from: quiet.from, to: quiet.to } : null,
    };
  } catch {
    return silent;
  }
};

export interface OwnAlerts {
  /** The choices in effect here. */
  value: ReadonlySignal<Choices>;
  /** The choices on the server; null until it was asked. */
  saved: ReadonlySignal<Alerts | null>;
  /** Why what was chosen last was not saved. */
  problem: ReadonlySignal<CallError | null>;
  load(): Promise<void>;
  setSound(sound: boolean): void;
  /** Holds at once; what the server does not take goes back to what it was. */
  set(change: Partial<AlertChoices>): Promise<void>;
  /** Takes what a call answered. */
  take(saved: Alerts): void;
}

/**
 * The model of one's alerts: saved on the server, and a copy here, so that it rings as wished before the server was
 * asked.
 */
export const createAlerts = (call: Call, storage: Pick<Storage, 'getItem' | 'setItem'>): OwnAlerts => {
  const key = 'foyer-alerts';
  const value = signal(readChoices(storage.getItem(key)));
  const saved = signal<Alerts | null>(null);
  const problem = signal<CallError | null>(null);
  const hold = (choices: Choices): void => {
    value.value = choices;
    storage.setItem(key, JSON.stringify(choices));
  };
  const take = (reply: Alerts): void => {
    saved.value = reply;
    const { what, quiet } = reply.choices;
    hold({ ...value.value, what, quiet });
  };
  const attempt = async (work: Promise<Alerts>): Promise<void> => {
    try {
      take(await work);
      problem.value = null;
    } catch (error) {
      problem.value = asCallError(error);
    }
  };
  return {
    value,
    saved,
    problem,
    take,
    load: () => attempt(call(getAlerts, {})),
    setSound: (sound) => hold({ ...value.value, sound }),
    async set(change) {
      const before = saved.value;
      if (!before) return;
      const choices = {
        ...before.choices,
        ...change,
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      };
      take({ ...before, choices });
      await attempt(call(putAlerts, { body: choices }));
      if (problem.value) take(before);
    },
  };
};

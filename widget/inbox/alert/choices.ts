import { type ReadonlySignal, signal } from '@preact/signals';

/** What a person wants to be told of by sound, on this device. */
export interface Choices {
  sound: boolean;
  /** `mine`: what is theirs alone. `all`: what is nobody's, too. */
  what: 'mine' | 'all';
  /** Nothing sounds between two times of the day, `HH:MM`; null for never quiet. */
  quiet: { from: string; to: string } | null;
}

const silent: Choices = { sound: false, what: 'all', quiet: null };
const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** What was stored, as far as it makes sense: silence is what is left of the rest. */
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

/** True within quiet hours, which may run over midnight. @param now `HH:MM` on the reader's clock */
export const isQuiet = ({ quiet }: Choices, now: string): boolean => {
  if (!quiet || quiet.from === quiet.to) return false;
  const { from, to } = quiet;
  return from < to ? now >= from && now < to : now >= from || now < to;
};

/** Choices that outlive the page. */
export const createChoices = (
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): { value: ReadonlySignal<Choices>; set(change: Partial<Choices>): void } => {
  const key = 'foyer-alerts';
  const value = signal(readChoices(storage.getItem(key)));
  return {
    value,
    set(change) {
      value.value = { ...value.value, ...change };
      storage.setItem(key, JSON.stringify(value.value));
    },
  };
};

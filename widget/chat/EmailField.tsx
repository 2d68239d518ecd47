import type { Signal } from '@preact/signals';
import { fieldText } from '../core/text/failureText.ts';
import type { Texts } from '../core/text/i18n.ts';
import { useLocalSignal } from '../core/ui/hooks.ts';
import { isEmail } from './about.ts';

/** An address that is needed for what is asked for. */
export interface EmailBox {
  value: Signal<string>;
  isWrong: Signal<boolean>;
  /** The address, once it looks like one. */
  read(): string | null;
}

export const useEmail = (first: string): EmailBox => {
  const value = useLocalSignal(first);
  const isWrong = useLocalSignal(false);
  return {
    value,
    isWrong,
    read() {
      const text = value.value.trim();
      isWrong.value = !isEmail(text);
      return isWrong.value ? null : text;
    },
  };
};

export const EmailField = ({ texts, box, id }: { texts: Texts; box: EmailBox; id: string }) => (
  <label class="reach">
    <span>{texts.get('email')}</span>
    <input
      type="email"
      autocomplete="email"
      dir="ltr"
      maxLength={254}
      value={box.value.value}
      aria-invalid={box.isWrong.value}
      aria-describedby={id}
      onInput={(event) => {
        box.value.value = event.currentTarget.value;
        box.isWrong.value = false;
      }}
    />
    {box.isWrong.value && (
      <span id={id} class="wrong" role="alert">
        {fieldText(texts, box.value.value.trim() ? 'not_email' : 'required')}
      </span>
    )}
  </label>
);

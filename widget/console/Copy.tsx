import { useRef, useState } from 'preact/hooks';
import { useTexts } from './context.ts';

/** A text to be copied: by the button, or by hand where the browser keeps the clipboard from us (plain http). */
export const Copy = ({ text, label }: { text: string; label: string }) => {
  const { texts } = useTexts();
  const [isCopied, setCopied] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // It is selected: Ctrl + C does the rest.
    }
  };
  return (
    <div class="copy">
      <textarea
        ref={box}
        class="code"
        dir="ltr"
        readOnly
        spellcheck={false}
        aria-label={label}
        rows={Math.max(Math.ceil(text.length / 60), text.split('\n').length)}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" class="primary" onClick={copy}>
        {isCopied ? texts.copied : texts.copy}
      </button>
      <span class="unseen" role="status">
        {isCopied ? texts.copied : ''}
      </span>
    </div>
  );
};

import { useEffect, useState } from 'preact/hooks';
import type { FieldCode } from '../../shared/core/errors.ts';
import { useTexts } from './context.ts';
import { Field } from '../core/staff/fields.tsx';

/** The exact origins of what somebody typed or pasted: `example.com/shop` is `https://example.com`. */
export const readOrigins = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((line) => {
        const url = /^[a-z]+:\/\//i.test(line) ? line : `https://${line}`;
        return URL.canParse(url) ? new URL(url).origin : line;
      }),
  ),
];

export const OriginsField = ({
  label,
  origins,
  refused,
  onOrigins,
}: {
  label: string;
  origins: readonly string[];
  refused: FieldCode | undefined;
  onOrigins(origins: string[]): void;
}) => {
  const { texts } = useTexts();
  const [text, setText] = useState(origins.join('\n'));
  // From outside: allowed by a tap, undone, discarded.
  useEffect(() => {
    if (readOrigins(text).join() !== origins.join()) setText(origins.join('\n'));
  }, [origins]);
  return (
    <Field label={label} hint={texts.originsHint} refused={refused}>
      {(ids) => (
        <textarea
          {...ids}
          dir="ltr"
          rows={Math.max(2, origins.length + 1)}
          spellcheck={false}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            onOrigins(readOrigins(event.currentTarget.value));
          }}
          onBlur={() => setText(origins.join('\n'))}
        />
      )}
    </Field>
  );
};

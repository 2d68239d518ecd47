import { useSignal } from '@preact/signals';
import { primarySubtag } from '../../../shared/core/languages.ts';
import { postLinks } from '../../../shared/nps/routes.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { Field } from '../../core/staff/fields.tsx';
import type { StaffTexts } from './texts.ts';

/** Links for a list of people, to be put into the owner's own mails. */
export const Links = ({ survey, texts }: { survey: string; texts: StaffTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const typed = useSignal('');
  const made = useSignal('');
  const make = async (): Promise<void> => {
    const recipients = typed.value.split(/\n+/).flatMap((line) => line.trim() || []);
    const found = await staff.attempt(
      staff.call(postLinks, {
        path: { survey },
        body: { recipients, language: primarySubtag(tag) },
      }),
    );
    if (found)
      made.value = found.links
        .map(({ recipient, url }) =>
          [recipient, ...Array.from({ length: 11 }, (_, score) => `${url}&score=${score}`)].join('\t'),
        )
        .join('\n');
  };
  return (
    <details>
      <summary>{texts.linksTitle}</summary>
      <div class="stack">
        <Field label={texts.linksLead}>
          {({ id }) => (
            <textarea
              id={id}
              dir="ltr"
              rows={3}
              value={typed.value}
              onInput={(event) => {
                typed.value = event.currentTarget.value;
              }}
            />
          )}
        </Field>
        <div class="row-of-buttons">
          <button type="button" disabled={!typed.value.trim()} onClick={() => void make()}>
            {texts.makeLinks}
          </button>
        </div>
        {made.value && (
          <textarea aria-label={texts.linksTitle} dir="ltr" rows={5} readOnly value={made.value} />
        )}
      </div>
    </details>
  );
};

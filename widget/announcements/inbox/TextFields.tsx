import type { AnnouncementDraft } from '../../../shared/announcements/routes.ts';
import { Field, TextField } from '../../core/staff/fields.tsx';
import { CardPreview } from '../../core/staff/editing/CardPreview.tsx';
import type { StaffTexts } from './texts.ts';

type Text = AnnouncementDraft['texts'][string];

/** The headline and the words of a piece of news in one language, with how they will look. */
export const TextFields = ({
  text,
  language,
  texts,
  onChange,
}: {
  text: Text;
  language: string;
  texts: StaffTexts;
  onChange(change: Partial<Text>): void;
}) => (
  <div class="beside">
    <div>
      <TextField
        dir="auto"
        label={texts.headline}
        lang={language}
        value={text.title}
        maxLength={140}
        onValue={(title) => onChange({ title })}
      />
      <Field label={texts.body}>
        {({ id }) => (
          <textarea
            id={id}
            dir="auto"
            lang={language}
            rows={5}
            maxLength={5_000}
            value={text.body}
            onInput={(event) => onChange({ body: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
    <CardPreview language={language} title={text.title} body={text.body} />
  </div>
);

import type { AnnouncementDraft } from '../../../shared/announcements/routes.ts';
import type { RuleWords } from '../../../shared/core/prompts/texts.ts';
import { AttributeRows, PageRows } from '../../core/staff/prompts/rows.tsx';
import { RuleFields } from '../../core/staff/prompts/RuleFields.tsx';
import type { StaffWords } from './words.ts';

/** Who sees a piece of news: on which pages, with which attributes and, where it comes unasked, when. */
export const AudienceFields = ({
  value,
  words,
  rules,
  onChange,
}: {
  value: AnnouncementDraft;
  words: StaffWords;
  rules: RuleWords;
  onChange(change: Partial<AnnouncementDraft>): void;
}) => (
  <>
    <PageRows
      title={words.pages}
      pages={value.pages}
      most={20}
      words={rules}
      onPages={(pages) => onChange({ pages })}
    />
    <AttributeRows
      tests={value.attributes}
      words={rules}
      onTests={(attributes) => onChange({ attributes })}
    />
    {(value.form === 'banner' || value.form === 'modal') && (
      <RuleFields
        rule={value.rule}
        words={rules}
        audience="elsewhere"
        onRule={(rule) => onChange({ rule })}
      />
    )}
  </>
);

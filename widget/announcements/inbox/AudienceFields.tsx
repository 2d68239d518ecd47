import type { AnnouncementDraft } from '../../../shared/announcements/routes.ts';
import type { RuleTexts } from '../../../shared/core/prompts/texts.ts';
import { AttributeRows, PageRows } from '../../core/staff/prompts/rows.tsx';
import { RuleFields } from '../../core/staff/prompts/RuleFields.tsx';
import type { StaffTexts } from './texts.ts';

/** The audience of an announcement: on which pages, with which attributes and, where it comes unasked, when. */
export const AudienceFields = ({
  value,
  texts,
  rules,
  onChange,
}: {
  value: AnnouncementDraft;
  texts: StaffTexts;
  rules: RuleTexts;
  onChange(change: Partial<AnnouncementDraft>): void;
}) => (
  <>
    <PageRows
      title={texts.pages}
      pages={value.pages}
      max={20}
      texts={rules}
      onPages={(pages) => onChange({ pages })}
    />
    <AttributeRows
      tests={value.attributes}
      texts={rules}
      onTests={(attributes) => onChange({ attributes })}
    />
    {(value.form === 'banner' || value.form === 'modal') && (
      <RuleFields
        rule={value.rule}
        texts={rules}
        audience="elsewhere"
        onRule={(rule) => onChange({ rule })}
      />
    )}
  </>
);

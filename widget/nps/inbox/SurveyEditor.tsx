import { isAtLeast } from '../../../shared/core/people/roles.ts';
import type { Person } from '../../../shared/core/people/site.ts';
import { defaultRule } from '../../../shared/core/prompts/kinds.ts';
import type { RuleTexts } from '../../../shared/core/prompts/texts.ts';
import * as contract from '../../../shared/nps/routes.ts';
import { useStaff } from '../../core/staff/context.ts';
import { End } from '../../core/staff/editing/End.tsx';
import { useRevised } from '../../core/staff/editing/useRevised.ts';
import { CheckField, NumberField, SelectField, TextField } from '../../core/staff/fields.tsx';
import { RuleFields } from '../../core/staff/prompts/RuleFields.tsx';
import { SurveyTexts } from './SurveyTexts.tsx';
import type { StaffTexts } from './texts.ts';

type Known = contract.StaffSurvey;
type Draft = contract.SurveyDraft;

const draftOf = ({ name, question, follow, link, makeRight, owner, apartDays, rule }: Known): Draft => ({
  name,
  question,
  follow,
  link,
  makeRight,
  owner,
  apartDays,
  rule,
});
const fresh = (): Draft => ({
  name: '',
  question: {},
  follow: { promoter: {}, passive: {}, detractor: {} },
  link: '',
  makeRight: true,
  owner: null,
  apartDays: 90,
  rule: { ...defaultRule(), sample: 20, often: { kind: 'days', days: 180 }, backOffDays: 180 },
});

/** One survey: what it asks, of whom, and who answers for it. */
export const SurveyEditor = (given: {
  known: Known | null;
  id: string;
  people: readonly Person[];
  texts: StaffTexts;
  rules: RuleTexts;
  onDone(): void;
  onReload(): void;
}) => {
  const { known, id, people, texts, rules } = given;
  const staff = useStaff();
  const revised = useRevised<Known, Draft>(known, draftOf, fresh);
  const { editing, value } = revised;
  const isAdmin = isAtLeast(staff.membership.role, 'admin');
  return (
    <div class="box">
      <CheckField
        label={rules.on}
        value={value.rule.on}
        onValue={(on) => editing.set({ rule: { ...value.rule, on } })}
      />
      <SurveyTexts value={value} texts={texts} languagesLabel={rules.languages} set={editing.set} />
      <TextField
        dir="ltr"
        label={texts.link}
        type="url"
        placeholder="https://"
        value={value.link}
        maxLength={2_000}
        onValue={(link) => editing.set({ link })}
      />
      <CheckField
        label={texts.makeRight}
        value={value.makeRight}
        onValue={(makeRight) => editing.set({ makeRight })}
      />
      <div class="grid">
        <SelectField
          label={texts.owner}
          value={value.owner ?? ''}
          options={[['', texts.nobody], ...people.map((one) => [one.id, one.name] as [string, string])]}
          onValue={(owner) => editing.set({ owner: owner || null })}
        />
        <NumberField
          isOptional
          label={texts.apart}
          value={value.apartDays}
          min={0}
          max={730}
          onValue={(apartDays = 0) => editing.set({ apartDays })}
        />
      </div>
      <RuleFields rule={value.rule} texts={rules} onRule={(rule) => editing.set({ rule })} />
      <End
        revised={revised}
        texts={texts}
        names={{ ...rules, ...texts }}
        canSave={isAdmin}
        canRemove={isAdmin}
        put={async (revision, draft) =>
          (await staff.call(contract.putSurvey, { path: { survey: id }, body: { revision, draft } })).survey
        }
        remove={(revision) => staff.call(contract.deleteSurvey, { path: { survey: id }, body: { revision } })}
        onReload={given.onReload}
        onDone={given.onDone}
      />
    </div>
  );
};

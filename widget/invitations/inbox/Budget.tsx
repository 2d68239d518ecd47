import { isAtLeast } from '../../../shared/core/people/roles.ts';
import { useEffect, useState } from 'preact/hooks';
import { getSaved, putSettings } from '../../../shared/console/routes.ts';
import type { Saved } from '../../../shared/console/schema.ts';
import type { PromptBudget } from '../../../shared/core/prompts/kinds.ts';
import { useStaff } from '../../core/staff/context.ts';
import { CheckField, NumberField } from '../../core/staff/fields.tsx';
import { PageRows } from '../../core/staff/prompts/rows.tsx';
import { Saving } from '../../core/staff/editing/Saving.tsx';
import { useDraft } from '../../core/staff/editing/useDraft.ts';
import type { RuleTexts } from '../../../shared/core/prompts/texts.ts';
import type { StaffTexts } from './texts.ts';

const max = { perSession: 20, perDay: 50, perMonth: 500, quietHours: 2_160, leastSeconds: 600 } as const;

const Fields = ({
  saved,
  texts,
  rules,
  onSaved,
}: {
  saved: Saved;
  texts: StaffTexts;
  rules: RuleTexts;
  onSaved(saved: Saved): void;
}) => {
  const staff = useStaff();
  const editing = useDraft<PromptBudget>(saved.document.settings.prompts);
  const { draft } = editing;
  const take = (now: Saved): void => {
    draft.value = now.document.settings.prompts;
    onSaved(now);
  };
  const save = () =>
    editing.save(async () => {
      const { document } = saved;
      take(
        await staff.call(putSettings, {
          body: {
            revision: saved.revision,
            document: { ...document, settings: { ...document.settings, prompts: draft.value } },
          },
        }),
      );
    });
  return (
    <div class="box">
      <CheckField label={texts.budgetOn} value={draft.value.on} onValue={(on) => editing.set({ on })} />
      <div class="grid">
        {(Object.keys(max) as (keyof typeof max)[]).map((key) => (
          <NumberField
            isOptional
            key={key}
            label={texts[key]}
            value={draft.value[key]}
            min={0}
            max={max[key]}
            onValue={(value = 0) => editing.set({ [key]: value })}
          />
        ))}
      </div>
      <PageRows
        title={texts.notPages}
        pages={draft.value.notPages}
        max={50}
        texts={rules}
        onPages={(notPages) => editing.set({ notPages })}
      />
      <Saving
        editing={editing}
        texts={texts}
        names={{ ...rules, ...texts }}
        canSave
        onSave={() => void save()}
        onReload={() =>
          void staff.attempt(staff.call(getSaved, {})).then((now) => {
            if (!now) return;
            editing.failure.value = null;
            take(now);
          })
        }
      />
    </div>
  );
};

/** The budget of everything that comes unasked: part of the site's settings, with their history. */
export const Budget = ({ texts, rules }: { texts: StaffTexts; rules: RuleTexts }) => {
  const staff = useStaff();
  const [saved, setSaved] = useState<Saved | null>(null);
  const isAdmin = isAtLeast(staff.membership.role, 'admin');
  useEffect(() => {
    if (isAdmin) void staff.attempt(staff.call(getSaved, {})).then((found) => found && setSaved(found));
  }, []);
  if (!isAdmin) return <p class="quiet">{texts.onlyAdmins}</p>;
  return (
    // One form over all revisions: made anew, it would forget that it was saved before anybody read so.
    saved && <Fields saved={saved} texts={texts} rules={rules} onSaved={setSaved} />
  );
};

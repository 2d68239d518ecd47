import { isAtLeast } from '../../../shared/core/people/roles.ts';
import { primarySubtag } from '../../../shared/core/languages.ts';
import type { Person } from '../../../shared/core/people/site.ts';
import { defaultRule } from '../../../shared/core/prompts/kinds.ts';
import type { RuleTexts } from '../../../shared/core/prompts/texts.ts';
import * as contract from '../../../shared/invitations/routes.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { End } from '../../core/staff/editing/End.tsx';
import { useRevised } from '../../core/staff/editing/useRevised.ts';
import { CheckField } from '../../core/staff/fields.tsx';
import { RuleFields } from '../../core/staff/prompts/RuleFields.tsx';
import { InvitationFields, InvitationTexts } from './InvitationFields.tsx';
import type { StaffTexts } from './texts.ts';

type Known = contract.StaffInvitation;
type Draft = contract.InvitationDraft;

const draftOf = ({ name, from, opens, texts, rule }: Known): Draft => ({ name, from, opens, texts, rule });

/** One invitation: what it says, and to whom it comes. */
export const InvitationEditor = (given: {
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
  const { tag } = useLanguage();
  const revised = useRevised<Known, Draft>(known, draftOf, () => ({
    name: '',
    from: null,
    opens: 'chat',
    texts: { [primarySubtag(tag)]: { text: '', action: '' } },
    rule: defaultRule(),
  }));
  const { editing, value } = revised;
  const isAdmin = isAtLeast(staff.membership.role, 'admin');
  return (
    <div class="box">
      <CheckField
        label={rules.on}
        value={value.rule.on}
        onValue={(on) => editing.set({ rule: { ...value.rule, on } })}
      />
      <InvitationFields value={value} texts={texts} people={people} set={editing.set} />
      <InvitationTexts value={value} texts={texts} remove={rules.remove} set={editing.set} />
      <RuleFields rule={value.rule} texts={rules} onRule={(rule) => editing.set({ rule })} />
      <End
        revised={revised}
        texts={texts}
        names={{ ...rules, ...texts }}
        canSave={isAdmin}
        canRemove={isAdmin}
        put={async (revision, draft) =>
          (
            await staff.call(contract.putInvitation, {
              path: { invitation: id },
              body: { revision, draft },
            })
          ).invitation
        }
        remove={(revision) =>
          staff.call(contract.deleteInvitation, { path: { invitation: id }, body: { revision } })
        }
        onReload={given.onReload}
        onDone={given.onDone}
      />
    </div>
  );
};

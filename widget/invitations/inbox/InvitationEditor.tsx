import { primarySubtag } from '../../../shared/core/languages.ts';
import type { Person } from '../../../shared/core/people/site.ts';
import { defaultRule } from '../../../shared/core/prompts/kinds.ts';
import type { RuleWords } from '../../../shared/core/prompts/texts.ts';
import * as contract from '../../../shared/invitations/routes.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { End } from '../../core/staff/editing/End.tsx';
import { useRevised } from '../../core/staff/editing/useRevised.ts';
import { CheckField } from '../../core/staff/fields.tsx';
import { RuleFields } from '../../core/staff/prompts/RuleFields.tsx';
import { InvitationFields, InvitationTexts } from './InvitationFields.tsx';
import type { StaffWords } from './words.ts';

type Known = contract.StaffInvitation;
type Draft = contract.InvitationDraft;

const draftOf = ({ name, from, opens, texts, rule }: Known): Draft => ({ name, from, opens, texts, rule });

/** One invitation: what it says, and to whom it comes. */
export const InvitationEditor = (given: {
  known: Known | null;
  id: string;
  people: readonly Person[];
  words: StaffWords;
  rules: RuleWords;
  onDone(): void;
  onReload(): void;
}) => {
  const { known, id, people, words, rules } = given;
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
  const isAdmin = staff.membership.role !== 'agent';
  return (
    <div class="box">
      <CheckField
        label={rules.on}
        value={value.rule.on}
        onValue={(on) => editing.set({ rule: { ...value.rule, on } })}
      />
      <InvitationFields value={value} words={words} people={people} set={editing.set} />
      <InvitationTexts value={value} words={words} remove={rules.remove} set={editing.set} />
      <RuleFields rule={value.rule} words={rules} onRule={(rule) => editing.set({ rule })} />
      <End
        revised={revised}
        words={words}
        names={{ ...rules, ...words }}
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

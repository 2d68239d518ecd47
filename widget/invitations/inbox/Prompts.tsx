import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Person } from '../../../shared/core/people/site.ts';
import { listPeople } from '../../../shared/inbox/routes.ts';
import { listInvitations, type StaffInvitation } from '../../../shared/invitations/routes.ts';
import { useStaff } from '../../core/staff/context.ts';
import { EditableCards } from '../../core/staff/editing/EditableCards.tsx';
import { Page, Tabs } from '../../core/staff/editing/Page.tsx';
import '../../core/staff/editing/styles.ts';
import { ruleTexts } from '../../core/staff/prompts/texts.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { Budget } from './Budget.tsx';
import { InvitationEditor } from './InvitationEditor.tsx';
import { Outcome } from './Outcome.tsx';
import { Simulator } from './Simulator.tsx';
import { texts as staffTexts } from './texts.ts';

const tabs = ['invitations', 'budget', 'why'] as const;

/** Prompts: the team's invitations, the budget they share, and why something does or does not come. */
export const Prompts = () => {
  const staff = useStaff();
  const texts = useFeatureTexts(staffTexts);
  const rules = useFeatureTexts(ruleTexts);
  const tab = useSignal<(typeof tabs)[number]>('invitations');
  const [list, setList] = useState<StaffInvitation[] | null>(null);
  const [people, setPeople] = useState<readonly Person[]>([]);
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(listInvitations, {}));
    if (found) setList(found.invitations);
  };
  useEffect(() => {
    void load();
    void staff.attempt(staff.call(listPeople, {})).then((found) => found && setPeople(found.people));
  }, []);
  if (!texts || !rules) return null;
  return (
    <Page
      name="prompts"
      title={texts.title}
      lead={texts.lead}
      head={
        <Tabs
          tabs={tabs}
          names={texts}
          shown={tab.value}
          onShow={(one) => {
            tab.value = one;
          }}
        />
      }
    >
      {tab.value === 'budget' && <Budget texts={texts} rules={rules} />}
      {tab.value === 'why' && <Simulator texts={texts} rules={rules} />}
      {tab.value === 'invitations' && (
        <EditableCards
          list={list}
          texts={texts}
          draw={(known) => (
            <>
              <p dir="auto">{Object.values(known.texts)[0]?.text}</p>
              <Outcome known={known} texts={texts} />
            </>
          )}
          edit={(known, id, onDone) => (
            <InvitationEditor
              key={id}
              known={known}
              id={id}
              people={people}
              texts={texts}
              rules={rules}
              onReload={() => void load()}
              onDone={onDone}
            />
          )}
        />
      )}
    </Page>
  );
};

import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { PromptList } from '../../../shared/core/prompts/kinds.ts';
import { listPrompts } from '../../../shared/core/prompts/routes.ts';
import { isHeld, pickPrompt, reasonsAgainst } from '../../../shared/core/prompts/rules.ts';
import type { RuleTexts } from '../../../shared/core/prompts/texts.ts';
import { useStaff } from '../../core/staff/context.ts';
import { Verdict } from './Verdict.tsx';
import { momentOf, newVisit, type Visit } from './visit.ts';
import { VisitFields } from './VisitFields.tsx';
import type { StaffTexts } from './texts.ts';

/** A visit of the owner's choice, put to the very rules that browsers have. */
export const Simulator = ({ texts, rules }: { texts: StaffTexts; rules: RuleTexts }) => {
  const staff = useStaff();
  const [list, setList] = useState<PromptList | null>(null);
  const visit = useSignal(newVisit());
  useEffect(() => {
    void staff.attempt(staff.call(listPrompts, {})).then((found) => found && setList(found));
  }, []);
  const set = (change: Partial<Visit>): void => {
    visit.value = { ...visit.value, ...change };
  };
  const { moment, memory } = momentOf(visit.value);
  const due = list && pickPrompt(list.prompts, list.budget, moment, memory);
  return (
    <>
      <VisitFields visit={visit.value} texts={texts} rules={rules} set={set} />
      {list?.prompts.length === 0 && <p class="empty">{texts.noPrompts}</p>}
      <ul class="cards" aria-live="polite">
        {list?.prompts.map((prompt) => (
          <Verdict
            key={prompt.id}
            prompt={prompt}
            isDue={prompt === due}
            isHeld={isHeld(prompt, memory)}
            // Which side of a sample somebody is on is drawn: here everybody belongs to it.
            against={reasonsAgainst({ ...prompt, sample: 100 }, list.budget, moment, memory)}
            rules={rules}
          />
        ))}
      </ul>
      <div class="box">
        <h3>{texts.liveTitle}</h3>
        <p>
          {texts.liveLead} <code dir="ltr">#foyer-prompts</code>
        </p>
      </div>
    </>
  );
};

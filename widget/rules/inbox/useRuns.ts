import { useEffect, useState } from 'preact/hooks';
import { listRuleRuns, undoRuleRun } from '../../../shared/rules/routes.ts';
import type { RuleRun, RunList } from '../../../shared/rules/schema.ts';
import { useStaff } from '../../core/staff/context.ts';

/** Deeds of rules, of one rule or in one conversation, and taking one of it back. @param stamp loads anew when it changes */
export const useRuns = (query: { rule: string } | { conversation: string }, stamp: unknown) => {
  const staff = useStaff();
  const [found, setFound] = useState<RunList | null>(null);
  const load = async (): Promise<void> => {
    const reply = await staff.attempt(staff.call(listRuleRuns, { query }));
    if (reply) setFound(reply);
  };
  useEffect(() => void load(), [JSON.stringify(query), stamp]);
  return {
    found,
    async undo(run: RuleRun): Promise<void> {
      if (await staff.attempt(staff.call(undoRuleRun, { path: { run: run.id } }))) await load();
    },
  };
};

import { type ReadonlySignal, signal } from '@preact/signals';
import * as contract from '../../../shared/rules/routes.ts';
import type { Macro, MacroDraft, Rule, RuleDraft, RuleList } from '../../../shared/rules/schema.ts';
import type { StaffContext } from '../../core/staff/context.ts';

/** The model of a site's rules and macros. */
export interface RulesModel {
  list: ReadonlySignal<RuleList | null>;
  macros: ReadonlySignal<readonly Macro[] | null>;
  load(): Promise<void>;
  /** @returns false where it failed: what was written stays */
  save(id: string, draft: RuleDraft): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  /** Moves a rule to a place of the list. */
  move(id: string, place: number): Promise<void>;
  saveMacro(id: string, draft: MacroDraft): Promise<boolean>;
  removeMacro(id: string): Promise<boolean>;
}

/** A rule as it's saved. */
export const draftOf = ({ id: _, fired: __, ...draft }: Rule): RuleDraft => draft;

export const createRules = (staff: StaffContext): RulesModel => {
  const list = signal<RuleList | null>(null);
  const macros = signal<readonly Macro[] | null>(null);
  const take = async (work: Promise<RuleList>): Promise<boolean> => {
    const reply = await staff.attempt(work);
    if (reply) list.value = reply;
    return reply !== null;
  };
  const takeMacros = async (work: Promise<{ macros: Macro[] }>): Promise<boolean> => {
    const reply = await staff.attempt(work);
    if (reply) macros.value = reply.macros;
    return reply !== null;
  };
  return {
    list,
    macros,
    async load() {
      await Promise.all([
        take(staff.call(contract.listRules, {})),
        takeMacros(staff.call(contract.listMacros, {})),
      ]);
    },
    save: (id, body) => take(staff.call(contract.putRule, { path: { rule: id }, body })),
    remove: (id) => take(staff.call(contract.deleteRule, { path: { rule: id } })),
    async move(id, place) {
      const before = list.value;
      const rule = before?.rules.find((one) => one.id === id);
      if (!before || !rule) return;
      const rules = before.rules.filter((one) => one !== rule);
      rules.splice(place, 0, rule);
      // Shown at once: keys are pressed faster than the server answers.
      list.value = { ...before, rules };
      const isDone = await take(
        staff.call(contract.orderRules, { body: { rules: rules.map((one) => one.id) } }),
      );
      if (!isDone) list.value = before;
    },
    saveMacro: (id, body) => takeMacros(staff.call(contract.putMacro, { path: { macro: id }, body })),
    removeMacro: (id) => takeMacros(staff.call(contract.deleteMacro, { path: { macro: id } })),
  };
};

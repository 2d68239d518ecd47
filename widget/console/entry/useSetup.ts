import { useEffect, useState } from 'preact/hooks';
import { checkSetupCode, setUp } from '../../../shared/console/routes.ts';
import type { Setup as SetupBody } from '../../../shared/console/schema.ts';
import type { Me } from '../../../shared/core/people/staff.ts';
import { asCallError, type Call, type CallError } from '../../core/net/client.ts';
import { firstSetup } from './defaults.ts';
import type { StepProps } from './SetupSteps.tsx';

/** The steps of the first run, in order; the last shows what was made. */
export const steps = ['account', 'site', 'look', 'hours', 'live'] as const;
const lastForm = steps.length - 2;

/** The step that has the field which the server refused. */
const stepOf = (field: string): number => {
  if (field.startsWith('owner')) return 0;
  if (field.startsWith('site.settings.theme') || field.startsWith('site.settings.greeting')) return 2;
  return field.startsWith('site.settings.hours') ? 3 : 1;
};

/** The first run: what is given, at which step it is, and what came of it. */
export const useSetup = (call: Call, tag: string) => {
  const [given, setGiven] = useState(() => firstSetup(location.hash.slice(1), tag));
  const [step, setStep] = useState(0);
  const [made, setMade] = useState<{ me: Me; key: string } | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const [isOver, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const fail = (error: unknown): void => {
    const failure = asCallError(error);
    if (failure.code === 'forbidden' || failure.fields['code']) setOver(true);
    const [field] = Object.keys(failure.fields);
    if (field) setStep(stepOf(field));
    setProblem(failure);
  };
  useEffect(() => void call(checkSetupCode, { body: { code: given.code } }).catch(fail), []);
  const refused = (field: string): string | undefined =>
    Object.entries(problem?.fields ?? {}).find(
      ([name]) => name === field || name.startsWith(`${field}.`),
    )?.[1];
  const setSite = (part: Partial<SetupBody['site']>): void =>
    setGiven({ ...given, site: { ...given.site, ...part } });
  const parts: StepProps = {
    given,
    refused,
    setSite,
    setOwner: (part) => setGiven({ ...given, owner: { ...given.owner, ...part } }),
    setSettings: (part) => setSite({ settings: { ...given.site.settings, ...part } }),
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    if (step < lastForm) return setStep(step + 1);
    setBusy(true);
    try {
      const reply = await call(setUp, { body: given });
      setMade(reply);
      // The code is spent; it need not stand in the address any longer.
      history.replaceState(null, '', location.pathname + location.search);
      setStep(steps.length - 1);
    } catch (error) {
      fail(error);
    }
    setBusy(false);
  };

  return {
    step,
    isLast: step === lastForm,
    parts,
    made,
    problem,
    busy,
    /** Setting up is over: the code was used, or is none. */
    isOver,
    back: (): void => setStep(step - 1),
    submit,
  };
};

import { useEffect, useState } from 'preact/hooks';
import { useConsole, useTexts } from '../context.ts';
import { ApiTokens } from './ApiTokens.tsx';
import { DeveloperContext, loadDeveloperTexts } from './i18n.ts';
import { Examples } from './Examples.tsx';
import { Secret } from './Secret.tsx';
import type { DeveloperTexts } from './texts/en.ts';
import { TokenCheck } from './TokenCheck.tsx';

/** The section for the owner's programs: the secret that they sign with, and the tokens that they call the API with. */
export const Developers = () => {
  const model = useConsole();
  const { tag } = useTexts();
  const [texts, setTexts] = useState<DeveloperTexts | null>(null);
  useEffect(() => void loadDeveloperTexts(tag).then(setTexts), [tag]);
  if (!texts) return null;
  return (
    <DeveloperContext.Provider value={texts}>
      <Secret isOwner={model.membership.role === 'owner'} />
      <Examples siteKey={model.membership.key} />
      <TokenCheck />
      <ApiTokens />
    </DeveloperContext.Provider>
  );
};

import { useEffect, useState } from 'preact/hooks';
import { deleteProvider, getProvider, putProvider } from '../../../shared/oidc/routes.ts';
import type { ProviderPage, SaveProvider } from '../../../shared/oidc/schema.ts';
import { useConsole, useTexts } from '../context.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { Copy } from '../Copy.tsx';
import { ProviderForm } from './ProviderForm.tsx';
import { useSignInTexts } from './texts.ts';

/** The site's identity provider: its addresses to copy, its settings, a try, and its end. */
export const SignIn = () => {
  const model = useConsole();
  const { texts: common, tag } = useTexts();
  const texts = useSignInTexts();
  const [page, setPage] = useState<ProviderPage | null>(null);
  const [outcome, setOutcome] = useState('');
  const [isRemoving, setRemoving] = useState(false);
  const take = async (work: Promise<ProviderPage>, told: string): Promise<boolean> => {
    setOutcome('');
    const found = await model.attempt(work);
    if (!found) return false;
    setPage(found);
    setOutcome(told);
    return true;
  };
  useEffect(() => void take(model.call(getProvider, {}), ''), [model]);
  if (!texts || !page) return <p class="quiet">{common.loading}</p>;
  const { provider, redirectUri, loginUri } = page;
  return (
    <>
      <section class="card" aria-labelledby="sign-in">
        <h2 id="sign-in">{texts.title}</h2>
        <p class="quiet">{texts.lead}</p>
        <h3>{texts.redirect}</h3>
        <p class="quiet">{texts.redirectHint}</p>
        <Copy text={redirectUri} label={texts.redirect} />
        <ProviderForm
          key={provider ? 'known' : 'new'}
          texts={texts}
          provider={provider}
          save={(body: SaveProvider) => take(model.call(putProvider, { body }), texts.saved)}
        />
        <p role="status">{outcome}</p>
      </section>
      {provider && (
        <section class="card" aria-labelledby="sign-in-test">
          <h2 id="sign-in-test">{texts.test}</h2>
          <p class="quiet">{texts.testLead}</p>
          <div class="actions">
            <a class="button" href={`${loginUri}?test&lang=${tag}`}>
              {texts.testButton}
            </a>
            <button type="button" onClick={() => setRemoving(true)}>
              {texts.remove}
            </button>
          </div>
          <h3>{texts.direct}</h3>
          <Copy text={loginUri} label={texts.direct} />
        </section>
      )}
      {isRemoving && (
        <ConfirmDialog
          question={`${texts.removeTitle} ${texts.removeText}`}
          action={texts.remove}
          done={(sure) => {
            setRemoving(false);
            if (sure) void take(model.call(deleteProvider, {}), texts.removed);
          }}
        />
      )}
    </>
  );
};

import { useConsole, useTexts } from '../context.ts';
import { Copy } from '../Copy.tsx';
import { CheckField } from '../../core/staff/fields.tsx';
import { Checklist } from './Checklist.tsx';
import { Installed } from '../Installed.tsx';
import { OriginsField } from '../OriginsField.tsx';
import { Snippet } from '../Snippet.tsx';
import { UntrustedProxy } from '../UntrustedProxy.tsx';
import { Troubles } from '../Troubles.tsx';

export const Install = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { origins, settings } = model.drafted();
  return (
    <>
      <Checklist />
      <Snippet site={model.loaded().key} />
      <Installed />
      <UntrustedProxy />
      <Troubles />
      <section class="card">
        <OriginsField
          label={texts.origins}
          origins={origins}
          refused={model.refused('origins')}
          onOrigins={(list) => model.set(['origins'], list)}
        />
        <CheckField
          label={texts.allowOpaque}
          hint={texts.allowOpaqueHint}
          value={settings.allowOpaqueOrigin}
          onValue={(value) => model.set(['settings', 'allowOpaqueOrigin'], value)}
        />
      </section>
      <section class="card">
        <h2>{texts.policy}</h2>
        <p class="quiet">{texts.policyLead}</p>
        <Copy label={texts.policy} text={`script-src ${location.origin}; connect-src ${location.origin};`} />
      </section>
    </>
  );
};

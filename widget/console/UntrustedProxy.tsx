import { fill } from '../core/text/fill.ts';
import { useConsole, useTexts } from './context.ts';
import { Copy } from './Copy.tsx';

/** Tells the owner of a reverse proxy that is not trusted, and the setting that changes it. */
export const UntrustedProxy = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const proxy = model.installations.value?.untrustedProxy;
  if (!proxy) return null;
  return (
    <section class="card" aria-labelledby="untrusted-proxy">
      <h2 id="untrusted-proxy">{texts.proxy}</h2>
      <p>{fill(texts.proxyLead, { proxy })}</p>
      <Copy label="TRUST_PROXY" text={`TRUST_PROXY=${proxy}`} />
    </section>
  );
};

import { fill } from '../core/text/fill.ts';
import { useConsole, useWords } from './context.ts';
import { Copy } from './Copy.tsx';

/** Tells the owner of a reverse proxy that is not trusted, and the setting that changes it. */
export const UntrustedProxy = () => {
  const model = useConsole();
  const { say } = useWords();
  const proxy = model.installations.value?.untrustedProxy;
  if (!proxy) return null;
  return (
    <section class="card" aria-labelledby="untrusted-proxy">
      <h2 id="untrusted-proxy">{say.proxy}</h2>
      <p>{fill(say.proxyLead, { proxy })}</p>
      <Copy label="TRUST_PROXY" text={`TRUST_PROXY=${proxy}`} />
    </section>
  );
};

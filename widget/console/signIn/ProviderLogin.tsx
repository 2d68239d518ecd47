import { useEffect, useState } from 'preact/hooks';
import { listLoginProviders } from '../../../shared/oidc/routes.ts';
import type { LoginProviders } from '../../../shared/oidc/schema.ts';
import { asCallError, type CallError } from '../../core/net/client.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { failureText } from '../../core/staff/failureText.ts';
import type { LoginProps } from '../../core/staff/feature.ts';

/** Logins at the sites' own providers: links, because the way there and back is the browser's. */
export const ProviderLogin = ({ call }: LoginProps) => {
  const { texts, tag } = useLanguage();
  const [providers, setProviders] = useState<LoginProviders['providers']>([]);
  const [problem, setProblem] = useState<CallError | null>(null);
  useEffect(() => {
    call(listLoginProviders, {}).then(
      (found) => setProviders(found.providers),
      (error) => setProblem(asCallError(error)),
    );
  }, [call]);
  return (
    <>
      {providers.map(({ label, path }) => (
        <a key={path} class="other-way" href={`${path}?lang=${tag}`}>
          <bdi>{label}</bdi>
        </a>
      ))}
      {problem && (
        <p class="wrong" role="alert">
          {failureText(texts, problem)}
        </p>
      )}
    </>
  );
};

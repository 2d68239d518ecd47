import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { deleteApiToken, listApiTokens } from '../../../shared/console/developerRoutes.ts';
import type { ApiToken, ApiTokens as Tokens, MadeApiToken } from '../../../shared/console/developerSchema.ts';
import { stamp } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { Copy } from '../Copy.tsx';
import { useDeveloperTexts } from './i18n.ts';
import { NewToken } from './NewToken.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';

const Row = ({ token, now, onRevoke }: { token: ApiToken; now: number; onRevoke(): void }) => {
  const { tag } = useTexts();
  const own = useDeveloperTexts();
  const { name, by, ending, scopes, lastUsedAt, expiresAt } = token;
  const hasEnded = expiresAt !== null && expiresAt <= now;
  return (
    <li class="entry-row">
      <span class="entry-name token-facts">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span class="quiet">{fill(own.madeBy, { name: by, ending: `\u2066…${ending}\u2069` })}</span>
        <span class="quiet">{scopes.map((scope) => own[`scope_${scope}`]).join(' · ')}</span>
        <span class="quiet">
          {lastUsedAt === null ? own.neverUsed : fill(own.lastUsed, { time: stamp(tag, lastUsedAt) })}
        </span>
        {expiresAt !== null && (
          <span class={hasEnded ? 'bad-words' : 'quiet'}>
            {fill(hasEnded ? own.expiredAt : own.expiresAt, { time: stamp(tag, expiresAt) })}
          </span>
        )}
      </span>
      <button type="button" aria-label={fill(own.revokeOf, { name })} onClick={onRevoke}>
        {own.revoke}
      </button>
    </li>
  );
};

/** The only time that a token is shown. */
const Made = ({ made }: { made: MadeApiToken }) => {
  const own = useDeveloperTexts();
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => box.current?.focus(), [made]);
  return (
    <section class="card lit" ref={box} tabIndex={-1} aria-labelledby="made">
      <h2 id="made">
        {own.created}: <bdi>{made.made.name}</bdi>
      </h2>
      <p>{own.createdLead}</p>
      <Copy label={own.created} text={made.token} />
    </section>
  );
};

/** API tokens: listed, made and revoked. */
export const ApiTokens = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const own = useDeveloperTexts();
  const [known, setKnown] = useState<Tokens | null>(null);
  const [made, setMade] = useState<MadeApiToken | null>(null);
  const [leaving, setLeaving] = useState<ApiToken | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const load = async (): Promise<void> => {
    const found = await model.attempt(model.call(listApiTokens, {}));
    if (found) setKnown(found);
  };
  useEffect(() => void load(), [model]);
  const revoke = async ({ id }: ApiToken): Promise<void> => {
    const gone = await model.attempt(model.call(deleteApiToken, { path: { token: id } }));
    if (gone && made?.made.id === id) setMade(null);
    await load();
    // The row that held the focus is gone.
    title.current?.focus();
  };
  return (
    <>
      <section class="card" aria-labelledby="tokens">
        <h2 id="tokens" ref={title} tabIndex={-1}>
          {own.tokens}
        </h2>
        <p class="quiet">{own.tokensLead}</p>
        <p class="quiet">
          {own.apiAddress}: <code dir="ltr">{`${location.origin}/api`}</code> ·{' '}
          <a href="/api" target="_blank" rel="noreferrer">
            {own.apiReference}
          </a>
        </p>
        {known === null ? (
          <p class="quiet">{texts.loading}</p>
        ) : known.tokens.length === 0 ? (
          <p>{own.tokensNone}</p>
        ) : (
          <ul class="plain-list">
            {known.tokens.map((token) => (
              <Row key={token.id} token={token} now={known.now} onRevoke={() => setLeaving(token)} />
            ))}
          </ul>
        )}
      </section>
      {made && <Made made={made} />}
      <NewToken
        onMade={(fresh) => {
          setMade(fresh);
          void load();
        }}
      />
      {leaving && (
        <ConfirmDialog
          question={fill(own.revokeSure, { name: leaving.name })}
          action={own.revoke}
          done={(sure) => {
            setLeaving(null);
            if (sure) void revoke(leaving);
          }}
        />
      )}
    </>
  );
};

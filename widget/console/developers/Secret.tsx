import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { postRotation, postSecret } from '../../../shared/console/developerRoutes.ts';
import type { Proof, SiteSecret } from '../../../shared/core/people/siteSecret.ts';
import { NumberField } from '../../core/staff/fields.tsx';
import { stamp } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { Copy } from '../Copy.tsx';
import { useDeveloperTexts } from './i18n.ts';
import { ProofFields } from './ProofFields.tsx';

/** Hours for which a replaced secret works, unless somebody says otherwise; and the most. */
const [usualOverlap, longestOverlap] = [24, 168];

/** A form that needs a proof; what was typed is gone once it was taken. */
const useProof = (send: (proof: Proof) => Promise<SiteSecret>, done: (secret: SiteSecret) => void) => {
  const model = useConsole();
  const own = useDeveloperTexts();
  const [proof, setProof] = useState<Proof>({});
  const [refused, setRefused] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const found = await model.attempt(send(proof));
    setBusy(false);
    const fields = model.problem.value?.fields ?? {};
    setRefused(found ? undefined : (fields['proof.password'] ?? fields['proof.code']));
    if (!found) return;
    setProof({});
    done(found);
  };
  return {
    submit,
    busy,
    fields: <ProofFields proof={proof} refused={refused} onProof={setProof} own={own} />,
  };
};

/** The secret, for as long as somebody looks at it. */
const Shown = ({ found, isNew, onHide }: { found: SiteSecret; isNew: boolean; onHide(): void }) => {
  const { tag } = useTexts();
  const own = useDeveloperTexts();
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => box.current?.focus(), [found]);
  return (
    <section class="card lit" ref={box} tabIndex={-1} aria-labelledby="shown-secret">
      <h2 id="shown-secret">{own.secret}</h2>
      {isNew && <p>{own.replaced}</p>}
      <Copy label={own.secret} text={found.secret} />
      {found.previousUntil !== null && (
        <p class="quiet">{fill(own.previousUntil, { time: stamp(tag, found.previousUntil) })}</p>
      )}
      <div class="actions">
        <button type="button" onClick={onHide}>
          {own.hide}
        </button>
      </div>
    </section>
  );
};

const Show = ({ done }: { done(secret: SiteSecret): void }) => {
  const model = useConsole();
  const own = useDeveloperTexts();
  const form = useProof((proof) => model.call(postSecret, { body: { proof } }), done);
  return (
    <form class="card" onSubmit={form.submit} aria-labelledby="secret">
      <h2 id="secret">{own.secret}</h2>
      <p class="quiet">{own.secretLead}</p>
      {form.fields}
      <div class="actions">
        <button type="submit" class="primary" disabled={form.busy}>
          {own.show}
        </button>
      </div>
    </form>
  );
};

const Replace = ({ done }: { done(secret: SiteSecret): void }) => {
  const model = useConsole();
  const own = useDeveloperTexts();
  const [keepHours, setKeepHours] = useState(usualOverlap);
  const form = useProof((proof) => model.call(postRotation, { body: { proof, keepHours } }), done);
  return (
    <form class="card" onSubmit={form.submit} aria-labelledby="replace">
      <h2 id="replace">{own.replace}</h2>
      <p class="quiet">{own.replaceLead}</p>
      <NumberField
        label={own.keepHours}
        hint={own.keepHoursHint}
        value={keepHours}
        min={0}
        max={longestOverlap}
        onValue={setKeepHours}
      />
      {form.fields}
      <div class="actions">
        <button type="submit" disabled={form.busy}>
          {own.replaceButton}
        </button>
      </div>
    </form>
  );
};

/** The site's secret: shown to owners who show that it's they, and replaced. */
export const Secret = ({ isOwner }: { isOwner: boolean }) => {
  const own = useDeveloperTexts();
  const [found, setFound] = useState<SiteSecret | null>(null);
  const [isNew, setNew] = useState(false);
  if (!isOwner)
    return (
      <section class="card" aria-labelledby="secret">
        <h2 id="secret">{own.secret}</h2>
        <p class="quiet">{own.secretOwners}</p>
      </section>
    );
  const show = (secret: SiteSecret, fresh: boolean): void => {
    setFound(secret);
    setNew(fresh);
  };
  return (
    <>
      {found ? (
        <Shown found={found} isNew={isNew} onHide={() => setFound(null)} />
      ) : (
        <Show done={(secret) => show(secret, false)} />
      )}
      <Replace done={(secret) => show(secret, true)} />
    </>
  );
};

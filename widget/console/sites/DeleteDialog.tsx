import { useEffect, useRef, useState } from 'preact/hooks';
import type { Proof } from '../../../shared/core/people/siteSecret.ts';
import { postDelete } from '../../../shared/sites/routes.ts';
import type { OwnSite, OwnSites } from '../../../shared/sites/schema.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { useConsole } from '../context.ts';
import { ProofFields } from '../developers/ProofFields.tsx';
import { useProofTexts } from './useProofTexts.ts';
import type { SitesTexts } from './texts.ts';

/** Deletes a site once its name was typed and it's really they. @param done takes the sites that are left; null for none deleted */
export const DeleteDialog = ({
  site,
  texts,
  done,
}: {
  site: OwnSite;
  texts: SitesTexts;
  done(sites: OwnSites | null): void;
}) => {
  const model = useConsole();
  const proofTexts = useProofTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const left = useRef<OwnSites | null>(null);
  const [name, setName] = useState('');
  const [proof, setProof] = useState<Proof>({});
  const [refused, setRefused] = useState<Record<string, string>>({});
  useEffect(() => dialog.current?.showModal(), []);
  const remove = async (event: Event): Promise<void> => {
    event.preventDefault();
    const found = await model.attempt(
      model.call(postDelete, { path: { site: site.site }, body: { name, proof } }),
    );
    setRefused(found ? {} : (model.problem.value?.fields ?? {}));
    if (!found) return;
    left.current = found;
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-labelledby="delete-site" onClose={() => done(left.current)}>
      <form class="stack" onSubmit={(event) => void remove(event)}>
        <h2 id="delete-site">{fill(texts.deleteTitle, { name: site.name })}</h2>
        <p>{texts.deleteLead}</p>
        <TextField
          label={fill(texts.typeName, { name: site.name })}
          value={name}
          required
          dir="auto"
          autocomplete="off"
          refused={refused['name']}
          onValue={setName}
        />
        {proofTexts && (
          <ProofFields
            proof={proof}
            refused={refused['proof.password'] ?? refused['proof.code']}
            onProof={setProof}
            own={proofTexts}
          />
        )}
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {texts.cancel}
          </button>
          <button
            type="submit"
            class="primary danger"
            disabled={model.busy.value || name.trim() !== site.name.trim()}
          >
            {texts.deleteButton}
          </button>
        </div>
      </form>
    </dialog>
  );
};

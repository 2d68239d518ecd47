import { useState } from 'preact/hooks';
import type { Proof } from '../../../shared/core/people/siteSecret.ts';
import { RefusalTexts, TextField } from '../../core/staff/fields.tsx';
import { useTexts } from '../context.ts';
import { refusalText } from '../refusalText.ts';
import type { DeveloperTexts } from './texts/en.ts';

/** The texts of a proof. */
export type ProofTexts = Pick<
  DeveloperTexts,
  'proofWrong' | 'proofCode' | 'proofPassword' | 'useCode' | 'usePassword'
>;

/** Asks a person to show that it's really they: by their password, or a code of their second factor. */
export const ProofFields = ({
  proof,
  refused,
  onProof,
  own,
}: {
  proof: Proof;
  /** Why it was refused. */
  refused: string | undefined;
  onProof(proof: Proof): void;
  own: ProofTexts;
}) => {
  const { texts } = useTexts();
  const [byCode, setByCode] = useState(false);
  return (
    <RefusalTexts.Provider value={(code) => (code === 'invalid' ? own.proofWrong : refusalText(texts, code))}>
      {byCode ? (
        <TextField
          key="code"
          label={own.proofCode}
          value={proof.code ?? ''}
          required
          minLength={6}
          maxLength={40}
          autocomplete="one-time-code"
          dir="ltr"
          refused={refused}
          onValue={(code) => onProof({ code })}
        />
      ) : (
        <TextField
          key="password"
          label={own.proofPassword}
          type="password"
          value={proof.password ?? ''}
          required
          maxLength={1_000}
          autocomplete="current-password"
          dir="ltr"
          refused={refused}
          onValue={(password) => onProof({ password })}
        />
      )}
      <button
        type="button"
        class="link"
        onClick={() => {
          setByCode(!byCode);
          onProof({});
        }}
      >
        {byCode ? own.usePassword : own.useCode}
      </button>
    </RefusalTexts.Provider>
  );
};

import { newSecret } from '../../../../shared/core/ids.ts';
import { hashSecret, sameSecret } from '../secrets.ts';

/**
 * The one-time code that lets whoever started the server make the first account. Only its hash is held, in memory:
 * a restart makes a new one, and what was printed before is worth nothing.
 */
export interface SetupCode {
  /** Makes the code; one that was made before ends. */
  issue(): string;
  fits(code: string): boolean;
  end(): void;
}

export const createSetupCode = (): SetupCode => {
  let hash: string | null = null;
  return {
    issue() {
      const code = newSecret();
      hash = hashSecret(code);
      return code;
    },
    fits: (code) => hash !== null && sameSecret(hashSecret(code), hash),
    end() {
      hash = null;
    },
  };
};

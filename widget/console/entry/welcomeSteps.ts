import type { WelcomeReply } from '../../../shared/console/schema.ts';
import type { Call, CallError } from '../../core/net/client.ts';

/** Props of each way to accept an invitation. */
export interface WelcomeSteps {
  call: Call;
  /** Of the link. */
  secret: string;
  invited: WelcomeReply;
  /** They are logged in to the account of the address. */
  isOwn: boolean;
  /** Why the last try failed. */
  problem: CallError | null;
  onIn(): void;
  /** The address had an account before: its own password is wanted. */
  onKnown(): void;
  onProblem(error: unknown): void;
}

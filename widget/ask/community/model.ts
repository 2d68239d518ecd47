import { signal } from '@preact/signals';
import * as contract from '../../../shared/ask/answerRoutes.ts';
import type { OwnPart } from '../../../shared/ask/answerSchema.ts';
import { postItemReport } from '../../../shared/core/moderation/routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Surface } from '../../core/context.ts';
import { asCallError, type CallError } from '../../core/net/client.ts';

const nothing: OwnPart = { isAsker: false, canEdit: false, meToo: false, helped: [], answers: [] };

/** The model of a visitor's votes and answers on one public question. */
export const createCommunity = (surface: Surface, question: string, reload: () => Promise<void>) => {
  const { session, texts } = surface.context;
  const { language } = texts;
  const own = signal<OwnPart>(nothing);
  const problem = signal<CallError | null>(null);
  /** Whether mails come, or are asked for first; null while nothing was sent. */
  const followed = signal<boolean | null>(null);

  const load = async (): Promise<void> => {
    if (!session.isKnown) return;
    own.value = await session.call(contract.getOwnPart, { path: { question } });
  };
  /** Does one thing, and shows what it changed, or why it didn't. */
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    problem.value = null;
    try {
      session.begin();
      await work();
      await Promise.all([load(), reload()]);
      return true;
    } catch (error) {
      problem.value = asCallError(error);
      return false;
    }
  };

  return {
    own,
    problem,
    followed,
    load: () => load().catch(() => {}),
    help: (answer: string, value: boolean) =>
      run(() => session.call(contract.postHelpful, { path: { answer }, body: { value, language } })),
    accept: (answer: string, accepted: boolean) =>
      run(() => session.call(contract.postAccepted, { path: { answer }, body: { accepted } })),
    meToo: (value: boolean) =>
      run(() => session.call(contract.postMeToo, { path: { question }, body: { value, language } })),
    report: (id: string, reason: string) =>
      run(() => session.call(postItemReport, { body: { kind: 'answer', id, language, reason } })),
    withdrawReport: (id: string) =>
      run(() => session.call(postItemReport, { body: { kind: 'answer', id, language, withdraw: true } })),
    async follow(email: string) {
      const body = { id: newId(), email, language };
      if (await run(() => session.call(contract.postFollow, { path: { question }, body })))
        followed.value = true;
    },
  };
};

export type CommunityModel = ReturnType<typeof createCommunity>;

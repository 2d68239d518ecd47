import { isVain } from '../../shared/callbacks/machine.ts';
import type { FactSource } from '../core/facts/source.ts';
import type { NewFact } from '../core/facts/types.ts';
import { findCallbacks, listCallbacksAfter, listStepsOf } from './facts/queries.ts';
import type { CallbackRow, StepRow } from './queries.ts';

/** Calls of the past that are filled in at once. */
const pageLength = 100;

type Told = Pick<CallbackRow, 'id' | 'language' | 'soon' | 'startsAt' | 'createdAt'>;

const about = (call: Told) => ({ subjectId: call.id, channel: 'callback', language: call.language });

const ended = {
  wrong_number: 'call.wrong_number',
  cancel: 'call.cancelled',
  expire: 'call.expired',
} as const;

/** The facts of a step of a call. */
const factsOfStep = (call: Told, { step, at, actorKind, actorId }: StepRow): NewFact[] => {
  const fact = { ...about(call), at, staffId: actorKind === 'staff' ? actorId : null };
  const isTry = isVain(step as Parameters<typeof isVain>[0]) || step === 'reached' || step === 'wrong_number';
  const end = ended[step as keyof typeof ended];
  return [
    ...(isTry ? [{ ...fact, kind: 'call.attempted' as const }] : []),
    ...(step === 'reached'
      ? [
          {
            ...fact,
            kind: 'call.reached' as const,
            value: Math.max(0, at - (call.soon ? call.createdAt : (call.startsAt ?? call.createdAt))),
          },
        ]
      : []),
    ...(end ? [{ ...fact, kind: end }] : []),
  ];
};

const requested = (call: Told): NewFact => ({ ...about(call), kind: 'call.requested', at: call.createdAt });

/** The callbacks' source of facts: asked for, tried, reached and how soon. */
export const callbackFacts: FactSource = {
  async read(ctx, siteId, batch) {
    const changes = batch.filter(({ kind, amount }) => kind === 'callback.changed' && amount !== null);
    const ids = [...new Set(changes.flatMap(({ conversationId }) => conversationId ?? []))];
    const calls = new Map((await findCallbacks(ctx, siteId, ids)).map((call) => [call.id, call]));
    const steps = new Map(
      (await listStepsOf(ctx, siteId, ids)).map((step) => [`${step.callbackId} ${step.revision}`, step]),
    );
    return changes.flatMap(({ conversationId, amount }) => {
      const call = calls.get(conversationId ?? '');
      const step = steps.get(`${conversationId} ${amount}`);
      if (!call) return [];
      return amount === 0 ? [requested(call)] : step ? factsOfStep(call, step) : [];
    });
  },
  async fill(ctx, siteId, { after, before }) {
    const rows = await listCallbacksAfter(ctx, siteId, after, pageLength);
    const steps = await listStepsOf(
      ctx,
      siteId,
      rows.map(({ id }) => id),
    );
    const facts = rows.flatMap((call) => [
      requested(call),
      ...steps.filter(({ callbackId }) => callbackId === call.id).flatMap((step) => factsOfStep(call, step)),
    ]);
    return {
      facts: facts.filter(({ at }) => at < before),
      after: rows.length < pageLength ? null : (rows.at(-1)?.id ?? null),
    };
  },
};

import * as schema from '../../../shared/core/prompts/schema.ts';
import * as contract from '../../../shared/core/prompts/routes.ts';
import { notFound } from '../http/failure.ts';
import { type Api, mount } from '../http/mount.ts';
import { listPrompts } from './list.ts';
import { findExposure, insertExposure, setOutcome } from './queries.ts';

const done = { done: true as const };

/** Routes by which browsers count prompts. Nobody is named: who made an exposure's id may say what became of it. */
export const mountPrompts = (api: Api): void => {
  mount(
    api,
    contract.postExposure,
    {
      access: 'public',
      rate: 'event',
      body: schema.exposure,
      reply: schema.exposureReply,
      maxBytes: 2_048,
      operationId: 'reportPromptExposure',
      summary: 'Report that a prompt was shown, or held back for the control group',
    },
    async ({ ctx, site, parameter, body }) => {
      const prompt = (await listPrompts(ctx, site)).find(({ id }) => id === parameter('prompt'));
      if (!prompt) throw notFound();
      await insertExposure(ctx, site.id, prompt, body);
      return done;
    },
  );

  mount(
    api,
    contract.postOutcome,
    {
      access: 'public',
      rate: 'event',
      body: schema.exposureOutcome,
      reply: schema.exposureReply,
      maxBytes: 1_024,
      operationId: 'reportPromptOutcome',
      summary: 'Report that a prompt was dismissed or accepted, or its goal reached',
    },
    async ({ ctx, site, parameter, body }) => {
      const exposure = await findExposure(ctx, site.id, parameter('exposure'));
      if (!exposure) throw notFound();
      const { outcome } = body;
      if (outcome === 'goal') {
        const prompt = (await listPrompts(ctx, site)).find(({ id }) => id === exposure.promptId);
        const ends = exposure.at + (prompt?.goal?.minutes ?? 0) * 60_000;
        // Too late is no fault of the browser's, whose clock is its own: it does not count.
        if (ctx.clock.now() > ends) return done;
      }
      await setOutcome(ctx, exposure, outcome);
      return done;
    },
  );

  mount(
    api,
    contract.listPrompts,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.promptList,
      operationId: 'listPrompts',
      scope: 'content:read',
      summary: 'List active prompts with their shared limit, to test targeting',
    },
    async ({ ctx, site }) => ({ budget: site.settings.prompts, prompts: await listPrompts(ctx, site) }),
  );
};

import { fillVariables } from '../../shared/inbox/variables.ts';
import * as contract from '../../shared/rules/routes.ts';
import * as schema from '../../shared/rules/schema.ts';
import { addStaffMessage } from '../core/conversations/writes/messages.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import { findConversations } from '../core/conversations/queries/conversations.ts';
import { visitorsOf } from '../core/conversations/queries/names.ts';
import { derivedId } from '../core/derivedId.ts';
import { Failure, idOf, notFound } from '../core/http/failure.ts';
import { type Api, type Call, mount } from '../core/http/mount.ts';
import { changeOf } from './changeOf.ts';
import { findMacro, listMacros, type MacroRow } from './queries.ts';
import { viewMacros } from './views.ts';
import { deleteMacro, saveMacro } from './writes.ts';

const minute = 60_000;

/** Actions that only a rule has: a person who runs a macro knows of it. */
const ofRules = new Set(['rating', 'notify', 'webhook']);

const mountSaving = (api: Api): void => {
  mount(
    api,
    contract.listMacros,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.macroList,
      operationId: 'listMacros',
      scope: 'content:read',
      summary: 'List the macros',
    },
    async ({ ctx, site }) => viewMacros(ctx, site.id),
  );

  mount(
    api,
    contract.putMacro,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      body: schema.macroDraft,
      reply: schema.macroList,
      operationId: 'saveMacro',
      scope: 'content:write',
      summary: 'Save a macro',
    },
    async ({ ctx, site, session, parameter, body }) => {
      const id = idOf(parameter('macro'));
      const own = await listMacros(ctx, site.id);
      if (own.length >= schema.maxMacros && !own.some((macro) => macro.id === id))
        throw new Failure('invalid', `A site has at most ${schema.maxMacros} macros.`, {
          fields: { name: 'too_many' },
        });
      if (body.actions.some((action) => ofRules.has(action.do)))
        throw new Failure('invalid', 'A macro can’t do this.', { fields: { actions: 'not_allowed' } });
      const row = { siteId: site.id, id, ...body, staffId: session.staff.id, at: ctx.clock.now() };
      await ctx.database.write((tx) => [saveMacro(tx, row)]);
      return viewMacros(ctx, site.id);
    },
  );

  mount(
    api,
    contract.deleteMacro,
    {
      access: 'staff',
      role: 'admin',
      rate: 'staff',
      reply: schema.macroList,
      operationId: 'deleteMacro',
      scope: 'content:write',
      summary: 'Delete a macro',
    },
    async ({ ctx, site, parameter }) => {
      await ctx.database.write((tx) => [deleteMacro(tx, site.id, idOf(parameter('macro')))]);
      return viewMacros(ctx, site.id);
    },
  );
};

/** Says in one conversation what a macro says, in the name of who runs it. The same run again says nothing more. */
const say = async (
  { ctx, site, session, token, body }: Call<'staff', schema.RunMacro, unknown>,
  macro: MacroRow,
  row: ConversationRow,
): Promise<void> => {
  const by = { ...session.staff, via: token?.name ?? null };
  for (const action of macro.actions) {
    if (action.do === 'note')
      await addStaffMessage(ctx, row, by, {
        id: derivedId('macro note', body.id, row.id),
        body: action.text,
        visibility: 'note',
      });
    if (action.do !== 'reply') continue;
    const text = await ctx.conversationActions?.findReply(site.id, action.to);
    if (!text)
      throw new Failure('invalid', 'The canned reply of this macro isn’t there any more.', {
        fields: { reply: 'unknown' },
      });
    const [visitor] = await visitorsOf(ctx, site.id, [row.visitorId]);
    await addStaffMessage(ctx, row, by, {
      id: derivedId('macro reply', body.id, row.id),
      body: fillVariables(text, {
        'visitor.name': visitor?.name ?? '',
        'visitor.email': visitor?.email ?? '',
        'agent.name': session.staff.name,
        'site.name': site.name,
      }),
      visibility: 'public',
    });
  }
};

const mountRunning = (api: Api): void =>
  mount(
    api,
    contract.runMacro,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.runMacro,
      reply: schema.ranMacro,
      operationId: 'runMacro',
      scope: 'conversations:write',
      summary: 'Run a macro on up to a hundred conversations; what it changes can be undone as one action',
    },
    async (call) => {
      const { ctx, site, session, parameter, body } = call;
      const macro = await findMacro(ctx, site.id, idOf(parameter('macro')));
      const inbox = ctx.conversationActions;
      if (!macro || !inbox) throw notFound();
      const wanted = [...new Set(body.conversations)];
      const rows = (await findConversations(ctx, site.id, wanted)).filter(
        ({ mergedInto }) => mergedInto === null,
      );
      if (rows.length === 0) throw notFound();
      // First what is said: a reply opens again what the change may close.
      for (const row of rows) await say(call, macro, row);
      // Whole minutes: a repeat of the same run asks for the same.
      const change = changeOf(macro.actions, Math.ceil(ctx.clock.now() / minute) * minute);
      const says = macro.actions.some((action) => action.do === 'reply' || action.do === 'note');
      if (Object.keys(change).length === 0)
        return {
          changed: rows.map(({ id }) => id),
          refused: wanted.filter((id) => !rows.some((row) => row.id === id)),
          undoable: false,
        };
      const {
        rows: done,
        refused,
        undoable,
      } = await inbox.act(site.id, session.staff, {
        id: body.id,
        conversations: wanted,
        change,
      });
      return { changed: done.map(({ id }) => id), refused, undoable: undoable && !says };
    },
  );

/** Macros: saved by those who set the site up, run by everyone who answers. */
export const mountMacros = (api: Api): void => {
  mountSaving(api);
  mountRunning(api);
};

import { expect } from 'vitest';
import * as contract from '../../shared/ideas/routes.ts';
import * as staffContract from '../../shared/ideas/staffRoutes.ts';
import type { IdeaStatus } from '../../shared/ideas/states.ts';
import { type MailStage, mailStage } from '../helpers/mailStage.ts';
import { newId, newSecret, publicUrl } from '../helpers/server.ts';

/** A server whose site has ideas, and what people and staff do with them. */
export const ideasStage = async (mode: 'off' | 'approve' | 'trusted' = 'approve') => {
  const stage: MailStage = await mailStage({
    settings: { ideas: { mode, names: {} }, languages: ['en', 'ar'] },
  });
  const { server, cookie } = stage;
  let addresses = 0;
  const address = () => `198.51.100.${1 + (addresses++ % 250)}`;

  const suggest = async (title: string, secret = newSecret(), more: Record<string, unknown> = {}) => {
    const body = { id: newId(), title, language: 'en', name: 'Ola', ...more };
    const reply = await server.call(contract.postIdea, { secret, address: address(), body });
    return { ...reply, id: body.id, secret, sent: body };
  };
  const decide = (id: string, decision: 'publish' | 'hide' | 'hold') =>
    server.call(staffContract.decideStaffIdeas, { cookie, body: { ids: [id], decision } });
  return {
    stage,
    server,
    cookie,
    suggest,
    decide,
    /** Suggests an idea and lets staff publish it. */
    async publish(title: string, secret = newSecret(), more: Record<string, unknown> = {}) {
      const made = await suggest(title, secret, more);
      expect(made.status, JSON.stringify(made.body)).toBe(200);
      if (made.body.idea.state === 'waiting') await decide(made.id, 'publish');
      return made.id;
    },
    vote: (idea: string, secret = newSecret(), value = true, from = address()) =>
      server.call(contract.postIdeaVote, {
        path: { idea },
        secret,
        address: from,
        body: { value, language: 'en' },
      }),
    setStatus: (idea: string, status: IdeaStatus, note = '', id = newId()) =>
      server.call(staffContract.postIdeaStatus, { cookie, path: { idea }, body: { id, status, note } }),
    behalf: (conversation: string, idea: string) =>
      server.call(staffContract.putConversationIdea, { cookie, path: { conversation, idea } }),
    takeBack: (conversation: string, idea: string) =>
      server.call(staffContract.deleteConversationIdea, { cookie, path: { conversation, idea } }),
    detail: async (idea: string) =>
      (await server.call(staffContract.getStaffIdea, { cookie, path: { idea } })).body,
    read: async (idea: string) => (await server.call(contract.getIdea, { path: { idea } })).body,
    get: (path: string, visitor = '') =>
      server.request('GET', path, { headers: { origin: '', ...(visitor && { cookie: visitor }) } }),
    form: (path: string, fields: Record<string, string>, more: Record<string, string> = {}) =>
      server.request('POST', path, {
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl, ...more },
      }),
    mailsTo: (to: string) =>
      stage.smtp.mails
        .filter(({ envelope }) => envelope.to[0] === to)
        .map(({ parsed, raw }) => ({ ...parsed, raw: String(raw) })),
    close: () => stage.close(),
  };
};

export type IdeasStage = Awaited<ReturnType<typeof ideasStage>>;

export const cookieOf = (response: Response): string =>
  response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

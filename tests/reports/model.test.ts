import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { facts } from '../../server/core/facts/tables.ts';
import { createLimiter } from '../../server/core/http/limits.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { moveConversations } from '../../server/moving/moveConversations.ts';
import { chatwoot } from '../../server/moving/sources/chatwoot.ts';
import { decideStaffAnswers, postCommunityAnswer } from '../../shared/ask/answerRoutes.ts';
import { publishQuestion } from '../../shared/ask/staffRoutes.ts';
import { postQuestion, postSuggestionEvent } from '../../shared/ask/routes.ts';
import { publishArticleText, putArticle, putArticleText } from '../../shared/articles/routes.ts';
import { postCallback, postCallbackStep } from '../../shared/callbacks/routes.ts';
import { postComment } from '../../shared/comments/routes.ts';
import { defaultComments } from '../../shared/comments/defaults.ts';
import { defaultRule } from '../../shared/core/prompts/kinds.ts';
import { eraseOwnData } from '../../shared/core/people/personalDataRoutes.ts';
import { postPresence } from '../../shared/core/people/presenceRoutes.ts';
import { postAnswer, putSurvey } from '../../shared/nps/routes.ts';
import * as contract from '../../shared/reports/routes.ts';
import { testClock } from '../helpers/clock.ts';
import { newId, newSecret, password, question, startTestServer, type TestServer } from '../helpers/server.ts';

/* Generated histories of what has no conversation, or more than one: counted beside the reports, by what was answered. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let server: TestServer;
let cookie: string;
let survey: string;
let article: string;
/** A public question that visitors answer. */
let asked: string;
let folder: string;

beforeAll(async () => {
  server = await startTestServer({
    settings: {
      features: { ask: true, chat: true, callback: true, comments: true },
      comments: { ...defaultComments(), moderation: 'off' },
      communityAnswers: 'approve',
    },
    overrides: { limiter: createLimiter(testClock(), 1e9) },
  });
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'bo@shop.test',
    name: 'Bo Boss',
    password,
    role: 'admin',
  });
  cookie = await server.logIn('bo@shop.test');
  survey = newId();
  const draft = {
    name: 'Everybody',
    question: {},
    follow: { promoter: {}, passive: {}, detractor: {} },
    link: '',
    makeRight: true,
    owner: null,
    apartDays: 0,
    rule: { ...defaultRule(), on: true },
  };
  const put = await server.call(putSurvey, {
    cookie,
    path: { survey },
    body: { revision: 0, draft } as never,
  });
  expect(put.status).toBe(200);
  const id = newId();
  article = newId();
  const path = { article: id, text: article };
  const meta = { category: null, audience: 'public', language: 'en', authors: [], verifyBy: null };
  await server.call(putArticle, { cookie, path, body: { revision: 0, article: meta } as never });
  await server.call(putArticleText, {
    cookie,
    path,
    body: { language: 'en', revision: 0, title: 'Returns', body: 'Send it back.' },
  });
  expect(
    (await server.call(publishArticleText, { cookie, path, body: { revision: 1, at: null } })).status,
  ).toBe(200);
  const body = question({ title: 'Does the lamp fit outdoors?', visibility: 'public' });
  await server.call(postQuestion, { body, secret: newSecret() });
  const opened = await server.call(publishQuestion, {
    cookie,
    path: { conversation: body.id },
    body: { title: body.title, details: '', language: 'en', official: false },
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(200);
  asked = opened.body.question!.id;
  folder = mkdtempSync(join(tmpdir(), 'foyer-model-'));
});
afterAll(async () => {
  await server?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const whats = [
  ...(['score', 'rescore', 'suggest', 'ask', 'call', 'dial'] as const),
  ...(['comment', 'answer', 'import', 'online', 'erase'] as const),
];
const step = fc.record({
  what: fc.constantFrom(...whats),
  which: fc.nat(10),
  later: fc.constantFrom(0, 40_000, 7 * minute, 25 * minute, 3 * hour),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const dateOf = (at: number): string =>
  new Intl.DateTimeFormat('sv', { timeZone: server.site.settings.hours.zone }).format(at);
/** `Mon 9` by the clock on the wall. */
const cellOf = (at: number): string =>
  new Intl.DateTimeFormat('en', {
    timeZone: server.site.settings.hours.zone,
    weekday: 'short',
    hour: 'numeric',
    hourCycle: 'h23',
  })
    .format(at)
    .replace(',', '');

let numbers = 0;
/** Whether the article helped, by who said it: in earlier histories, too. */
const votes = new Map<string, boolean>();
const addressOf = (n: number): string => `198.51.${Math.floor(n / 250) % 250}.${1 + (n % 250)}`;

/** Takes steps, and counts what was accepted. */
class Model {
  readonly scores: number[] = [];
  readonly calls: { id: string; at: number; isOver: boolean }[] = [];
  readonly beats: number[] = [];
  readonly events = { shown: 0, opened: 0, solved: 0, not_quite: 0 };
  asked = 0;
  requested = 0;
  attempts = 0;
  reached = 0;
  soon = 0;
  comments = 0;
  answers = 0;
  readonly imported = { opened: 0, in: 0, out: 0 };
  helped = 0;
  notHelped = 0;
  #last: { secret: string; response: string; at: number } | null = null;

  async take({ what, which }: Step): Promise<void> {
    if (what === 'score' || what === 'rescore') await this.#score(which, what === 'rescore');
    else if (what === 'suggest') await this.#suggest(which);
    else if (what === 'ask') await this.#ask(which);
    else if (what === 'call') await this.#call();
    else if (what === 'dial') await this.#dial(which);
    else if (what === 'comment') await this.#comment();
    else if (what === 'answer') await this.#answer(which);
    else if (what === 'import') await this.#import(which);
    else if (what === 'online') await this.#online(which);
    else if (this.#last && which > 7) {
      // Whoever is erased was counted, and stays so.
      await server.call(eraseOwnData, { secret: this.#last.secret });
      this.#last = null;
      await runDueJobs(server.ctx);
    }
  }

  async #score(score: number, again: boolean): Promise<void> {
    const known = again ? this.#last : null;
    // An answer can be changed for an hour.
    if (again && (!known || server.clock.now() - known.at > 50 * minute)) return;
    const { secret, response, at } = known ?? {
      secret: newSecret(),
      response: newId(),
      at: server.clock.now(),
    };
    const body = { survey, score, text: '', language: 'en', source: 'prompt', page: '/' } as const;
    const reply = await server.call(postAnswer, {
      path: { response },
      body,
      secret,
      address: addressOf(numbers++),
    });
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    if (known) this.scores.pop();
    this.scores.push(score);
    this.#last = { secret, response, at };
  }

  async #suggest(which: number): Promise<void> {
    const kind = (['shown', 'opened', 'solved', 'not_quite'] as const)[which % 4] ?? 'shown';
    const address = addressOf(which);
    const event = { id: newId(), session: newId(), question: article, query: 'back', language: 'en' };
    const { status } = await server.call(postSuggestionEvent, { body: { ...event, kind }, address });
    expect(status).toBe(200);
    this.events[kind] += 1;
    if (kind !== 'solved' && kind !== 'not_quite') return;
    const helped = kind === 'solved';
    const before = votes.get(address);
    votes.set(address, helped);
    if (before === helped) return;
    this.helped += Number(helped) - Number(before === true);
    this.notHelped += Number(!helped) - Number(before === false);
  }

  async #ask(which: number): Promise<void> {
    const { status } = await server.call(postQuestion, {
      secret: newSecret(),
      address: addressOf(numbers++),
      body: question({ title: `Is number ${numbers} still there, and is it ${which}?` }),
    });
    expect(status).toBe(200);
    this.asked += 1;
  }

  async #call(): Promise<void> {
    const id = newId();
    const { status } = await server.call(postCallback, {
      secret: newSecret(),
      address: addressOf(numbers++),
      body: {
        id,
        number: `+49 30 ${901_820 + numbers}`,
        country: 'DE',
        when: 'soon',
        zone: 'Europe/Athens',
        language: 'en',
      },
    });
    // Outside the hours of calls there's no time to be had.
    if (status !== 200) return;
    this.requested += 1;
    this.calls.push({ id, at: server.clock.now(), isOver: false });
  }

  async #dial(which: number): Promise<void> {
    const call = this.calls.findLast(({ isOver }) => !isOver);
    if (!call) return;
    const outcome = which % 3 === 0 ? 'no_answer' : 'reached';
    const reply = await server.call(postCallbackStep, {
      cookie,
      path: { callback: call.id },
      body: { id: newId(), step: outcome },
    });
    if (reply.status !== 200) return;
    this.attempts += 1;
    // What counts is the time of the next try then, as of a booked one.
    if (outcome === 'no_answer') {
      call.at = reply.body.call.slot?.start ?? call.at;
      return;
    }
    call.isOver = true;
    this.reached += 1;
    this.soon += Number(server.clock.now() - call.at <= 20 * minute);
  }

  async #comment(): Promise<void> {
    const { status } = await server.call(postComment, {
      secret: newSecret(),
      address: addressOf(numbers++),
      body: {
        id: newId(),
        url: 'https://shop.test/spring',
        title: 'Spring',
        body: `A thought, number ${numbers}`,
        language: 'en',
        name: 'Zoë',
        took: 10_000,
      } as never,
    });
    if (status === 200) this.comments += 1;
  }

  /** A visitor answers another's question; some of it the team never publishes. */
  async #answer(which: number): Promise<void> {
    const { body, status } = await server.call(postCommunityAnswer, {
      path: { question: asked },
      secret: newSecret(),
      address: addressOf(numbers++),
      body: { id: newId(), body: `It does, number ${numbers}.`, name: 'Ola', language: 'en' },
    });
    expect(status, JSON.stringify(body)).toBe(200);
    if (which % 4 === 0) return;
    const decided = await server.call(decideStaffAnswers, {
      cookie,
      body: { ids: [body.answer!.id], decision: 'publish' },
    });
    expect(decided.status).toBe(200);
    this.answers += 1;
  }

  /** A conversation of another help desk, of the last hour: imported twice it is one. */
  async #import(which: number): Promise<void> {
    const ways = Array.from({ length: 1 + (which % 5) }, (_, place) => (place % 2 ? 1 : 0));
    const first = Math.ceil((server.clock.now() - ways.length * minute) / 1_000);
    const sender = { id: numbers, name: 'Leo', email: `leo${numbers}@visitor.example`, type: 'contact' };
    const conversation = {
      id: ++numbers,
      status: 'open',
      created_at: first,
      last_activity_at: first,
      labels: [],
      meta: { channel: 'Channel::WebWidget', sender },
      messages: ways.map((way, place) => ({
        id: place + 1,
        message_type: way,
        content: `Line ${place}`,
        private: false,
        created_at: first + place * 60,
        sender: way ? { id: 3, name: 'Bo Boss', email: 'bo@shop.test', type: 'user' } : sender,
      })),
    };
    const file = join(folder, `${numbers}.json`);
    writeFileSync(file, JSON.stringify({ payload: [conversation] }));
    for (const added of [1, 0])
      expect(
        await moveConversations(server.ctx, server.site, file, {
          from: 'chatwoot',
          source: chatwoot,
          dryRun: false,
        }),
      ).toMatchObject({ added });
    this.imported.opened += 1;
    this.imported.in += ways.filter((way) => way === 0).length;
    this.imported.out += ways.filter((way) => way === 1).length;
  }

  /** Says that it's there, every 20 seconds; leaves without a word. */
  async #online(times: number): Promise<void> {
    for (let beat = 0; beat <= times; beat++) {
      server.clock.pass(20_000);
      await server.call(postPresence, { cookie, body: { state: 'online' } });
      this.beats.push(server.clock.now());
    }
  }

  /** Seconds online by weekday and hour: each beat stands for a minute, or up to the next. */
  online(): Map<string, number> {
    const cells = new Map<string, number>();
    for (const [index, at] of this.beats.entries()) {
      const end = Math.min(at + minute, this.beats[index + 1] ?? Number.POSITIVE_INFINITY);
      for (let second = at; second < end; second += 1_000)
        cells.set(cellOf(second), (cells.get(cellOf(second)) ?? 0) + 1);
    }
    return cells;
  }
}

test('surveys, calls, suggestions, comments, answers, imports and presence come to what was accepted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 26 }), async (steps) => {
      server.clock.pass(28 * day);
      cookie = await server.logIn('bo@shop.test');
      const from = server.clock.now();
      const model = new Model();
      const since = server.ctx.clock.now();
      for (const one of steps) {
        server.clock.pass(one.later);
        if (one.later >= hour) cookie = await server.logIn('bo@shop.test');
        await model.take(one);
      }
      // The hours that are open are over.
      server.clock.pass(2 * hour);
      await runDueJobs(server.ctx);
      cookie = await server.logIn('bo@shop.test');
      const query = { from: dateOf(from), until: dateOf(server.clock.now()) };
      const { body: report } = await server.call(contract.getSiteReport, { cookie, query });
      const [promoters, detractors] = [
        model.scores.filter((score) => score >= 9).length,
        model.scores.filter((score) => score <= 6).length,
      ];
      const n = model.scores.length;
      expect(report.nps.now).toMatchObject({ n, promoters, detractors });
      if (n) expect(report.nps.now.score).toBeCloseTo(((promoters - detractors) / n) * 100);
      const { callbacks, selfService } = report;
      expect([callbacks.requested.now, callbacks.attempts.now, callbacks.reached.now.hits]).toEqual([
        model.requested,
        model.attempts,
        model.reached,
      ]);
      expect(callbacks.soon.now).toEqual({ hits: model.soon, of: model.reached });
      const { shown, opened, solved, not_quite: notQuite } = model.events;
      expect(selfService.solved.now).toEqual({ hits: solved, of: solved + model.asked });
      expect(selfService.opened.now).toEqual({ hits: opened, of: shown });
      expect(selfService.helped.now).toEqual({ hits: solved, of: solved + notQuite });
      expect(report.comments.now).toBe(model.comments);
      expect(report.answers.visitors.now).toBe(model.answers);
      const { imported } = model;
      expect(
        report.volume.channels.find(({ channel }) => channel === 'chat')?.now ?? {
          opened: 0,
          in: 0,
          out: 0,
        },
      ).toEqual(imported);
      const sum = (week: readonly (readonly number[])[]): number =>
        week.flat().reduce((total, count) => total + count, 0);
      expect(sum(report.answered)).toBe(report.volume.all.now.out + model.answers);
      expect(sum(report.heat)).toBe(report.volume.all.now.in);
      const backlog = report.backlog.at(-1)?.open;
      expect(report.age.counts.reduce((sum, count) => sum + count, 0)).toBe(backlog);

      const rows = await server.ctx.database.read
        .select()
        .from(facts)
        .where(and(eq(facts.siteId, server.site.id), eq(facts.kind, 'staff.online')));
      const kept = new Map<string, number>();
      for (const { at, value } of rows.filter((row) => row.at >= since - hour))
        kept.set(cellOf(at), (kept.get(cellOf(at)) ?? 0) + (value ?? 0) / 1_000);
      expect(kept).toEqual(model.online());
      // Once an hour and person, however often it's said.
      expect(new Set(rows.map(({ at }) => at)).size).toBe(rows.length);
      const most = Math.max(0, ...(report.online?.week.flat() ?? []));
      expect(most > 0).toBe(model.beats.length > 0);

      const insights = (await server.call(contract.getReportInsights, { cookie, query })).body;
      const [read] = insights.articles;
      expect(read?.reads.now ?? 0).toBe(opened);
      // Who says the contrary takes back what they said, in whichever period that was.
      const [helped, notHelped] = [Math.max(0, model.helped), Math.max(0, model.notHelped)];
      expect(read?.helped.now ?? { hits: 0, of: 0 }).toEqual({ hits: helped, of: helped + notHelped });
    }),
    { numRuns: 25, seed: 11 },
  );
});

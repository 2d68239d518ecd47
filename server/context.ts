import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { WhereaboutsBook } from './core/conversations/whereabouts.ts';
import type { RichRenderer } from './core/content/renderer.ts';
import type { Database } from './core/db/database.ts';
import type { Bus } from './core/events/bus.ts';
import type { LiveHub } from './core/events/live.ts';
import type { AddressReader } from './core/http/address.ts';
import type { Shortcut } from './core/http/shortcuts.ts';
import type { Limiter } from './core/http/limits.ts';
import type { Metrics } from './core/http/metrics.ts';
import type { Installations } from './core/people/installations.ts';
import type { LoginThrottle } from './core/people/loginThrottle.ts';
import type { Work } from './core/jobs/runner.ts';
import type { Mailer } from './core/mail/mailer.ts';
import type { PromptSource } from './core/prompts/list.ts';
import type { Pusher } from './core/push.ts';
import type { AccountMove } from './core/people/accounts.ts';
import type { SetupCode } from './core/people/setupCode.ts';
import type { Site, SiteDirectory } from './core/people/sites.ts';
import type { Suggester } from './core/search/suggester.ts';
import type { NewsDot } from '../shared/core/prompts/kinds.ts';
import type { Secrets } from './secrets.ts';

/** Where built and static files lie. */
export interface Folders {
  /** The built widget: `foyer.js`, `assets/`, `inbox/`. */
  widget: string;
  demoSite: string;
  migrations: string;
}

/** See {@link Context.news}. */
export interface NewsSource {
  /** Null where there is none now. `dot`: what marks the launcher by itself. */
  describe(site: Site): Promise<{ dot: Omit<NewsDot, 'notPages'> | null } | null>;
}

/** Everything that a handler may use, built once per process and overridable in tests. */
export interface Context {
  readonly config: Config;
  readonly folders: Folders;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly bus: Bus;
  readonly live: LiveHub;
  readonly sites: SiteDirectory;
  readonly readAddress: AddressReader;
  readonly limiter: Limiter;
  readonly loginThrottle: LoginThrottle;
  readonly installations: Installations;
  readonly setupCode: SetupCode;
  readonly renderer: RichRenderer;
  readonly search: Suggester;
  readonly mailer: Mailer;
  readonly pusher: Pusher;
  /** What is answered before it is routed; each cache adds its own as it is made. */
  readonly shortcuts: Shortcut[];
  /** What features would show unasked; each adds its own as it is mounted. */
  readonly prompts: PromptSource[];
  /** What of a feature follows a visitor into the account that they sign in to; each adds its own as it is mounted. */
  readonly moves: AccountMove[];
  /** What may have news for the panel's start. */
  readonly news: NewsSource[];
  /** Which pages visitors look at now. */
  readonly whereabouts: WhereaboutsBook;
  readonly work: Work;
  /** Whether somebody is at the inbox who would take another conversation. */
  readonly hasRoom: (siteId: string) => Promise<boolean>;
}

import type { Hono } from 'hono';
import type { SettingsPart } from '../../shared/core/settings.ts';
import type { Context } from '../context.ts';
import type { Command } from './cli.ts';
import type { LogEvent } from './events/tables.ts';
import type { FactSource } from './facts/source.ts';
import type { Projection, Readers } from './events/liveTypes.ts';
import type { Api } from './http/mount.ts';
import type { FieldKeeper } from './importing/fieldKeeper.ts';
import type { JobHandler, Planner, Recorder } from './jobs/handlers.ts';
import type { NoticeWriter } from './people/staff/notice.ts';
import type { Indexer } from './jobs/work.ts';
import type { MailReplies } from './mail/mailReplies.ts';
import type { AccountMerger } from './people/visitors/accountMerger.ts';
import type { PersonalData } from './people/privacy/personalData.ts';
import type { TimelineSource } from './people/timeline/source.ts';
import type { VisitorTrait } from './people/traits.ts';
import type { Processor } from './people/retention/processing/processors.ts';
import type { Retention } from './people/retention/retention.ts';
import type { ModeratedKind } from './moderation/kind.ts';
import type { Site } from './people/sites/sites.ts';
import type { NamedPrompt } from './prompts/namedPrompt.ts';
import type { Incidents } from './incidents.ts';
import type { ConversationActions } from './conversations/actions.ts';
import type { ContactFacts } from './people/contactFacts.ts';
import type { IncomingSource } from './incoming.ts';
import type { InsightSource } from './insights.ts';
import type { KnowledgeSource, QuestionSource, TeamKnowledge } from './knowledge.ts';
import type { HomeLink } from './pages/homeLinks.ts';
import type { HomeNews } from './pages/homeNews.ts';
import type { PageLinks } from './pages/pageLinks.ts';
import type { News } from './prompts/news.ts';
import type { WebhookSource } from './webhookSource.ts';
import type { SearchSource } from './search/sources.ts';

/**
 * Everything that a feature adds to the server: one object, in `server/<feature>/feature.ts`, named once in
 * `server/features.ts`. Each field is optional; `create.ts`, `app.ts` and `commands.ts` fold over the list.
 */
export interface ServerFeature {
  readonly name: string;
  /** Puts the routes of its contract on the server. */
  mount?(api: Api): void;
  /** Puts its public pages on the server, after the routes of all features. */
  pages?(app: Hono, ctx: Context): void;
  /** Job handlers by the kind of job: kinds are unique over all features. */
  readonly jobs?: Readonly<Record<string, JobHandler>>;
  /** Keeps custom fields of a person that an import brings. One feature does. */
  keepFields?(ctx: Context, ...given: Parameters<FieldKeeper>): ReturnType<FieldKeeper>;
  /** Writers of its notices to staff, by name: names are unique over all features. */
  readonly notices?: Readonly<Record<string, NoticeWriter>>;
  readonly planners?: readonly Planner[];
  readonly indexers?: readonly Indexer[];
  readonly recorders?: readonly Recorder[];
  /** Its facts for reports. */
  readonly facts?: FactSource;
  /** Its webhook types and their data. */
  readonly webhooks?: WebhookSource;
  /** Does what it has to do beside requests and jobs. @returns what stops it, after what is under way */
  watch?(ctx: Context): () => Promise<void>;
  /** Forgets what of a site is older than it is kept, every hour; may be cut off anywhere. */
  prune?(ctx: Context, siteId: string): Promise<void>;
  /** Projects its events to live streams, by their place in the log. */
  project?(
    ctx: Context,
    siteId: string,
    batch: readonly LogEvent[],
    readers: Readers,
  ): Promise<ReadonlyMap<number, Projection>>;
  /** Its prompts that are on now: each that may become due in a browser. Asked for every settings reply. */
  prompts?(ctx: Context, site: Site): Promise<NamedPrompt[]>;
  /** Statements that move what it stores of an anonymous visitor to the account that they sign in to. */
  readonly accountMergers?: readonly AccountMerger[];
  /** Its personal data: how that is exported and erased. */
  readonly personalData?: readonly PersonalData[];
  /** Its entries in a person's time line, for staff. */
  timeline?(ctx: Context): readonly TimelineSource[];
  /** Its knowledge of some visitors, for segments of contacts. */
  traits?(ctx: Context, siteId: string, visitors: readonly string[]): Promise<VisitorTrait[]>;
  /** Whether some visitors, who are one person, want no emails beyond their own conversations. */
  refusesMails?(ctx: Context, siteId: string, visitors: readonly string[]): Promise<boolean>;
  /** Its data kept for a time that the owner sets. */
  readonly retentions?: readonly Retention[];
  /** Its processors of a site's data. */
  processors?(ctx: Context, site: Site): Promise<Processor[]> | Processor[];
  /** Its news for the panel's start; null while there is none. */
  news?(ctx: Context, site: Site): Promise<News | null>;
  /** Its kinds of public contributions, for the one queue of moderators. */
  moderated?(ctx: Context): readonly ModeratedKind[];
  /** Its way to take replies to its mails about something public. */
  mailReplies?(ctx: Context): MailReplies;
  /** Its incoming items, in which trends are seen. */
  readonly incoming?: IncomingSource;
  /** Its part of reports that is no number of facts. */
  insights?(ctx: Context): InsightSource;
  /** Changes of conversations, where they are its own. */
  conversationActions?(ctx: Context): ConversationActions;
  /** Its knowledge of contacts, for rules on conversations. */
  contactFacts?(ctx: Context): ContactFacts;
  /** Incidents, where they are its own. */
  incidents?(ctx: Context): Incidents;
  /** Its links in the header and footer of public pages. */
  readonly pageLinks?: PageLinks;
  /** Its part of the help centre's front page besides answers, what is wrong first. */
  homeNews?(ctx: Context, site: Site, language: string): Promise<HomeNews[]>;
  /** Its sections that the help centre's front page leads to. */
  homeLinks?(ctx: Context, site: Site, language: string): HomeLink[];
  /** Its public knowledge besides questions. */
  knowledge?(ctx: Context): KnowledgeSource;
  /** Knowledge for the team alone: offered for its replies, in words. */
  teamKnowledge?(ctx: Context): TeamKnowledge;
  /** Questions that the team can write articles from. */
  questions?(ctx: Context): QuestionSource;
  searchSources?(ctx: Pick<Context, 'database'>): readonly SearchSource[];
  /** Whether a member of staff is online who can take another conversation. */
  hasRoom?(ctx: Context, siteId: string): Promise<boolean>;
  /** Its part of the settings. Those of the product's own features stand in `shared/siteSettings.ts`, too. */
  readonly settings?: readonly SettingsPart[];
  /** Commands of the `foyer` program, by name. */
  readonly cli?: Readonly<Record<string, Command>>;
}

/** A context with the features that it was made for. */
export interface ServerContext extends Context {
  readonly features: readonly ServerFeature[];
  close(): Promise<void>;
}

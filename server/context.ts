import type { SiteDirectory } from './core/people/sites/directory.ts';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { ProxyWatch } from './core/http/proxyWatch.ts';
import type { WhereaboutsBook } from './core/conversations/whereabouts.ts';
import type { ImageMaker } from './core/content/attachments/imageMaker.ts';
import type { Masker } from './core/content/masking/masker.ts';
import type { RichRenderer } from './core/content/renderer.ts';
import type { Database } from './core/db/database.ts';
import type { BoundFacts } from './core/facts/types.ts';
import type { Bus } from './core/events/bus.ts';
import type { LiveHub } from './core/events/live.ts';
import type { AddressReader } from './core/http/address.ts';
import type { readAssets } from './core/http/assets.ts';
import type { ResponseCache } from './core/http/cache/responseCache.ts';
import type { Limiter } from './core/http/limits.ts';
import type { Metrics } from './core/http/metrics.ts';
import type { VisitorTrait } from './core/people/traits.ts';
import type { TimelineSource } from './core/people/timeline/source.ts';
import type { FieldKeeper } from './core/importing/fieldKeeper.ts';
import type { Work } from './core/jobs/work.ts';
import type { Installations } from './core/people/sites/installations.ts';
import type { LoginThrottle } from './core/people/staff/loginThrottle.ts';
import type { MailReplies } from './core/mail/mailReplies.ts';
import type { Mailer } from './core/mail/mailer.ts';
import type { MailReader } from './core/mail/reading/mailReader.ts';
import type { Connector } from './core/net/connector.ts';
import type { ConsentProviders } from './core/mail/consent/providers.ts';
import type { NameRecords } from './core/net/nameRecords.ts';
import type { NamedPrompt } from './core/prompts/namedPrompt.ts';
import type { ModeratedKind } from './core/moderation/kind.ts';
import type { Incidents } from './core/incidents.ts';
import type { ConversationActions } from './core/conversations/actions.ts';
import type { ContactFacts } from './core/people/contactFacts.ts';
import type { IncomingSource } from './core/incoming.ts';
import type { InsightSource } from './core/insights.ts';
import type { KnowledgeSource, QuestionSource, TeamKnowledge } from './core/knowledge.ts';
import type { HomeLink } from './core/pages/homeLinks.ts';
import type { HomeNews } from './core/pages/homeNews.ts';
import type { News } from './core/prompts/news.ts';
import type { PageCache } from './core/http/cache/pageCache.ts';
import type { Pusher } from './core/push.ts';
import type { AccountMerger } from './core/people/visitors/accountMerger.ts';
import type { KeptData, Tombstones } from './core/people/privacy/person.ts';
import type { Processor } from './core/people/retention/processing/processors.ts';
import type { KeptForTime } from './core/people/retention/kept.ts';
import type { SetupCode } from './core/people/staff/setupCode.ts';
import type { Site } from './core/people/sites/sites.ts';
import type { BoundWebhooks } from './core/webhookTypes.ts';
import type { Suggester } from './core/search/suggester.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from '../shared/core/settings.ts';
import type { PublicSettings, SiteSettings } from '../shared/siteSettings.ts';

/** Where built and static files lie. */
export interface Folders {
  /** The built widget: `foyer.js`, `assets/`, `inbox/`. */
  widget: string;
  demoSite: string;
  migrations: string;
}

/** Everything that a handler may use: built once per process, complete, and never changed. Tests override parts of it. */
export interface Context {
  readonly config: Config;
  readonly folders: Folders;
  /** Reads a folder of static files into memory. */
  readonly readAssets: typeof readAssets;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly bus: Bus;
  readonly live: LiveHub;
  /** The settings schema, of core and of all features. */
  readonly settings: Settings<SiteSettings, PublicSettings>;
  readonly sites: SiteDirectory;
  readonly readAddress: AddressReader;
  readonly proxyWatch: ProxyWatch;
  readonly limiter: Limiter;
  readonly loginThrottle: LoginThrottle;
  readonly installations: Installations;
  readonly setupCode: SetupCode;
  readonly renderer: RichRenderer;
  readonly images: ImageMaker;
  readonly search: Suggester;
  /** The one way out to other machines. */
  readonly connector: Connector;
  readonly mailer: Mailer;
  readonly mailReader: MailReader;
  /** Records of names, to check senders of mails by; null where they are not checked. */
  readonly nameRecords: NameRecords | null;
  /** Providers whose mailboxes are opened by consent. */
  readonly consentProviders: ConsentProviders;
  readonly masker: Masker;
  readonly pusher: Pusher;
  readonly responseCache: ResponseCache;
  readonly pageCache: PageCache;
  /** The prompts of all features that are on, whatever the site's budget says. */
  readonly listPrompts: (site: Site) => Promise<NamedPrompt[]>;
  readonly accountMergers: readonly AccountMerger[];
  /**
   * Personal data of core and all features, in the order in which it is erased: what leads to other things comes last.
   */
  readonly personalData: readonly KeptData[];
  /** Data that core and all features keep for a time that the owner sets. */
  readonly retentions: readonly KeptForTime[];
  /** Lists processors of a site's data, of core and of all features. */
  readonly listProcessors: (site: Site) => Promise<Processor[]>;
  /** Those who were erased, and what is late of them. */
  readonly tombstones: Tombstones;
  /** The first feature's news for the panel's start; null where there is none. */
  readonly findNews: (site: Site) => Promise<News | null>;
  /** Lists what the front of the help centre shows besides answers, what is wrong first. */
  readonly listHomeNews: (site: Site, language: string) => Promise<HomeNews[]>;
  /** Lists the features' sections that the front of the help centre leads to. */
  readonly listHomeLinks: (site: Site, language: string) => HomeLink[];
  /** Public knowledge besides questions, of all features. */
  readonly knowledge: readonly KnowledgeSource[];
  /** Knowledge for the team alone, of all features. */
  readonly teamKnowledge: readonly TeamKnowledge[];
  /** Questions that the team can write from, of all features. */
  readonly questions: readonly QuestionSource[];
  /** Sources of what features keep of a person, as entries of one time line. */
  readonly timeline: readonly TimelineSource[];
  /** Reads what features know of some visitors, for segments. */
  readonly visitorTraits: (siteId: string, visitors: readonly string[]) => Promise<VisitorTrait[]>;
  /** Keeps what an import says of a contact, by the names of the owner's attributes, and says what nobody keeps. */
  readonly keepFields: FieldKeeper;
  /** Whether a person wants no emails beyond their own conversations, as any feature knows. */
  readonly refusesMails: (siteId: string, visitors: readonly string[]) => Promise<boolean>;
  /** Which pages visitors look at now. */
  readonly whereabouts: WhereaboutsBook;
  readonly work: Work;
  /** Webhook sources of all features. */
  readonly webhooks: BoundWebhooks;
  /** Fact sources of all features. */
  readonly facts: BoundFacts;
  /** Forgets what of a site no feature keeps any longer. */
  readonly pruneFeatures: (siteId: string) => Promise<void>;
  /** Kinds of public contributions, of all features. */
  readonly moderated: readonly ModeratedKind[];
  /** Takers of replies to mails about something public, of all features. */
  readonly mailReplies: readonly MailReplies[];
  /** Sources of incoming items of all features. */
  readonly incoming: readonly IncomingSource[];
  /** Parts of reports that are no numbers of facts, of all features. */
  readonly insights: readonly InsightSource[];
  /** Changes of conversations as staff make them; null where no feature has them. */
  readonly conversationActions: ConversationActions | null;
  /** Knowledge of contacts, for rules on conversations; null where no feature has it. */
  readonly contactFacts: ContactFacts | null;
  /** Incidents; null where no feature has them. */
  readonly incidents: Incidents | null;
  /** Whether a member of staff is online who can take another conversation. */
  readonly hasRoom: (siteId: string) => Promise<boolean>;
}

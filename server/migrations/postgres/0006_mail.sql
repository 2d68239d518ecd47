CREATE TABLE "jobs" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"payload" text NOT NULL,
	"run_at" bigint NOT NULL,
	"attempts" bigint NOT NULL,
	"state" text NOT NULL,
	"last_error" text,
	"created_at" bigint NOT NULL,
	"started_at" bigint,
	"done_at" bigint,
	CONSTRAINT "jobs_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "mail_stops" (
	"site_id" text NOT NULL,
	"address_hash" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "mail_stops_site_id_address_hash_pk" PRIMARY KEY("site_id","address_hash")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"conversation_id" text NOT NULL,
	"address" text NOT NULL,
	"staff_id" text,
	"message_id" text NOT NULL,
	"state" text NOT NULL,
	"after_seq" bigint NOT NULL,
	"up_to_seq" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "mails_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "used_links" (
	"site_id" text NOT NULL,
	"hash" text NOT NULL,
	"ends_at" bigint NOT NULL,
	CONSTRAINT "used_links_site_id_hash_pk" PRIMARY KEY("site_id","hash")
);
--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "email_verified_at" bigint;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "blocked_at" bigint;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "promise_made_at" bigint;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "visitor_seen_at" bigint;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "mailed_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "rating" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "rating_comment" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "rated_at" bigint;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "system" text;--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_key" ON "jobs" USING btree ("site_id","kind","key");--> statement-breakpoint
CREATE INDEX "jobs_listed" ON "jobs" USING btree ("site_id","state","run_at");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("state","run_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_id" ON "mails" USING btree ("id");--> statement-breakpoint
CREATE INDEX "mails_conversation" ON "mails" USING btree ("site_id","conversation_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_address" ON "mails" USING btree ("site_id","address","created_at");--> statement-breakpoint
INSERT INTO cursors (site_id, reader, seq) SELECT site_id, 'jobs', head FROM logs;
--> statement-breakpoint
UPDATE conversations SET mailed_seq = last_seq;

CREATE TABLE "team_members" (
	"site_id" text NOT NULL,
	"team_id" text NOT NULL,
	"staff_id" text NOT NULL,
	CONSTRAINT "team_members_site_id_team_id_staff_id_pk" PRIMARY KEY("site_id","team_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "teams_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversation_labels" (
	"site_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"label_id" text NOT NULL,
	"held" boolean NOT NULL,
	"status" text NOT NULL,
	"promise_at" bigint,
	"last_message_at" bigint NOT NULL,
	CONSTRAINT "conversation_labels_site_id_conversation_id_label_id_pk" PRIMARY KEY("site_id","conversation_id","label_id")
);
--> statement-breakpoint
CREATE TABLE "labels" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"colour" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "labels_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"site_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"at" bigint NOT NULL,
	"seen" boolean NOT NULL,
	CONSTRAINT "mentions_site_id_staff_id_conversation_id_pk" PRIMARY KEY("site_id","staff_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "canned_replies" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"shortcut" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"language" text NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "canned_replies_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"site_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"body" text NOT NULL,
	"visibility" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "drafts_site_id_conversation_id_staff_id_pk" PRIMARY KEY("site_id","conversation_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "inbox_actions" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	"change" text NOT NULL,
	"before" text NOT NULL,
	"done_at" bigint,
	"undone_at" bigint,
	CONSTRAINT "inbox_actions_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "message_refresh" (
	"site_id" text NOT NULL,
	"message_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"staff_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "saved_searches_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
DROP INDEX "conversations_promise";--> statement-breakpoint
DROP INDEX "conversations_newest";--> statement-breakpoint
DROP INDEX "conversations_assignee";--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "team_id" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "priority" text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "snoozed_until" bigint;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "referrer" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "moved_from" text;--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name" ON "teams" USING btree ("site_id","name");--> statement-breakpoint
CREATE INDEX "conversation_labels_promise" ON "conversation_labels" USING btree ("site_id","label_id","held","status",(case when "promise_at" is null then 9000000000000000 else "promise_at" end),"conversation_id");--> statement-breakpoint
CREATE INDEX "conversation_labels_time" ON "conversation_labels" USING btree ("site_id","label_id","held","status","last_message_at","conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "labels_name" ON "labels" USING btree ("site_id","name");--> statement-breakpoint
CREATE INDEX "mentions_time" ON "mentions" USING btree ("site_id","staff_id","at","conversation_id");--> statement-breakpoint
CREATE INDEX "mentions_seen" ON "mentions" USING btree ("site_id","staff_id","seen");--> statement-breakpoint
CREATE UNIQUE INDEX "canned_replies_shortcut" ON "canned_replies" USING btree ("site_id","shortcut","language");--> statement-breakpoint
CREATE INDEX "inbox_actions_at" ON "inbox_actions" USING btree ("site_id","at");--> statement-breakpoint
CREATE INDEX "saved_searches_staff" ON "saved_searches" USING btree ("site_id","staff_id");--> statement-breakpoint
CREATE INDEX "conversations_open_promise" ON "conversations" USING btree ("site_id","held","status",(case when "promise_at" is null then 9000000000000000 else "promise_at" end),"id");--> statement-breakpoint
CREATE INDEX "conversations_open_time" ON "conversations" USING btree ("site_id","held","status","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_waiting_promise" ON "conversations" USING btree ("site_id","held","status","waiting_for",(case when "promise_at" is null then 9000000000000000 else "promise_at" end),"id");--> statement-breakpoint
CREATE INDEX "conversations_waiting_time" ON "conversations" USING btree ("site_id","held","status","waiting_for","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_assignee_promise" ON "conversations" USING btree ("site_id","held","status","assignee_id",(case when "promise_at" is null then 9000000000000000 else "promise_at" end),"id");--> statement-breakpoint
CREATE INDEX "conversations_assignee_time" ON "conversations" USING btree ("site_id","held","status","assignee_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_kind_promise" ON "conversations" USING btree ("site_id","held","status","kind",(case when "promise_at" is null then 9000000000000000 else "promise_at" end),"id");--> statement-breakpoint
CREATE INDEX "conversations_kind_time" ON "conversations" USING btree ("site_id","held","status","kind","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_team_promise" ON "conversations" USING btree ("site_id","held","status","team_id",(case when "promise_at" is null then 9000000000000000 else "promise_at" end),"id") WHERE team_id is not null;--> statement-breakpoint
CREATE INDEX "conversations_team_time" ON "conversations" USING btree ("site_id","held","status","team_id","last_message_at","id") WHERE team_id is not null;--> statement-breakpoint
CREATE INDEX "conversations_time" ON "conversations" USING btree ("site_id","last_message_at","id");
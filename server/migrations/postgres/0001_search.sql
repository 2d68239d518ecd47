CREATE TABLE "search_vectors" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"group_id" text NOT NULL,
	"model" text NOT NULL,
	"source" text NOT NULL,
	"vector" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "search_vectors_site_id_id_model_pk" PRIMARY KEY("site_id","id","model")
);
--> statement-breakpoint
CREATE TABLE "search_pins" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"phrase" text NOT NULL,
	"question_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "search_pins_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "search_synonyms" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"words" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "search_synonyms_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
ALTER TABLE "phrasings" ADD COLUMN "source" text DEFAULT 'import' NOT NULL;--> statement-breakpoint
ALTER TABLE "phrasings" ADD COLUMN "phrase" text;--> statement-breakpoint
ALTER TABLE "phrasings" ADD COLUMN "agreed" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "duplicate_of" text;--> statement-breakpoint
ALTER TABLE "suggestion_events" ADD COLUMN "phrase" text;--> statement-breakpoint
ALTER TABLE "suggestion_events" ADD COLUMN "voter" text;--> statement-breakpoint
CREATE INDEX "search_vectors_group" ON "search_vectors" USING btree ("site_id","group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "phrasings_phrase" ON "phrasings" USING btree ("site_id","question_id","phrase");--> statement-breakpoint
CREATE INDEX "questions_duplicates" ON "questions" USING btree ("site_id","duplicate_of");
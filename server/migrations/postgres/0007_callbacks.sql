CREATE TABLE "call_places" (
	"site_id" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"place" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"callback_id" text NOT NULL,
	CONSTRAINT "call_places_site_id_starts_at_place_pk" PRIMARY KEY("site_id","starts_at","place")
);
--> statement-breakpoint
CREATE TABLE "call_steps" (
	"site_id" text NOT NULL,
	"callback_id" text NOT NULL,
	"revision" bigint NOT NULL,
	"id" text NOT NULL,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"note" text NOT NULL,
	"planned" bigint,
	"at" bigint NOT NULL,
	CONSTRAINT "call_steps_site_id_callback_id_revision_pk" PRIMARY KEY("site_id","callback_id","revision")
);
--> statement-breakpoint
CREATE TABLE "callbacks" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"state" text NOT NULL,
	"revision" bigint NOT NULL,
	"number" text NOT NULL,
	"country" text NOT NULL,
	"topic" text,
	"zone" text NOT NULL,
	"language" text NOT NULL,
	"soon" boolean NOT NULL,
	"starts_at" bigint,
	"ends_at" bigint,
	"due_at" bigint,
	"owner_id" text,
	"attempts" bigint NOT NULL,
	"delays" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "callbacks_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "open_numbers" (
	"site_id" text NOT NULL,
	"number" text NOT NULL,
	"callback_id" text NOT NULL,
	CONSTRAINT "open_numbers_site_id_number_pk" PRIMARY KEY("site_id","number")
);
--> statement-breakpoint
CREATE INDEX "call_places_callback" ON "call_places" USING btree ("site_id","callback_id");--> statement-breakpoint
CREATE INDEX "call_steps_id" ON "call_steps" USING btree ("site_id","id");--> statement-breakpoint
CREATE INDEX "callbacks_due" ON "callbacks" USING btree ("site_id","due_at");--> statement-breakpoint
CREATE INDEX "callbacks_number" ON "callbacks" USING btree ("site_id","number","created_at");--> statement-breakpoint
CREATE INDEX "callbacks_visitor" ON "callbacks" USING btree ("site_id","visitor_id","created_at");
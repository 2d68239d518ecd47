CREATE TABLE "installations" (
	"site_id" text NOT NULL,
	"origin" text NOT NULL,
	"allowed" boolean NOT NULL,
	"first_seen" bigint NOT NULL,
	"last_seen" bigint NOT NULL,
	CONSTRAINT "installations_site_id_origin_pk" PRIMARY KEY("site_id","origin")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"hash" text PRIMARY KEY NOT NULL,
	"site_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setups" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings_revisions" (
	"site_id" text NOT NULL,
	"revision" bigint NOT NULL,
	"document" text NOT NULL,
	"kind" text NOT NULL,
	"staff_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "settings_revisions_site_id_revision_pk" PRIMARY KEY("site_id","revision")
);
--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "revision" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "invitations_staff" ON "invitations" USING btree ("staff_id");
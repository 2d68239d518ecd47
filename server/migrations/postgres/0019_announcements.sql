CREATE TABLE "announcement_marks" (
	"site_id" text NOT NULL,
	"announcement_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"reaction" text,
	"followed_at" bigint,
	"email" text,
	"language" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "announcement_marks_site_id_announcement_id_visitor_id_pk" PRIMARY KEY("site_id","announcement_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "announcement_updates" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"announcement_id" text NOT NULL,
	"state" text NOT NULL,
	"texts" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "announcement_updates_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"form" text NOT NULL,
	"category" text NOT NULL,
	"texts" text NOT NULL,
	"image_id" text,
	"image_width" bigint,
	"image_height" bigint,
	"is_published" boolean NOT NULL,
	"publish_at" bigint NOT NULL,
	"expires_at" bigint,
	"closed_at" bigint,
	"pages" text NOT NULL,
	"attributes" text NOT NULL,
	"rule" text NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "announcements_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE INDEX "announcement_marks_visitor" ON "announcement_marks" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "announcement_updates_of" ON "announcement_updates" USING btree ("site_id","announcement_id","at");--> statement-breakpoint
CREATE INDEX "announcements_published" ON "announcements" USING btree ("site_id","is_published","publish_at");
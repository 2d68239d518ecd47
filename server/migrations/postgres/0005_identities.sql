CREATE TABLE "widget_reports" (
	"site_id" text NOT NULL,
	"kind" text NOT NULL,
	"day" text NOT NULL,
	"count" bigint NOT NULL,
	"last_detail" text NOT NULL,
	"last_origin" text,
	"last_at" bigint NOT NULL,
	CONSTRAINT "widget_reports_site_id_day_kind_pk" PRIMARY KEY("site_id","day","kind")
);
--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "email_signed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "attributes" text;--> statement-breakpoint
CREATE INDEX "visitor_secrets_visitor" ON "visitor_secrets" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "visitors_subject" ON "visitors" USING btree ("site_id","subject");
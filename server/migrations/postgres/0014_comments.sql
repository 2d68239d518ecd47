CREATE TABLE "comment_followers" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"page_id" text NOT NULL,
	"comment_id" text,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"daily" boolean NOT NULL,
	"told_at" bigint,
	"confirmed_at" bigint,
	"ended_at" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "comment_followers_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "comment_pages" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"key" text NOT NULL,
	"url" text NOT NULL,
	"title" text NOT NULL,
	"open" boolean,
	"count" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"extra" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "comment_pages_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "comment_reports" (
	"site_id" text NOT NULL,
	"comment_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "comment_reports_site_id_comment_id_visitor_id_pk" PRIMARY KEY("site_id","comment_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "comment_votes" (
	"site_id" text NOT NULL,
	"comment_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"value" bigint NOT NULL,
	CONSTRAINT "comment_votes_site_id_comment_id_visitor_id_pk" PRIMARY KEY("site_id","comment_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"page_id" text NOT NULL,
	"parent_id" text,
	"root_id" text NOT NULL,
	"place" bigint NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"author_kind" text NOT NULL,
	"author_id" text,
	"name" text NOT NULL,
	"email" text,
	"website" text,
	"verified" boolean NOT NULL,
	"body" text NOT NULL,
	"rich" text NOT NULL,
	"files" text,
	"language" text NOT NULL,
	"up" bigint NOT NULL,
	"down" bigint NOT NULL,
	"base_up" bigint NOT NULL,
	"base_down" bigint NOT NULL,
	"reports" bigint NOT NULL,
	"replies" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"edited_at" bigint,
	"source" text,
	"extra" text,
	"fingerprint" text NOT NULL,
	CONSTRAINT "comments_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE INDEX "comment_followers_page" ON "comment_followers" USING btree ("site_id","page_id");--> statement-breakpoint
CREATE INDEX "comment_followers_email" ON "comment_followers" USING btree ("site_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_pages_key" ON "comment_pages" USING btree ("site_id","key");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("site_id","root_id","place");--> statement-breakpoint
CREATE INDEX "comments_page" ON "comments" USING btree ("site_id","page_id","parent_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_news" ON "comments" USING btree ("site_id","page_id","seq");--> statement-breakpoint
CREATE INDEX "comments_state" ON "comments" USING btree ("site_id","state","created_at");--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments" USING btree ("site_id","author_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_source" ON "comments" USING btree ("site_id","source");
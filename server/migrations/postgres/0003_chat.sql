CREATE TABLE "presences" (
	"site_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"state" text NOT NULL,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "presences_site_id_staff_id_pk" PRIMARY KEY("site_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"conversation_id" text,
	"message_id" text,
	"sender_kind" text NOT NULL,
	"sender_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" bigint NOT NULL,
	"width" bigint,
	"height" bigint,
	"hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "attachments_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "attachments" text;--> statement-breakpoint
CREATE INDEX "attachments_loose" ON "attachments" USING btree ("site_id","message_id","created_at");--> statement-breakpoint
CREATE INDEX "attachments_sender" ON "attachments" USING btree ("site_id","sender_id","created_at");
CREATE TABLE "audit_entries" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"at" bigint NOT NULL,
	"staff_id" text NOT NULL,
	"action" text NOT NULL,
	"conversation_id" text,
	CONSTRAINT "audit_entries_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"hash" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"staff_id" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "recovery_codes_staff_id_hash_pk" PRIMARY KEY("staff_id","hash")
);
--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "totp_secret" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "totp_since" bigint;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "totp_step" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_staff" ON "audit_entries" USING btree ("site_id","staff_id","id");--> statement-breakpoint
CREATE INDEX "password_resets_staff" ON "password_resets" USING btree ("staff_id");
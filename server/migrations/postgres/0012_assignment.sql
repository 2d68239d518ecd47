CREATE TABLE "assignments" (
	"site_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	"state" text NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "assignments_site_id_conversation_id_staff_id_pk" PRIMARY KEY("site_id","conversation_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "capacity" bigint DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "languages" text;--> statement-breakpoint
CREATE INDEX "assignments_state" ON "assignments" USING btree ("site_id","state","at");--> statement-breakpoint
CREATE INDEX "assignments_staff" ON "assignments" USING btree ("site_id","staff_id","at");
CREATE TABLE "mailboxes" (
	"name" text NOT NULL,
	"uid_validity" text NOT NULL,
	"uid" bigint NOT NULL,
	"later" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "mailboxes_name_pk" PRIMARY KEY("name")
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "intake" text;
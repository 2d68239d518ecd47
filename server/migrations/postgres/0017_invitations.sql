CREATE TABLE "prompt_invitations" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"from_id" text,
	"opens" text NOT NULL,
	"texts" text NOT NULL,
	"rule" text NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "prompt_invitations_site_id_id_pk" PRIMARY KEY("site_id","id")
);

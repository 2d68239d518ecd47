CREATE TABLE "prompt_exposures" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"prompt_id" text NOT NULL,
	"kind" text NOT NULL,
	"arm" text NOT NULL,
	"language" text NOT NULL,
	"page" text NOT NULL,
	"at" bigint NOT NULL,
	"dismissed_at" bigint,
	"acted_at" bigint,
	"goal_at" bigint,
	CONSTRAINT "prompt_exposures_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE INDEX "prompt_exposures_prompt" ON "prompt_exposures" USING btree ("site_id","prompt_id","at");
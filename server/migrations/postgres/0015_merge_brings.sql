ALTER TABLE "conversation_labels" ADD COLUMN "moved_from" text;--> statement-breakpoint
ALTER TABLE "mentions" ADD COLUMN "moved_from" text;
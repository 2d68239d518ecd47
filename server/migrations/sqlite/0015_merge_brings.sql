ALTER TABLE `conversation_labels` ADD `moved_from` text;--> statement-breakpoint
ALTER TABLE `mentions` ADD `moved_from` text;
CREATE TABLE `search_vectors` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`group_id` text NOT NULL,
	`model` text NOT NULL,
	`source` text NOT NULL,
	`vector` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`, `model`)
);
--> statement-breakpoint
CREATE INDEX `search_vectors_group` ON `search_vectors` (`site_id`,`group_id`);--> statement-breakpoint
CREATE TABLE `search_pins` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`phrase` text NOT NULL,
	`question_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `search_synonyms` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`words` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
ALTER TABLE `phrasings` ADD `source` text DEFAULT 'import' NOT NULL;--> statement-breakpoint
ALTER TABLE `phrasings` ADD `phrase` text;--> statement-breakpoint
ALTER TABLE `phrasings` ADD `agreed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `phrasings_phrase` ON `phrasings` (`site_id`,`question_id`,`phrase`);--> statement-breakpoint
ALTER TABLE `questions` ADD `duplicate_of` text;--> statement-breakpoint
CREATE INDEX `questions_duplicates` ON `questions` (`site_id`,`duplicate_of`);--> statement-breakpoint
ALTER TABLE `suggestion_events` ADD `phrase` text;--> statement-breakpoint
ALTER TABLE `suggestion_events` ADD `voter` text;
CREATE TABLE `prompt_exposures` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`prompt_id` text NOT NULL,
	`kind` text NOT NULL,
	`arm` text NOT NULL,
	`language` text NOT NULL,
	`page` text NOT NULL,
	`at` integer NOT NULL,
	`dismissed_at` integer,
	`acted_at` integer,
	`goal_at` integer,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `prompt_exposures_prompt` ON `prompt_exposures` (`site_id`,`prompt_id`,`at`);
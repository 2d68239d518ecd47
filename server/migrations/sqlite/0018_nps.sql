CREATE TABLE `nps_responses` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`survey_id` text NOT NULL,
	`person` text NOT NULL,
	`visitor_id` text,
	`is_known` integer NOT NULL,
	`score` integer NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`page` text NOT NULL,
	`source` text NOT NULL,
	`attributes` text NOT NULL,
	`labels` text NOT NULL,
	`conversation_id` text,
	`at` integer NOT NULL,
	`hour` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`),
	CONSTRAINT "nps_responses_score" CHECK("nps_responses"."score" between 0 and 10)
);
--> statement-breakpoint
CREATE INDEX `nps_responses_at` ON `nps_responses` (`site_id`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `nps_responses_person` ON `nps_responses` (`site_id`,`survey_id`,`person`,`hour`);--> statement-breakpoint
CREATE INDEX `nps_responses_visitor` ON `nps_responses` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE TABLE `surveys` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`question` text NOT NULL,
	`follow` text NOT NULL,
	`link` text NOT NULL,
	`make_right` integer NOT NULL,
	`owner_id` text,
	`apart_days` integer NOT NULL,
	`rule` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);

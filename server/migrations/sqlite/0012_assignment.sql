CREATE TABLE `assignments` (
	`site_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `conversation_id`, `staff_id`)
);
--> statement-breakpoint
CREATE INDEX `assignments_state` ON `assignments` (`site_id`,`state`,`at`);--> statement-breakpoint
CREATE INDEX `assignments_staff` ON `assignments` (`site_id`,`staff_id`,`at`);--> statement-breakpoint
ALTER TABLE `memberships` ADD `capacity` integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE `memberships` ADD `languages` text;
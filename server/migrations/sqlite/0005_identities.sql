CREATE TABLE `widget_reports` (
	`site_id` text NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`count` integer NOT NULL,
	`last_detail` text NOT NULL,
	`last_origin` text,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `day`, `kind`)
);
--> statement-breakpoint
ALTER TABLE `visitors` ADD `subject` text;--> statement-breakpoint
ALTER TABLE `visitors` ADD `email_signed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `visitors` ADD `attributes` text;--> statement-breakpoint
CREATE UNIQUE INDEX `visitors_subject` ON `visitors` (`site_id`,`subject`);--> statement-breakpoint
CREATE INDEX `visitor_secrets_visitor` ON `visitor_secrets` (`site_id`,`visitor_id`);
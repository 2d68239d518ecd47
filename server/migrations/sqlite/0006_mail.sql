CREATE TABLE `jobs` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`state` text NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`done_at` integer,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`site_id`,`kind`,`key`);--> statement-breakpoint
CREATE INDEX `jobs_listed` ON `jobs` (`site_id`,`state`,`run_at`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`state`,`run_at`);--> statement-breakpoint
CREATE TABLE `mail_stops` (
	`site_id` text NOT NULL,
	`address_hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `address_hash`)
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`conversation_id` text NOT NULL,
	`address` text NOT NULL,
	`staff_id` text,
	`message_id` text NOT NULL,
	`state` text NOT NULL,
	`after_seq` integer NOT NULL,
	`up_to_seq` integer NOT NULL,
	`created_at` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_id` ON `mails` (`id`);--> statement-breakpoint
CREATE INDEX `mails_conversation` ON `mails` (`site_id`,`conversation_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `mails_address` ON `mails` (`site_id`,`address`,`created_at`);--> statement-breakpoint
CREATE TABLE `used_links` (
	`site_id` text NOT NULL,
	`hash` text NOT NULL,
	`ends_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `hash`)
);
--> statement-breakpoint
ALTER TABLE `visitors` ADD `email_verified_at` integer;--> statement-breakpoint
ALTER TABLE `visitors` ADD `blocked_at` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `promise_made_at` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `visitor_seen_at` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `mailed_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `rating` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `rating_comment` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `rated_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `system` text;--> statement-breakpoint
INSERT INTO cursors (site_id, reader, seq) SELECT site_id, 'jobs', head FROM logs;
--> statement-breakpoint
UPDATE conversations SET mailed_seq = last_seq;

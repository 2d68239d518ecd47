CREATE TABLE `presences` (
	`site_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`state` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `staff_id`)
);
--> statement-breakpoint
CREATE TABLE `attachments` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`conversation_id` text,
	`message_id` text,
	`sender_kind` text NOT NULL,
	`sender_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`width` integer,
	`height` integer,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `attachments_loose` ON `attachments` (`site_id`,`message_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `attachments_sender` ON `attachments` (`site_id`,`sender_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `messages` ADD `attachments` text;
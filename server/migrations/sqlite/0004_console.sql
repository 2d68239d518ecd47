CREATE TABLE `installations` (
	`site_id` text NOT NULL,
	`origin` text NOT NULL,
	`allowed` integer NOT NULL,
	`first_seen` integer NOT NULL,
	`last_seen` integer NOT NULL,
	PRIMARY KEY(`site_id`, `origin`)
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`hash` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `invitations_staff` ON `invitations` (`staff_id`);--> statement-breakpoint
CREATE TABLE `setups` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings_revisions` (
	`site_id` text NOT NULL,
	`revision` integer NOT NULL,
	`document` text NOT NULL,
	`kind` text NOT NULL,
	`staff_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `revision`)
);
--> statement-breakpoint
ALTER TABLE `sites` ADD `revision` integer DEFAULT 1 NOT NULL;
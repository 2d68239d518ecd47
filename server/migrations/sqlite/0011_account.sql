CREATE TABLE `audit_entries` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`action` text NOT NULL,
	`conversation_id` text,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `audit_staff` ON `audit_entries` (`site_id`,`staff_id`,`id`);--> statement-breakpoint
CREATE TABLE `password_resets` (
	`hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `password_resets_staff` ON `password_resets` (`staff_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`staff_id` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`staff_id`, `hash`)
);
--> statement-breakpoint
ALTER TABLE `staff` ADD `totp_secret` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `totp_since` integer;--> statement-breakpoint
ALTER TABLE `staff` ADD `totp_step` integer DEFAULT 0 NOT NULL;
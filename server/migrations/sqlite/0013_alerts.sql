CREATE TABLE `alert_choices` (
	`site_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`choices` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `staff_id`)
);
--> statement-breakpoint
CREATE TABLE `push_devices` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`staff_id` text NOT NULL,
	`endpoint` text NOT NULL,
	`p256dh` text NOT NULL,
	`auth` text NOT NULL,
	`language` text NOT NULL,
	`device` text NOT NULL,
	`login_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `push_devices_staff` ON `push_devices` (`site_id`,`staff_id`);
CREATE TABLE `announcement_marks` (
	`site_id` text NOT NULL,
	`announcement_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`reaction` text,
	`followed_at` integer,
	`email` text,
	`language` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `announcement_id`, `visitor_id`)
);
--> statement-breakpoint
CREATE INDEX `announcement_marks_visitor` ON `announcement_marks` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE TABLE `announcement_updates` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`announcement_id` text NOT NULL,
	`state` text NOT NULL,
	`texts` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `announcement_updates_of` ON `announcement_updates` (`site_id`,`announcement_id`,`at`);--> statement-breakpoint
CREATE TABLE `announcements` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`form` text NOT NULL,
	`category` text NOT NULL,
	`texts` text NOT NULL,
	`image_id` text,
	`image_width` integer,
	`image_height` integer,
	`is_published` integer NOT NULL,
	`publish_at` integer NOT NULL,
	`expires_at` integer,
	`closed_at` integer,
	`pages` text NOT NULL,
	`attributes` text NOT NULL,
	`rule` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `announcements_published` ON `announcements` (`site_id`,`is_published`,`publish_at`);
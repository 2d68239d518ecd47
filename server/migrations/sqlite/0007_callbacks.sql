CREATE TABLE `call_places` (
	`site_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`place` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`callback_id` text NOT NULL,
	PRIMARY KEY(`site_id`, `starts_at`, `place`)
);
--> statement-breakpoint
CREATE INDEX `call_places_callback` ON `call_places` (`site_id`,`callback_id`);--> statement-breakpoint
CREATE TABLE `call_steps` (
	`site_id` text NOT NULL,
	`callback_id` text NOT NULL,
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`step` text NOT NULL,
	`state` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`note` text NOT NULL,
	`planned` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `callback_id`, `revision`)
);
--> statement-breakpoint
CREATE INDEX `call_steps_id` ON `call_steps` (`site_id`,`id`);--> statement-breakpoint
CREATE TABLE `callbacks` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`number` text NOT NULL,
	`country` text NOT NULL,
	`topic` text,
	`zone` text NOT NULL,
	`language` text NOT NULL,
	`soon` integer NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`due_at` integer,
	`owner_id` text,
	`attempts` integer NOT NULL,
	`delays` integer NOT NULL,
	`sequence` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `callbacks_due` ON `callbacks` (`site_id`,`due_at`);--> statement-breakpoint
CREATE INDEX `callbacks_number` ON `callbacks` (`site_id`,`number`,`created_at`);--> statement-breakpoint
CREATE INDEX `callbacks_visitor` ON `callbacks` (`site_id`,`visitor_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `open_numbers` (
	`site_id` text NOT NULL,
	`number` text NOT NULL,
	`callback_id` text NOT NULL,
	PRIMARY KEY(`site_id`, `number`)
);

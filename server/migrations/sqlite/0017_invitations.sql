CREATE TABLE `prompt_invitations` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`from_id` text,
	`opens` text NOT NULL,
	`texts` text NOT NULL,
	`rule` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);

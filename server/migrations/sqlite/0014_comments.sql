CREATE TABLE `comment_followers` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`page_id` text NOT NULL,
	`comment_id` text,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`daily` integer NOT NULL,
	`told_at` integer,
	`confirmed_at` integer,
	`ended_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `comment_followers_page` ON `comment_followers` (`site_id`,`page_id`);--> statement-breakpoint
CREATE INDEX `comment_followers_email` ON `comment_followers` (`site_id`,`email`);--> statement-breakpoint
CREATE TABLE `comment_pages` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`key` text NOT NULL,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`open` integer,
	`count` integer NOT NULL,
	`seq` integer NOT NULL,
	`extra` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comment_pages_key` ON `comment_pages` (`site_id`,`key`);--> statement-breakpoint
CREATE TABLE `comment_reports` (
	`site_id` text NOT NULL,
	`comment_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `comment_id`, `visitor_id`)
);
--> statement-breakpoint
CREATE TABLE `comment_votes` (
	`site_id` text NOT NULL,
	`comment_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`site_id`, `comment_id`, `visitor_id`)
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`page_id` text NOT NULL,
	`parent_id` text,
	`root_id` text NOT NULL,
	`place` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`author_kind` text NOT NULL,
	`author_id` text,
	`name` text NOT NULL,
	`email` text,
	`website` text,
	`verified` integer NOT NULL,
	`body` text NOT NULL,
	`rich` text NOT NULL,
	`files` text,
	`language` text NOT NULL,
	`up` integer NOT NULL,
	`down` integer NOT NULL,
	`base_up` integer NOT NULL,
	`base_down` integer NOT NULL,
	`reports` integer NOT NULL,
	`replies` integer NOT NULL,
	`seq` integer NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`source` text,
	`extra` text,
	`fingerprint` text NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `comments_thread` ON `comments` (`site_id`,`root_id`,`place`);--> statement-breakpoint
CREATE INDEX `comments_page` ON `comments` (`site_id`,`page_id`,`parent_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `comments_news` ON `comments` (`site_id`,`page_id`,`seq`);--> statement-breakpoint
CREATE INDEX `comments_state` ON `comments` (`site_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `comments_author` ON `comments` (`site_id`,`author_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `comments_source` ON `comments` (`site_id`,`source`);
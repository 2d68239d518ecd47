CREATE TABLE `cursors` (
	`site_id` text NOT NULL,
	`reader` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`site_id`, `reader`)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`site_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`visitor_id` text,
	`conversation_id` text,
	`subject_id` text,
	`audience` text NOT NULL,
	PRIMARY KEY(`site_id`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `events_visitor` ON `events` (`site_id`,`visitor_id`,`seq`);--> statement-breakpoint
CREATE TABLE `logs` (
	`site_id` text PRIMARY KEY NOT NULL,
	`head` integer NOT NULL,
	`oldest` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`site_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `staff_id`)
);
--> statement-breakpoint
CREATE INDEX `memberships_staff` ON `memberships` (`staff_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`device` text NOT NULL,
	`rotations` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_staff` ON `sessions` (`staff_id`);--> statement-breakpoint
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`secret` text NOT NULL,
	`origins` text NOT NULL,
	`settings` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sites_key` ON `sites` (`key`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `visitor_secrets` (
	`site_id` text NOT NULL,
	`hash` text NOT NULL,
	`visitor_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `hash`)
);
--> statement-breakpoint
CREATE INDEX `visitor_secrets_ends` ON `visitor_secrets` (`site_id`,`ends_at`);--> statement-breakpoint
CREATE TABLE `visitors` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text,
	`email` text,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`visitor_id` text NOT NULL,
	`subject` text NOT NULL,
	`status` text NOT NULL,
	`waiting_for` text NOT NULL,
	`assignee_id` text,
	`language` text NOT NULL,
	`category` text,
	`visibility` text NOT NULL,
	`page_url` text,
	`page_title` text,
	`held` integer NOT NULL,
	`preview` text NOT NULL,
	`last_seq` integer NOT NULL,
	`last_message_at` integer NOT NULL,
	`visitor_seen` integer NOT NULL,
	`staff_seen` integer NOT NULL,
	`promise_at` integer,
	`promise_owner_id` text,
	`first_reply_at` integer,
	`question_id` text,
	`public_path` text,
	`fingerprint` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `conversations_visitor` ON `conversations` (`site_id`,`visitor_id`,`last_message_at`);--> statement-breakpoint
CREATE INDEX `conversations_promise` ON `conversations` (`site_id`,`status`,`waiting_for`,`promise_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_newest` ON `conversations` (`site_id`,`status`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_assignee` ON `conversations` (`site_id`,`status`,`assignee_id`,`last_message_at`);--> statement-breakpoint
CREATE INDEX `conversations_first_reply` ON `conversations` (`site_id`,`first_reply_at`);--> statement-breakpoint
CREATE TABLE `messages` (
	`site_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`id` text NOT NULL,
	`author_kind` text NOT NULL,
	`author_id` text,
	`visibility` text NOT NULL,
	`body` text NOT NULL,
	`rich` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `conversation_id`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_id` ON `messages` (`site_id`,`id`);--> statement-breakpoint
CREATE TABLE `answers` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`question_id` text NOT NULL,
	`message_id` text,
	`author_name` text NOT NULL,
	`body` text NOT NULL,
	`rich` text NOT NULL,
	`official` integer NOT NULL,
	`accepted` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `answers_question` ON `answers` (`site_id`,`question_id`);--> statement-breakpoint
CREATE TABLE `phrasings` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`question_id` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `phrasings_question` ON `phrasings` (`site_id`,`question_id`);--> statement-breakpoint
CREATE TABLE `questions` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`conversation_id` text,
	`title` text NOT NULL,
	`details` text NOT NULL,
	`details_rich` text NOT NULL,
	`language` text NOT NULL,
	`category` text,
	`slug` text NOT NULL,
	`asked_by` text NOT NULL,
	`source_id` text,
	`published` integer NOT NULL,
	`solved` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `questions_newest` ON `questions` (`site_id`,`published`,`created_at`);--> statement-breakpoint
CREATE INDEX `questions_conversation` ON `questions` (`site_id`,`conversation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `questions_source` ON `questions` (`site_id`,`source_id`);--> statement-breakpoint
CREATE TABLE `suggestion_events` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`session` text NOT NULL,
	`kind` text NOT NULL,
	`question_id` text,
	`query` text NOT NULL,
	`language` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `suggestion_events_at` ON `suggestion_events` (`site_id`,`at`);--> statement-breakpoint
CREATE INDEX `suggestion_events_question` ON `suggestion_events` (`site_id`,`question_id`,`kind`);
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
	`amount` integer,
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
CREATE TABLE `installations` (
	`site_id` text NOT NULL,
	`origin` text NOT NULL,
	`allowed` integer NOT NULL,
	`first_seen` integer NOT NULL,
	`last_seen` integer NOT NULL,
	PRIMARY KEY(`site_id`, `origin`)
);
--> statement-breakpoint
CREATE TABLE `setups` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`secret` text NOT NULL,
	`previous_secret` text,
	`previous_secret_until` integer,
	`origins` text NOT NULL,
	`settings` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`is_provider_only` integer DEFAULT false NOT NULL,
	`archived_at` integer,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sites_key` ON `sites` (`key`);--> statement-breakpoint
CREATE TABLE `alert_choices` (
	`site_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`choices` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `staff_id`)
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`action` text NOT NULL,
	`conversation_id` text,
	`token_id` text,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `audit_staff` ON `audit_entries` (`site_id`,`staff_id`,`id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`site_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`capacity` integer DEFAULT 3 NOT NULL,
	`languages` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `staff_id`)
);
--> statement-breakpoint
CREATE INDEX `memberships_staff` ON `memberships` (`staff_id`);--> statement-breakpoint
CREATE TABLE `password_resets` (
	`hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `password_resets_staff` ON `password_resets` (`staff_id`);--> statement-breakpoint
CREATE TABLE `presences` (
	`site_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`state` text NOT NULL,
	`seen_at` integer NOT NULL,
	`hour_at` integer NOT NULL,
	`online_for` integer NOT NULL,
	PRIMARY KEY(`site_id`, `staff_id`)
);
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`staff_id` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`staff_id`, `hash`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`device` text NOT NULL,
	`rotations` integer NOT NULL,
	`vouched_by` text
);
--> statement-breakpoint
CREATE INDEX `sessions_staff` ON `sessions` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	`totp_secret` text,
	`totp_since` integer,
	`totp_step` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`hash` text NOT NULL,
	`mail_hash` text,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_email` ON `invitations` (`site_id`,`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_hash` ON `invitations` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_mail_hash` ON `invitations` (`mail_hash`);--> statement-breakpoint
CREATE TABLE `team_members` (
	`site_id` text NOT NULL,
	`team_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`site_id`, `team_id`, `staff_id`)
);
--> statement-breakpoint
CREATE TABLE `teams` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `teams_name` ON `teams` (`site_id`,`name`);--> statement-breakpoint
CREATE TABLE `login_steps` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `login_steps_end` ON `login_steps` (`ends_at`);--> statement-breakpoint
CREATE TABLE `api_replays` (
	`site_id` text NOT NULL,
	`token_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer,
	`body` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `token_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `api_replays_age` ON `api_replays` (`site_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`hash` text NOT NULL,
	`ending` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_hash` ON `api_tokens` (`hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_staff` ON `api_tokens` (`site_id`,`staff_id`);--> statement-breakpoint
CREATE TABLE `visitor_secrets` (
	`site_id` text NOT NULL,
	`hash` text NOT NULL,
	`visitor_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `hash`)
);
--> statement-breakpoint
CREATE INDEX `visitor_secrets_visitor` ON `visitor_secrets` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE INDEX `visitor_secrets_ends` ON `visitor_secrets` (`site_id`,`ends_at`);--> statement-breakpoint
CREATE TABLE `visitors` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text,
	`email` text,
	`email_key` text,
	`email_verified_at` integer,
	`blocked_at` integer,
	`subject` text,
	`subject_imported` integer DEFAULT false NOT NULL,
	`email_signed` integer DEFAULT false NOT NULL,
	`attributes` text,
	`draft_at` integer,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visitors_subject` ON `visitors` (`site_id`,`subject`);--> statement-breakpoint
CREATE INDEX `visitors_email` ON `visitors` (`site_id`,`email_key`);--> statement-breakpoint
CREATE INDEX `visitors_seen` ON `visitors` (`site_id`,`seen_at`,`id`);--> statement-breakpoint
CREATE TABLE `person_links` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`other_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`via` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `person_links_visitor` ON `person_links` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE INDEX `person_links_other` ON `person_links` (`site_id`,`other_id`);--> statement-breakpoint
CREATE TABLE `erased_counts` (
	`site_id` text NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`site_id`, `kind`, `day`)
);
--> statement-breakpoint
CREATE TABLE `erased_hashes` (
	`site_id` text NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `hash`)
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`state` text NOT NULL,
	`person` text,
	`by` text NOT NULL,
	`staff_id` text,
	`counts` text NOT NULL,
	`requested_at` integer NOT NULL,
	`done_at` integer,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `erasures_requested` ON `erasures` (`site_id`,`requested_at`);--> statement-breakpoint
CREATE TABLE `retention_runs` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`by` text NOT NULL,
	`state` text NOT NULL,
	`counts` text NOT NULL,
	`remains` text NOT NULL,
	`started_at` integer NOT NULL,
	`done_at` integer,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `retention_runs_started` ON `retention_runs` (`site_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `conversation_labels` (
	`site_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`label_id` text NOT NULL,
	`held` integer NOT NULL,
	`status` text NOT NULL,
	`promise_at` integer,
	`last_message_at` integer NOT NULL,
	`moved_from` text,
	PRIMARY KEY(`site_id`, `conversation_id`, `label_id`)
);
--> statement-breakpoint
CREATE INDEX `conversation_labels_promise` ON `conversation_labels` (`site_id`,`label_id`,`held`,`status`,(case when "promise_at" is null then 9000000000000000 else "promise_at" end),`conversation_id`);--> statement-breakpoint
CREATE INDEX `conversation_labels_time` ON `conversation_labels` (`site_id`,`label_id`,`held`,`status`,`last_message_at`,`conversation_id`);--> statement-breakpoint
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
	`promise_made_at` integer,
	`visitor_seen_at` integer,
	`mailed_seq` integer DEFAULT 0 NOT NULL,
	`first_reply_at` integer,
	`question_id` text,
	`public_path` text,
	`fingerprint` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	`rating` text,
	`rating_scale` text,
	`rating_value` integer,
	`rating_comment` text,
	`rated_at` integer,
	`rating_asked_at` integer,
	`team_id` text,
	`priority` text DEFAULT 'normal' NOT NULL,
	`snoozed_until` integer,
	`merged_into` text,
	`split_from` text,
	`device` text,
	`zone` text,
	`referrer` text,
	`intake` text,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `conversations_visitor` ON `conversations` (`site_id`,`visitor_id`,`last_message_at`);--> statement-breakpoint
CREATE INDEX `conversations_open_promise` ON `conversations` (`site_id`,`held`,`status`,(case when "promise_at" is null then 9000000000000000 else "promise_at" end),`id`);--> statement-breakpoint
CREATE INDEX `conversations_open_time` ON `conversations` (`site_id`,`held`,`status`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_waiting_promise` ON `conversations` (`site_id`,`held`,`status`,`waiting_for`,(case when "promise_at" is null then 9000000000000000 else "promise_at" end),`id`);--> statement-breakpoint
CREATE INDEX `conversations_waiting_time` ON `conversations` (`site_id`,`held`,`status`,`waiting_for`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_assignee_promise` ON `conversations` (`site_id`,`held`,`status`,`assignee_id`,(case when "promise_at" is null then 9000000000000000 else "promise_at" end),`id`);--> statement-breakpoint
CREATE INDEX `conversations_assignee_time` ON `conversations` (`site_id`,`held`,`status`,`assignee_id`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_kind_promise` ON `conversations` (`site_id`,`held`,`status`,`kind`,(case when "promise_at" is null then 9000000000000000 else "promise_at" end),`id`);--> statement-breakpoint
CREATE INDEX `conversations_kind_time` ON `conversations` (`site_id`,`held`,`status`,`kind`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_team_promise` ON `conversations` (`site_id`,`held`,`status`,`team_id`,(case when "promise_at" is null then 9000000000000000 else "promise_at" end),`id`) WHERE team_id is not null;--> statement-breakpoint
CREATE INDEX `conversations_team_time` ON `conversations` (`site_id`,`held`,`status`,`team_id`,`last_message_at`,`id`) WHERE team_id is not null;--> statement-breakpoint
CREATE INDEX `conversations_time` ON `conversations` (`site_id`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_split` ON `conversations` (`site_id`,`split_from`) WHERE split_from is not null;--> statement-breakpoint
CREATE INDEX `conversations_first_reply` ON `conversations` (`site_id`,`first_reply_at`);--> statement-breakpoint
CREATE TABLE `labels` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`colour` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `labels_name` ON `labels` (`site_id`,`name`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`site_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`at` integer NOT NULL,
	`seen` integer NOT NULL,
	`moved_from` text,
	PRIMARY KEY(`site_id`, `staff_id`, `conversation_id`)
);
--> statement-breakpoint
CREATE INDEX `mentions_time` ON `mentions` (`site_id`,`staff_id`,`at`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `mentions_seen` ON `mentions` (`site_id`,`staff_id`,`seen`);--> statement-breakpoint
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
	`quoted` text,
	`attachments` text,
	`system` text,
	`via` text,
	`at` integer NOT NULL,
	`moved_from` text,
	`mail` text,
	`removed` text,
	PRIMARY KEY(`site_id`, `conversation_id`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_id` ON `messages` (`site_id`,`id`);--> statement-breakpoint
CREATE INDEX `messages_mail` ON `messages` (`site_id`,`id`) WHERE mail is not null;--> statement-breakpoint
CREATE TABLE `prompt_exposures` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`prompt_id` text NOT NULL,
	`kind` text NOT NULL,
	`arm` text NOT NULL,
	`language` text NOT NULL,
	`at` integer NOT NULL,
	`dismissed_at` integer,
	`acted_at` integer,
	`goal_at` integer,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `prompt_exposures_prompt` ON `prompt_exposures` (`site_id`,`prompt_id`,`at`);--> statement-breakpoint
CREATE TABLE `fact_heads` (
	`site_id` text PRIMARY KEY NOT NULL,
	`head` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `facts` (
	`site_id` text NOT NULL,
	`place` integer NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`subject_id` text,
	`channel` text,
	`staff_id` text,
	`team_id` text,
	`language` text,
	`value` integer,
	`clock` integer,
	`state` text,
	PRIMARY KEY(`site_id`, `place`)
);
--> statement-breakpoint
CREATE INDEX `facts_kind` ON `facts` (`site_id`,`kind`,`at`);--> statement-breakpoint
CREATE INDEX `facts_state` ON `facts` (`site_id`,`subject_id`,`at`,`place`) WHERE state is not null;--> statement-breakpoint
CREATE TABLE `widget_reports` (
	`site_id` text NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`count` integer NOT NULL,
	`last_detail` text NOT NULL,
	`last_origin` text,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `day`, `kind`)
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
CREATE TABLE `brand_images` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `brand_images_age` ON `brand_images` (`site_id`,`created_at`);--> statement-breakpoint
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
CREATE TABLE `connected_mailboxes` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`address` text NOT NULL,
	`name` text NOT NULL,
	`team` text,
	`language` text NOT NULL,
	`signature` text NOT NULL,
	`acknowledges` integer NOT NULL,
	`acknowledgement` text NOT NULL,
	`login` text NOT NULL,
	`imap` text NOT NULL,
	`smtp` text NOT NULL,
	`secrets` text,
	`client` text,
	`account` text,
	`granted_at` integer,
	`consent_state` text,
	`consent` text,
	`token_after` integer NOT NULL,
	`token_failures` integer NOT NULL,
	`paused` integer NOT NULL,
	`revision` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`read_at` integer,
	`fault` text,
	`fault_since` integer,
	`told_at` integer,
	`send_fault` text,
	`send_fault_since` integer,
	`test` text,
	`lease_by` text,
	`lease_until` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `connected_mailboxes_consent` ON `connected_mailboxes` (`consent_state`);--> statement-breakpoint
CREATE TABLE `mail_addresses` (
	`address` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`mailbox_id` text
);
--> statement-breakpoint
CREATE TABLE `mail_budgets` (
	`key` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`mails` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_stops` (
	`site_id` text NOT NULL,
	`address_hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `address_hash`)
);
--> statement-breakpoint
CREATE TABLE `mailboxes` (
	`name` text PRIMARY KEY NOT NULL,
	`uid_validity` text NOT NULL,
	`uid` integer NOT NULL,
	`later` text NOT NULL,
	`at` integer NOT NULL
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
	`mailbox` text,
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
CREATE INDEX `mails_state` ON `mails` (`site_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `mails_message` ON `mails` (`site_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `mails_address` ON `mails` (`site_id`,`address`,`created_at`);--> statement-breakpoint
CREATE TABLE `set_aside_mails` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`reason` text NOT NULL,
	`address` text NOT NULL,
	`subject` text NOT NULL,
	`excerpt` text NOT NULL,
	`conversation_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `set_aside_mails_time` ON `set_aside_mails` (`site_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `used_links` (
	`site_id` text NOT NULL,
	`hash` text NOT NULL,
	`ends_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `hash`)
);
--> statement-breakpoint
CREATE TABLE `moderation_blocks` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`label` text NOT NULL,
	`note` text NOT NULL,
	`staff_id` text NOT NULL,
	`until` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `moderation_blocks_value` ON `moderation_blocks` (`site_id`,`kind`,`value`);--> statement-breakpoint
CREATE INDEX `moderation_blocks_until` ON `moderation_blocks` (`site_id`,`until`);--> statement-breakpoint
CREATE TABLE `moderation_reports` (
	`site_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`origin` text NOT NULL,
	`is_trusted` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `subject_id`, `visitor_id`)
);
--> statement-breakpoint
CREATE INDEX `moderation_reports_visitor` ON `moderation_reports` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE TABLE `search_vectors` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`group_id` text NOT NULL,
	`model` text NOT NULL,
	`source` text NOT NULL,
	`vector` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`, `model`)
);
--> statement-breakpoint
CREATE INDEX `search_vectors_group` ON `search_vectors` (`site_id`,`group_id`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`is_synced` integer NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkeys_staff` ON `passkeys` (`staff_id`);--> statement-breakpoint
CREATE TABLE `answer_versions` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`answer_id` text NOT NULL,
	`body` text NOT NULL,
	`staff_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `answer_versions_answer` ON `answer_versions` (`site_id`,`answer_id`,`at`);--> statement-breakpoint
CREATE TABLE `answers` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`question_id` text NOT NULL,
	`message_id` text,
	`author_kind` text DEFAULT 'staff' NOT NULL,
	`author_id` text,
	`author_name` text NOT NULL,
	`verified` integer DEFAULT false NOT NULL,
	`state` text DEFAULT 'public' NOT NULL,
	`reason` text,
	`vetted` integer DEFAULT false NOT NULL,
	`moved_to` text,
	`body` text NOT NULL,
	`rich` text NOT NULL,
	`official` integer NOT NULL,
	`accepted` integer NOT NULL,
	`helpful` integer DEFAULT 0 NOT NULL,
	`base_helpful` integer DEFAULT 0 NOT NULL,
	`correction` text DEFAULT '' NOT NULL,
	`correction_rich` text,
	`corrected_by` text DEFAULT '' NOT NULL,
	`corrected_at` integer,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`fingerprint` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `answers_question` ON `answers` (`site_id`,`question_id`);--> statement-breakpoint
CREATE INDEX `answers_state` ON `answers` (`site_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `answers_author` ON `answers` (`site_id`,`author_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `phrasings` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`question_id` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`source` text DEFAULT 'import' NOT NULL,
	`phrase` text,
	`agreed` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `phrasings_question` ON `phrasings` (`site_id`,`question_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `phrasings_phrase` ON `phrasings` (`site_id`,`question_id`,`phrase`);--> statement-breakpoint
CREATE TABLE `search_pins` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`phrase` text NOT NULL,
	`question_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `question_followers` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`question_id` text NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`is_asker` integer NOT NULL,
	`confirmed_at` integer,
	`ended_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `question_followers_question` ON `question_followers` (`site_id`,`question_id`);--> statement-breakpoint
CREATE INDEX `question_followers_email` ON `question_followers` (`site_id`,`email`);--> statement-breakpoint
CREATE TABLE `question_redirects` (
	`site_id` text NOT NULL,
	`path` text NOT NULL,
	`question_id` text NOT NULL,
	PRIMARY KEY(`site_id`, `path`)
);
--> statement-breakpoint
CREATE INDEX `question_redirects_question` ON `question_redirects` (`site_id`,`question_id`);--> statement-breakpoint
CREATE TABLE `question_versions` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`question_id` text NOT NULL,
	`title` text NOT NULL,
	`details` text NOT NULL,
	`staff_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `question_versions_question` ON `question_versions` (`site_id`,`question_id`,`at`);--> statement-breakpoint
CREATE TABLE `question_votes` (
	`site_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`origin` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `subject_id`, `visitor_id`)
);
--> statement-breakpoint
CREATE INDEX `question_votes_visitor` ON `question_votes` (`site_id`,`visitor_id`);--> statement-breakpoint
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
	`asker_id` text,
	`own_words` text DEFAULT 'none' NOT NULL,
	`gone_at` integer,
	`source_id` text,
	`published` integer NOT NULL,
	`withdrawn` text,
	`vetted` integer DEFAULT false NOT NULL,
	`reason` text,
	`edited_at` integer,
	`solved` integer NOT NULL,
	`duplicate_of` text,
	`split_from` text,
	`me_too` integer DEFAULT 0 NOT NULL,
	`base_me_too` integer DEFAULT 0 NOT NULL,
	`closed_at` integer,
	`closed_reason` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `questions_newest` ON `questions` (`site_id`,`published`,`created_at`);--> statement-breakpoint
CREATE INDEX `questions_topics` ON `questions` (`site_id`,`published`,`language`,`category`);--> statement-breakpoint
CREATE INDEX `questions_helpful` ON `questions` (`site_id`,`published`,`language`,`solved`);--> statement-breakpoint
CREATE INDEX `questions_conversation` ON `questions` (`site_id`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `questions_asker` ON `questions` (`site_id`,`asker_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `questions_source` ON `questions` (`site_id`,`source_id`);--> statement-breakpoint
CREATE INDEX `questions_duplicates` ON `questions` (`site_id`,`duplicate_of`);--> statement-breakpoint
CREATE TABLE `suggestion_events` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`session` text NOT NULL,
	`kind` text NOT NULL,
	`question_id` text,
	`query` text NOT NULL,
	`phrase` text,
	`voter` text,
	`visitor_id` text,
	`language` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `suggestion_events_at` ON `suggestion_events` (`site_id`,`at`);--> statement-breakpoint
CREATE INDEX `suggestion_events_visitor` ON `suggestion_events` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE INDEX `suggestion_events_session` ON `suggestion_events` (`site_id`,`session`);--> statement-breakpoint
CREATE INDEX `suggestion_events_question` ON `suggestion_events` (`site_id`,`question_id`,`kind`);--> statement-breakpoint
CREATE TABLE `search_synonyms` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`words` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
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
	`extension` text,
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
--> statement-breakpoint
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
CREATE TABLE `comment_versions` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`comment_id` text NOT NULL,
	`body` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `comment_versions_comment` ON `comment_versions` (`site_id`,`comment_id`,`at`);--> statement-breakpoint
CREATE TABLE `comment_votes` (
	`site_id` text NOT NULL,
	`comment_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`origin` text NOT NULL,
	`value` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `comment_id`, `visitor_id`)
);
--> statement-breakpoint
CREATE INDEX `comment_votes_visitor` ON `comment_votes` (`site_id`,`visitor_id`);--> statement-breakpoint
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
	`vetted` integer NOT NULL,
	`replies` integer NOT NULL,
	`seq` integer NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`pinned_at` integer,
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
CREATE UNIQUE INDEX `comments_source` ON `comments` (`site_id`,`source`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`site_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `conversation_id`, `staff_id`)
);
--> statement-breakpoint
CREATE INDEX `assignments_state` ON `assignments` (`site_id`,`state`,`at`);--> statement-breakpoint
CREATE INDEX `assignments_staff` ON `assignments` (`site_id`,`staff_id`,`at`);--> statement-breakpoint
CREATE TABLE `canned_replies` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`shortcut` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`language` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `canned_replies_shortcut` ON `canned_replies` (`site_id`,`shortcut`,`language`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`site_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`body` text NOT NULL,
	`visibility` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `conversation_id`, `staff_id`)
);
--> statement-breakpoint
CREATE TABLE `inbox_actions` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	`change` text NOT NULL,
	`before` text NOT NULL,
	`done_at` integer,
	`undone_at` integer,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `inbox_actions_at` ON `inbox_actions` (`site_id`,`at`);--> statement-breakpoint
CREATE TABLE `message_refresh` (
	`site_id` text NOT NULL,
	`message_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`staff_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `saved_searches_staff` ON `saved_searches` (`site_id`,`staff_id`);--> statement-breakpoint
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
CREATE INDEX `push_devices_staff` ON `push_devices` (`site_id`,`staff_id`);--> statement-breakpoint
CREATE TABLE `nps_responses` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`survey_id` text NOT NULL,
	`person` text NOT NULL,
	`visitor_id` text,
	`is_known` integer NOT NULL,
	`score` integer NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`page` text NOT NULL,
	`source` text NOT NULL,
	`attributes` text NOT NULL,
	`labels` text NOT NULL,
	`conversation_id` text,
	`at` integer NOT NULL,
	`hour` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`),
	CONSTRAINT "nps_responses_score" CHECK("nps_responses"."score" between 0 and 10)
);
--> statement-breakpoint
CREATE INDEX `nps_responses_at` ON `nps_responses` (`site_id`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `nps_responses_person` ON `nps_responses` (`site_id`,`survey_id`,`person`,`hour`);--> statement-breakpoint
CREATE INDEX `nps_responses_visitor` ON `nps_responses` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE TABLE `surveys` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`question` text NOT NULL,
	`follow` text NOT NULL,
	`link` text NOT NULL,
	`make_right` integer NOT NULL,
	`owner_id` text,
	`apart_days` integer NOT NULL,
	`rule` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `announcement_marks` (
	`site_id` text NOT NULL,
	`announcement_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`reaction` text,
	`followed_at` integer,
	`email` text,
	`conversation_id` text,
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
	`keywords` text DEFAULT '' NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `announcements_published` ON `announcements` (`site_id`,`is_published`,`publish_at`);--> statement-breakpoint
CREATE TABLE `webhook_attempts` (
	`site_id` text NOT NULL,
	`endpoint_id` text NOT NULL,
	`message_id` text NOT NULL,
	`at` integer NOT NULL,
	`status` integer,
	`reason` text NOT NULL,
	`duration` integer NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`site_id`, `endpoint_id`, `message_id`, `at`)
);
--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`site_id` text NOT NULL,
	`endpoint_id` text NOT NULL,
	`message_id` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer NOT NULL,
	`status` integer,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	PRIMARY KEY(`site_id`, `endpoint_id`, `message_id`)
);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_of` ON `webhook_deliveries` (`site_id`,`endpoint_id`,`state`,`next_at`);--> statement-breakpoint
CREATE TABLE `webhook_endpoints` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`url` text NOT NULL,
	`types` text NOT NULL,
	`description` text NOT NULL,
	`secret` text NOT NULL,
	`old_secret` text,
	`old_secret_until` integer,
	`state` text NOT NULL,
	`failing_since` integer,
	`rest_until` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `webhook_messages` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`visitor_id` text,
	`conversation_id` text,
	`subject_id` text,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `webhook_messages_visitor` ON `webhook_messages` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE INDEX `webhook_messages_conversation` ON `webhook_messages` (`site_id`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `webhook_messages_subject` ON `webhook_messages` (`site_id`,`subject_id`);--> statement-breakpoint
CREATE INDEX `webhook_messages_created` ON `webhook_messages` (`site_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `article_blocks` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`texts` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `article_blocks_name` ON `article_blocks` (`site_id`,`name`);--> statement-breakpoint
CREATE TABLE `article_redirects` (
	`site_id` text NOT NULL,
	`path` text NOT NULL,
	`host` text NOT NULL,
	`article_id` text NOT NULL,
	`language` text NOT NULL,
	PRIMARY KEY(`site_id`, `path`)
);
--> statement-breakpoint
CREATE INDEX `article_redirects_article` ON `article_redirects` (`site_id`,`article_id`);--> statement-breakpoint
CREATE INDEX `article_redirects_host` ON `article_redirects` (`host`,`path`);--> statement-breakpoint
CREATE TABLE `article_texts` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`article_id` text NOT NULL,
	`language` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`revision` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`publish_at` integer,
	`version` integer NOT NULL,
	`based_on` integer NOT NULL,
	`public_title` text,
	`public_rich` text,
	`slug` text NOT NULL,
	`published_at` integer,
	`updated_at` integer,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `article_texts_language` ON `article_texts` (`site_id`,`article_id`,`language`);--> statement-breakpoint
CREATE INDEX `article_texts_public` ON `article_texts` (`site_id`,`language`,`updated_at`);--> statement-breakpoint
CREATE TABLE `article_versions` (
	`site_id` text NOT NULL,
	`text_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `text_id`, `number`)
);
--> statement-breakpoint
CREATE TABLE `article_votes` (
	`site_id` text NOT NULL,
	`article_id` text NOT NULL,
	`text_id` text NOT NULL,
	`voter` text NOT NULL,
	`helped` integer NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `text_id`, `voter`)
);
--> statement-breakpoint
CREATE INDEX `article_votes_article` ON `article_votes` (`site_id`,`article_id`,`helped`);--> statement-breakpoint
CREATE TABLE `articles` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`category` text,
	`audience` text NOT NULL,
	`language` text NOT NULL,
	`position` integer NOT NULL,
	`authors` text NOT NULL,
	`verify_by` integer,
	`source_id` text,
	`conversation_id` text,
	`question_id` text,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `articles_in` ON `articles` (`site_id`,`category`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `articles_source` ON `articles` (`site_id`,`source_id`);--> statement-breakpoint
CREATE INDEX `articles_question` ON `articles` (`site_id`,`question_id`);--> statement-breakpoint
CREATE INDEX `articles_conversation` ON `articles` (`site_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `report_cursors` (
	`site_id` text PRIMARY KEY NOT NULL,
	`place` integer NOT NULL,
	`zone` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `report_days` (
	`site_id` text NOT NULL,
	`day` text NOT NULL,
	`opened` integer NOT NULL,
	`place` integer NOT NULL,
	`counted` text NOT NULL,
	PRIMARY KEY(`site_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `report_spans` (
	`site_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `subject_id`, `opened_at`)
);
--> statement-breakpoint
CREATE INDEX `report_spans_open` ON `report_spans` (`site_id`,`closed_at`,`opened_at`);--> statement-breakpoint
CREATE TABLE `trend_items` (
	`site_id` text NOT NULL,
	`trend_id` text NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`person` text NOT NULL,
	`visitor_id` text,
	`conversation_id` text,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `trend_id`, `item_id`)
);
--> statement-breakpoint
CREATE INDEX `trend_items_at` ON `trend_items` (`site_id`,`at`);--> statement-breakpoint
CREATE INDEX `trend_items_visitor` ON `trend_items` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE TABLE `trends` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`language` text NOT NULL,
	`words` text NOT NULL,
	`signature` text NOT NULL,
	`people` integer NOT NULL,
	`items` integer NOT NULL,
	`usual` real NOT NULL,
	`chance` real NOT NULL,
	`started_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`incident_id` text,
	`quiet_at` integer,
	`quiet_by` text,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `trends_last` ON `trends` (`site_id`,`last_at`);--> statement-breakpoint
CREATE TABLE `contact_stages` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`stage_id` text,
	`staff_id` text NOT NULL,
	`via` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `contact_stages_visitor` ON `contact_stages` (`site_id`,`visitor_id`,`at`);--> statement-breakpoint
CREATE TABLE `contact_values` (
	`site_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`attribute_id` text NOT NULL,
	`value` text NOT NULL,
	`staff_id` text NOT NULL,
	`via` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `visitor_id`, `attribute_id`)
);
--> statement-breakpoint
CREATE INDEX `contact_values_attribute` ON `contact_values` (`site_id`,`attribute_id`,`visitor_id`);--> statement-breakpoint
CREATE TABLE `idea_followers` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`idea_id` text NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`is_voter` integer NOT NULL,
	`confirmed_at` integer,
	`ended_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `idea_followers_idea` ON `idea_followers` (`site_id`,`idea_id`);--> statement-breakpoint
CREATE INDEX `idea_followers_email` ON `idea_followers` (`site_id`,`email`);--> statement-breakpoint
CREATE TABLE `idea_replies` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`idea_id` text NOT NULL,
	`author_kind` text NOT NULL,
	`author_id` text,
	`author_name` text NOT NULL,
	`verified` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`vetted` integer DEFAULT false NOT NULL,
	`body` text NOT NULL,
	`rich` text NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`fingerprint` text NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `idea_replies_idea` ON `idea_replies` (`site_id`,`idea_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `idea_replies_state` ON `idea_replies` (`site_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `idea_replies_author` ON `idea_replies` (`site_id`,`author_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `idea_reply_versions` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`reply_id` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `idea_reply_versions_reply` ON `idea_reply_versions` (`site_id`,`reply_id`,`at`);--> statement-breakpoint
CREATE TABLE `idea_requests` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`idea_id` text NOT NULL,
	`conversation_id` text,
	`visitor_id` text,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idea_requests_once` ON `idea_requests` (`site_id`,`idea_id`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `idea_requests_conversation` ON `idea_requests` (`site_id`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `idea_requests_visitor` ON `idea_requests` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE TABLE `idea_steps` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`idea_id` text NOT NULL,
	`status` text NOT NULL,
	`note` text NOT NULL,
	`note_rich` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `idea_steps_idea` ON `idea_steps` (`site_id`,`idea_id`,`at`);--> statement-breakpoint
CREATE TABLE `idea_versions` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`idea_id` text NOT NULL,
	`title` text NOT NULL,
	`details` text NOT NULL,
	`staff_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `idea_versions_idea` ON `idea_versions` (`site_id`,`idea_id`,`at`);--> statement-breakpoint
CREATE TABLE `idea_votes` (
	`site_id` text NOT NULL,
	`idea_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`origin` text NOT NULL,
	`staff_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `idea_id`, `visitor_id`)
);
--> statement-breakpoint
CREATE INDEX `idea_votes_visitor` ON `idea_votes` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE TABLE `ideas` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`details` text NOT NULL,
	`rich` text NOT NULL,
	`language` text NOT NULL,
	`slug` text NOT NULL,
	`author_kind` text NOT NULL,
	`author_id` text,
	`author_name` text NOT NULL,
	`verified` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`vetted` integer DEFAULT false NOT NULL,
	`status` text DEFAULT 'new' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`note_rich` text,
	`status_at` integer,
	`merged_into` text,
	`votes` integer DEFAULT 0 NOT NULL,
	`base_votes` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`updated_at` integer NOT NULL,
	`fingerprint` text NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `ideas_top` ON `ideas` (`site_id`,`state`,`votes`);--> statement-breakpoint
CREATE INDEX `ideas_newest` ON `ideas` (`site_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `ideas_merged` ON `ideas` (`site_id`,`merged_into`);--> statement-breakpoint
CREATE INDEX `ideas_author` ON `ideas` (`site_id`,`author_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `contact_calls` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`list_id` text NOT NULL,
	`list` text NOT NULL,
	`offer` text NOT NULL,
	`visitor_id` text NOT NULL,
	`outcome` text,
	`note` text NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `contact_calls_visitor` ON `contact_calls` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE INDEX `contact_calls_list` ON `contact_calls` (`site_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `contact_refusals` (
	`site_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`no_calls` integer NOT NULL,
	`no_mails` integer NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `visitor_id`)
);
--> statement-breakpoint
CREATE TABLE `contact_traits` (
	`site_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`language` text NOT NULL,
	`last_at` integer NOT NULL,
	`open` integer NOT NULL,
	`waiting_since` integer,
	`conversations` integer NOT NULL,
	`second_last_at` integer,
	`rating` text,
	`rated_at` integer,
	`nps` text,
	`opinion` text,
	`calls` integer NOT NULL,
	`stage_id` text,
	`address_hash` text,
	`no_calls` integer NOT NULL,
	`no_mails` integer NOT NULL,
	PRIMARY KEY(`site_id`, `visitor_id`)
);
--> statement-breakpoint
CREATE INDEX `contact_traits_other` ON `contact_traits` (`site_id`,`visitor_id`,`contact_id`) WHERE visitor_id <> contact_id;--> statement-breakpoint
CREATE TABLE `segment_members` (
	`site_id` text NOT NULL,
	`segment_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `segment_id`, `visitor_id`)
);
--> statement-breakpoint
CREATE INDEX `segment_members_visitor` ON `segment_members` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE TABLE `segments` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`rule` text NOT NULL,
	`watched` integer DEFAULT false NOT NULL,
	`notify` text NOT NULL,
	`watched_since` integer,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `macros` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`actions` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `rule_runs` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`rule_id` text NOT NULL,
	`name` text NOT NULL,
	`conversation_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`anchor` text NOT NULL,
	`trigger` text NOT NULL,
	`position` integer NOT NULL,
	`why` text NOT NULL,
	`actions` text NOT NULL,
	`state` text NOT NULL,
	`before` text,
	`count` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `rule_runs_anchor` ON `rule_runs` (`site_id`,`anchor`);--> statement-breakpoint
CREATE INDEX `rule_runs_rule` ON `rule_runs` (`site_id`,`rule_id`,`at`);--> statement-breakpoint
CREATE INDEX `rule_runs_conversation` ON `rule_runs` (`site_id`,`conversation_id`,`at`);--> statement-breakpoint
CREATE INDEX `rule_runs_visitor` ON `rule_runs` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE INDEX `rule_runs_at` ON `rule_runs` (`site_id`,`at`);--> statement-breakpoint
CREATE TABLE `rules` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`is_on` integer NOT NULL,
	`position` integer NOT NULL,
	`trigger` text NOT NULL,
	`minutes` integer,
	`groups` text NOT NULL,
	`actions` text NOT NULL,
	`stops` integer NOT NULL,
	`version` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `oidc_identities` (
	`site_id` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `issuer`, `subject`)
);
--> statement-breakpoint
CREATE INDEX `oidc_identities_staff` ON `oidc_identities` (`site_id`,`staff_id`);--> statement-breakpoint
CREATE TABLE `oidc_providers` (
	`site_id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`client_id` text NOT NULL,
	`client_secret` text NOT NULL,
	`scopes` text NOT NULL,
	`label` text NOT NULL,
	`groups_claim` text NOT NULL,
	`groups` text NOT NULL,
	`provisions` integer NOT NULL,
	`default_role` text,
	`domains` text NOT NULL,
	`is_on` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_hooks` (
	`site_id` text NOT NULL,
	`id` text NOT NULL,
	`provider` text NOT NULL,
	`secret` text NOT NULL,
	`topic` text,
	`created_at` integer NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`site_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_hooks_id` ON `mail_hooks` (`id`);--> statement-breakpoint
-- From here on written by hand: full text, and what triggers keep in step.
-- The database's own full text of public questions. Triggers keep it in step with every commit, whoever writes.
-- Contentless: what is found is a row number, which search_rows knows; no text is kept twice.
CREATE TABLE search_rows (
	row integer PRIMARY KEY,
	site_id text NOT NULL,
	subject_id text NOT NULL,
	UNIQUE (site_id, subject_id)
);
--> statement-breakpoint
-- The site is a word of its own, so that one site's search never reads another's lists to the end. `foyer_folded` folds
-- words as the suggestions' engine does (server/core/search/foldText.ts).
CREATE VIRTUAL TABLE search_texts USING fts5(
	site, title, body,
	content = '', contentless_delete = 1,
	tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
);
--> statement-breakpoint
-- Insert a question's key here to have its text read anew.
CREATE VIEW search_refresh AS SELECT '' AS site_id, '' AS subject_id WHERE false;
--> statement-breakpoint
CREATE TRIGGER search_refresh_insert INSTEAD OF INSERT ON search_refresh BEGIN
	INSERT INTO search_rows (site_id, subject_id)
		SELECT new.site_id, new.subject_id
		WHERE NOT EXISTS (SELECT 1 FROM search_rows WHERE site_id = new.site_id AND subject_id = new.subject_id);
	DELETE FROM search_texts
		WHERE rowid = (SELECT row FROM search_rows WHERE site_id = new.site_id AND subject_id = new.subject_id);
	INSERT INTO search_texts (rowid, site, title, body)
		SELECT r.row,
			's' || replace(q.site_id, '-', ''),
			foyer_folded(q.title || coalesce((
				SELECT ' ' || group_concat(p.text, ' ') FROM phrasings p WHERE p.site_id = q.site_id AND p.question_id = q.id
			), '')),
			foyer_folded(substr(q.details || coalesce((
				SELECT ' ' || group_concat(a.body, ' ') FROM answers a WHERE a.site_id = q.site_id AND a.question_id = q.id
			), ''), 1, 8000))
		FROM questions q JOIN search_rows r ON r.site_id = q.site_id AND r.subject_id = q.id
		WHERE q.site_id = new.site_id AND q.id = new.subject_id AND q.published;
END;
--> statement-breakpoint
CREATE TRIGGER questions_search_insert AFTER INSERT ON questions BEGIN
	INSERT INTO search_refresh VALUES (new.site_id, new.id);
END;
--> statement-breakpoint
CREATE TRIGGER questions_search_update AFTER UPDATE OF title, details, published ON questions BEGIN
	INSERT INTO search_refresh VALUES (new.site_id, new.id);
END;
--> statement-breakpoint
CREATE TRIGGER questions_search_delete AFTER DELETE ON questions BEGIN
	INSERT INTO search_refresh VALUES (old.site_id, old.id);
END;
--> statement-breakpoint
CREATE TRIGGER answers_search_insert AFTER INSERT ON answers BEGIN
	INSERT INTO search_refresh VALUES (new.site_id, new.question_id);
END;
--> statement-breakpoint
CREATE TRIGGER answers_search_update AFTER UPDATE OF body ON answers BEGIN
	INSERT INTO search_refresh VALUES (new.site_id, new.question_id);
END;
--> statement-breakpoint
CREATE TRIGGER answers_search_delete AFTER DELETE ON answers BEGIN
	INSERT INTO search_refresh VALUES (old.site_id, old.question_id);
END;
--> statement-breakpoint
CREATE TRIGGER phrasings_search_insert AFTER INSERT ON phrasings BEGIN
	INSERT INTO search_refresh VALUES (new.site_id, new.question_id);
END;
--> statement-breakpoint
CREATE TRIGGER phrasings_search_update AFTER UPDATE OF text ON phrasings BEGIN
	INSERT INTO search_refresh VALUES (new.site_id, new.question_id);
END;
--> statement-breakpoint
CREATE TRIGGER phrasings_search_delete AFTER DELETE ON phrasings BEGIN
	INSERT INTO search_refresh VALUES (old.site_id, old.question_id);
END;
--> statement-breakpoint
-- Every message, for the search of the inbox, read from the log a moment after it was written. Rows count up, so that the newest are found first without sorting: what staff look for was mostly said lately, and the most
-- common words stand in hundreds of thousands of messages.
CREATE TABLE message_rows (
	row integer PRIMARY KEY AUTOINCREMENT,
	site_id text NOT NULL,
	message_id text NOT NULL,
	UNIQUE (site_id, message_id)
);
--> statement-breakpoint
-- Words and their beginnings, not trigrams: words are found in any language that parts them, trigrams take four times
-- the place, are slow for the common ones, and find nothing under three letters. `foyer_folded` folds them as the
-- suggestions' engine does, and parts the letters of scripts that do not part their words (server/core/search/foldText.ts). The site is a word, so that no search reads another site's lists. Beginnings
-- up to six letters have lists of their own: longer ones are looked up by those (server/inbox/search.ts).
CREATE VIRTUAL TABLE message_texts USING fts5(
	site, who, body,
	content = '', contentless_delete = 1,
	prefix = '2 3 4 5 6',
	tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
);
--> statement-breakpoint
CREATE TRIGGER message_refresh_insert AFTER INSERT ON message_refresh BEGIN
	DELETE FROM message_refresh WHERE rowid = new.rowid;
	INSERT INTO message_rows (site_id, message_id) VALUES (new.site_id, new.message_id) ON CONFLICT DO NOTHING;
	DELETE FROM message_texts
		WHERE rowid = (SELECT row FROM message_rows WHERE site_id = new.site_id AND message_id = new.message_id);
	INSERT INTO message_texts (rowid, site, who, body)
		SELECT r.row,
			's' || replace(m.site_id, '-', ''),
			foyer_folded(coalesce(v.name, '') || ' ' || coalesce(v.email, '')),
			foyer_folded(CASE WHEN m.id = c.id THEN c.subject || ' ' ELSE '' END || substr(m.body, 1, 10000))
		FROM messages m
		JOIN message_rows r ON r.site_id = m.site_id AND r.message_id = m.id
		JOIN conversations c ON c.site_id = m.site_id AND c.id = m.conversation_id
		LEFT JOIN visitors v ON v.site_id = c.site_id AND v.id = c.visitor_id
		WHERE m.site_id = new.site_id AND m.id = new.message_id AND m.author_kind <> 'system';
END;
--> statement-breakpoint
CREATE TRIGGER messages_search_update AFTER UPDATE OF body ON messages BEGIN
	INSERT INTO message_refresh (site_id, message_id) VALUES (new.site_id, new.id);
END;
--> statement-breakpoint
CREATE TRIGGER messages_search_delete AFTER DELETE ON messages BEGIN
	DELETE FROM message_texts
		WHERE rowid = (SELECT row FROM message_rows WHERE site_id = old.site_id AND message_id = old.id);
	DELETE FROM message_rows WHERE site_id = old.site_id AND message_id = old.id;
END;
--> statement-breakpoint
-- Who a visitor is belongs to all that was said with them.
CREATE TRIGGER visitors_message_search AFTER UPDATE OF name, email ON visitors
WHEN new.name IS NOT old.name OR new.email IS NOT old.email BEGIN
	INSERT INTO message_refresh (site_id, message_id)
		SELECT m.site_id, m.id FROM conversations c
		JOIN messages m ON m.site_id = c.site_id AND m.conversation_id = c.id
		WHERE c.site_id = new.site_id AND c.visitor_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER conversations_message_search AFTER UPDATE OF visitor_id ON conversations
WHEN new.visitor_id <> old.visitor_id BEGIN
	INSERT INTO message_refresh (site_id, message_id)
		SELECT m.site_id, m.id FROM messages m WHERE m.site_id = new.site_id AND m.conversation_id = new.id;
END;
--> statement-breakpoint
-- What the inbox sorts labelled conversations by stays as it is on the conversation.
CREATE TRIGGER conversations_labels AFTER UPDATE OF held, status, promise_at, last_message_at ON conversations BEGIN
	UPDATE conversation_labels
		SET held = new.held, status = new.status, promise_at = new.promise_at, last_message_at = new.last_message_at
		WHERE site_id = new.site_id AND conversation_id = new.id;
END;

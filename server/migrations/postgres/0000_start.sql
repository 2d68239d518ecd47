CREATE TABLE "cursors" (
	"site_id" text NOT NULL,
	"reader" text NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "cursors_site_id_reader_pk" PRIMARY KEY("site_id","reader")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"site_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"visitor_id" text,
	"conversation_id" text,
	"subject_id" text,
	"audience" text NOT NULL,
	"amount" bigint,
	CONSTRAINT "events_site_id_seq_pk" PRIMARY KEY("site_id","seq")
);
--> statement-breakpoint
CREATE TABLE "logs" (
	"site_id" text PRIMARY KEY NOT NULL,
	"head" bigint NOT NULL,
	"oldest" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installations" (
	"site_id" text NOT NULL,
	"origin" text NOT NULL,
	"allowed" boolean NOT NULL,
	"first_seen" bigint NOT NULL,
	"last_seen" bigint NOT NULL,
	CONSTRAINT "installations_site_id_origin_pk" PRIMARY KEY("site_id","origin")
);
--> statement-breakpoint
CREATE TABLE "setups" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"secret" text NOT NULL,
	"previous_secret" text,
	"previous_secret_until" bigint,
	"origins" text NOT NULL,
	"settings" text NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"is_provider_only" boolean DEFAULT false NOT NULL,
	"archived_at" bigint,
	"deleted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "alert_choices" (
	"site_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"choices" text NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "alert_choices_site_id_staff_id_pk" PRIMARY KEY("site_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"at" bigint NOT NULL,
	"staff_id" text NOT NULL,
	"action" text NOT NULL,
	"conversation_id" text,
	"token_id" text,
	CONSTRAINT "audit_entries_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"site_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"role" text NOT NULL,
	"capacity" bigint DEFAULT 3 NOT NULL,
	"languages" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "memberships_site_id_staff_id_pk" PRIMARY KEY("site_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"hash" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"site_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"state" text NOT NULL,
	"seen_at" bigint NOT NULL,
	"hour_at" bigint NOT NULL,
	"online_for" bigint NOT NULL,
	CONSTRAINT "presences_site_id_staff_id_pk" PRIMARY KEY("site_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"staff_id" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "recovery_codes_staff_id_hash_pk" PRIMARY KEY("staff_id","hash")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"hash" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"device" text NOT NULL,
	"rotations" bigint NOT NULL,
	"vouched_by" text
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" bigint,
	"created_at" bigint NOT NULL,
	"totp_secret" text,
	"totp_since" bigint,
	"totp_step" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"hash" text NOT NULL,
	"mail_hash" text,
	"created_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	CONSTRAINT "invitations_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"site_id" text NOT NULL,
	"team_id" text NOT NULL,
	"staff_id" text NOT NULL,
	CONSTRAINT "team_members_site_id_team_id_staff_id_pk" PRIMARY KEY("site_id","team_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "teams_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "login_steps" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" text NOT NULL,
	"ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_replays" (
	"site_id" text NOT NULL,
	"token_id" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" bigint,
	"body" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "api_replays_site_id_token_id_key_pk" PRIMARY KEY("site_id","token_id","key")
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"hash" text NOT NULL,
	"ending" text NOT NULL,
	"name" text NOT NULL,
	"scopes" text NOT NULL,
	"staff_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint,
	"last_used_at" bigint,
	"revoked_at" bigint,
	CONSTRAINT "api_tokens_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "visitor_secrets" (
	"site_id" text NOT NULL,
	"hash" text NOT NULL,
	"visitor_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	CONSTRAINT "visitor_secrets_site_id_hash_pk" PRIMARY KEY("site_id","hash")
);
--> statement-breakpoint
CREATE TABLE "visitors" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text,
	"email" text,
	"email_key" text,
	"email_verified_at" bigint,
	"blocked_at" bigint,
	"subject" text,
	"subject_imported" boolean DEFAULT false NOT NULL,
	"email_signed" boolean DEFAULT false NOT NULL,
	"attributes" text,
	"draft_at" bigint,
	"language" text NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "visitors_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "person_links" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"other_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"via" text,
	"at" bigint NOT NULL,
	CONSTRAINT "person_links_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "erased_counts" (
	"site_id" text NOT NULL,
	"kind" text NOT NULL,
	"day" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "erased_counts_site_id_kind_day_pk" PRIMARY KEY("site_id","kind","day")
);
--> statement-breakpoint
CREATE TABLE "erased_hashes" (
	"site_id" text NOT NULL,
	"hash" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "erased_hashes_site_id_hash_pk" PRIMARY KEY("site_id","hash")
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"state" text NOT NULL,
	"person" text,
	"by" text NOT NULL,
	"staff_id" text,
	"counts" text NOT NULL,
	"requested_at" bigint NOT NULL,
	"done_at" bigint,
	CONSTRAINT "erasures_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "retention_runs" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"by" text NOT NULL,
	"state" text NOT NULL,
	"counts" text NOT NULL,
	"remains" text NOT NULL,
	"started_at" bigint NOT NULL,
	"done_at" bigint,
	CONSTRAINT "retention_runs_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversation_labels" (
	"site_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"label_id" text NOT NULL,
	"held" boolean NOT NULL,
	"status" text NOT NULL,
	"promise_at" bigint,
	"last_message_at" bigint NOT NULL,
	"moved_from" text,
	CONSTRAINT "conversation_labels_site_id_conversation_id_label_id_pk" PRIMARY KEY("site_id","conversation_id","label_id")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"visitor_id" text NOT NULL,
	"subject" text NOT NULL,
	"status" text NOT NULL,
	"waiting_for" text NOT NULL,
	"assignee_id" text,
	"language" text NOT NULL,
	"category" text,
	"visibility" text NOT NULL,
	"page_url" text,
	"page_title" text,
	"held" boolean NOT NULL,
	"preview" text NOT NULL,
	"last_seq" bigint NOT NULL,
	"last_message_at" bigint NOT NULL,
	"visitor_seen" bigint NOT NULL,
	"staff_seen" bigint NOT NULL,
	"promise_at" bigint,
	"promise_owner_id" text,
	"promise_made_at" bigint,
	"visitor_seen_at" bigint,
	"mailed_seq" bigint DEFAULT 0 NOT NULL,
	"first_reply_at" bigint,
	"question_id" text,
	"public_path" text,
	"fingerprint" text NOT NULL,
	"created_at" bigint NOT NULL,
	"closed_at" bigint,
	"rating" text,
	"rating_scale" text,
	"rating_value" bigint,
	"rating_comment" text,
	"rated_at" bigint,
	"rating_asked_at" bigint,
	"team_id" text,
	"priority" text DEFAULT 'normal' NOT NULL,
	"snoozed_until" bigint,
	"merged_into" text,
	"split_from" text,
	"device" text,
	"zone" text,
	"referrer" text,
	"intake" text,
	CONSTRAINT "conversations_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "labels" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"colour" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "labels_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"site_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"at" bigint NOT NULL,
	"seen" boolean NOT NULL,
	"moved_from" text,
	CONSTRAINT "mentions_site_id_staff_id_conversation_id_pk" PRIMARY KEY("site_id","staff_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"site_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"id" text NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text,
	"visibility" text NOT NULL,
	"body" text NOT NULL,
	"rich" text NOT NULL,
	"quoted" text,
	"attachments" text,
	"system" text,
	"via" text,
	"at" bigint NOT NULL,
	"moved_from" text,
	"mail" text,
	"removed" text,
	CONSTRAINT "messages_site_id_conversation_id_seq_pk" PRIMARY KEY("site_id","conversation_id","seq")
);
--> statement-breakpoint
CREATE TABLE "prompt_exposures" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"prompt_id" text NOT NULL,
	"kind" text NOT NULL,
	"arm" text NOT NULL,
	"language" text NOT NULL,
	"at" bigint NOT NULL,
	"dismissed_at" bigint,
	"acted_at" bigint,
	"goal_at" bigint,
	CONSTRAINT "prompt_exposures_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "fact_heads" (
	"site_id" text PRIMARY KEY NOT NULL,
	"head" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"site_id" text NOT NULL,
	"place" bigint NOT NULL,
	"kind" text NOT NULL,
	"at" bigint NOT NULL,
	"subject_id" text,
	"channel" text,
	"staff_id" text,
	"team_id" text,
	"language" text,
	"value" bigint,
	"clock" bigint,
	"state" text,
	CONSTRAINT "facts_site_id_place_pk" PRIMARY KEY("site_id","place")
);
--> statement-breakpoint
CREATE TABLE "widget_reports" (
	"site_id" text NOT NULL,
	"kind" text NOT NULL,
	"day" text NOT NULL,
	"count" bigint NOT NULL,
	"last_detail" text NOT NULL,
	"last_origin" text,
	"last_at" bigint NOT NULL,
	CONSTRAINT "widget_reports_site_id_day_kind_pk" PRIMARY KEY("site_id","day","kind")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"conversation_id" text,
	"message_id" text,
	"sender_kind" text NOT NULL,
	"sender_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" bigint NOT NULL,
	"width" bigint,
	"height" bigint,
	"hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "attachments_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "brand_images" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "brand_images_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"payload" text NOT NULL,
	"run_at" bigint NOT NULL,
	"attempts" bigint NOT NULL,
	"state" text NOT NULL,
	"last_error" text,
	"created_at" bigint NOT NULL,
	"started_at" bigint,
	"done_at" bigint,
	CONSTRAINT "jobs_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "connected_mailboxes" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"address" text NOT NULL,
	"name" text NOT NULL,
	"team" text,
	"language" text NOT NULL,
	"signature" text NOT NULL,
	"acknowledges" boolean NOT NULL,
	"acknowledgement" text NOT NULL,
	"login" text NOT NULL,
	"imap" text NOT NULL,
	"smtp" text NOT NULL,
	"secrets" text,
	"client" text,
	"account" text,
	"granted_at" bigint,
	"consent_state" text,
	"consent" text,
	"token_after" bigint NOT NULL,
	"token_failures" bigint NOT NULL,
	"paused" boolean NOT NULL,
	"revision" bigint NOT NULL,
	"starts_at" bigint NOT NULL,
	"read_at" bigint,
	"fault" text,
	"fault_since" bigint,
	"told_at" bigint,
	"send_fault" text,
	"send_fault_since" bigint,
	"test" text,
	"lease_by" text,
	"lease_until" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "connected_mailboxes_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "mail_addresses" (
	"address" text PRIMARY KEY NOT NULL,
	"site_id" text NOT NULL,
	"mailbox_id" text
);
--> statement-breakpoint
CREATE TABLE "mail_budgets" (
	"key" text PRIMARY KEY NOT NULL,
	"started_at" bigint NOT NULL,
	"mails" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_stops" (
	"site_id" text NOT NULL,
	"address_hash" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "mail_stops_site_id_address_hash_pk" PRIMARY KEY("site_id","address_hash")
);
--> statement-breakpoint
CREATE TABLE "mailboxes" (
	"name" text NOT NULL,
	"uid_validity" text NOT NULL,
	"uid" bigint NOT NULL,
	"later" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "mailboxes_name_pk" PRIMARY KEY("name")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"conversation_id" text NOT NULL,
	"address" text NOT NULL,
	"staff_id" text,
	"message_id" text NOT NULL,
	"mailbox" text,
	"state" text NOT NULL,
	"after_seq" bigint NOT NULL,
	"up_to_seq" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "mails_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "set_aside_mails" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"reason" text NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"excerpt" text NOT NULL,
	"conversation_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "set_aside_mails_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "used_links" (
	"site_id" text NOT NULL,
	"hash" text NOT NULL,
	"ends_at" bigint NOT NULL,
	CONSTRAINT "used_links_site_id_hash_pk" PRIMARY KEY("site_id","hash")
);
--> statement-breakpoint
CREATE TABLE "moderation_blocks" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"label" text NOT NULL,
	"note" text NOT NULL,
	"staff_id" text NOT NULL,
	"until" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "moderation_blocks_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "moderation_reports" (
	"site_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"origin" text NOT NULL,
	"is_trusted" boolean NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "moderation_reports_site_id_subject_id_visitor_id_pk" PRIMARY KEY("site_id","subject_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "search_vectors" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"group_id" text NOT NULL,
	"model" text NOT NULL,
	"source" text NOT NULL,
	"vector" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "search_vectors_site_id_id_model_pk" PRIMARY KEY("site_id","id","model")
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"is_synced" boolean NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "answer_versions" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"answer_id" text NOT NULL,
	"body" text NOT NULL,
	"staff_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "answer_versions_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"question_id" text NOT NULL,
	"message_id" text,
	"author_kind" text DEFAULT 'staff' NOT NULL,
	"author_id" text,
	"author_name" text NOT NULL,
	"verified" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'public' NOT NULL,
	"reason" text,
	"vetted" boolean DEFAULT false NOT NULL,
	"moved_to" text,
	"body" text NOT NULL,
	"rich" text NOT NULL,
	"official" boolean NOT NULL,
	"accepted" boolean NOT NULL,
	"helpful" bigint DEFAULT 0 NOT NULL,
	"base_helpful" bigint DEFAULT 0 NOT NULL,
	"correction" text DEFAULT '' NOT NULL,
	"correction_rich" text,
	"corrected_by" text DEFAULT '' NOT NULL,
	"corrected_at" bigint,
	"created_at" bigint NOT NULL,
	"edited_at" bigint,
	"fingerprint" text DEFAULT '' NOT NULL,
	CONSTRAINT "answers_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "phrasings" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"question_id" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"source" text DEFAULT 'import' NOT NULL,
	"phrase" text,
	"agreed" bigint DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "phrasings_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "search_pins" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"phrase" text NOT NULL,
	"question_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "search_pins_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "question_followers" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"question_id" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"is_asker" boolean NOT NULL,
	"confirmed_at" bigint,
	"ended_at" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "question_followers_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "question_redirects" (
	"site_id" text NOT NULL,
	"path" text NOT NULL,
	"question_id" text NOT NULL,
	CONSTRAINT "question_redirects_site_id_path_pk" PRIMARY KEY("site_id","path")
);
--> statement-breakpoint
CREATE TABLE "question_versions" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"question_id" text NOT NULL,
	"title" text NOT NULL,
	"details" text NOT NULL,
	"staff_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "question_versions_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "question_votes" (
	"site_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"origin" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "question_votes_site_id_subject_id_visitor_id_pk" PRIMARY KEY("site_id","subject_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"conversation_id" text,
	"title" text NOT NULL,
	"details" text NOT NULL,
	"details_rich" text NOT NULL,
	"language" text NOT NULL,
	"category" text,
	"slug" text NOT NULL,
	"asked_by" text NOT NULL,
	"asker_id" text,
	"own_words" text DEFAULT 'none' NOT NULL,
	"gone_at" bigint,
	"source_id" text,
	"published" boolean NOT NULL,
	"withdrawn" text,
	"vetted" boolean DEFAULT false NOT NULL,
	"reason" text,
	"edited_at" bigint,
	"solved" bigint NOT NULL,
	"duplicate_of" text,
	"split_from" text,
	"me_too" bigint DEFAULT 0 NOT NULL,
	"base_me_too" bigint DEFAULT 0 NOT NULL,
	"closed_at" bigint,
	"closed_reason" text DEFAULT '' NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "questions_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "suggestion_events" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"session" text NOT NULL,
	"kind" text NOT NULL,
	"question_id" text,
	"query" text NOT NULL,
	"phrase" text,
	"voter" text,
	"visitor_id" text,
	"language" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "suggestion_events_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "search_synonyms" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"words" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "search_synonyms_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "settings_revisions" (
	"site_id" text NOT NULL,
	"revision" bigint NOT NULL,
	"document" text NOT NULL,
	"kind" text NOT NULL,
	"staff_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "settings_revisions_site_id_revision_pk" PRIMARY KEY("site_id","revision")
);
--> statement-breakpoint
CREATE TABLE "call_places" (
	"site_id" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"place" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"callback_id" text NOT NULL,
	CONSTRAINT "call_places_site_id_starts_at_place_pk" PRIMARY KEY("site_id","starts_at","place")
);
--> statement-breakpoint
CREATE TABLE "call_steps" (
	"site_id" text NOT NULL,
	"callback_id" text NOT NULL,
	"revision" bigint NOT NULL,
	"id" text NOT NULL,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"note" text NOT NULL,
	"planned" bigint,
	"at" bigint NOT NULL,
	CONSTRAINT "call_steps_site_id_callback_id_revision_pk" PRIMARY KEY("site_id","callback_id","revision")
);
--> statement-breakpoint
CREATE TABLE "callbacks" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"state" text NOT NULL,
	"revision" bigint NOT NULL,
	"number" text NOT NULL,
	"extension" text,
	"country" text NOT NULL,
	"topic" text,
	"zone" text NOT NULL,
	"language" text NOT NULL,
	"soon" boolean NOT NULL,
	"starts_at" bigint,
	"ends_at" bigint,
	"due_at" bigint,
	"owner_id" text,
	"attempts" bigint NOT NULL,
	"delays" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "callbacks_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "open_numbers" (
	"site_id" text NOT NULL,
	"number" text NOT NULL,
	"callback_id" text NOT NULL,
	CONSTRAINT "open_numbers_site_id_number_pk" PRIMARY KEY("site_id","number")
);
--> statement-breakpoint
CREATE TABLE "comment_followers" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"page_id" text NOT NULL,
	"comment_id" text,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"daily" boolean NOT NULL,
	"told_at" bigint,
	"confirmed_at" bigint,
	"ended_at" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "comment_followers_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "comment_pages" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"key" text NOT NULL,
	"url" text NOT NULL,
	"title" text NOT NULL,
	"open" boolean,
	"count" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"extra" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "comment_pages_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "comment_versions" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"comment_id" text NOT NULL,
	"body" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "comment_versions_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "comment_votes" (
	"site_id" text NOT NULL,
	"comment_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"origin" text NOT NULL,
	"value" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "comment_votes_site_id_comment_id_visitor_id_pk" PRIMARY KEY("site_id","comment_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"page_id" text NOT NULL,
	"parent_id" text,
	"root_id" text NOT NULL,
	"place" bigint NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"author_kind" text NOT NULL,
	"author_id" text,
	"name" text NOT NULL,
	"email" text,
	"website" text,
	"verified" boolean NOT NULL,
	"body" text NOT NULL,
	"rich" text NOT NULL,
	"files" text,
	"language" text NOT NULL,
	"up" bigint NOT NULL,
	"down" bigint NOT NULL,
	"base_up" bigint NOT NULL,
	"base_down" bigint NOT NULL,
	"reports" bigint NOT NULL,
	"vetted" boolean NOT NULL,
	"replies" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"edited_at" bigint,
	"pinned_at" bigint,
	"source" text,
	"extra" text,
	"fingerprint" text NOT NULL,
	CONSTRAINT "comments_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"site_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	"state" text NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "assignments_site_id_conversation_id_staff_id_pk" PRIMARY KEY("site_id","conversation_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "canned_replies" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"shortcut" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"language" text NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "canned_replies_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"site_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"body" text NOT NULL,
	"visibility" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "drafts_site_id_conversation_id_staff_id_pk" PRIMARY KEY("site_id","conversation_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "inbox_actions" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	"change" text NOT NULL,
	"before" text NOT NULL,
	"done_at" bigint,
	"undone_at" bigint,
	CONSTRAINT "inbox_actions_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "message_refresh" (
	"site_id" text NOT NULL,
	"message_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"staff_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "saved_searches_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "prompt_invitations" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"from_id" text,
	"opens" text NOT NULL,
	"texts" text NOT NULL,
	"rule" text NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "prompt_invitations_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "push_devices" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"staff_id" text NOT NULL,
	"endpoint" text NOT NULL,
	"p256dh" text NOT NULL,
	"auth" text NOT NULL,
	"language" text NOT NULL,
	"device" text NOT NULL,
	"login_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "push_devices_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "nps_responses" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"survey_id" text NOT NULL,
	"person" text NOT NULL,
	"visitor_id" text,
	"is_known" boolean NOT NULL,
	"score" bigint NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"page" text NOT NULL,
	"source" text NOT NULL,
	"attributes" text NOT NULL,
	"labels" text NOT NULL,
	"conversation_id" text,
	"at" bigint NOT NULL,
	"hour" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "nps_responses_site_id_id_pk" PRIMARY KEY("site_id","id"),
	CONSTRAINT "nps_responses_score" CHECK ("nps_responses"."score" between 0 and 10)
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"question" text NOT NULL,
	"follow" text NOT NULL,
	"link" text NOT NULL,
	"make_right" boolean NOT NULL,
	"owner_id" text,
	"apart_days" bigint NOT NULL,
	"rule" text NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "surveys_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "announcement_marks" (
	"site_id" text NOT NULL,
	"announcement_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"reaction" text,
	"followed_at" bigint,
	"email" text,
	"conversation_id" text,
	"language" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "announcement_marks_site_id_announcement_id_visitor_id_pk" PRIMARY KEY("site_id","announcement_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "announcement_updates" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"announcement_id" text NOT NULL,
	"state" text NOT NULL,
	"texts" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "announcement_updates_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"form" text NOT NULL,
	"category" text NOT NULL,
	"texts" text NOT NULL,
	"image_id" text,
	"image_width" bigint,
	"image_height" bigint,
	"is_published" boolean NOT NULL,
	"publish_at" bigint NOT NULL,
	"expires_at" bigint,
	"closed_at" bigint,
	"pages" text NOT NULL,
	"attributes" text NOT NULL,
	"rule" text NOT NULL,
	"keywords" text DEFAULT '' NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "announcements_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_attempts" (
	"site_id" text NOT NULL,
	"endpoint_id" text NOT NULL,
	"message_id" text NOT NULL,
	"at" bigint NOT NULL,
	"status" bigint,
	"reason" text NOT NULL,
	"duration" bigint NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "webhook_attempts_site_id_endpoint_id_message_id_at_pk" PRIMARY KEY("site_id","endpoint_id","message_id","at")
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"site_id" text NOT NULL,
	"endpoint_id" text NOT NULL,
	"message_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" bigint NOT NULL,
	"next_at" bigint NOT NULL,
	"status" bigint,
	"reason" text NOT NULL,
	"created_at" bigint NOT NULL,
	"done_at" bigint,
	CONSTRAINT "webhook_deliveries_site_id_endpoint_id_message_id_pk" PRIMARY KEY("site_id","endpoint_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"url" text NOT NULL,
	"types" text NOT NULL,
	"description" text NOT NULL,
	"secret" text NOT NULL,
	"old_secret" text,
	"old_secret_until" bigint,
	"state" text NOT NULL,
	"failing_since" bigint,
	"rest_until" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "webhook_endpoints_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_messages" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"seq" bigint NOT NULL,
	"type" text NOT NULL,
	"visitor_id" text,
	"conversation_id" text,
	"subject_id" text,
	"body" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "webhook_messages_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "article_blocks" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"texts" text NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "article_blocks_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "article_redirects" (
	"site_id" text NOT NULL,
	"path" text NOT NULL,
	"host" text NOT NULL,
	"article_id" text NOT NULL,
	"language" text NOT NULL,
	CONSTRAINT "article_redirects_site_id_path_pk" PRIMARY KEY("site_id","path")
);
--> statement-breakpoint
CREATE TABLE "article_texts" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"article_id" text NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"revision" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"changed_by" text NOT NULL,
	"publish_at" bigint,
	"version" bigint NOT NULL,
	"based_on" bigint NOT NULL,
	"public_title" text,
	"public_rich" text,
	"slug" text NOT NULL,
	"published_at" bigint,
	"updated_at" bigint,
	CONSTRAINT "article_texts_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "article_versions" (
	"site_id" text NOT NULL,
	"text_id" text NOT NULL,
	"number" bigint NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "article_versions_site_id_text_id_number_pk" PRIMARY KEY("site_id","text_id","number")
);
--> statement-breakpoint
CREATE TABLE "article_votes" (
	"site_id" text NOT NULL,
	"article_id" text NOT NULL,
	"text_id" text NOT NULL,
	"voter" text NOT NULL,
	"helped" boolean NOT NULL,
	"reason" text,
	"at" bigint NOT NULL,
	CONSTRAINT "article_votes_site_id_text_id_voter_pk" PRIMARY KEY("site_id","text_id","voter")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"category" text,
	"audience" text NOT NULL,
	"language" text NOT NULL,
	"position" bigint NOT NULL,
	"authors" text NOT NULL,
	"verify_by" bigint,
	"source_id" text,
	"conversation_id" text,
	"question_id" text,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "articles_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "report_cursors" (
	"site_id" text PRIMARY KEY NOT NULL,
	"place" bigint NOT NULL,
	"zone" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_days" (
	"site_id" text NOT NULL,
	"day" text NOT NULL,
	"opened" bigint NOT NULL,
	"place" bigint NOT NULL,
	"counted" text NOT NULL,
	CONSTRAINT "report_days_site_id_day_pk" PRIMARY KEY("site_id","day")
);
--> statement-breakpoint
CREATE TABLE "report_spans" (
	"site_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"closed_at" bigint NOT NULL,
	CONSTRAINT "report_spans_site_id_subject_id_opened_at_pk" PRIMARY KEY("site_id","subject_id","opened_at")
);
--> statement-breakpoint
CREATE TABLE "trend_items" (
	"site_id" text NOT NULL,
	"trend_id" text NOT NULL,
	"item_id" text NOT NULL,
	"kind" text NOT NULL,
	"person" text NOT NULL,
	"visitor_id" text,
	"conversation_id" text,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "trend_items_site_id_trend_id_item_id_pk" PRIMARY KEY("site_id","trend_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "trends" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"language" text NOT NULL,
	"words" text NOT NULL,
	"signature" text NOT NULL,
	"people" bigint NOT NULL,
	"items" bigint NOT NULL,
	"usual" double precision NOT NULL,
	"chance" double precision NOT NULL,
	"started_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"incident_id" text,
	"quiet_at" bigint,
	"quiet_by" text,
	CONSTRAINT "trends_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_stages" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"stage_id" text,
	"staff_id" text NOT NULL,
	"via" text,
	"at" bigint NOT NULL,
	CONSTRAINT "contact_stages_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_values" (
	"site_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"attribute_id" text NOT NULL,
	"value" text NOT NULL,
	"staff_id" text NOT NULL,
	"via" text,
	"at" bigint NOT NULL,
	CONSTRAINT "contact_values_site_id_visitor_id_attribute_id_pk" PRIMARY KEY("site_id","visitor_id","attribute_id")
);
--> statement-breakpoint
CREATE TABLE "idea_followers" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"idea_id" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"is_voter" boolean NOT NULL,
	"confirmed_at" bigint,
	"ended_at" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "idea_followers_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "idea_replies" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"idea_id" text NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text,
	"author_name" text NOT NULL,
	"verified" boolean NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"vetted" boolean DEFAULT false NOT NULL,
	"body" text NOT NULL,
	"rich" text NOT NULL,
	"created_at" bigint NOT NULL,
	"edited_at" bigint,
	"fingerprint" text NOT NULL,
	CONSTRAINT "idea_replies_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "idea_reply_versions" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"reply_id" text NOT NULL,
	"body" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "idea_reply_versions_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "idea_requests" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"idea_id" text NOT NULL,
	"conversation_id" text,
	"visitor_id" text,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "idea_requests_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "idea_steps" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"idea_id" text NOT NULL,
	"status" text NOT NULL,
	"note" text NOT NULL,
	"note_rich" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "idea_steps_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "idea_versions" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"idea_id" text NOT NULL,
	"title" text NOT NULL,
	"details" text NOT NULL,
	"staff_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "idea_versions_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "idea_votes" (
	"site_id" text NOT NULL,
	"idea_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"origin" text NOT NULL,
	"staff_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "idea_votes_site_id_idea_id_visitor_id_pk" PRIMARY KEY("site_id","idea_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"details" text NOT NULL,
	"rich" text NOT NULL,
	"language" text NOT NULL,
	"slug" text NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text,
	"author_name" text NOT NULL,
	"verified" boolean NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"vetted" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'new' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"note_rich" text,
	"status_at" bigint,
	"merged_into" text,
	"votes" bigint DEFAULT 0 NOT NULL,
	"base_votes" bigint DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"edited_at" bigint,
	"updated_at" bigint NOT NULL,
	"fingerprint" text NOT NULL,
	CONSTRAINT "ideas_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_calls" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"list_id" text NOT NULL,
	"list" text NOT NULL,
	"offer" text NOT NULL,
	"visitor_id" text NOT NULL,
	"outcome" text,
	"note" text NOT NULL,
	"staff_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "contact_calls_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_refusals" (
	"site_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"no_calls" boolean NOT NULL,
	"no_mails" boolean NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "contact_refusals_site_id_visitor_id_pk" PRIMARY KEY("site_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "contact_traits" (
	"site_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"language" text NOT NULL,
	"last_at" bigint NOT NULL,
	"open" bigint NOT NULL,
	"waiting_since" bigint,
	"conversations" bigint NOT NULL,
	"second_last_at" bigint,
	"rating" text,
	"rated_at" bigint,
	"nps" text,
	"opinion" text,
	"calls" bigint NOT NULL,
	"stage_id" text,
	"address_hash" text,
	"no_calls" boolean NOT NULL,
	"no_mails" boolean NOT NULL,
	CONSTRAINT "contact_traits_site_id_visitor_id_pk" PRIMARY KEY("site_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "segment_members" (
	"site_id" text NOT NULL,
	"segment_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "segment_members_site_id_segment_id_visitor_id_pk" PRIMARY KEY("site_id","segment_id","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "segments" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"rule" text NOT NULL,
	"watched" boolean DEFAULT false NOT NULL,
	"notify" text NOT NULL,
	"watched_since" bigint,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "segments_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "macros" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"actions" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "macros_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "rule_runs" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"rule_id" text NOT NULL,
	"name" text NOT NULL,
	"conversation_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"anchor" text NOT NULL,
	"trigger" text NOT NULL,
	"position" bigint NOT NULL,
	"why" text NOT NULL,
	"actions" text NOT NULL,
	"state" text NOT NULL,
	"before" text,
	"count" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "rule_runs_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"is_on" boolean NOT NULL,
	"position" bigint NOT NULL,
	"trigger" text NOT NULL,
	"minutes" bigint,
	"groups" text NOT NULL,
	"actions" text NOT NULL,
	"stops" boolean NOT NULL,
	"version" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "rules_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "oidc_identities" (
	"site_id" text NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"staff_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "oidc_identities_site_id_issuer_subject_pk" PRIMARY KEY("site_id","issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "oidc_providers" (
	"site_id" text PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"client_secret" text NOT NULL,
	"scopes" text NOT NULL,
	"label" text NOT NULL,
	"groups_claim" text NOT NULL,
	"groups" text NOT NULL,
	"provisions" boolean NOT NULL,
	"default_role" text,
	"domains" text NOT NULL,
	"is_on" boolean NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_hooks" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"provider" text NOT NULL,
	"secret" text NOT NULL,
	"topic" text,
	"created_at" bigint NOT NULL,
	"used_at" bigint,
	CONSTRAINT "mail_hooks_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE INDEX "events_visitor" ON "events" USING btree ("site_id","visitor_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "sites_key" ON "sites" USING btree ("key");--> statement-breakpoint
CREATE INDEX "audit_staff" ON "audit_entries" USING btree ("site_id","staff_id","id");--> statement-breakpoint
CREATE INDEX "memberships_staff" ON "memberships" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "password_resets_staff" ON "password_resets" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "sessions_staff" ON "sessions" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_email" ON "invitations" USING btree ("site_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_hash" ON "invitations" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_mail_hash" ON "invitations" USING btree ("mail_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name" ON "teams" USING btree ("site_id","name");--> statement-breakpoint
CREATE INDEX "login_steps_end" ON "login_steps" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "api_replays_age" ON "api_replays" USING btree ("site_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_hash" ON "api_tokens" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_tokens_staff" ON "api_tokens" USING btree ("site_id","staff_id");--> statement-breakpoint
CREATE INDEX "visitor_secrets_visitor" ON "visitor_secrets" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "visitor_secrets_ends" ON "visitor_secrets" USING btree ("site_id","ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "visitors_subject" ON "visitors" USING btree ("site_id","subject");--> statement-breakpoint
CREATE INDEX "visitors_email" ON "visitors" USING btree ("site_id","email_key");--> statement-breakpoint
CREATE INDEX "visitors_seen" ON "visitors" USING btree ("site_id","seen_at","id");--> statement-breakpoint
CREATE INDEX "person_links_visitor" ON "person_links" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "person_links_other" ON "person_links" USING btree ("site_id","other_id");--> statement-breakpoint
CREATE INDEX "erasures_requested" ON "erasures" USING btree ("site_id","requested_at");--> statement-breakpoint
CREATE INDEX "retention_runs_started" ON "retention_runs" USING btree ("site_id","started_at");--> statement-breakpoint
CREATE INDEX "conversation_labels_promise" ON "conversation_labels" USING btree ("site_id","label_id","held","status",(case when "promise_at" is null then 9000000000000000 else "promise_at" end),"conversation_id");--> statement-breakpoint
CREATE INDEX "conversation_labels_time" ON "conversation_labels" USING btree ("site_id","label_id","held","status","last_message_at","conversation_id");--> statement-breakpoint
CREATE INDEX "conversations_visitor" ON "conversations" USING btree ("site_id","visitor_id","last_message_at");--> statement-breakpoint
CREATE INDEX "conversations_open_promise" ON "conversations" USING btree ("site_id","held","status",(case when "promise_at" is null then 9000000000000000 else "promise_at" end),"id");--> statement-breakpoint
CREATE INDEX "conversations_open_time" ON "conversations" USING btree ("site_id","held","status","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_waiting_promise" ON "conversations" USING btree ("site_id","held","status","waiting_for",(case when "promise_at" is null then 9000000000000000 else "promise_at" end),"id");--> statement-breakpoint
CREATE INDEX "conversations_waiting_time" ON "conversations" USING btree ("site_id","held","status","waiting_for","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_assignee_promise" ON "conversations" USING btree ("site_id","held","status","assignee_id",(case when "promise_at" is null then 9000000000000000 else "promise_at" end),"id");--> statement-breakpoint
CREATE INDEX "conversations_assignee_time" ON "conversations" USING btree ("site_id","held","status","assignee_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_kind_promise" ON "conversations" USING btree ("site_id","held","status","kind",(case when "promise_at" is null then 9000000000000000 else "promise_at" end),"id");--> statement-breakpoint
CREATE INDEX "conversations_kind_time" ON "conversations" USING btree ("site_id","held","status","kind","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_team_promise" ON "conversations" USING btree ("site_id","held","status","team_id",(case when "promise_at" is null then 9000000000000000 else "promise_at" end),"id") WHERE team_id is not null;--> statement-breakpoint
CREATE INDEX "conversations_team_time" ON "conversations" USING btree ("site_id","held","status","team_id","last_message_at","id") WHERE team_id is not null;--> statement-breakpoint
CREATE INDEX "conversations_time" ON "conversations" USING btree ("site_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_split" ON "conversations" USING btree ("site_id","split_from") WHERE split_from is not null;--> statement-breakpoint
CREATE INDEX "conversations_first_reply" ON "conversations" USING btree ("site_id","first_reply_at");--> statement-breakpoint
CREATE UNIQUE INDEX "labels_name" ON "labels" USING btree ("site_id","name");--> statement-breakpoint
CREATE INDEX "mentions_time" ON "mentions" USING btree ("site_id","staff_id","at","conversation_id");--> statement-breakpoint
CREATE INDEX "mentions_seen" ON "mentions" USING btree ("site_id","staff_id","seen");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_id" ON "messages" USING btree ("site_id","id");--> statement-breakpoint
CREATE INDEX "messages_mail" ON "messages" USING btree ("site_id","id") WHERE mail is not null;--> statement-breakpoint
CREATE INDEX "prompt_exposures_prompt" ON "prompt_exposures" USING btree ("site_id","prompt_id","at");--> statement-breakpoint
CREATE INDEX "facts_kind" ON "facts" USING btree ("site_id","kind","at");--> statement-breakpoint
CREATE INDEX "facts_state" ON "facts" USING btree ("site_id","subject_id","at","place") WHERE state is not null;--> statement-breakpoint
CREATE INDEX "attachments_loose" ON "attachments" USING btree ("site_id","message_id","created_at");--> statement-breakpoint
CREATE INDEX "attachments_sender" ON "attachments" USING btree ("site_id","sender_id","created_at");--> statement-breakpoint
CREATE INDEX "brand_images_age" ON "brand_images" USING btree ("site_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_key" ON "jobs" USING btree ("site_id","kind","key");--> statement-breakpoint
CREATE INDEX "jobs_listed" ON "jobs" USING btree ("site_id","state","run_at");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("state","run_at");--> statement-breakpoint
CREATE INDEX "connected_mailboxes_consent" ON "connected_mailboxes" USING btree ("consent_state");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_id" ON "mails" USING btree ("id");--> statement-breakpoint
CREATE INDEX "mails_conversation" ON "mails" USING btree ("site_id","conversation_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_state" ON "mails" USING btree ("site_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "mails_message" ON "mails" USING btree ("site_id","message_id");--> statement-breakpoint
CREATE INDEX "mails_address" ON "mails" USING btree ("site_id","address","created_at");--> statement-breakpoint
CREATE INDEX "set_aside_mails_time" ON "set_aside_mails" USING btree ("site_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_blocks_value" ON "moderation_blocks" USING btree ("site_id","kind","value");--> statement-breakpoint
CREATE INDEX "moderation_blocks_until" ON "moderation_blocks" USING btree ("site_id","until");--> statement-breakpoint
CREATE INDEX "moderation_reports_visitor" ON "moderation_reports" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "search_vectors_group" ON "search_vectors" USING btree ("site_id","group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "passkeys_credential" ON "passkeys" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "passkeys_staff" ON "passkeys" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "answer_versions_answer" ON "answer_versions" USING btree ("site_id","answer_id","at");--> statement-breakpoint
CREATE INDEX "answers_question" ON "answers" USING btree ("site_id","question_id");--> statement-breakpoint
CREATE INDEX "answers_state" ON "answers" USING btree ("site_id","state","created_at");--> statement-breakpoint
CREATE INDEX "answers_author" ON "answers" USING btree ("site_id","author_id","created_at");--> statement-breakpoint
CREATE INDEX "phrasings_question" ON "phrasings" USING btree ("site_id","question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "phrasings_phrase" ON "phrasings" USING btree ("site_id","question_id","phrase");--> statement-breakpoint
CREATE INDEX "question_followers_question" ON "question_followers" USING btree ("site_id","question_id");--> statement-breakpoint
CREATE INDEX "question_followers_email" ON "question_followers" USING btree ("site_id","email");--> statement-breakpoint
CREATE INDEX "question_redirects_question" ON "question_redirects" USING btree ("site_id","question_id");--> statement-breakpoint
CREATE INDEX "question_versions_question" ON "question_versions" USING btree ("site_id","question_id","at");--> statement-breakpoint
CREATE INDEX "question_votes_visitor" ON "question_votes" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "questions_newest" ON "questions" USING btree ("site_id","published","created_at");--> statement-breakpoint
CREATE INDEX "questions_topics" ON "questions" USING btree ("site_id","published","language","category");--> statement-breakpoint
CREATE INDEX "questions_helpful" ON "questions" USING btree ("site_id","published","language","solved");--> statement-breakpoint
CREATE INDEX "questions_conversation" ON "questions" USING btree ("site_id","conversation_id");--> statement-breakpoint
CREATE INDEX "questions_asker" ON "questions" USING btree ("site_id","asker_id");--> statement-breakpoint
CREATE UNIQUE INDEX "questions_source" ON "questions" USING btree ("site_id","source_id");--> statement-breakpoint
CREATE INDEX "questions_duplicates" ON "questions" USING btree ("site_id","duplicate_of");--> statement-breakpoint
CREATE INDEX "suggestion_events_at" ON "suggestion_events" USING btree ("site_id","at");--> statement-breakpoint
CREATE INDEX "suggestion_events_visitor" ON "suggestion_events" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "suggestion_events_session" ON "suggestion_events" USING btree ("site_id","session");--> statement-breakpoint
CREATE INDEX "suggestion_events_question" ON "suggestion_events" USING btree ("site_id","question_id","kind");--> statement-breakpoint
CREATE INDEX "call_places_callback" ON "call_places" USING btree ("site_id","callback_id");--> statement-breakpoint
CREATE INDEX "call_steps_id" ON "call_steps" USING btree ("site_id","id");--> statement-breakpoint
CREATE INDEX "callbacks_due" ON "callbacks" USING btree ("site_id","due_at");--> statement-breakpoint
CREATE INDEX "callbacks_number" ON "callbacks" USING btree ("site_id","number","created_at");--> statement-breakpoint
CREATE INDEX "callbacks_visitor" ON "callbacks" USING btree ("site_id","visitor_id","created_at");--> statement-breakpoint
CREATE INDEX "comment_followers_page" ON "comment_followers" USING btree ("site_id","page_id");--> statement-breakpoint
CREATE INDEX "comment_followers_email" ON "comment_followers" USING btree ("site_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_pages_key" ON "comment_pages" USING btree ("site_id","key");--> statement-breakpoint
CREATE INDEX "comment_versions_comment" ON "comment_versions" USING btree ("site_id","comment_id","at");--> statement-breakpoint
CREATE INDEX "comment_votes_visitor" ON "comment_votes" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("site_id","root_id","place");--> statement-breakpoint
CREATE INDEX "comments_page" ON "comments" USING btree ("site_id","page_id","parent_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_news" ON "comments" USING btree ("site_id","page_id","seq");--> statement-breakpoint
CREATE INDEX "comments_state" ON "comments" USING btree ("site_id","state","created_at");--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments" USING btree ("site_id","author_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_source" ON "comments" USING btree ("site_id","source");--> statement-breakpoint
CREATE INDEX "assignments_state" ON "assignments" USING btree ("site_id","state","at");--> statement-breakpoint
CREATE INDEX "assignments_staff" ON "assignments" USING btree ("site_id","staff_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "canned_replies_shortcut" ON "canned_replies" USING btree ("site_id","shortcut","language");--> statement-breakpoint
CREATE INDEX "inbox_actions_at" ON "inbox_actions" USING btree ("site_id","at");--> statement-breakpoint
CREATE INDEX "saved_searches_staff" ON "saved_searches" USING btree ("site_id","staff_id");--> statement-breakpoint
CREATE INDEX "push_devices_staff" ON "push_devices" USING btree ("site_id","staff_id");--> statement-breakpoint
CREATE INDEX "nps_responses_at" ON "nps_responses" USING btree ("site_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "nps_responses_person" ON "nps_responses" USING btree ("site_id","survey_id","person","hour");--> statement-breakpoint
CREATE INDEX "nps_responses_visitor" ON "nps_responses" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "announcement_marks_visitor" ON "announcement_marks" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "announcement_updates_of" ON "announcement_updates" USING btree ("site_id","announcement_id","at");--> statement-breakpoint
CREATE INDEX "announcements_published" ON "announcements" USING btree ("site_id","is_published","publish_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("state","next_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_of" ON "webhook_deliveries" USING btree ("site_id","endpoint_id","state","next_at");--> statement-breakpoint
CREATE INDEX "webhook_messages_visitor" ON "webhook_messages" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "webhook_messages_conversation" ON "webhook_messages" USING btree ("site_id","conversation_id");--> statement-breakpoint
CREATE INDEX "webhook_messages_subject" ON "webhook_messages" USING btree ("site_id","subject_id");--> statement-breakpoint
CREATE INDEX "webhook_messages_created" ON "webhook_messages" USING btree ("site_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "article_blocks_name" ON "article_blocks" USING btree ("site_id","name");--> statement-breakpoint
CREATE INDEX "article_redirects_article" ON "article_redirects" USING btree ("site_id","article_id");--> statement-breakpoint
CREATE INDEX "article_redirects_host" ON "article_redirects" USING btree ("host","path");--> statement-breakpoint
CREATE UNIQUE INDEX "article_texts_language" ON "article_texts" USING btree ("site_id","article_id","language");--> statement-breakpoint
CREATE INDEX "article_texts_public" ON "article_texts" USING btree ("site_id","language","updated_at");--> statement-breakpoint
CREATE INDEX "article_votes_article" ON "article_votes" USING btree ("site_id","article_id","helped");--> statement-breakpoint
CREATE INDEX "articles_in" ON "articles" USING btree ("site_id","category","position");--> statement-breakpoint
CREATE UNIQUE INDEX "articles_source" ON "articles" USING btree ("site_id","source_id");--> statement-breakpoint
CREATE INDEX "articles_question" ON "articles" USING btree ("site_id","question_id");--> statement-breakpoint
CREATE INDEX "articles_conversation" ON "articles" USING btree ("site_id","conversation_id");--> statement-breakpoint
CREATE INDEX "report_spans_open" ON "report_spans" USING btree ("site_id","closed_at","opened_at");--> statement-breakpoint
CREATE INDEX "trend_items_at" ON "trend_items" USING btree ("site_id","at");--> statement-breakpoint
CREATE INDEX "trend_items_visitor" ON "trend_items" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "trends_last" ON "trends" USING btree ("site_id","last_at");--> statement-breakpoint
CREATE INDEX "contact_stages_visitor" ON "contact_stages" USING btree ("site_id","visitor_id","at");--> statement-breakpoint
CREATE INDEX "contact_values_attribute" ON "contact_values" USING btree ("site_id","attribute_id","visitor_id");--> statement-breakpoint
CREATE INDEX "idea_followers_idea" ON "idea_followers" USING btree ("site_id","idea_id");--> statement-breakpoint
CREATE INDEX "idea_followers_email" ON "idea_followers" USING btree ("site_id","email");--> statement-breakpoint
CREATE INDEX "idea_replies_idea" ON "idea_replies" USING btree ("site_id","idea_id","state","created_at");--> statement-breakpoint
CREATE INDEX "idea_replies_state" ON "idea_replies" USING btree ("site_id","state","created_at");--> statement-breakpoint
CREATE INDEX "idea_replies_author" ON "idea_replies" USING btree ("site_id","author_id","created_at");--> statement-breakpoint
CREATE INDEX "idea_reply_versions_reply" ON "idea_reply_versions" USING btree ("site_id","reply_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "idea_requests_once" ON "idea_requests" USING btree ("site_id","idea_id","conversation_id");--> statement-breakpoint
CREATE INDEX "idea_requests_conversation" ON "idea_requests" USING btree ("site_id","conversation_id");--> statement-breakpoint
CREATE INDEX "idea_requests_visitor" ON "idea_requests" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "idea_steps_idea" ON "idea_steps" USING btree ("site_id","idea_id","at");--> statement-breakpoint
CREATE INDEX "idea_versions_idea" ON "idea_versions" USING btree ("site_id","idea_id","at");--> statement-breakpoint
CREATE INDEX "idea_votes_visitor" ON "idea_votes" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "ideas_top" ON "ideas" USING btree ("site_id","state","votes");--> statement-breakpoint
CREATE INDEX "ideas_newest" ON "ideas" USING btree ("site_id","state","created_at");--> statement-breakpoint
CREATE INDEX "ideas_merged" ON "ideas" USING btree ("site_id","merged_into");--> statement-breakpoint
CREATE INDEX "ideas_author" ON "ideas" USING btree ("site_id","author_id","created_at");--> statement-breakpoint
CREATE INDEX "contact_calls_visitor" ON "contact_calls" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "contact_calls_list" ON "contact_calls" USING btree ("site_id","created_at","id");--> statement-breakpoint
CREATE INDEX "contact_traits_other" ON "contact_traits" USING btree ("site_id","visitor_id","contact_id") WHERE visitor_id <> contact_id;--> statement-breakpoint
CREATE INDEX "segment_members_visitor" ON "segment_members" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "rule_runs_anchor" ON "rule_runs" USING btree ("site_id","anchor");--> statement-breakpoint
CREATE INDEX "rule_runs_rule" ON "rule_runs" USING btree ("site_id","rule_id","at");--> statement-breakpoint
CREATE INDEX "rule_runs_conversation" ON "rule_runs" USING btree ("site_id","conversation_id","at");--> statement-breakpoint
CREATE INDEX "rule_runs_visitor" ON "rule_runs" USING btree ("site_id","visitor_id");--> statement-breakpoint
CREATE INDEX "rule_runs_at" ON "rule_runs" USING btree ("site_id","at");--> statement-breakpoint
CREATE INDEX "oidc_identities_staff" ON "oidc_identities" USING btree ("site_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_hooks_id" ON "mail_hooks" USING btree ("id");--> statement-breakpoint
-- From here on written by hand: full text, and what triggers keep in step.
-- The database's own full text of public questions. The words are folded by the server
-- (server/core/search/foldText.ts): what a database makes of them depends on its collation. The site is a word of its
-- own, so that one site's search never reads another's lists to the end.
CREATE TABLE search_texts (
	row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	site_id text NOT NULL,
	subject_id text NOT NULL,
	words tsvector NOT NULL,
	UNIQUE (site_id, subject_id)
);
--> statement-breakpoint
CREATE INDEX search_texts_words ON search_texts USING gin (words);
--> statement-breakpoint
-- Questions whose words the server has yet to read, each change a row.
CREATE TABLE search_stale (
	row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	site_id text NOT NULL,
	subject_id text NOT NULL
);
--> statement-breakpoint
CREATE INDEX search_stale_site ON search_stale (site_id, row);
--> statement-breakpoint
CREATE INDEX search_stale_subject ON search_stale (site_id, subject_id);
--> statement-breakpoint
CREATE FUNCTION foyer_on_question_text() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE
	changed jsonb := CASE tg_op WHEN 'DELETE' THEN to_jsonb(old) ELSE to_jsonb(new) END;
	site text := changed ->> 'site_id';
	subject text := changed ->> tg_argv[0];
BEGIN
	-- In this order: who is reading the question holds its stale row, and has written its words when it is free.
	DELETE FROM search_stale WHERE site_id = site AND subject_id = subject;
	-- What was taken away is not found from now on, whenever the rest is read.
	DELETE FROM search_texts WHERE site_id = site AND subject_id = subject;
	INSERT INTO search_stale (site_id, subject_id)
		SELECT q.site_id, q.id FROM questions q WHERE q.site_id = site AND q.id = subject AND q.published;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER questions_search AFTER INSERT OR DELETE OR UPDATE OF title, details, published ON questions
	FOR EACH ROW EXECUTE FUNCTION foyer_on_question_text('id');
--> statement-breakpoint
CREATE TRIGGER answers_search AFTER INSERT OR DELETE OR UPDATE OF body ON answers
	FOR EACH ROW EXECUTE FUNCTION foyer_on_question_text('question_id');
--> statement-breakpoint
CREATE TRIGGER phrasings_search AFTER INSERT OR DELETE OR UPDATE OF text ON phrasings
	FOR EACH ROW EXECUTE FUNCTION foyer_on_question_text('question_id');
--> statement-breakpoint
-- Every message, for the search of the inbox, read from the log a moment after it was written. Rows count up: the
-- newest are shown first. The words are folded by the server (server/core/search/foldText.ts): what a database makes of
-- them depends on its collation.
CREATE TABLE message_texts (
	row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	site_id text NOT NULL,
	message_id text NOT NULL,
	words tsvector NOT NULL,
	UNIQUE (site_id, message_id)
);
--> statement-breakpoint
CREATE INDEX message_texts_words ON message_texts USING gin (words);
--> statement-breakpoint
-- Messages whose words the server has yet to read, each change a row.
CREATE TABLE message_stale (
	row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	site_id text NOT NULL,
	message_id text NOT NULL
);
--> statement-breakpoint
CREATE INDEX message_stale_site ON message_stale (site_id, row);
--> statement-breakpoint
CREATE FUNCTION foyer_on_refresh() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	INSERT INTO message_stale (site_id, message_id) VALUES (new.site_id, new.message_id);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER message_refresh_insert BEFORE INSERT ON message_refresh
	FOR EACH ROW EXECUTE FUNCTION foyer_on_refresh();
--> statement-breakpoint
CREATE FUNCTION foyer_on_message() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	IF tg_op = 'DELETE' THEN
		-- In this order: who is reading the message holds its stale row, and has written its words when it is free.
		DELETE FROM message_stale WHERE site_id = old.site_id AND message_id = old.id;
		DELETE FROM message_texts WHERE site_id = old.site_id AND message_id = old.id;
		RETURN old;
	END IF;
	INSERT INTO message_stale (site_id, message_id) VALUES (new.site_id, new.id);
	RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER messages_search AFTER UPDATE OF body OR DELETE ON messages
	FOR EACH ROW EXECUTE FUNCTION foyer_on_message();
--> statement-breakpoint
CREATE FUNCTION foyer_on_visitor() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	IF new.name IS DISTINCT FROM old.name OR new.email IS DISTINCT FROM old.email THEN
		INSERT INTO message_stale (site_id, message_id) SELECT m.site_id, m.id FROM conversations c
			JOIN messages m ON m.site_id = c.site_id AND m.conversation_id = c.id
			WHERE c.site_id = new.site_id AND c.visitor_id = new.id;
	END IF;
	RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER visitors_message_search AFTER UPDATE OF name, email ON visitors
	FOR EACH ROW EXECUTE FUNCTION foyer_on_visitor();
--> statement-breakpoint
CREATE FUNCTION foyer_on_conversation() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	IF new.visitor_id <> old.visitor_id THEN
		INSERT INTO message_stale (site_id, message_id) SELECT m.site_id, m.id FROM messages m
			WHERE m.site_id = new.site_id AND m.conversation_id = new.id;
	END IF;
	-- What the inbox sorts labelled conversations by stays as it is on the conversation.
	UPDATE conversation_labels
		SET held = new.held, status = new.status, promise_at = new.promise_at, last_message_at = new.last_message_at
		WHERE site_id = new.site_id AND conversation_id = new.id;
	RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER conversations_inbox AFTER UPDATE OF visitor_id, held, status, promise_at, last_message_at ON conversations
	FOR EACH ROW EXECUTE FUNCTION foyer_on_conversation();
--> statement-breakpoint
-- What reports count, for the owner's own tools: docs/reports.md promises these columns. People are named by id alone,
-- and not at all where the site hides their figures.
CREATE VIEW report_facts AS
	SELECT s.key AS site, f.place AS id,
		to_char(to_timestamp(f.at / 1000.0) AT TIME ZONE coalesce(s.settings::jsonb #>> '{hours,zone}', 'UTC'), 'YYYY-MM-DD') AS day,
		to_timestamp(f.at / 1000.0) AS at, f.kind, f.subject_id AS subject, f.channel, f.team_id AS team, t.name AS team_name,
		CASE WHEN s.settings::jsonb #>> '{reports,showPeople}' = 'false' THEN NULL ELSE f.staff_id END AS person,
		f.language, f.value, f.clock, f.state
	FROM facts f
		JOIN sites s ON s.id = f.site_id
		LEFT JOIN teams t ON t.site_id = f.site_id AND t.id = f.team_id;

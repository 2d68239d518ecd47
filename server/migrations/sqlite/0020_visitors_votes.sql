CREATE INDEX `comment_reports_visitor` ON `comment_reports` (`site_id`,`visitor_id`);--> statement-breakpoint
CREATE INDEX `comment_votes_visitor` ON `comment_votes` (`site_id`,`visitor_id`);
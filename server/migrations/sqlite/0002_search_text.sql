-- The database's own full text of public questions. Triggers keep it in step with every commit, whoever writes.
-- Contentless: what is found is a row number, which search_rows knows; no text is kept twice.
CREATE TABLE search_rows (
	row integer PRIMARY KEY,
	site_id text NOT NULL,
	subject_id text NOT NULL,
	UNIQUE (site_id, subject_id)
);
--> statement-breakpoint
-- The site is a word of its own, so that one site's search never reads another's lists to the end.
CREATE VIRTUAL TABLE search_texts USING fts5(
	site, title, body,
	content = '', contentless_delete = 1,
	tokenize = "unicode61 remove_diacritics 2"
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
			q.title || coalesce((
				SELECT ' ' || group_concat(p.text, ' ') FROM phrasings p WHERE p.site_id = q.site_id AND p.question_id = q.id
			), ''),
			substr(q.details || coalesce((
				SELECT ' ' || group_concat(a.body, ' ') FROM answers a WHERE a.site_id = q.site_id AND a.question_id = q.id
			), ''), 1, 8000)
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
INSERT INTO search_refresh SELECT site_id, id FROM questions;

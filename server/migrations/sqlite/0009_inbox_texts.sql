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
-- the place, are slow for the common ones, and find nothing under three letters. Where a script does not part its
-- words, `foyer_spaced` parts its letters. The site is a word, so that no search reads another site's lists. Beginnings
-- up to six letters have lists of their own: longer ones are looked up by those (server/inbox/search.ts).
CREATE VIRTUAL TABLE message_texts USING fts5(
	site, who, body,
	content = '', contentless_delete = 1,
	prefix = '2 3 4 5 6',
	tokenize = "unicode61 remove_diacritics 2"
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
			foyer_spaced(coalesce(v.name, '') || ' ' || coalesce(v.email, '')),
			foyer_spaced(CASE WHEN m.id = c.id THEN c.subject || ' ' ELSE '' END || substr(m.body, 1, 10000))
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
INSERT INTO message_refresh (site_id, message_id) SELECT site_id, id FROM messages WHERE author_kind <> 'system' ORDER BY at, seq;
--> statement-breakpoint
-- What the inbox sorts labelled conversations by stays as it is on the conversation.
CREATE TRIGGER conversations_labels AFTER UPDATE OF held, status, promise_at, last_message_at ON conversations BEGIN
	UPDATE conversation_labels
		SET held = new.held, status = new.status, promise_at = new.promise_at, last_message_at = new.last_message_at
		WHERE site_id = new.site_id AND conversation_id = new.id;
END;
--> statement-breakpoint
-- What was closed is not held for review any more.
UPDATE conversations SET held = 0 WHERE held AND status = 'closed';

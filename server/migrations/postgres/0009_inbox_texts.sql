-- Every message, for the search of the inbox, read from the log a moment after it was written. Rows count up: the
-- newest are shown first.
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
-- Letters of scripts that do not part their words stand for themselves; accents of Latin, Greek and Cyrillic count for
-- nothing, as they do with SQLite.
CREATE FUNCTION foyer_spaced(written text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT regexp_replace(normalize(regexp_replace(normalize(written, NFD), '[\u0300-\u036f]', '', 'g'), NFC), '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])', ' \1 ', 'g')
$$;
--> statement-breakpoint
CREATE FUNCTION foyer_message_refresh(of_site text, of_message text) RETURNS void LANGUAGE sql AS $$
	INSERT INTO message_texts (site_id, message_id, words)
		SELECT m.site_id, m.id,
			array_to_tsvector(ARRAY['s' || replace(m.site_id, '-', '')]) || to_tsvector('simple', foyer_spaced(
				coalesce(v.name, '') || ' ' || translate(coalesce(v.email, ''), '@.', '  ') || ' '
				|| CASE WHEN m.id = c.id THEN c.subject || ' ' ELSE '' END || left(m.body, 10000)))
		FROM messages m
		JOIN conversations c ON c.site_id = m.site_id AND c.id = m.conversation_id
		LEFT JOIN visitors v ON v.site_id = c.site_id AND v.id = c.visitor_id
		WHERE m.site_id = of_site AND m.id = of_message AND m.author_kind <> 'system'
	ON CONFLICT (site_id, message_id) DO UPDATE SET words = excluded.words
$$;
--> statement-breakpoint
CREATE FUNCTION foyer_on_refresh() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	PERFORM foyer_message_refresh(new.site_id, new.message_id);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER message_refresh_insert BEFORE INSERT ON message_refresh
	FOR EACH ROW EXECUTE FUNCTION foyer_on_refresh();
--> statement-breakpoint
CREATE FUNCTION foyer_on_message() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	IF tg_op = 'DELETE' THEN
		DELETE FROM message_texts WHERE site_id = old.site_id AND message_id = old.id;
		RETURN old;
	END IF;
	PERFORM foyer_message_refresh(new.site_id, new.id);
	RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER messages_search AFTER UPDATE OF body OR DELETE ON messages
	FOR EACH ROW EXECUTE FUNCTION foyer_on_message();
--> statement-breakpoint
CREATE FUNCTION foyer_on_visitor() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	IF new.name IS DISTINCT FROM old.name OR new.email IS DISTINCT FROM old.email THEN
		PERFORM foyer_message_refresh(m.site_id, m.id) FROM conversations c
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
		PERFORM foyer_message_refresh(m.site_id, m.id) FROM messages m
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
SELECT foyer_message_refresh(site_id, id) FROM messages ORDER BY at, seq;
--> statement-breakpoint
-- What was closed is not held for review any more.
UPDATE conversations SET held = false WHERE held AND status = 'closed';

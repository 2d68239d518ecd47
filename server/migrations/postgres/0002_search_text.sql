-- The database's own full text of public questions: expression indexes, so that nothing is kept twice or out of step.
-- The site is a word of its own, so that one site's search never reads another's lists to the end. The simple
-- configuration, because a site's questions are in any language.
CREATE INDEX questions_search ON questions USING gin (
	(array_to_tsvector(ARRAY['s' || replace(site_id, '-', '')]) || to_tsvector('simple', title || ' ' || left(details, 4000)))
);
--> statement-breakpoint
CREATE INDEX answers_search ON answers USING gin (
	(array_to_tsvector(ARRAY['s' || replace(site_id, '-', '')]) || to_tsvector('simple', left(body, 4000)))
);
--> statement-breakpoint
CREATE INDEX phrasings_search ON phrasings USING gin (
	(array_to_tsvector(ARRAY['s' || replace(site_id, '-', '')]) || to_tsvector('simple', text))
);
--> statement-breakpoint
CREATE VIEW search_texts AS
	SELECT site_id, id AS subject_id, 3 AS weight,
		array_to_tsvector(ARRAY['s' || replace(site_id, '-', '')]) || to_tsvector('simple', title || ' ' || left(details, 4000)) AS words
	FROM questions
	UNION ALL
	SELECT site_id, question_id, 1,
		array_to_tsvector(ARRAY['s' || replace(site_id, '-', '')]) || to_tsvector('simple', left(body, 4000))
	FROM answers
	UNION ALL
	SELECT site_id, question_id, 3,
		array_to_tsvector(ARRAY['s' || replace(site_id, '-', '')]) || to_tsvector('simple', text)
	FROM phrasings;

-- Erasing also takes what was said about a text beside it: what it was checked against, where it was asked, names in
-- notifications, merges and the audit log, and the name of a note's file.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('audit', 'note_import', 'correction_rev', 'correction_step', 'comment_text')
    AND current_setting('errata.erasing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
-- As before, and the words that other tables keep of such texts. A table that keeps more of them belongs in here too.
CREATE OR REPLACE FUNCTION erase_texts(kind text, object_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  notes uuid[] := '{}';
  sections uuid[] := '{}';
  entries uuid[] := '{}';
  answers uuid[] := '{}';
  corrections uuid[];
  titles text[];
  nothing CONSTANT jsonb := '{"quote": "…", "prefix": "", "suffix": ""}';
  since timestamptz;
BEGIN
  CASE kind
    WHEN 'note' THEN
      SELECT trashed_at INTO since FROM note WHERE id = object_id;
      notes := ARRAY[object_id];
      sections := ARRAY(SELECT id FROM section WHERE note_id = object_id);
      entries := ARRAY(SELECT id FROM entry WHERE note_id = object_id);
    WHEN 'section' THEN
      SELECT trashed_at INTO since FROM section WHERE id = object_id;
      sections := ARRAY(
        WITH RECURSIVE below AS (
          SELECT id FROM section WHERE id = object_id
          UNION ALL SELECT section.id FROM section JOIN below ON section.parent_id = below.id)
        SELECT section.id FROM section JOIN below USING (id) WHERE section.trashed_at = since);
      entries := ARRAY(SELECT id FROM entry WHERE section_id = ANY(sections) AND trashed_at = since);
    WHEN 'entry' THEN
      SELECT trashed_at INTO since FROM entry WHERE id = object_id;
      entries := ARRAY[object_id];
    WHEN 'answer' THEN
      SELECT trashed_at INTO since FROM answer WHERE id = object_id;
      answers := ARRAY[object_id];
  END CASE;
  IF since IS NULL THEN
    RAISE EXCEPTION 'this % is not in the trash', kind USING ERRCODE = 'insufficient_privilege';
  END IF;
  answers := answers || ARRAY(SELECT id FROM answer WHERE entry_id = ANY(entries));
  titles := ARRAY(SELECT DISTINCT title FROM revision WHERE entry_id = ANY(entries));
  PERFORM set_config('errata.erasing', 'on', true);
  DELETE FROM revision_link WHERE revision_id IN (
    SELECT id FROM revision WHERE entry_id = ANY(entries) OR answer_id = ANY(answers) OR section_id = ANY(sections));
  UPDATE revision SET
    title = CASE WHEN title IS NOT NULL THEN '…' END,
    markdown = '', html = '', toc = '[]', substance = 'none', summary = '',
    sha256 = sha256(convert_to(CASE WHEN title IS NOT NULL THEN E'…\n\n' ELSE '' END, 'UTF8'))
  WHERE entry_id = ANY(entries) OR answer_id = ANY(answers) OR section_id = ANY(sections);
  corrections := ARRAY(SELECT id FROM correction WHERE entry_id = ANY(entries) OR answer_id = ANY(answers));
  UPDATE correction_rev SET title = CASE WHEN title IS NOT NULL THEN '…' END, markdown = '', passage = NULL, rationale = '', evidence = '[]'
  WHERE correction_id = ANY(corrections);
  UPDATE correction_step SET reason = '' WHERE correction_id = ANY(corrections);
  UPDATE report SET passage = nothing, why = '', reason = '', evidence = '[]'
  WHERE entry_id = ANY(entries) OR answer_id = ANY(answers);
  UPDATE comment_text SET markdown = '…', html = '' WHERE comment_id IN (
    SELECT id FROM comment WHERE entry_id = ANY(entries) OR answer_id = ANY(answers) OR correction_id = ANY(corrections));
  UPDATE comment SET passage = NULL
  WHERE entry_id = ANY(entries) OR answer_id = ANY(answers) OR correction_id = ANY(corrections);
  UPDATE verification SET against = '…', evidence = '[]' WHERE entry_id = ANY(entries) OR answer_id = ANY(answers);
  UPDATE encounter SET company = NULL, role = NULL, round = NULL WHERE entry_id = ANY(entries);
  -- Whoever was told of a merge was told the titles of the day.
  UPDATE notification SET detail = detail
    || CASE WHEN detail->>'from' = ANY(titles) THEN '{"from": "…"}'::jsonb ELSE '{}' END
    || CASE WHEN detail->>'into' = ANY(titles) THEN '{"into": "…"}'::jsonb ELSE '{}' END
  WHERE notification.kind = 'entry_merged' AND (detail->>'from' = ANY(titles) OR detail->>'into' = ANY(titles));
  -- The names that an undone merge had lent; those of one that holds are the other question's now.
  UPDATE entry_merge SET moves = jsonb_set(moves, '{aliases}', '[]') WHERE from_id = ANY(entries) AND undone_at IS NOT NULL;
  UPDATE audit SET detail = detail - ARRAY['before', 'after', 'fileName']
  WHERE audit.object_id = ANY(entries || answers || sections || notes || corrections);
  DELETE FROM entry_alias WHERE entry_id = ANY(entries);
  DELETE FROM draft WHERE split_part(subject, ':', 2) = ANY(SELECT unnest(entries || answers || sections || corrections)::text);
  UPDATE entry SET raw_heading = NULL WHERE id = ANY(entries);
  UPDATE section SET raw_heading = NULL WHERE id = ANY(sections);
  DELETE FROM import_conflict WHERE entry_id = ANY(entries) OR answer_id = ANY(answers) OR section_id = ANY(sections);
  UPDATE note_import SET file_name = '…', bytes = '', sha256 = sha256('') WHERE note_id = ANY(notes);
  UPDATE note_text SET html = '' WHERE import_id IN (SELECT id FROM note_import WHERE note_id = ANY(notes));
  DELETE FROM note_image WHERE note_id = ANY(notes);
  UPDATE note SET title = '…' WHERE id = ANY(notes);
  PERFORM set_config('errata.erasing', 'off', true);
END $$;

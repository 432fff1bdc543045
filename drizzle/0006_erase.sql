-- What was written stays as it was written, until an admin erases it from the trash: then its words go and the chain of versions
-- stays, with who wrote them and when. Only the function below says that it is erasing, and whoever else may update these tables is their owner.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('note_import', 'correction_rev', 'correction_step', 'comment_text')
    AND current_setting('errata.erasing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_revision_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  derived text[] := ARRAY['html', 'toc', 'renderer_version', 'substance'];
BEGIN
  IF current_setting('errata.erasing', true) = 'on' THEN
    derived := derived || ARRAY['title', 'markdown', 'summary', 'sha256'];
  END IF;
  IF to_jsonb(NEW) - derived IS DISTINCT FROM to_jsonb(OLD) - derived THEN
    RAISE EXCEPTION 'revision rows are never changed or deleted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Erases the words of a note, section, entry or answer that lies in the trash, with everything that went there with it.
-- A table that keeps words of such texts elsewhere belongs in here too.
CREATE FUNCTION erase_texts(kind text, object_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  notes uuid[] := '{}';
  sections uuid[] := '{}';
  entries uuid[] := '{}';
  answers uuid[] := '{}';
  corrections uuid[];
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
  DELETE FROM entry_alias WHERE entry_id = ANY(entries);
  DELETE FROM draft WHERE split_part(subject, ':', 2) = ANY(SELECT unnest(entries || answers || sections || corrections)::text);
  UPDATE entry SET raw_heading = NULL WHERE id = ANY(entries);
  UPDATE section SET raw_heading = NULL WHERE id = ANY(sections);
  DELETE FROM import_conflict WHERE entry_id = ANY(entries) OR answer_id = ANY(answers) OR section_id = ANY(sections);
  UPDATE note_import SET bytes = '', sha256 = sha256('') WHERE note_id = ANY(notes);
  UPDATE note_text SET html = '' WHERE import_id IN (SELECT id FROM note_import WHERE note_id = ANY(notes));
  UPDATE note SET title = '…' WHERE id = ANY(notes);
  PERFORM set_config('errata.erasing', 'off', true);
END $$;

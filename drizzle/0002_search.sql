-- The embedded engine's first index. Its number is that of the first rules for cutting texts into tokens.
INSERT INTO "search_index" ("tokenizer", "live") VALUES (1, true);
--> statement-breakpoint
-- Candidates for the embedded engine's statement. As functions, for their plan must not change with how frequent a word seems:
-- a sequential scan would unpack every text it passes, and a GIN index answers without looking at one.
-- Texts are unpacked only where they are ranked; elsewhere they are just counted.
CREATE FUNCTION search_worded(
  wanted tsquery, in_generation int, for_acl text[], in_spaces text[], with_tags text[], by_authors text[], in_states text[],
  changed_from timestamptz, changed_to timestamptz, asked_least int, most int, with_text boolean
) RETURNS TABLE (id uuid, tsv tsvector) LANGUAGE plpgsql STABLE ROWS 1000
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan SET max_parallel_workers_per_gather = 0 SET jit = off
AS $$
DECLARE
  reading int := coalesce(in_generation, (SELECT live_index.generation FROM search_index live_index WHERE live_index.live));
BEGIN
  RETURN QUERY
    SELECT doc.id, CASE WHEN with_text THEN doc.tsv END FROM search_doc doc
    WHERE doc.tsv @@ wanted AND doc.generation = reading AND doc.acl && for_acl
      AND (in_spaces IS NULL OR doc.space = ANY (in_spaces)) AND (with_tags IS NULL OR doc.tags && with_tags)
      AND (by_authors IS NULL OR doc.author = ANY (by_authors)) AND (in_states IS NULL OR doc.state = ANY (in_states))
      AND (changed_from IS NULL OR doc.updated_at >= changed_from) AND (changed_to IS NULL OR doc.updated_at <= changed_to)
      AND (asked_least IS NULL OR doc.asked >= asked_least)
    LIMIT most;
END $$;
--> statement-breakpoint
-- Documents by title; where there are more than asked for, some whose title is the name or begins with it are among them (and may come twice).
CREATE FUNCTION search_named(
  wanted tsquery, name text, in_generation int, for_acl text[], in_spaces text[], with_tags text[], by_authors text[], in_states text[],
  changed_from timestamptz, changed_to timestamptz, asked_least int, most int
) RETURNS TABLE (id uuid, title_norm text, alias_norm text[], state text, ttsv tsvector) LANGUAGE plpgsql STABLE ROWS 1000
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan SET max_parallel_workers_per_gather = 0 SET jit = off
AS $$
DECLARE
  reading int := coalesce(in_generation, (SELECT live_index.generation FROM search_index live_index WHERE live_index.live));
  found_rows int;
BEGIN
  RETURN QUERY
    SELECT doc.id, doc.title_norm, doc.alias_norm, doc.state, doc.ttsv FROM search_doc doc
    WHERE doc.ttsv @@ wanted AND doc.generation = reading AND doc.acl && for_acl
      AND (in_spaces IS NULL OR doc.space = ANY (in_spaces)) AND (with_tags IS NULL OR doc.tags && with_tags)
      AND (by_authors IS NULL OR doc.author = ANY (by_authors)) AND (in_states IS NULL OR doc.state = ANY (in_states))
      AND (changed_from IS NULL OR doc.updated_at >= changed_from) AND (changed_to IS NULL OR doc.updated_at <= changed_to)
      AND (asked_least IS NULL OR doc.asked >= asked_least)
    LIMIT most;
  GET DIAGNOSTICS found_rows = ROW_COUNT;
  IF found_rows < most THEN RETURN; END IF;
  RETURN QUERY
    SELECT doc.id, doc.title_norm, doc.alias_norm, doc.state, doc.ttsv FROM search_doc doc
    WHERE doc.title_norm = name AND doc.generation = reading AND doc.acl && for_acl
      AND doc.ttsv @@ wanted
      AND (in_spaces IS NULL OR doc.space = ANY (in_spaces)) AND (with_tags IS NULL OR doc.tags && with_tags)
      AND (by_authors IS NULL OR doc.author = ANY (by_authors)) AND (in_states IS NULL OR doc.state = ANY (in_states))
      AND (changed_from IS NULL OR doc.updated_at >= changed_from) AND (changed_to IS NULL OR doc.updated_at <= changed_to)
      AND (asked_least IS NULL OR doc.asked >= asked_least)
    LIMIT 100;
  RETURN QUERY
    SELECT doc.id, doc.title_norm, doc.alias_norm, doc.state, doc.ttsv FROM search_doc doc
    WHERE doc.title_norm ~>=~ name AND doc.title_norm ~<~ (name || U&'\+10FFFF') AND doc.generation = reading AND doc.acl && for_acl
      AND doc.ttsv @@ wanted
      AND (in_spaces IS NULL OR doc.space = ANY (in_spaces)) AND (with_tags IS NULL OR doc.tags && with_tags)
      AND (by_authors IS NULL OR doc.author = ANY (by_authors)) AND (in_states IS NULL OR doc.state = ANY (in_states))
      AND (changed_from IS NULL OR doc.updated_at >= changed_from) AND (changed_to IS NULL OR doc.updated_at <= changed_to)
      AND (asked_least IS NULL OR doc.asked >= asked_least)
    LIMIT 300;
END $$;
--> statement-breakpoint
-- The place of the first of several queries that finds anything, from 1; null when none does.
CREATE FUNCTION search_first(
  queries text[], in_generation int, for_acl text[], in_spaces text[], with_tags text[], by_authors text[], in_states text[],
  changed_from timestamptz, changed_to timestamptz, asked_least int
) RETURNS int LANGUAGE plpgsql STABLE
AS $$
BEGIN
  FOR place IN 1 .. cardinality(queries) LOOP
    IF EXISTS (SELECT 1 FROM search_worded(queries[place]::tsquery, in_generation, for_acl, in_spaces, with_tags, by_authors,
      in_states, changed_from, changed_to, asked_least, 1, false)) THEN
      RETURN place;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

ALTER INDEX "search_doc_tsv" SET (fastupdate = true, gin_pending_list_limit = 1024);
--> statement-breakpoint
-- Only an index's owner may put what was written to it in order.
CREATE FUNCTION tidy_search_doc() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT gin_clean_pending_list('search_doc_tsv'::regclass)
$$;

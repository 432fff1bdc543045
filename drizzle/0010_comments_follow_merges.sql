-- Comments on questions that were merged before comments went along go where these went, and are noted with the merge, so that undoing
-- it brings them back. In the order of the merges: what came to a question that was merged later goes on from there.
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT id, from_id, into_id FROM entry_merge WHERE undone_at IS NULL ORDER BY merged_at LOOP
    WITH moved AS (
      UPDATE comment SET entry_id = one.into_id WHERE entry_id = one.from_id RETURNING id)
    UPDATE entry_merge SET moves = jsonb_set(moves, '{comments}',
      coalesce(moves->'comments', '[]') || coalesce((SELECT jsonb_agg(moved.id ORDER BY moved.id) FROM moved), '[]'))
    WHERE entry_merge.id = one.id;
  END LOOP;
END $$;

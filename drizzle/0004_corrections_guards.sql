-- What was proposed, decided, credited or said stays as it was written.
CREATE TRIGGER correction_rev_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "correction_rev" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER correction_step_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "correction_step" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER revision_coauthor_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "revision_coauthor" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER comment_text_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "comment_text" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A decided correction stays decided; only an accepted one can be opened again, by its reporter or by undoing it.
CREATE FUNCTION check_correction_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND OLD.state <> 'open' AND NOT (OLD.state = 'accepted' AND NEW.state = 'open') THEN
    RAISE EXCEPTION 'a correction does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER correction_state_moves BEFORE UPDATE OF "state" ON "correction" FOR EACH ROW EXECUTE FUNCTION check_correction_state();

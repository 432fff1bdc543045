-- Heads: a text's head is a revision of that very text. Deferred, for text and first revision are made in one transaction.
ALTER TABLE "entry" ADD CONSTRAINT "entry_head" FOREIGN KEY ("head_revision_id", "id") REFERENCES "revision" ("id", "entry_id") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_head" FOREIGN KEY ("head_revision_id", "id") REFERENCES "revision" ("id", "answer_id") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_head" FOREIGN KEY ("head_revision_id", "id") REFERENCES "revision" ("id", "section_id") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- What was written stays as it was written. A newer renderer may replace the derived columns, and only the schema's owner may run it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_revision_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  derived CONSTANT text[] := ARRAY['html', 'toc', 'renderer_version', 'substance'];
BEGIN
  IF to_jsonb(NEW) - derived IS DISTINCT FROM to_jsonb(OLD) - derived THEN
    RAISE EXCEPTION 'revision rows are never changed or deleted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER revision_is_immutable BEFORE UPDATE ON "revision" FOR EACH ROW EXECUTE FUNCTION refuse_revision_change();
--> statement-breakpoint
CREATE TRIGGER revision_stays BEFORE DELETE OR TRUNCATE ON "revision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER note_import_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "note_import" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The next revision of a text stands on its previous one, of the same text.
CREATE FUNCTION check_revision_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.base_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM revision base WHERE base.id = NEW.base_id AND base.number = NEW.number - 1
      AND base.entry_id IS NOT DISTINCT FROM NEW.entry_id
      AND base.answer_id IS NOT DISTINCT FROM NEW.answer_id
      AND base.section_id IS NOT DISTINCT FROM NEW.section_id
  ) THEN
    RAISE EXCEPTION 'revision % does not continue its base', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER revision_continues_its_base BEFORE INSERT ON "revision" FOR EACH ROW EXECUTE FUNCTION check_revision_chain();

CREATE TABLE "note_text" (
	"import_id" uuid PRIMARY KEY NOT NULL,
	"html" text NOT NULL,
	"renderer_version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "note_text" ADD CONSTRAINT "note_text_import_id_note_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."note_import"("id") ON DELETE no action ON UPDATE no action;
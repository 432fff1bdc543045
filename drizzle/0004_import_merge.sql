CREATE TABLE "import_conflict" (
	"id" uuid PRIMARY KEY NOT NULL,
	"import_id" uuid NOT NULL,
	"section_id" uuid,
	"entry_id" uuid,
	"answer_id" uuid,
	"texts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_conflict_target" CHECK (num_nonnulls("import_conflict"."section_id", "import_conflict"."entry_id", "import_conflict"."answer_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "note_piece" ADD COLUMN "indent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "note_piece" ADD COLUMN "lead" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_import_id_note_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."note_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_conflict_of_import" ON "import_conflict" USING btree ("import_id");
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identity_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"role" text NOT NULL,
	"max_uses" integer NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitation_role" CHECK ("invitation"."role" in ('member', 'editor', 'admin')),
	CONSTRAINT "invitation_uses" CHECK ("invitation"."max_uses" between 1 and 1000 and "invitation"."uses" between 0 and "invitation"."max_uses")
);
--> statement-breakpoint
CREATE TABLE "one_time_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"person_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_time_link_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "one_time_link_kind" CHECK ("one_time_link"."kind" in ('first_admin', 'password_reset', 'link_identity')),
	CONSTRAINT "one_time_link_person" CHECK (("one_time_link"."kind" = 'first_admin') = ("one_time_link"."person_id" is null))
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"person_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_code_person_id_code_hash_pk" PRIMARY KEY("person_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "second_factor" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"secret" "bytea" NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"device" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"person_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"base_id" uuid,
	"title" text,
	"markdown" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_person_id_subject_pk" PRIMARY KEY("person_id","subject"),
	CONSTRAINT "draft_size" CHECK (octet_length("draft"."markdown") <= 262144)
);
--> statement-breakpoint
CREATE TABLE "operation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"short_id" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"origin" text NOT NULL,
	"author_id" uuid NOT NULL,
	"head_revision_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"trashed_at" timestamp with time zone,
	CONSTRAINT "answer_short_id_unique" UNIQUE("short_id"),
	CONSTRAINT "answer_origin" CHECK ("answer"."origin" in ('import', 'person'))
);
--> statement-breakpoint
CREATE TABLE "encounter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"asked_on" date,
	"precision" text NOT NULL,
	"company" text,
	"role" text,
	"round" text,
	"mark" text,
	"reported_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "encounter_mark" UNIQUE("entry_id","mark"),
	CONSTRAINT "encounter_times" CHECK ("encounter"."times" between 1 and 1000),
	CONSTRAINT "encounter_precision" CHECK ("encounter"."precision" in ('day', 'month', 'year', 'unknown')),
	CONSTRAINT "encounter_date_known" CHECK (("encounter"."asked_on" is null) = ("encounter"."precision" = 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"short_id" text NOT NULL,
	"note_id" uuid NOT NULL,
	"section_id" uuid,
	"position" integer NOT NULL,
	"raw_heading" text,
	"head_revision_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"trashed_at" timestamp with time zone,
	CONSTRAINT "entry_short_id_unique" UNIQUE("short_id")
);
--> statement-breakpoint
CREATE TABLE "entry_alias" (
	"entry_id" uuid NOT NULL,
	"key" text NOT NULL,
	"alias" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entry_alias_entry_id_key_pk" PRIMARY KEY("entry_id","key"),
	CONSTRAINT "entry_alias_length" CHECK (char_length("entry_alias"."alias") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "entry_tag" (
	"entry_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "entry_tag_entry_id_tag_id_pk" PRIMARY KEY("entry_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "tag" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tag_key_unique" UNIQUE("key"),
	CONSTRAINT "tag_length" CHECK (char_length("tag"."name") between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE "asset" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "asset_sha256_unique" UNIQUE("sha256")
);
--> statement-breakpoint
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
CREATE TABLE "note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"short_id" text NOT NULL,
	"title" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"trashed_at" timestamp with time zone,
	CONSTRAINT "note_short_id_unique" UNIQUE("short_id"),
	CONSTRAINT "note_title" CHECK (char_length("note"."title") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "note_image" (
	"note_id" uuid NOT NULL,
	"target" text NOT NULL,
	"asset_id" uuid NOT NULL,
	CONSTRAINT "note_image_note_id_target_pk" PRIMARY KEY("note_id","target")
);
--> statement-breakpoint
CREATE TABLE "note_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"note_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"file_name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" "bytea" NOT NULL,
	"encoding" text NOT NULL,
	"bom" boolean NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "note_import_number" UNIQUE("note_id","number"),
	CONSTRAINT "note_import_sha256_matches" CHECK ("note_import"."sha256" = sha256("note_import"."bytes"))
);
--> statement-breakpoint
CREATE TABLE "note_piece" (
	"import_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"line" integer NOT NULL,
	"end_line" integer NOT NULL,
	"indent" integer DEFAULT 0 NOT NULL,
	"lead" integer DEFAULT 0 NOT NULL,
	"section_id" uuid,
	"entry_id" uuid,
	"answer_id" uuid,
	CONSTRAINT "note_piece_import_id_ordinal_pk" PRIMARY KEY("import_id","ordinal"),
	CONSTRAINT "note_piece_lines" CHECK ("note_piece"."line" >= 1 and "note_piece"."end_line" >= "note_piece"."line"),
	CONSTRAINT "note_piece_target" CHECK (num_nonnulls("note_piece"."section_id", "note_piece"."entry_id", "note_piece"."answer_id") <= 1)
);
--> statement-breakpoint
CREATE TABLE "section" (
	"id" uuid PRIMARY KEY NOT NULL,
	"short_id" text NOT NULL,
	"note_id" uuid NOT NULL,
	"parent_id" uuid,
	"position" integer NOT NULL,
	"level" integer NOT NULL,
	"raw_heading" text,
	"head_revision_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"trashed_at" timestamp with time zone,
	CONSTRAINT "section_short_id_unique" UNIQUE("short_id"),
	CONSTRAINT "section_in_note" UNIQUE("id","note_id"),
	CONSTRAINT "section_level" CHECK ("section"."level" between 1 and 6)
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"short_id" text NOT NULL,
	"kind" text DEFAULT 'person' NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"role" text DEFAULT 'member' NOT NULL,
	"suspended_at" timestamp with time zone,
	"locale" text,
	"theme" text DEFAULT 'system' NOT NULL,
	"shortcuts" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_short_id_unique" UNIQUE("short_id"),
	CONSTRAINT "person_email_unique" UNIQUE("email"),
	CONSTRAINT "person_kind" CHECK ("person"."kind" in ('person', 'system')),
	CONSTRAINT "person_role" CHECK ("person"."role" in ('member', 'editor', 'admin')),
	CONSTRAINT "person_theme" CHECK ("person"."theme" in ('system', 'light', 'dark')),
	CONSTRAINT "person_name" CHECK (char_length("person"."name") between 1 and 80),
	CONSTRAINT "person_email" CHECK ("person"."email" = lower("person"."email") and char_length("person"."email") <= 254),
	CONSTRAINT "person_system_has_no_email" CHECK ("person"."kind" = 'person' or "person"."email" is null)
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid,
	"answer_id" uuid,
	"section_id" uuid,
	"number" integer NOT NULL,
	"base_id" uuid,
	"kind" text NOT NULL,
	"minor" boolean DEFAULT false NOT NULL,
	"title" text,
	"markdown" text NOT NULL,
	"html" text NOT NULL,
	"toc" jsonb NOT NULL,
	"renderer_version" integer NOT NULL,
	"substance" text NOT NULL,
	"sha256" "bytea" NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revision_base_has_one_successor" UNIQUE("base_id"),
	CONSTRAINT "revision_of_entry" UNIQUE("entry_id","number"),
	CONSTRAINT "revision_of_answer" UNIQUE("answer_id","number"),
	CONSTRAINT "revision_of_section" UNIQUE("section_id","number"),
	CONSTRAINT "revision_entry_head" UNIQUE("id","entry_id"),
	CONSTRAINT "revision_answer_head" UNIQUE("id","answer_id"),
	CONSTRAINT "revision_section_head" UNIQUE("id","section_id"),
	CONSTRAINT "revision_subject" CHECK (num_nonnulls("revision"."entry_id", "revision"."answer_id", "revision"."section_id") = 1),
	CONSTRAINT "revision_title" CHECK (("revision"."title" is null) = ("revision"."answer_id" is not null) and char_length("revision"."title") between 1 and 200),
	CONSTRAINT "revision_chain" CHECK ("revision"."number" >= 1 and ("revision"."number" = 1) = ("revision"."base_id" is null)),
	CONSTRAINT "revision_kind" CHECK ("revision"."kind" in ('import', 'edit', 'correction', 'merge', 'restore')),
	CONSTRAINT "revision_substance" CHECK ("revision"."substance" in ('none', 'some', 'full')),
	CONSTRAINT "revision_size" CHECK (octet_length("revision"."markdown") <= 262144),
	CONSTRAINT "revision_sha256" CHECK ("revision"."sha256" = sha256(convert_to(coalesce("revision"."title" || E'\n\n', '') || "revision"."markdown", 'UTF8')))
);
--> statement-breakpoint
CREATE TABLE "revision_link" (
	"revision_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"target" text NOT NULL,
	"label" text NOT NULL,
	"line" integer NOT NULL,
	"is_source" boolean DEFAULT false NOT NULL,
	"problem" text,
	CONSTRAINT "revision_link_revision_id_ordinal_pk" PRIMARY KEY("revision_id","ordinal"),
	CONSTRAINT "revision_link_kind" CHECK ("revision_link"."kind" in ('link', 'image'))
);
--> statement-breakpoint
CREATE TABLE "search_count" (
	"day" date NOT NULL,
	"key" text NOT NULL,
	"results" text NOT NULL,
	"query" text NOT NULL,
	"count" integer DEFAULT 0 NOT NULL,
	"clicks" integer DEFAULT 0 NOT NULL,
	"rank_sum" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "search_count_day_key_results_pk" PRIMARY KEY("day","key","results"),
	CONSTRAINT "search_count_length" CHECK (char_length("search_count"."query") between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "search_sync" (
	"index" text PRIMARY KEY NOT NULL,
	"ready_at" timestamp with time zone,
	"reconciled_at" timestamp with time zone,
	"lost" integer DEFAULT 0 NOT NULL,
	"stale" integer DEFAULT 0 NOT NULL,
	"ghosts" integer DEFAULT 0 NOT NULL,
	"rebuild_asked_at" timestamp with time zone,
	"rebuild_started_at" timestamp with time zone,
	"rebuild_done" integer DEFAULT 0 NOT NULL,
	"rebuild_total" integer DEFAULT 0 NOT NULL,
	"rebuilt_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "search_doc" (
	"generation" integer NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title_norm" text NOT NULL,
	"alias_norm" text[] NOT NULL,
	"space" text NOT NULL,
	"tags" text[] NOT NULL,
	"author" text NOT NULL,
	"acl" text[] NOT NULL,
	"state" text NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"ttsv" "tsvector" NOT NULL,
	"tsv" "tsvector" NOT NULL,
	CONSTRAINT "search_doc_generation_id_pk" PRIMARY KEY("generation","id")
);
--> statement-breakpoint
CREATE TABLE "search_index" (
	"generation" integer PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "search_index_generation_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"tokenizer" integer NOT NULL,
	"live" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_outbox" (
	"entry_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED BY DEFAULT AS IDENTITY (sequence name "search_outbox_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "search_term" (
	"term" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "synonym" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"names" text[] NOT NULL,
	"key" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "synonym_once" UNIQUE("kind","key"),
	CONSTRAINT "synonym_names" CHECK (cardinality("synonym"."names") between 2 and 12)
);
--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setting" ADD CONSTRAINT "setting_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_base_id_revision_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation" ADD CONSTRAINT "operation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation" ADD CONSTRAINT "operation_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "encounter" ADD CONSTRAINT "encounter_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "encounter" ADD CONSTRAINT "encounter_reported_by_person_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_section_same_note" FOREIGN KEY ("section_id","note_id") REFERENCES "public"."section"("id","note_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_alias" ADD CONSTRAINT "entry_alias_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_tag" ADD CONSTRAINT "entry_tag_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_tag" ADD CONSTRAINT "entry_tag_tag_id_tag_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tag"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_import_id_note_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."note_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_image" ADD CONSTRAINT "note_image_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_image" ADD CONSTRAINT "note_image_asset_id_asset_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."asset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_import" ADD CONSTRAINT "note_import_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_import" ADD CONSTRAINT "note_import_imported_by_person_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_piece" ADD CONSTRAINT "note_piece_import_id_note_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."note_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_piece" ADD CONSTRAINT "note_piece_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_piece" ADD CONSTRAINT "note_piece_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_piece" ADD CONSTRAINT "note_piece_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_parent_id_section_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_parent_same_note" FOREIGN KEY ("parent_id","note_id") REFERENCES "public"."section"("id","note_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_base_id_revision_id_fk" FOREIGN KEY ("base_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_link" ADD CONSTRAINT "revision_link_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synonym" ADD CONSTRAINT "synonym_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_object" ON "audit" USING btree ("object_kind","object_id");--> statement-breakpoint
CREATE INDEX "identity_of_person" ON "identity" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_time_link_first_admin" ON "one_time_link" USING btree ("kind") WHERE "one_time_link"."kind" = 'first_admin' and "one_time_link"."used_at" is null;--> statement-breakpoint
CREATE INDEX "session_of_person" ON "session" USING btree ("person_id") WHERE "session"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "draft_subject" ON "draft" USING btree ("subject","saved_at");--> statement-breakpoint
CREATE INDEX "answer_of_entry" ON "answer" USING btree ("entry_id","position");--> statement-breakpoint
CREATE INDEX "encounter_of_entry" ON "encounter" USING btree ("entry_id","asked_on");--> statement-breakpoint
CREATE INDEX "entry_of_note" ON "entry" USING btree ("note_id","section_id","position");--> statement-breakpoint
CREATE INDEX "entry_changed" ON "entry" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "entry_trashed" ON "entry" USING btree ("trashed_at") WHERE "entry"."trashed_at" is not null;--> statement-breakpoint
CREATE INDEX "entry_alias_name" ON "entry_alias" USING btree (lower("alias"));--> statement-breakpoint
CREATE INDEX "entry_tag_tag" ON "entry_tag" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "import_conflict_of_import" ON "import_conflict" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "note_import_sha256" ON "note_import" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "note_piece_entry" ON "note_piece" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "note_piece_answer" ON "note_piece" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "section_of_note" ON "section" USING btree ("note_id","position");--> statement-breakpoint
CREATE INDEX "revision_created" ON "revision" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "revision_entry_title" ON "revision" USING btree (lower("title")) WHERE "revision"."entry_id" is not null;--> statement-breakpoint
CREATE INDEX "revision_link_problem" ON "revision_link" USING btree ("revision_id") WHERE "revision_link"."problem" is not null;--> statement-breakpoint
CREATE INDEX "search_count_key" ON "search_count" USING btree ("key");--> statement-breakpoint
CREATE INDEX "search_doc_ttsv" ON "search_doc" USING gin ("ttsv") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_doc_tsv" ON "search_doc" USING gin ("tsv") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_doc_tags" ON "search_doc" USING gin ("tags") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_doc_title" ON "search_doc" USING btree ("generation","title_norm" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_doc_updated" ON "search_doc" USING btree ("generation","updated_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "search_doc_space" ON "search_doc" USING btree ("generation","space","updated_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "search_doc_state" ON "search_doc" USING btree ("generation","state","updated_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "search_doc_space_state" ON "search_doc" USING btree ("generation","space","state");--> statement-breakpoint
CREATE UNIQUE INDEX "search_index_one_live" ON "search_index" USING btree ("live") WHERE "search_index"."live";--> statement-breakpoint
CREATE INDEX "search_term_start" ON "search_term" USING btree ("term" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_term_second" ON "search_term" USING btree (substr("term", 2) text_pattern_ops);
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"short_id" text NOT NULL,
	"entry_id" uuid,
	"answer_id" uuid,
	"correction_id" uuid,
	"parent_id" uuid,
	"passage" jsonb,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	"trashed_at" timestamp with time zone,
	CONSTRAINT "comment_short_id_unique" UNIQUE("short_id"),
	CONSTRAINT "comment_target" CHECK (num_nonnulls("comment"."entry_id", "comment"."answer_id", "comment"."correction_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "comment_text" (
	"comment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"markdown" text NOT NULL,
	"html" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_text_comment_id_number_pk" PRIMARY KEY("comment_id","number"),
	CONSTRAINT "comment_text_size" CHECK (octet_length("comment_text"."markdown") between 1 and 5120)
);
--> statement-breakpoint
CREATE TABLE "mention" (
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "mention_comment_id_person_id_pk" PRIMARY KEY("comment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "correction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"short_id" text NOT NULL,
	"entry_id" uuid,
	"answer_id" uuid,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"author_id" uuid NOT NULL,
	"report_id" uuid,
	"spread_from_id" uuid,
	"follows_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "correction_short_id_unique" UNIQUE("short_id"),
	CONSTRAINT "correction_target" CHECK (num_nonnulls("correction"."entry_id", "correction"."answer_id") = 1),
	CONSTRAINT "correction_kind" CHECK ("correction"."kind" in ('typo', 'format', 'fact', 'outdated', 'code', 'dead_link', 'misplaced', 'addition', 'duplicate')),
	CONSTRAINT "correction_state" CHECK ("correction"."state" in ('open', 'accepted', 'rejected', 'withdrawn', 'superseded'))
);
--> statement-breakpoint
CREATE TABLE "correction_rev" (
	"correction_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"base_revision_id" uuid NOT NULL,
	"title" text,
	"markdown" text NOT NULL,
	"passage" jsonb,
	"rationale" text DEFAULT '' NOT NULL,
	"evidence" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "correction_rev_correction_id_number_pk" PRIMARY KEY("correction_id","number"),
	CONSTRAINT "correction_rev_number" CHECK ("correction_rev"."number" >= 1),
	CONSTRAINT "correction_rev_size" CHECK (octet_length("correction_rev"."markdown") <= 262144 and octet_length("correction_rev"."rationale") <= 5120)
);
--> statement-breakpoint
CREATE TABLE "correction_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"correction_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"rev" integer NOT NULL,
	"head_revision_id" uuid NOT NULL,
	"result_revision_id" uuid,
	"rejection" text,
	"duplicate_of_id" uuid,
	"confirmation" text,
	"reason" text DEFAULT '' NOT NULL,
	"actor_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "correction_step_kind" CHECK ("correction_step"."kind" in ('accepted', 'accepted_part', 'rejected', 'withdrawn', 'superseded', 'reopened', 'undone', 'confirmed')),
	CONSTRAINT "correction_step_rejection" CHECK (("correction_step"."kind" = 'rejected') = ("correction_step"."rejection" is not null)),
	CONSTRAINT "correction_step_confirmation" CHECK (("correction_step"."kind" = 'confirmed') = ("correction_step"."confirmation" is not null)),
	CONSTRAINT "correction_step_reason" CHECK (octet_length("correction_step"."reason") <= 5120)
);
--> statement-breakpoint
CREATE TABLE "correction_support" (
	"correction_id" uuid NOT NULL,
	"rev" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "correction_support_correction_id_rev_person_id_pk" PRIMARY KEY("correction_id","rev","person_id")
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"short_id" text NOT NULL,
	"entry_id" uuid,
	"answer_id" uuid,
	"revision_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"passage" jsonb NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"evidence" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "report_short_id_unique" UNIQUE("short_id"),
	CONSTRAINT "report_target" CHECK (num_nonnulls("report"."entry_id", "report"."answer_id") = 1),
	CONSTRAINT "report_kind" CHECK ("report"."kind" in ('wrong', 'outdated', 'unclear', 'dead_link')),
	CONSTRAINT "report_size" CHECK (octet_length("report"."why") <= 5120 and octet_length("report"."reason") <= 5120)
);
--> statement-breakpoint
CREATE TABLE "duplicate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"score" real,
	"proposed_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "duplicate_pair" UNIQUE("first_id","second_id"),
	CONSTRAINT "duplicate_order" CHECK ("duplicate"."first_id" < "duplicate"."second_id"),
	CONSTRAINT "duplicate_state" CHECK ("duplicate"."state" in ('proposed', 'confirmed', 'rejected')),
	CONSTRAINT "duplicate_decided" CHECK (("duplicate"."state" = 'proposed') = ("duplicate"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "entry_merge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"moves" jsonb NOT NULL,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "entry_merge_not_itself" CHECK ("entry_merge"."from_id" <> "entry_merge"."into_id")
);
--> statement-breakpoint
CREATE TABLE "mail_habit" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"habit" text NOT NULL,
	"last_digest_at" timestamp with time zone,
	CONSTRAINT "mail_habit_known" CHECK ("mail_habit"."habit" in ('never', 'daily', 'each'))
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid,
	"entry_id" uuid,
	"answer_id" uuid,
	"correction_id" uuid,
	"report_id" uuid,
	"comment_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "watch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"note_id" uuid,
	"entry_id" uuid,
	"muted" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "watch_target" CHECK (num_nonnulls("watch"."note_id", "watch"."entry_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "revision_coauthor" (
	"revision_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "revision_coauthor_revision_id_person_id_pk" PRIMARY KEY("revision_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "standard_answer" (
	"entry_id" uuid PRIMARY KEY NOT NULL,
	"answer_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"chosen_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid,
	"answer_id" uuid,
	"revision_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"against" text NOT NULL,
	"evidence" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "verification_target" CHECK (num_nonnulls("verification"."entry_id", "verification"."answer_id") = 1),
	CONSTRAINT "verification_against" CHECK (char_length("verification"."against") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "vote" (
	"person_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"value" smallint NOT NULL,
	"revision_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vote_person_id_answer_id_pk" PRIMARY KEY("person_id","answer_id"),
	CONSTRAINT "vote_value" CHECK ("vote"."value" in (-1, 1))
);
--> statement-breakpoint
ALTER TABLE "encounter" ADD COLUMN "retracted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_correction_id_correction_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."correction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_comment_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_resolved_by_person_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_text" ADD CONSTRAINT "comment_text_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_spread_from_id_correction_id_fk" FOREIGN KEY ("spread_from_id") REFERENCES "public"."correction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_follows_id_correction_id_fk" FOREIGN KEY ("follows_id") REFERENCES "public"."correction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_rev" ADD CONSTRAINT "correction_rev_correction_id_correction_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."correction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_rev" ADD CONSTRAINT "correction_rev_base_revision_id_revision_id_fk" FOREIGN KEY ("base_revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_rev" ADD CONSTRAINT "correction_rev_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_step" ADD CONSTRAINT "correction_step_correction_id_correction_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."correction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_step" ADD CONSTRAINT "correction_step_head_revision_id_revision_id_fk" FOREIGN KEY ("head_revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_step" ADD CONSTRAINT "correction_step_result_revision_id_revision_id_fk" FOREIGN KEY ("result_revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_step" ADD CONSTRAINT "correction_step_duplicate_of_id_correction_id_fk" FOREIGN KEY ("duplicate_of_id") REFERENCES "public"."correction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_step" ADD CONSTRAINT "correction_step_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_support" ADD CONSTRAINT "correction_support_correction_id_correction_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."correction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_support" ADD CONSTRAINT "correction_support_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_closed_by_person_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate" ADD CONSTRAINT "duplicate_first_id_entry_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate" ADD CONSTRAINT "duplicate_second_id_entry_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate" ADD CONSTRAINT "duplicate_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate" ADD CONSTRAINT "duplicate_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_merge" ADD CONSTRAINT "entry_merge_from_id_entry_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_merge" ADD CONSTRAINT "entry_merge_into_id_entry_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_merge" ADD CONSTRAINT "entry_merge_merged_by_person_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_merge" ADD CONSTRAINT "entry_merge_undone_by_person_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_habit" ADD CONSTRAINT "mail_habit_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_correction_id_correction_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."correction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_coauthor" ADD CONSTRAINT "revision_coauthor_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_coauthor" ADD CONSTRAINT "revision_coauthor_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_answer" ADD CONSTRAINT "standard_answer_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_answer" ADD CONSTRAINT "standard_answer_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_answer" ADD CONSTRAINT "standard_answer_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_answer" ADD CONSTRAINT "standard_answer_chosen_by_person_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification" ADD CONSTRAINT "verification_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification" ADD CONSTRAINT "verification_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification" ADD CONSTRAINT "verification_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification" ADD CONSTRAINT "verification_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_of_entry" ON "comment" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "comment_of_answer" ON "comment" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "comment_of_correction" ON "comment" USING btree ("correction_id");--> statement-breakpoint
CREATE INDEX "comment_replies" ON "comment" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "comment_of_author" ON "comment" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "mention_of" ON "mention" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_one_open_per_entry" ON "correction" USING btree ("author_id","entry_id") WHERE "correction"."state" = 'open' and "correction"."entry_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "correction_one_open_per_answer" ON "correction" USING btree ("author_id","answer_id") WHERE "correction"."state" = 'open' and "correction"."answer_id" is not null;--> statement-breakpoint
CREATE INDEX "correction_of_entry" ON "correction" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "correction_of_answer" ON "correction" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "correction_queue" ON "correction" USING btree ("created_at") WHERE "correction"."state" = 'open';--> statement-breakpoint
CREATE INDEX "correction_of_author" ON "correction" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "correction_of_report" ON "correction" USING btree ("report_id") WHERE "correction"."report_id" is not null;--> statement-breakpoint
CREATE INDEX "correction_spread" ON "correction" USING btree ("spread_from_id") WHERE "correction"."spread_from_id" is not null;--> statement-breakpoint
CREATE INDEX "correction_step_of" ON "correction_step" USING btree ("correction_id","at");--> statement-breakpoint
CREATE INDEX "correction_step_result" ON "correction_step" USING btree ("result_revision_id") WHERE "correction_step"."result_revision_id" is not null;--> statement-breakpoint
CREATE INDEX "correction_step_actor" ON "correction_step" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "report_of_entry" ON "report" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "report_of_answer" ON "report" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "report_open" ON "report" USING btree ("created_at") WHERE "report"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "report_of_author" ON "report" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "duplicate_second" ON "duplicate" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "duplicate_proposed" ON "duplicate" USING btree ("score") WHERE "duplicate"."state" = 'proposed';--> statement-breakpoint
CREATE UNIQUE INDEX "entry_merge_current" ON "entry_merge" USING btree ("from_id") WHERE "entry_merge"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "entry_merge_into" ON "entry_merge" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "notification_of" ON "notification" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "notification_unread" ON "notification" USING btree ("person_id") WHERE "notification"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notification_to_mail" ON "notification" USING btree ("created_at") WHERE "notification"."mailed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "watch_note" ON "watch" USING btree ("note_id","person_id") WHERE "watch"."note_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "watch_entry" ON "watch" USING btree ("entry_id","person_id") WHERE "watch"."entry_id" is not null;--> statement-breakpoint
CREATE INDEX "watch_of" ON "watch" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "revision_coauthor_of" ON "revision_coauthor" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "standard_answer_answer" ON "standard_answer" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "verification_of_answer" ON "verification" USING btree ("answer_id","created_at");--> statement-breakpoint
CREATE INDEX "verification_of_entry" ON "verification" USING btree ("entry_id","created_at");--> statement-breakpoint
CREATE INDEX "vote_of_answer" ON "vote" USING btree ("answer_id");--> statement-breakpoint
ALTER TABLE "encounter" ADD CONSTRAINT "encounter_words" CHECK (char_length("encounter"."company") <= 80 and char_length("encounter"."role") <= 80 and char_length("encounter"."round") <= 80);
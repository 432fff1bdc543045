CREATE TABLE "standard_proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"answer_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"declined_at" timestamp with time zone,
	"declined_by" uuid
);
--> statement-breakpoint
ALTER TABLE "standard_proposal" ADD CONSTRAINT "standard_proposal_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_proposal" ADD CONSTRAINT "standard_proposal_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_proposal" ADD CONSTRAINT "standard_proposal_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_proposal" ADD CONSTRAINT "standard_proposal_declined_by_person_id_fk" FOREIGN KEY ("declined_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "standard_proposal_one_open" ON "standard_proposal" USING btree ("answer_id","person_id") WHERE "standard_proposal"."declined_at" is null;--> statement-breakpoint
CREATE INDEX "standard_proposal_open" ON "standard_proposal" USING btree ("created_at") WHERE "standard_proposal"."declined_at" is null;
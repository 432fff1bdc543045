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
ALTER TABLE "synonym" ADD CONSTRAINT "synonym_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
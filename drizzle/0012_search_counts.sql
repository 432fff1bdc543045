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
CREATE INDEX "search_count_key" ON "search_count" USING btree ("key");
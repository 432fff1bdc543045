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

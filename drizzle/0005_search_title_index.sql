DROP INDEX "search_doc_title";--> statement-breakpoint
CREATE INDEX "search_doc_title" ON "search_doc" USING btree ("generation","title_norm" text_pattern_ops);
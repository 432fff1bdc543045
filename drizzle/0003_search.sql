-- The embedded engine's first index. Its number is that of the first rules for cutting texts into tokens.
INSERT INTO "search_index" ("tokenizer", "live") VALUES (1, true);

-- What was merged into a request stands on its page, and was looked for among all.
CREATE INDEX "ta_request_merged" ON "ta_request" ("merged_into_id") WHERE "merged_into_id" IS NOT NULL;

-- The words of precedents (`usecases/precedents/read-precedents.ts`), which each search took apart anew.
CREATE INDEX "precedent_words" ON "precedent" USING GIN (to_tsvector('english', "question" || ' ' || "answer"));

-- What staff search is kept folded, so that a search compares without folding each row anew, and by an index of its
-- triples of letters. A trigger writes it: whatever changes a name, an address or an organization.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- AlterTable
ALTER TABLE "ta_request" ADD COLUMN     "search_words" TEXT NOT NULL DEFAULT '';

-- Begins with a space, as each word in it does: a word's beginning is found as one.
CREATE FUNCTION "ta_request_search_words"() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW."search_words" := ' ' || "fold_text"(concat_ws(' | ',
    NEW."reference", NEW."requester_name", NEW."requester_email", NEW."organization_name"));
  RETURN NEW;
END
$$;

CREATE TRIGGER "ta_request_search_words" BEFORE INSERT OR UPDATE OF
  "reference", "requester_name", "requester_email", "organization_name", "search_words" ON "ta_request"
FOR EACH ROW EXECUTE FUNCTION "ta_request_search_words"();

UPDATE "ta_request" SET "search_words" = '';

-- CreateIndex
CREATE INDEX "ta_request_organization_id_idx" ON "ta_request"("organization_id");

-- CreateIndex
CREATE INDEX "ta_request_message_waiting_since_idx" ON "ta_request"("message_waiting_since");

-- CreateIndex
CREATE INDEX "ta_request_reopening_asked_at_idx" ON "ta_request"("reopening_asked_at");

-- CreateIndex
CREATE INDEX "ta_request_search_words_idx" ON "ta_request" USING GIN ("search_words" gin_trgm_ops);

-- The orders of the queue (`usecases/requests/list-order.ts`), of all requests and of those that are open, which are few
-- among many that ended; at high volume as a program has it that puts all three groups first. A test holds the statuses to `domain/requests/statuses.ts`.
CREATE INDEX "ta_request_by_target" ON "ta_request"
  ((coalesce("target_at", 'infinity'::timestamptz)), "received_at", "id");
CREATE INDEX "ta_request_by_priority" ON "ta_request"
  ((CASE WHEN "urgent" THEN 0 ELSE 2 END), (coalesce("target_at", 'infinity'::timestamptz)), "received_at", "id");
CREATE INDEX "ta_request_by_priority_at_high_volume" ON "ta_request"
  ((CASE WHEN "urgent" THEN 0
    WHEN "ovc_grantee" OR "court_deadline_date" IS NOT NULL OR "completed_training" THEN 1 ELSE 2 END),
    (coalesce("target_at", 'infinity'::timestamptz)), "received_at", "id");
CREATE INDEX "ta_request_by_requester" ON "ta_request"
  ((left("fold_text"("requester_name"), 40) COLLATE "C"), "received_at", "id");
CREATE INDEX "ta_request_by_receipt" ON "ta_request"
  ((coalesce("received_at", 'infinity'::timestamptz)), "received_at", "id");
CREATE INDEX "ta_request_open_by_target" ON "ta_request"
  ((coalesce("target_at", 'infinity'::timestamptz)), "received_at", "id")
  WHERE "status" IN ('received', 'awaiting-prerequisites', 'awaiting-information', 'queued', 'in-progress', 'in-review');
CREATE INDEX "ta_request_open_by_due" ON "ta_request"
  ((coalesce("due_at", 'infinity'::timestamptz)), "received_at", "id")
  WHERE "status" IN ('received', 'awaiting-prerequisites', 'awaiting-information', 'queued', 'in-progress', 'in-review');
CREATE INDEX "ta_request_open_by_priority" ON "ta_request"
  ((CASE WHEN "urgent" THEN 0 ELSE 2 END), (coalesce("target_at", 'infinity'::timestamptz)), "received_at", "id")
  WHERE "status" IN ('received', 'awaiting-prerequisites', 'awaiting-information', 'queued', 'in-progress', 'in-review');
CREATE INDEX "ta_request_open_by_priority_at_high_volume" ON "ta_request"
  ((CASE WHEN "urgent" THEN 0
    WHEN "ovc_grantee" OR "court_deadline_date" IS NOT NULL OR "completed_training" THEN 1 ELSE 2 END),
    (coalesce("target_at", 'infinity'::timestamptz)), "received_at", "id")
  WHERE "status" IN ('received', 'awaiting-prerequisites', 'awaiting-information', 'queued', 'in-progress', 'in-review');
CREATE INDEX "ta_request_open_by_requester" ON "ta_request"
  ((left("fold_text"("requester_name"), 40) COLLATE "C"), "received_at", "id")
  WHERE "status" IN ('received', 'awaiting-prerequisites', 'awaiting-information', 'queued', 'in-progress', 'in-review');
CREATE INDEX "ta_request_open_by_receipt" ON "ta_request"
  ((coalesce("received_at", 'infinity'::timestamptz)), "received_at", "id")
  WHERE "status" IN ('received', 'awaiting-prerequisites', 'awaiting-information', 'queued', 'in-progress', 'in-review');

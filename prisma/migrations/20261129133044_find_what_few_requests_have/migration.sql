-- As long with a hundred thousand requests as with a thousand: what had no index yet, or one that could not be used.
-- `test/usecases/list-plans.test.ts` fails where a list is read without one.

-- What somebody, one of the staff or an organization has is read by receipt.
DROP INDEX "ta_request_requester_id_idx";
DROP INDEX "ta_request_assignee_id_idx";
DROP INDEX "ta_request_organization_id_idx";

-- CreateIndex
CREATE INDEX "ta_request_requester_id_received_at_id_idx" ON "ta_request"("requester_id", "received_at", "id");

-- CreateIndex
CREATE INDEX "ta_request_assignee_id_received_at_id_idx" ON "ta_request"("assignee_id", "received_at", "id");

-- CreateIndex
CREATE INDEX "ta_request_organization_id_received_at_id_idx" ON "ta_request"("organization_id", "received_at", "id");

CREATE INDEX "ta_request_open_by_assignee" ON "ta_request" ("assignee_id", "received_at", "id")
  WHERE "status" IN ('received', 'awaiting-prerequisites', 'awaiting-information', 'queued', 'in-progress', 'in-review');

-- Nearly no request has one of these: an index of those that do costs the others nothing.
DROP INDEX "ta_request_message_waiting_since_idx";
DROP INDEX "ta_request_reopening_asked_at_idx";
DROP INDEX "ta_request_next_due_at_idx";
CREATE INDEX "ta_request_message_waiting" ON "ta_request" ("message_waiting_since") WHERE "message_waiting_since" IS NOT NULL;
CREATE INDEX "ta_request_reopening_asked" ON "ta_request" ("reopening_asked_at") WHERE "reopening_asked_at" IS NOT NULL;
CREATE INDEX "ta_request_next_due" ON "ta_request" ("next_due_at") WHERE "next_due_at" IS NOT NULL;

-- Two orders more, of all requests, and how each stands (`usecases/requests/list-order.ts`).
CREATE INDEX "ta_request_by_due" ON "ta_request"
  ((coalesce("due_at", 'infinity'::timestamptz)), "received_at", "id");
CREATE INDEX "ta_request_by_standing" ON "ta_request"
  ((CASE WHEN "status" IN ('awaiting-prerequisites', 'awaiting-information') THEN '3'
    WHEN "status" IN ('received', 'queued', 'in-progress', 'in-review') THEN '2'
    WHEN "status" = 'responded' THEN '1' ELSE '0' END), "received_at", "id");

-- What few have is found by what it is (`usecases/requests/facets.ts`). Whatever is new in it is looked through by each
-- search until it is sorted in: that stays little.
CREATE INDEX "ta_request_facets" ON "ta_request" USING GIN
  (("topics" || ARRAY['kind:' || "kind", 'document:' || "document_kind", 'state:' || "requester_state",
    'supervisor:' || "supervisor_status", CASE WHEN "escalation_level" > 0 THEN 'is:escalated' END]))
  WITH (gin_pending_list_limit = 256);
ALTER INDEX "ta_request_search_words_idx" SET (gin_pending_list_limit = 256);

-- Earlier answers, the latest first, beside the one that is being written.
CREATE INDEX "ta_request_answered" ON "ta_request" ("responded_at" DESC, "id") WHERE "responded_at" IS NOT NULL;

-- Without it the planner knows nothing yet of how rare each of them is.
ANALYZE "ta_request";

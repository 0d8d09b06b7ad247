-- AlterTable
ALTER TABLE "ta_request" ADD COLUMN     "closes_on" DATE,
ADD COLUMN     "feedback_answer" TEXT,
ADD COLUMN     "feedback_at" TIMESTAMPTZ(3),
ADD COLUMN     "follow_up_answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "follow_up_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "follow_up_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "follow_up_id" UUID;

-- Answered requests run on: from now on each has an end by itself. Their processes hear of it, told anew from today;
-- one whose reopening is asked for is held until staff have decided.
INSERT INTO "outbox" ("workflow_id", "kind", "name", "payload", "created_at")
SELECT 'ta-request/' || "id" || '/' || "episode", 'signal', 'requestFact',
  jsonb_build_array(jsonb_build_object(
    'v', 1,
    'kind', CASE WHEN "reopening_asked_at" IS NULL THEN 'closing-resumed' ELSE 'closing-held' END,
    'at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
  now()
FROM "ta_request" WHERE "status" = 'responded';

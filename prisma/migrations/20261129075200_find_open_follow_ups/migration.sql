-- Answered requests are many, those whose question waits are few: the numbers above the queue count them on every page.
CREATE INDEX "ta_request_follow_up_open" ON "ta_request" ("follow_up_asked_at")
  WHERE "status" = 'responded' AND "follow_up_asked_at" IS NOT NULL AND "follow_up_answered_at" IS NULL;

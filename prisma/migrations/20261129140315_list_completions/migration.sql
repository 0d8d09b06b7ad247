-- CreateIndex
CREATE INDEX "completion_recorded_at_id_idx" ON "completion"("recorded_at", "id");

-- Nearly none waits for a decision: an index of those that do.
CREATE INDEX "completion_awaits_decision" ON "completion" ("recorded_at", "id")
  WHERE "said_passed" IS NOT NULL AND "settled_at" IS NULL;

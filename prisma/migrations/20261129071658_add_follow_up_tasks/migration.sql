-- CreateTable
CREATE TABLE "request_task" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "assignee_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "text_id" UUID NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "request_task_request_id_status_idx" ON "request_task"("request_id", "status");

-- CreateIndex
CREATE INDEX "request_task_assignee_id_status_due_on_idx" ON "request_task"("assignee_id", "status", "due_on");

-- AddForeignKey
ALTER TABLE "request_task" ADD CONSTRAINT "request_task_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "ta_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_task" ADD CONSTRAINT "request_task_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

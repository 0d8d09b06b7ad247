-- CreateTable
CREATE TABLE "answer_in_work" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "base_id" UUID,
    "sealed" BYTEA,
    "saves" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3),

    CONSTRAINT "answer_in_work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_comment" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "paragraph" INTEGER NOT NULL,
    "answers_id" UUID,
    "author" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by" TEXT,

    CONSTRAINT "draft_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "answer_in_work_opened_at_idx" ON "answer_in_work"("opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "answer_in_work_request_id_staff_id_field_key" ON "answer_in_work"("request_id", "staff_id", "field");

-- CreateIndex
CREATE INDEX "draft_comment_request_id_created_at_idx" ON "draft_comment"("request_id", "created_at");

-- AddForeignKey
ALTER TABLE "answer_in_work" ADD CONSTRAINT "answer_in_work_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "ta_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_in_work" ADD CONSTRAINT "answer_in_work_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_comment" ADD CONSTRAINT "draft_comment_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "ta_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

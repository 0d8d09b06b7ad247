-- CreateTable
CREATE TABLE "form_file" (
    "id" UUID NOT NULL,
    "draft_id" UUID,
    "submission_id" UUID,
    "document_kind" TEXT NOT NULL,
    "data_key" BYTEA NOT NULL,
    "sealed_name" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "form_file_draft_id_idx" ON "form_file"("draft_id");

-- CreateIndex
CREATE INDEX "form_file_submission_id_idx" ON "form_file"("submission_id");

-- AddForeignKey
ALTER TABLE "form_file" ADD CONSTRAINT "form_file_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "form_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_file" ADD CONSTRAINT "form_file_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "unconfirmed_submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

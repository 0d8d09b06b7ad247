-- AlterTable
ALTER TABLE "unconfirmed_submission" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "link_number" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "next_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "token_hash" TEXT,
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "message_kind_queued_at_idx" ON "message"("kind", "queued_at");

-- CreateIndex
CREATE UNIQUE INDEX "unconfirmed_submission_token_hash_key" ON "unconfirmed_submission"("token_hash");

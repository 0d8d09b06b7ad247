-- AlterTable
ALTER TABLE "call_poll_answer" ADD COLUMN     "answer_key" TEXT;

-- AlterTable
ALTER TABLE "call_question" ADD COLUMN     "move_answer" TEXT,
ADD COLUMN     "move_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "move_to_call_id" TEXT;

-- AlterTable
ALTER TABLE "call_registration" ADD COLUMN     "sealed_role" BYTEA;

-- CreateIndex
CREATE UNIQUE INDEX "call_poll_answer_answer_key_key" ON "call_poll_answer"("answer_key");

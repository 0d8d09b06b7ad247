-- AlterTable
ALTER TABLE "message" ADD COLUMN     "related_id" TEXT;

-- CreateIndex
CREATE INDEX "message_related_id_idx" ON "message"("related_id");

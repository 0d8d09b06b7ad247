-- AlterTable
ALTER TABLE "closure" ADD COLUMN "entry_id" UUID;
UPDATE "closure" SET "entry_id" = "id";
ALTER TABLE "closure" ALTER COLUMN "entry_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "closure_entry_id_idx" ON "closure"("entry_id");

-- AlterTable
ALTER TABLE "form_draft" ADD COLUMN     "address_digest" TEXT,
ADD COLUMN     "link_hash" TEXT,
ADD COLUMN     "link_tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "link_until" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "form_draft_address_digest_idx" ON "form_draft"("address_digest");

-- CreateIndex
CREATE INDEX "form_draft_link_hash_idx" ON "form_draft"("link_hash");

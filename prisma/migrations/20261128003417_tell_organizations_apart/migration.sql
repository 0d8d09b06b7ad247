-- DropIndex
DROP INDEX "organization_name_key_key";

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "domain" TEXT,
ADD COLUMN     "state" TEXT;

-- CreateIndex
CREATE INDEX "organization_name_key_idx" ON "organization"("name_key");

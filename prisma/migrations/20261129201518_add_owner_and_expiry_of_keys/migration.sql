-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "old_hash" TEXT,
ADD COLUMN     "old_until" TIMESTAMPTZ(3),
ADD COLUMN     "owner_id" UUID,
ADD COLUMN     "told_at" TIMESTAMPTZ(3);

-- Keys of before get the first admin for their owner, and a year from now.
UPDATE "api_key" SET
  "expires_at" = now() + interval '365 days',
  "owner_id" = (SELECT "id" FROM "staff" WHERE "role" = 'admin' AND "active" ORDER BY "created_at", "id" LIMIT 1);

-- AlterTable
ALTER TABLE "api_key" ALTER COLUMN "expires_at" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "api_key_old_hash_key" ON "api_key"("old_hash");

-- CreateIndex
CREATE INDEX "api_key_owner_id_idx" ON "api_key"("owner_id");

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

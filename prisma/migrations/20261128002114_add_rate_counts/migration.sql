-- AlterTable
ALTER TABLE "subscription" ADD COLUMN     "confirm_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "rate_count" (
    "key" TEXT NOT NULL,
    "hits" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_count_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "rate_count_until_idx" ON "rate_count"("until");

-- Questions mailed before are open as long from now on as new ones are.
UPDATE "subscription" SET "confirm_until" = now() + interval '7 days' WHERE "confirm_token_hash" IS NOT NULL;

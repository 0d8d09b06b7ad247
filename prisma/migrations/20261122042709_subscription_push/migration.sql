-- AlterTable
ALTER TABLE "subscription" ADD COLUMN     "push_problem" TEXT,
ADD COLUMN     "push_seq" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "pushed_seq" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "contact_address" (
    "contact_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "may_mail" BOOLEAN NOT NULL,
    "opted_out" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_address_pkey" PRIMARY KEY ("contact_id","email")
);

-- CreateTable
CREATE TABLE "contact_poll" (
    "source" TEXT NOT NULL,
    "cursor" TIMESTAMPTZ(3),
    "episode" INTEGER NOT NULL DEFAULT 1,
    "stopped" BOOLEAN NOT NULL DEFAULT false,
    "asked_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "contact_poll_pkey" PRIMARY KEY ("source")
);

-- CreateIndex
CREATE INDEX "contact_address_email_idx" ON "contact_address"("email");

-- CreateIndex
CREATE INDEX "contact_address_seen_at_idx" ON "contact_address"("seen_at");

-- What was decided before this counts as not yet told.
UPDATE "subscription" SET "push_seq" = 1 WHERE "status" IN ('confirmed', 'unsubscribed') OR "suppressed" IS NOT NULL;

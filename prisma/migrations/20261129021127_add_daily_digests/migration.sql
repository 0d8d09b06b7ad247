-- AlterTable
ALTER TABLE "message" ADD COLUMN     "collected_for" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "mail_at_once" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "digest" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest_line" (
    "digest_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,

    CONSTRAINT "digest_line_pkey" PRIMARY KEY ("digest_id","message_id")
);

-- CreateTable
CREATE TABLE "digest_process" (
    "id" TEXT NOT NULL,
    "episode" INTEGER NOT NULL DEFAULT 1,
    "next_due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_process_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "digest_staff_id_day_key" ON "digest"("staff_id", "day");

-- CreateIndex
CREATE INDEX "digest_line_message_id_idx" ON "digest_line"("message_id");

-- AddForeignKey
ALTER TABLE "digest" ADD CONSTRAINT "digest_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest_line" ADD CONSTRAINT "digest_line_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "digest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest_line" ADD CONSTRAINT "digest_line_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "message_collected_for_idx" ON "message" USING GIN ("collected_for");

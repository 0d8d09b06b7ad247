-- AlterTable
ALTER TABLE "completion" ADD COLUMN     "said_passed" BOOLEAN,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3),
ADD COLUMN     "settled_by" TEXT;

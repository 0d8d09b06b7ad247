-- AlterTable
ALTER TABLE "ta_request" ADD COLUMN     "message_waiting_since" TIMESTAMPTZ(3),
ADD COLUMN     "reopening_asked_at" TIMESTAMPTZ(3);

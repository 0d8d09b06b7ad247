-- AlterTable
ALTER TABLE "worker_heartbeat" ADD COLUMN     "key_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

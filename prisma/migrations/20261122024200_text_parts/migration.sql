-- AlterTable
ALTER TABLE "ta_request" ADD COLUMN     "text_parts" TEXT[] DEFAULT ARRAY[]::TEXT[];

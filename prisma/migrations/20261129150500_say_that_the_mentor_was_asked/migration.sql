-- That there was a digest of a link said that the mentor was asked; the links themselves are in "mentoring_link".
-- AlterTable
ALTER TABLE "introduction" ADD COLUMN     "mentor_asked" BOOLEAN NOT NULL DEFAULT false;

UPDATE "introduction" SET "mentor_asked" = true WHERE "mentor_token_hash" IS NOT NULL;

-- DropIndex
DROP INDEX "introduction_mentor_token_hash_key";

-- DropIndex
DROP INDEX "introduction_requester_token_hash_key";

-- AlterTable
ALTER TABLE "introduction" DROP COLUMN "mentor_token_hash",
DROP COLUMN "requester_token_hash";

-- AlterTable
ALTER TABLE "ta_request" ADD COLUMN     "supervisor_token_until" TIMESTAMPTZ(3);

-- Links mailed before get as long from now on as new ones do.
UPDATE "ta_request" SET "supervisor_token_until" = now() + interval '30 days' WHERE "supervisor_token_hash" IS NOT NULL;
